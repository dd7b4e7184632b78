"""Putting work on hold, taking it up again, and the ways out: any party, any time, no reason owed."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from alongside.core.relationships.lifecycle import Moved
from alongside.core.verdicts import Refused
from alongside.models import CoachingEngagement, CoachOfferState, MeetingState, Person
from alongside.queries.relationships.coaching.coaches import OPEN_OFFERS
from alongside.queries.relationships.coaching.facts import load_coaching_facts
from alongside.services.post import queue_notice
from alongside.services.relationships.coaching.moving import lock, move
from alongside.services.relationships.reasons import Reason, keep_reason


@transaction.atomic
def pause(
    engagement: CoachingEngagement, by: Person, until: datetime | None, at: datetime
) -> Moved | Refused:
    """Put the work on hold, with or without a date to take it up again."""
    lock(engagement)
    if until is not None and until <= at:
        return Refused("The pause ends in the future.")
    facts = replace(load_coaching_facts(engagement, at), pause_until=until)
    answer = move(engagement, "pause", by, at, facts)
    if isinstance(answer, Refused):
        return answer
    engagement.paused_at, engagement.pause_until = at, until
    engagement.save(update_fields=["paused_at", "pause_until"])
    _tell_others(engagement, by, at)
    return answer


@transaction.atomic
def resume(engagement: CoachingEngagement, by: Person, at: datetime) -> Moved | Refused:
    """Take the work up again."""
    answer = move(engagement, "resume", by, at)
    if isinstance(answer, Refused):
        return answer
    engagement.paused_at, engagement.pause_until = None, None
    engagement.save(update_fields=["paused_at", "pause_until"])
    _tell_others(engagement, by, at)
    return answer


def withdraw(engagement: CoachingEngagement, by: Person, at: datetime) -> Moved | Refused:
    """A party no longer takes part."""
    return _leave(engagement, "withdraw", by, at)


def refer_out(engagement: CoachingEngagement, by: Person, at: datetime) -> Moved | Refused:
    """Another kind of help is the right one. Which one stays with the two."""
    return _leave(engagement, "refer_out", by, at)


def close_early(engagement: CoachingEngagement, by: Person, at: datetime) -> Moved | Refused:
    """It ends before the agreed number of sessions."""
    return _leave(engagement, "close_early", by, at)


def terminate(engagement: CoachingEngagement, by: Person, at: datetime) -> Moved | Refused:
    """A party, or the programme, ends it."""
    return _leave(engagement, "terminate", by, at)


WAYS = {
    "withdraw": withdraw,
    "refer_out": refer_out,
    "close_early": close_early,
    "terminate": terminate,
}


@transaction.atomic
def leave(
    engagement: CoachingEngagement, way: str, by: Person, at: datetime, reason: Reason | None = None
) -> Moved | Refused:
    """One of the ways out, with a reason if one was given: it is kept for its author, and never passed on."""
    answer = WAYS[way](engagement, by, at)
    if (
        isinstance(answer, Moved)
        and reason is not None
        and by.pk in {engagement.client_id, engagement.coach_id}
    ):
        about = engagement.coach if by.pk == engagement.client_id else engagement.client
        keep_reason(
            engagement,
            by,
            at,
            about=about,
            category=reason.category,
            text=reason.text,
            not_together_again=reason.not_together_again,
        )
    return answer


@transaction.atomic
def _leave(engagement: CoachingEngagement, name: str, by: Person | None, at: datetime) -> Moved | Refused:
    answer = move(engagement, name, by, at)
    if isinstance(answer, Refused):
        return answer
    settle_the_end(engagement, by, at)
    return answer


@transaction.atomic
def archive(engagement: CoachingEngagement, by: Person | None, at: datetime) -> Moved | Refused:
    """Nothing more is asked. By the calendar, or by the programme manager."""
    name = "archive" if engagement.state == "follow_up" else "archive_early_end"
    return move(engagement, name, by, at)


def settle_the_end(engagement: CoachingEngagement, by: Person | None, at: datetime) -> None:
    """What an early end brings with it: no session is left planned, no coach on offer, and the others know."""
    engagement.closed_at = at
    engagement.save(update_fields=["closed_at"])
    cancel_planned_meetings(engagement)
    on_offer = engagement.offers.filter(state__in=OPEN_OFFERS).select_related("coach__organisation")
    coaches = [offer.coach for offer in on_offer]
    on_offer.update(state=CoachOfferState.LAPSED)
    _tell_others(engagement, by, at, coaches)


def cancel_planned_meetings(engagement: CoachingEngagement) -> None:
    """No session stays in the diary of something that has ended."""
    engagement.meetings.filter(state=MeetingState.PLANNED).update(state=MeetingState.CANCELLED)


def _tell_others(
    engagement: CoachingEngagement, by: Person | None, at: datetime, more: list[Person] | None = None
) -> None:
    for person in (engagement.client, engagement.coach, engagement.sponsor, *(more or [])):
        if person is not None and (by is None or person.pk != by.pk):
            queue_notice("answer", person, at=at)
