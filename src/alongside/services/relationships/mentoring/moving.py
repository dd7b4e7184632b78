"""The one way a mentorship changes its state: ask the core, save, remember the event."""

from datetime import datetime

from django.db import transaction

from alongside.core.events import Event
from alongside.core.relationships.lifecycle import CLOCK, Moved
from alongside.core.relationships.mentoring import MentoringState, advance
from alongside.core.verdicts import Refused
from alongside.models import Mentorship, Person, RelationshipEvent, Release
from alongside.queries.relationships.mentoring_facts import load_mentoring_facts, sides
from alongside.services.relationships.story import record_move

NOBODY_HERE = "nobody"
ENDS = frozenset(
    {
        MentoringState.CLOSED,
        MentoringState.UNWOUND,
        MentoringState.REDEFINITION,
        MentoringState.DECLINED,
        MentoringState.EXPIRED,
    }
)


@transaction.atomic
def move(mentorship: Mentorship, name: str, by: Person | None, at: datetime) -> Moved | Refused:
    """Make the named move of the table, or say why not. `by` None is the calendar."""
    lock(mentorship)
    answer = advance(load_mentoring_facts(mentorship), name, side_of(mentorship, by), at)
    if isinstance(answer, Refused):
        return answer
    before = mentorship.state
    if answer.to != before:
        mentorship.state, mentorship.state_since = answer.to, at
    if answer.to in ENDS:
        mentorship.ended_at = at
        close_openings(mentorship, at)
    mentorship.save(update_fields=["state", "state_since", "ended_at"])
    record_move(mentorship, answer, before, by)
    return answer


def close_openings(mentorship: Mentorship, at: datetime) -> None:
    """What the mentee had opened to this mentor closes with the mentorship: the path outlives it, the view does not."""
    Release.objects.filter(mentorship=mentorship, withdrawn_at__isnull=True).update(withdrawn_at=at)


def lock(mentorship: Mentorship) -> None:
    """Read it anew and hold its row, so that two people pressing at once come one after the other."""
    mentorship.refresh_from_db(from_queryset=Mentorship.objects.select_for_update())


def side_of(mentorship: Mentorship, person: Person | None) -> str:
    """What the person is to the table: mentee, mentor or nobody; the calendar when there is no person."""
    return sides(mentorship).get(person.pk, NOBODY_HERE) if person else CLOCK


def remember(mentorship: Mentorship, event: type[Event], by: Person, at: datetime) -> RelationshipEvent:
    """Something happened that leaves the state as it is."""
    said = event(str(mentorship.pk), side_of(mentorship, by), at)
    return record_move(mentorship, Moved(mentorship.state, said), mentorship.state, by)
