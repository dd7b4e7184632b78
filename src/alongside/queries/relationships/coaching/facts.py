"""What the coaching table asks about engagements, gathered from the records: one read a table, however many."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db.models import QuerySet

from alongside.core.outcomes.instruments.readiness import READINESS
from alongside.core.outcomes.instruments.recommend import RECOMMEND
from alongside.core.relationships.coaching import CoachingFacts, CoachingRules, CoachingState, GoalFacts
from alongside.models import (
    CoachingAgreement,
    CoachingEngagement,
    CoachOffer,
    CoachOfferState,
    Goal,
    GoalLevels,
    MeetingState,
    Moment,
    Programme,
    RatingSource,
)
from alongside.queries.relationships.coaching.coaches import (
    DECLINED_OFFERS,
    OPEN_OFFERS,
    assess_coaches,
    has_place_for,
)

IN_TALK = (CoachOfferState.TALK_PLANNED, CoachOfferState.TALK_HELD, CoachOfferState.CHOSEN)
CHOOSING = ("matching", "chemistry")
WHOLE = (
    "offers__coach",
    "agreements__signatures",
    "meetings",
    "gap_skills__ratings",
    "goals__levels__attainments",
    "responses",
)


def coaching_rules(programme: Programme) -> CoachingRules:
    """The programme's settings as the core wants them."""
    return CoachingRules(
        sessions=programme.sessions_total,
        minutes_from=programme.session_minutes,
        minutes_to=max(programme.session_minutes, 90),
        interval_days_from=programme.interval_days_least,
        interval_days_to=programme.interval_days_most,
        end_by_month=programme.end_months,
        hard_stop_month=programme.hard_stop_months,
    )


def load_coaching_facts(engagement: CoachingEngagement, at: datetime) -> CoachingFacts:
    """Everything the guards and timers may ask about one engagement, read anew, as of `at`."""
    whole = with_records(CoachingEngagement.objects.filter(pk=engagement.pk)).get()
    facts = facts_from(whole)
    if whole.state not in CHOOSING:
        return facts
    coaches = [offer.coach for offer in latest_offers(whole) if offer.state in OPEN_OFFERS]
    talking = next((offer for offer in latest_offers(whole) if offer.state in IN_TALK), None)
    return replace(
        facts,
        offered=assess_coaches(whole, coaches, at),
        chosen_coach_has_place=talking is None or has_place_for(whole, talking.coach_id),
    )


def with_records(engagements: QuerySet[CoachingEngagement]) -> QuerySet[CoachingEngagement]:
    """The engagements with all that `facts_from` looks at; the number of reads does not depend on how many."""
    return engagements.select_related("programme", "client", "coach", "sponsor", "need").prefetch_related(
        *WHOLE
    )


def facts_from(engagement: CoachingEngagement) -> CoachingFacts:
    """The facts of an engagement loaded by `with_records`; what coaches are eligible is left out."""
    offers = latest_offers(engagement)
    draft = next(iter(engagement.agreements.all()), None)
    meetings = list(engagement.meetings.all())
    held = [meeting for meeting in meetings if meeting.state == MeetingState.HELD]
    planned = [meeting.starts_at for meeting in meetings if meeting.state == MeetingState.PLANNED]
    in_talk = next((offer for offer in offers if offer.state in IN_TALK), None)
    return CoachingFacts(
        ref=str(engagement.pk),
        state=CoachingState(engagement.state),
        entered_at=engagement.state_since,
        rules=coaching_rules(engagement.programme),
        has_sponsor=engagement.sponsor_id is not None,
        acknowledged_at=engagement.acknowledged_at,
        accepted_route=accepted_route(engagement),
        chosen_coach=str(in_talk.coach_id) if in_talk else None,
        chemistry_talks=sum(offer.talk_at is not None for offer in offers if offer.state in DECLINED_OFFERS),
        chemistry_held=in_talk is not None and in_talk.state != CoachOfferState.TALK_PLANNED,
        said_yes=_said_yes(in_talk),
        three_way_meeting_held=engagement.three_way_met_at is not None,
        signed_this_version=_signed(draft, limits=False),
        limits_acknowledged_by=_signed(draft, limits=True),
        gap_rated=_gap_is_rated(engagement),
        goals=tuple(_goal(goal) for goal in engagement.goals.all()),
        readiness_asked=_was_asked(engagement, READINESS.key, Moment.BASELINE),
        sessions_agreed=int(draft.terms["sessions"]) if draft else engagement.sessions_total,
        sessions_held=len(held),
        work_began_at=engagement.started_at,
        last_session_at=max((meeting.held_at or meeting.starts_at for meeting in held), default=None),
        next_session_at=min(planned, default=None),
        mid_review_done=engagement.mid_review_done,
        goals_met=engagement.goals_met_at is not None,
        paused_at=engagement.paused_at,
        pause_until=engagement.pause_until,
        extensions=int(engagement.was_extended),
        goals_scored=_goals_are_scored(engagement),
        final_questions_asked=_was_asked(engagement, RECOMMEND.key, Moment.FINAL),
        signed_off_by=_who(client=engagement.client_signed_off_at, coach=engagement.coach_signed_off_at),
        closed_at=engagement.closed_at,
    )


def accepted_route(engagement: CoachingEngagement) -> str:
    """The route of the need; somebody who asked for coaching by name has chosen that."""
    if engagement.need is None:
        return "coach"
    return engagement.need.chosen_route or engagement.need.route


def latest_offers(engagement: CoachingEngagement) -> list[CoachOffer]:
    """The offers made last, by rank; empty before the first."""
    offers = list(engagement.offers.all())
    newest = max((offer.round_number for offer in offers), default=0)
    return [offer for offer in offers if offer.round_number == newest]


def _who(**when: datetime | None) -> frozenset[str]:
    return frozenset(name for name, moment in when.items() if moment)


def _said_yes(offer: CoachOffer | None) -> frozenset[str]:
    return _who(client=offer.client_yes_at, coach=offer.coach_yes_at) if offer else frozenset()


def _signed(draft: CoachingAgreement | None, *, limits: bool) -> frozenset[str]:
    if draft is None:
        return frozenset()
    return frozenset(
        signature.capacity
        for signature in draft.signatures.all()
        if signature.content_hash == draft.content_hash and (signature.limits_acknowledged or not limits)
    )


def _gap_is_rated(engagement: CoachingEngagement) -> bool:
    """There is at least one skill, and the client has rated each of them at the start."""
    skills = list(engagement.gap_skills.all())
    return bool(skills) and all(
        any(r.moment == Moment.BASELINE and r.source == RatingSource.SELF for r in skill.ratings.all())
        for skill in skills
    )


def newest_levels(goal: Goal) -> GoalLevels | None:
    """The version of the five levels now current (levels come newest first)."""
    return next(iter(goal.levels.all()), None)


def level_texts(levels: GoalLevels) -> tuple[str, ...]:
    """The five sentences from −2 to +2."""
    return (levels.much_less, levels.less, levels.expected, levels.more, levels.much_more)


def _goal(goal: Goal) -> GoalFacts:
    levels = newest_levels(goal)
    if levels is None:
        return GoalFacts(0, False)
    written = sum(bool(text.strip()) for text in level_texts(levels))
    return GoalFacts(written, levels.frozen_at is not None)


def _goals_are_scored(engagement: CoachingEngagement) -> bool:
    """Somebody has said for each goal which level was reached at the end."""
    goals = list(engagement.goals.all())
    return bool(goals) and all(
        any(one.moment == Moment.FINAL for levels in goal.levels.all() for one in levels.attainments.all())
        for goal in goals
    )


def _was_asked(engagement: CoachingEngagement, instrument: str, moment: str) -> bool:
    """The client has been asked, and answered or chosen not to."""
    return any(
        (one.author_id, one.instrument, one.moment) == (engagement.client_id, instrument, moment)
        for one in engagement.responses.all()
    )


def list_with_facts(
    engagements: QuerySet[CoachingEngagement] | Iterable[CoachingEngagement],
) -> list[tuple[CoachingEngagement, CoachingFacts]]:
    """Engagements loaded by `with_records`, each with its facts."""
    return [(engagement, facts_from(engagement)) for engagement in engagements]
