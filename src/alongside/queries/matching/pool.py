"""The pool of one programme as the matching rules look at it: one read a table, whatever the number of people.

A key is the person's id as text, the same on both sides. What a person keeps for themselves (the words of a need,
the path) is not in a pool that a programme manager sees results of; `only` reads it for that person alone.
"""

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfoNotFoundError

from django.db.models import Q, QuerySet
from django.utils import timezone

from alongside.core.imports import FIELDS_AS_COLUMNS
from alongside.core.matching import ClientFacts, FreeSpan, Pool, PractitionerFacts, week_bits
from alongside.core.matching.pool import ProgrammeKind
from alongside.models import Enrolment, EnrolmentState, Part, Person, Programme
from alongside.queries.matching.pool_columns import Columns, Told, read_columns
from alongside.queries.matching.running import People, find_running

SIDES: dict[ProgrammeKind, tuple[Part, Part]] = {
    "coaching": (Part.CLIENT, Part.COACH),
    "mentoring": (Part.MENTEE, Part.MENTOR),
}


def load_pool(
    programme: Programme,
    kind: ProgrammeKind,
    *,
    on: date | None = None,
    only: Person | None = None,
    among: Collection[UUID] | None = None,
) -> Pool:
    """Everybody of the programme who takes part in this kind: those who wait, and those who help.

    Somebody who has a running relationship of this kind here does not wait any more. `only` makes the client side
    that one person, waiting or not, with what their own need and path say. `among` makes it these people (ids of
    persons), waiting or not, as everybody sees them. `on` dates free time and qualifications; today when left out.
    """
    asking, helping = SIDES[kind]
    wanted = {only.pk} if only else among
    places = _places(programme, asking, helping, wanted)
    enrolments = list(places.select_related("person").order_by("person_id"))
    running = find_running(kind, programme)
    clients = [row.person for row in enrolments if row.part == asking]
    if wanted is None:
        clients = [person for person in clients if person.pk not in running.helped]
    waiting = [only] if only else clients
    practitioners = [row for row in enrolments if row.part == helping]
    people = (*waiting, *(row.person for row in practitioners))
    columns = read_columns(places, people, on or timezone.localdate(), only)
    own = {row.person_id: row.columns for row in enrolments if row.part == asking}
    return Pool(
        kind,
        tuple(_client(person, own.get(person.pk, {}), columns) for person in waiting),
        tuple(_practitioner(row, running, columns) for row in practitioners),
    )


def _places(
    programme: Programme, asking: Part, helping: Part, wanted: Collection[UUID] | None
) -> QuerySet[Enrolment]:
    """The places of all who help and, unless `wanted` names them, of all who ask."""
    ask = Q(part=asking) if wanted is None else Q(part=asking, person__in=wanted)
    rows = Enrolment.objects.filter(programme=programme, state=EnrolmentState.APPROVED)
    return rows.filter(ask | Q(part=helping))


def _client(person: Person, own: Mapping[str, str], columns: Columns) -> ClientFacts:
    told = columns.told_of(person)
    return ClientFacts(
        **_shared(person, own, told, columns.monday_on),
        skills_wanted=frozenset(told.skills_wanted),
        roles_wanted=frozenset(told.roles_wanted),
        same_path_essential=told.same_path_essential,
        text=" ".join((person.headline, person.about)),
    )


def _practitioner(row: Enrolment, running: People, columns: Columns) -> PractitionerFacts:
    person, told = row.person, columns.told_of(row.person)
    return PractitionerFacts(
        **_shared(person, row.columns, told, columns.monday_on),
        skills_offered=told.skills_offered,
        places=row.places,
        load=running.taken_by(person.pk),
        full_for_now=person.is_full_for_now or running.is_carrying_enough(person.pk),
        credential_current=told.credential_current,
        verified=told.verified,
        supervision_current=told.supervision_current,
        text=" ".join((person.headline, person.about)),
    )


def _shared(person: Person, own: Mapping[str, str], told: Told, monday_on: date) -> dict[str, Any]:
    """What both sides state, by the names of PersonFacts."""
    return {
        "key": str(person.pk),
        "languages": frozenset(person.languages),
        "free_time": _free_time(tuple(told.free_spans), person.time_zone, monday_on),
        "time_zone": person.time_zone,
        "place": person.place,
        "formats": frozenset(person.formats),
        "line_manager": str(person.line_manager_id) if person.line_manager_id else None,
        "managers_above": told.managers_above,
        "conflicts": frozenset(told.conflicts),
        "together_before": frozenset(told.together_before),
        "not_again": frozenset(told.not_again),
        "roles_held": frozenset(told.roles_held),
        "career_stage": career_stage(person, own),
        "function": person.function,
        "columns": columns_of(person, own),
    }


def columns_of(person: Person, own: Mapping[str, str]) -> dict[str, str]:
    """The columns rules can name: the programme's own (kept with the place), and the plain text fields of ours."""
    ours = {name: str(getattr(person, field)) for name, field in FIELDS_AS_COLUMNS.items()}
    return {**ours, **{str(name): str(value) for name, value in own.items()}}


@lru_cache(maxsize=4096)
def _free_time(spans: tuple[FreeSpan, ...], time_zone: str, monday_on: date) -> int | None:
    """The bits of the dated week; people with the same hours share the work. None when nothing was said."""
    if not spans:
        return None
    try:
        return week_bits(spans, time_zone, monday_on)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def career_stage(person: Person, own: Mapping[str, str]) -> int | None:
    """The stage as a number: the imported column `career_stage`, else a grade that is a plain number."""
    said = str(own.get("career_stage", "") or person.grade).strip()
    return int(said) if said.isdecimal() and len(said) < 4 else None
