"""Reads about imports: batches, what was chosen last time, and what a batch would change."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID
from zoneinfo import available_timezones

from alongside.core.imports import Changes, Known, Table, ThereAlready, find_changes, read_people
from alongside.core.imports.cells import plain_skill
from alongside.core.programmes import PARTS, ProgrammeKind
from alongside.models import (
    CoachingEngagement,
    Enrolment,
    ImportBatch,
    ImportState,
    Mentorship,
    Need,
    NeedSkill,
    Organisation,
    Part,
    Person,
    Programme,
    Skill,
    SkillOffered,
)
from alongside.queries.access import NotVisible, Sight, Viewer, get_visible, viewer_as

LARGE_FROM_LINES: Final = 500  # from here on an import is background work
SHOWN: Final = 8
_SAID: Final = (*("job_title", "grade", "function", "place", "languages", "time_zone", "formats", "about"),)


@dataclass(frozen=True, slots=True)
class ColumnSample:
    """One column of an upload, with a few different values from it."""

    name: str
    values: tuple[str, ...]
    filled: int


def get_programme_to_import(viewer: Viewer, pk: UUID) -> Sight[Programme]:
    """A programme into which the viewer may import people."""
    rows = Programme.objects.select_related("organisation")
    return get_visible(viewer, "import", "create", rows, pk)


def get_import(viewer: Viewer, action: str, pk: UUID) -> Sight[ImportBatch]:
    """An import, if the viewer may do this with it."""
    rows = ImportBatch.objects.select_related("programme__organisation")
    return get_visible(viewer, "import", action, rows, pk)


def list_imports(sight: Sight[Programme]) -> tuple[ImportBatch, ...]:
    """The latest imports of a programme, without their rows."""
    if not sight.may("import", "list"):
        raise NotVisible
    rows = ImportBatch.objects.filter(programme=sight.record).select_related("made_by")
    return tuple(rows.defer("rows", "problems")[:SHOWN])


def list_parts(programme: Programme) -> tuple[Part, ...]:
    """The parts people can be imported for."""
    return tuple(Part(part) for part in PARTS[ProgrammeKind(programme.kind)])


def recall_mapping(programme: Programme, part: str) -> dict[str, str]:
    """What became of each heading in this programme's imports of that part; the latest choice counts."""
    done = ImportBatch.objects.filter(programme=programme, part=part, state=ImportState.DONE)
    mappings = done.order_by("finished_at").values_list("mapping", flat=True)[:50]
    return {heading: target for mapping in mappings for heading, target in mapping.items()}


def table_of(batch: ImportBatch) -> Table:
    """The uploaded table; without rows once the import is done."""
    return Table.from_plain(batch.header, batch.rows)


def sample_columns(table: Table, at_most: int = 3) -> tuple[ColumnSample, ...]:
    """The columns of a table, each with a few different values, so that a person recognises them."""
    samples = []
    for position, name in enumerate(table.header):
        filled = [
            row.cells[position]
            for row in table.rows
            if position < len(row.cells) and row.cells[position].strip()
        ]
        different = tuple(dict.fromkeys(" ".join(value.split())[:60] for value in filled[:200]))
        samples.append(ColumnSample(name, different[:at_most], len(filled)))
    return tuple(samples)


def find_batch_changes(batch: ImportBatch) -> Changes:
    """What importing the batch would change now, and every line that cannot be. Reads only."""
    programme, part = batch.programme, batch.part
    reading = read_people(table_of(batch), batch.mapping, load_known(programme.organisation))
    there = load_there(programme, part, {person.email for person in reading.people})
    found = find_changes(
        reading.people,
        there,
        part,
        int(batch.options.get("usual_places", 1)),
        by_administrator=batch.made_by is not None and viewer_as(batch.made_by).is_org_admin,
        manager_heading=next((name for name, to in batch.mapping.items() if to == "line_manager"), ""),
    )
    problems = sorted((*reading.problems, *found.problems), key=lambda problem: problem.line)
    return Changes(found.lines, tuple(problems))


def load_known(organisation: Organisation) -> Known:
    """The organisation's skills and addresses, and the names of time zones (two reads)."""
    skills = Skill.objects.filter(organisation=organisation, is_retired=False).values_list("name", flat=True)
    addresses = Person.objects.filter(organisation=organisation).values_list("email", flat=True)
    return Known(
        {plain_skill(name): name for name in skills},
        frozenset(address.lower() for address in addresses),
        frozenset(available_timezones()),
    )


def load_there(programme: Programme, part: str, addresses: Collection[str]) -> dict[str, ThereAlready]:
    """Those of these addresses who are here already, as far as an import of this part looks (a few reads)."""
    people = {
        person.email.lower(): person
        for person in Person.objects.filter(organisation=programme.organisation).select_related(
            "line_manager"
        )
        if person.email.lower() in addresses
    }
    enrolled = {row.person_id: row for row in Enrolment.objects.filter(programme=programme, part=part)}
    skills = _skills_offered(programme)
    needs, elsewhere = _needs(programme), _known_elsewhere(programme)
    return {
        email: _there(
            person,
            enrolled.get(person.pk),
            skills.get(person.pk, {}),
            needs.get(person.pk, {}),
            is_elsewhere=person.pk in elsewhere,
        )
        for email, person in people.items()
    }


def _known_elsewhere(programme: Programme) -> frozenset[UUID]:
    """Everybody whom another programme of the organisation knows, whatever became of their place there."""
    others = {"programme__organisation": programme.organisation_id}
    rows = (
        Enrolment.objects.filter(**others).values_list("person_id", "programme_id"),
        CoachingEngagement.objects.filter(**others).values_list("client_id", "programme_id"),
        Mentorship.objects.filter(**others).values_list("mentee_id", "programme_id"),
    )
    return frozenset(person for found in rows for person, where in found if where != programme.pk)


def _there(
    person: Person,
    enrolment: Enrolment | None,
    skills: Mapping[str, int],
    need: Mapping[str, Any],
    *,
    is_elsewhere: bool,
) -> ThereAlready:
    manager = person.line_manager
    return ThereAlready(
        name=person.name,
        has_account=person.account_id is not None,
        values={key: getattr(person, key) for key in _SAID}
        | {"line_manager": manager.email.lower() if manager else None},
        columns=enrolment.columns if enrolment else {},
        state=enrolment.state if enrolment else "",
        places=enrolment.places if enrolment else 0,
        skills=skills,
        is_elsewhere=is_elsewhere,
        **need,
    )


def _skills_offered(programme: Programme) -> dict[UUID, dict[str, int]]:
    rows = SkillOffered.objects.filter(person__organisation_id=programme.organisation_id)
    found: dict[UUID, dict[str, int]] = {}
    for person_id, name, level in rows.values_list("person_id", "skill__name", "level"):
        found.setdefault(person_id, {})[name] = level
    return found


def _needs(programme: Programme) -> dict[UUID, dict[str, Any]]:
    """Everybody's newest open need, as an import compares it."""
    rows = Need.objects.filter(person__organisation_id=programme.organisation_id, closed_at__isnull=True)
    newest = {need.person_id: need for need in rows.order_by("created_at") if need.person_id}
    wanted: dict[UUID, dict[str, int]] = {}
    mentioned = NeedSkill.objects.filter(need__in=rows).values_list("need_id", "skill__name", "required")
    for need_id, name, required in mentioned:
        wanted.setdefault(need_id, {})[name] = required if required is not None else 0
    return {
        person_id: {
            "statement": need.statement,
            "answers": need.answers,
            "skills_wanted": wanted.get(need.pk, {}),
            "has_need": True,
        }
        for person_id, need in newest.items()
    }
