"""What the calendar does to engagements: moves that fall due, and one reminder for each thing due."""

from datetime import datetime

from django.db import transaction

from alongside.core.relationships.coaching import COACHING, due
from alongside.core.relationships.lifecycle import Due, Moved
from alongside.models import Appointment, CoachingEngagement, Office, Person
from alongside.queries.relationships.coaching.facts import load_coaching_facts
from alongside.services.post import queue_notice
from alongside.services.relationships.coaching.moving import move
from alongside.services.relationships.coaching.stopping import settle_the_end

TIMED_STATES = frozenset(state for timer in COACHING.timers for state in timer.states)


def advance_due_coaching(now: datetime) -> int:
    """Make every move that has fallen due and remind of the rest, once each. How many moves were made."""
    waiting = CoachingEngagement.objects.filter(state__in=TIMED_STATES).order_by("pk")
    return sum(_advance_one(engagement, now) for engagement in waiting.iterator(chunk_size=200))


@transaction.atomic
def _advance_one(engagement: CoachingEngagement, now: datetime) -> int:
    """One engagement in one transaction, so that a fault in it leaves the others as they should be."""
    moves = 0
    facts = load_coaching_facts(engagement, now)
    for item in due(facts, now):
        _remind(engagement, item, now)
        if item.transition is None or moves:
            continue
        answer = move(engagement, item.transition, None, now)
        if isinstance(answer, Moved):
            moves += 1
            if answer.to == "closed_early":
                settle_the_end(engagement, None, now)
    return moves


def _remind(engagement: CoachingEngagement, item: Due, now: datetime) -> None:
    for person in _people(engagement, item.tells):
        key = f"due:{item.name}:{engagement.pk}:{item.due_at:%Y%m%d}:{person.pk}"
        queue_notice("next_step", person, at=now, once_key=key)


def _people(engagement: CoachingEngagement, relations: tuple[str, ...]) -> list[Person]:
    parties = {"client": engagement.client, "coach": engagement.coach, "sponsor": engagement.sponsor}
    found = [person for relation in relations if (person := parties.get(relation))]
    if "programme_manager" in relations:
        held = Appointment.objects.filter(
            programme=engagement.programme_id, office=Office.PROGRAMME_MANAGER, ended_at__isnull=True
        ).select_related("person__organisation")
        found += [appointment.person for appointment in held]
    return found
