"""Sessions of an engagement. None is held before everyone has signed and the start is written down."""

from datetime import datetime

from django.db import transaction

from alongside.core.relationships.lifecycle import Moved
from alongside.core.relationships.scope import ScopeChoice, Topic, may_choose
from alongside.core.verdicts import Refused
from alongside.models import CoachingEngagement, Meeting, MeetingState, MeetingTopic, Person
from alongside.queries.relationships.coaching.facts import load_coaching_facts
from alongside.queries.relationships.two_sides import why_not_write
from alongside.services.post import queue_notice
from alongside.services.relationships.coaching.moving import capacity_of, move
from alongside.services.relationships.meetings import TopicWords, mark_held, plan_meeting

PLANNED_IN = ("agreed", "baseline", "active", "mid_review")
THE_TWO = ("client", "coach")


@transaction.atomic
def plan_session(
    engagement: CoachingEngagement,
    by: Person,
    starts_at: datetime,
    at: datetime,
    minutes: int | None = None,
    words: TopicWords | None = None,
    template_key: str = "grow",
) -> Meeting | Refused:
    """Put a session in both diaries. The first one waits for the signatures; there are never more than agreed."""
    if capacity_of(engagement, by) not in THE_TWO:
        return Refused("Sessions are planned by client and coach.")
    if engagement.state not in PLANNED_IN:
        return Refused("There can be no session now: the agreement comes first, and the work has an end.")
    facts = load_coaching_facts(engagement, at)
    planned = engagement.meetings.filter(state=MeetingState.PLANNED).count()
    if facts.sessions_held + planned >= facts.sessions_agreed:
        return Refused(f"All {facts.sessions_agreed} agreed sessions are held or in the diary.")
    return plan_meeting(
        engagement,
        by,
        starts_at,
        at,
        minutes=minutes or engagement.session_minutes,
        words=words,
        template_key=template_key,
    )


@transaction.atomic
def hold_session(meeting: Meeting, by: Person, at: datetime) -> Moved | Refused:
    """The session was held. After half of them the mid-review is due, after the last the final one."""
    engagement = meeting.engagement
    if engagement is None:
        return Refused("This is not a session of a coaching engagement.")
    if meeting.state != MeetingState.PLANNED:
        return Refused("This session is no longer planned.")
    if meeting.starts_at > at:
        return Refused("Record a session once it has taken place.")
    answer = move(engagement, "hold_session", by, at)
    if isinstance(answer, Refused):
        return answer
    mark_held(meeting, by, at)
    if engagement.started_at is None:
        # The work with this coach begins no earlier than the coach: a talk written down afterwards as a session
        # must not make them look like the second coach, who sees nothing of before.
        began = [moment for moment in (meeting.held_at, engagement.coach_since) if moment is not None]
        engagement.started_at = max(began, default=at)
        engagement.save(update_fields=["started_at"])
    _say_what_is_next(engagement, at)
    return answer


def _say_what_is_next(engagement: CoachingEngagement, at: datetime) -> None:
    facts = load_coaching_facts(engagement, at)
    if not (facts.mid_review_is_due or facts.sessions_held >= facts.sessions_agreed):
        return
    for person in (engagement.client, engagement.coach):
        if person is not None:
            queue_notice(
                "next_step",
                person,
                at=at,
                once_key=f"review:{facts.sessions_held}:{engagement.pk}:{person.pk}",
            )


@transaction.atomic
def decide_scope(meeting: Meeting, topic: Topic, choice: ScopeChoice | None, by: Person) -> Refused | None:
    """What to do with a subject: within what was agreed (no choice), put in scope, parked or referred."""
    engagement = meeting.engagement
    if engagement is None or capacity_of(engagement, by) not in THE_TWO:
        return Refused("This is for client and coach.")
    if (refused := why_not_write(engagement)) is not None:
        return refused
    if choice is None and (not topic.touches_agreed_outcome or topic.is_about_health_or_safety):
        return Refused("Say what to do with a subject outside what you agreed.")
    if choice is not None:
        verdict = may_choose(topic, choice)
        if isinstance(verdict, Refused):
            return verdict
    words, _ = MeetingTopic.objects.get_or_create(meeting=meeting)
    words.scope = choice.value if choice else "agreed"
    words.save(update_fields=["scope"])
    return None
