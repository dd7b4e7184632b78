"""The one way an engagement changes its state: ask the core, save, remember the event."""

from datetime import datetime

from django.db import transaction

from alongside.core.relationships.coaching import CoachingFacts, advance
from alongside.core.relationships.lifecycle import CLOCK, Moved
from alongside.core.verdicts import Refused
from alongside.models import Appointment, CoachingEngagement, Office, Person
from alongside.queries.relationships.coaching.coaches import OPEN_OFFERS
from alongside.queries.relationships.coaching.facts import load_coaching_facts
from alongside.services.relationships.story import record_move

NOBODY_HERE = "nobody"


@transaction.atomic
def move(
    engagement: CoachingEngagement,
    name: str,
    by: Person | None,
    at: datetime,
    facts: CoachingFacts | None = None,
) -> Moved | Refused:
    """Make the named move of the table, or say why not. `by` None is the calendar.

    `facts` may be given where the move depends on something not yet saved, such as coaches about to be offered.
    """
    lock(engagement)
    answer = advance(facts or load_coaching_facts(engagement, at), name, capacity_of(engagement, by), at)
    if isinstance(answer, Refused):
        return answer
    before, engagement.state, engagement.state_since = engagement.state, answer.to, at
    engagement.save(update_fields=["state", "state_since"])
    record_move(engagement, answer, before, by)
    return answer


def lock(engagement: CoachingEngagement) -> None:
    """Read the engagement anew and hold its row, so that two people pressing at once come one after the other."""
    engagement.refresh_from_db(from_queryset=CoachingEngagement.objects.select_for_update())


def capacity_of(engagement: CoachingEngagement, person: Person | None) -> str:
    """What the person is to the table: client, coach (also while on offer), sponsor, programme manager, clock."""
    if person is None:
        return CLOCK
    parties = {
        engagement.client_id: "client",
        engagement.coach_id: "coach",
        engagement.sponsor_id: "sponsor",
    }
    if person.pk in parties:
        return parties[person.pk]
    if engagement.offers.filter(coach=person, state__in=OPEN_OFFERS).exists():
        return "coach"
    return "programme_manager" if manages(person, engagement) else NOBODY_HERE


def manages(person: Person, engagement: CoachingEngagement) -> bool:
    """Whether the person manages the programme of this engagement now."""
    return Appointment.objects.filter(
        person=person,
        programme=engagement.programme_id,
        office=Office.PROGRAMME_MANAGER,
        ended_at__isnull=True,
    ).exists()
