"""The doors of the demo: people of the install one can be for a while, each with a sentence made from records."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from alongside.models import Account, Appointment, Enrolment, EnrolmentState, Office, Part, Person
from alongside.queries.access import require_demo

PEOPLE_PER_PART = 4  # the first of each part: a demo is told from its beginning


@dataclass(frozen=True, slots=True)
class Door:
    """One person to be. `kind` is coaching, mentoring or neither."""

    person_id: UUID
    name: str
    headline: str
    here: str
    organisation: str
    kind: str


def list_doors() -> tuple[Door, ...]:
    """Everyone with an office and the first few of each part, with an account; only in the demo."""
    require_demo()
    what: dict[UUID, list[str]] = defaultdict(list)
    kinds: dict[UUID, str] = {}
    for appointment in _appointments():
        office = Office(appointment.office).label
        where = f" of {appointment.programme.name}" if appointment.programme else ""
        what[appointment.person_id].append(f"{office}{where}")
    for enrolment in _first_of_each_part():
        what[enrolment.person_id].append(f"{Part(enrolment.part).label} in {enrolment.programme.name}")
        coaching = enrolment.part in (Part.CLIENT, Part.COACH)
        kinds.setdefault(enrolment.person_id, "coaching" if coaching else "mentoring")
    people = Person.objects.filter(pk__in=what).select_related("organisation").order_by("created_at", "name")
    return tuple(
        Door(
            person.pk,
            person.name,
            person.headline or person.job_title,
            _capital(", ".join(what[person.pk])),
            person.organisation.name,
            kinds.get(person.pk, ""),
        )
        for person in people
    )


def get_account_behind(door: Door) -> Account:
    """The account of the person behind a door; only in the demo."""
    require_demo()
    return Account.objects.get(people=door.person_id)


def _appointments() -> Iterable[Appointment]:
    rows = Appointment.objects.filter(ended_at__isnull=True, person__account__isnull=False)
    return rows.select_related("programme").order_by("created_at")


def _first_of_each_part() -> list[Enrolment]:
    rows = (
        Enrolment.objects.filter(state=EnrolmentState.APPROVED, person__account__isnull=False)
        .select_related("programme")
        .order_by("person__created_at", "created_at")
    )
    seen: dict[tuple[UUID, str], int] = defaultdict(int)
    chosen = []
    for row in rows:
        seen[row.programme_id, row.part] += 1
        if seen[row.programme_id, row.part] <= PEOPLE_PER_PART:
            chosen.append(row)
    return chosen


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
