"""The doors of the demo: the cast one can be, in the order their stories are told, and where each comes in."""

from dataclasses import dataclass
from uuid import UUID

from alongside.core.demo_cast import CAST_DOORS, TRY_THESE, CastDoor, TryThis
from alongside.models import Account, Person
from alongside.queries.access import require_demo


@dataclass(frozen=True, slots=True)
class Door:
    """One person to be. `kind` is coaching, mentoring or neither; `lands_on` names the page they come to."""

    person_id: UUID
    name: str
    role: str
    story: str
    organisation: str
    kind: str
    lands_on: str


def list_doors() -> tuple[Door, ...]:
    """The cast that is there, with accounts; only in the demo."""
    require_demo()
    rows = Person.objects.filter(
        email__in=[one.email for one in CAST_DOORS], account__isnull=False
    ).select_related("organisation")
    people = {person.email: person for person in rows}
    return tuple(_door(people[one.email], one) for one in CAST_DOORS if one.email in people)


def _door(person: Person, one: CastDoor) -> Door:
    return Door(person.pk, person.name, one.role, one.story, person.organisation.name, one.kind, one.lands_on)


def list_things_to_say() -> tuple[TryThis, ...]:
    """What one may try on the questionnaire, one for each route; only in the demo."""
    require_demo()
    return TRY_THESE


def get_account_behind(door: Door) -> Account:
    """The account of the person behind a door; only in the demo."""
    require_demo()
    return Account.objects.get(people=door.person_id)
