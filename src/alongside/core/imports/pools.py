"""A matching pool straight from two tables, without a programme: what `alongside match` reads."""

from collections.abc import Mapping
from typing import Any, Final

from alongside.core.imports.cells import Known, names_in, plain_skill
from alongside.core.imports.mapping import Mapped, guess_mapping, plain_name
from alongside.core.imports.reading import ReadPerson, read_people
from alongside.core.imports.table import Table
from alongside.core.matching import ClientFacts, Pool, PractitionerFacts, SkillWanted
from alongside.core.matching.pool import ProgrammeKind
from alongside.core.verdicts import Refused

PARTS: Final[Mapping[ProgrammeKind, tuple[str, str]]] = {
    "coaching": ("client", "coach"),
    "mentoring": ("mentee", "mentor"),
}
PROBLEMS_TOLD: Final = 10
_YES: Final = frozenset({"yes", "y", "true", "1"})


def read_pool(
    clients: Table,
    practitioners: Table,
    kind: ProgrammeKind,
    time_zones: frozenset[str],
    usual_places: int = 1,
) -> Pool | Refused:
    """Both tables as one pool. The key of a person is the address; rules may name every heading as it stands.

    Headings are understood as an import guesses them. Three yes-or-no headings more are read for practitioners:
    “credential”, “verified” and “supervision”.
    """
    asking, helping = PARTS[kind]
    one, other = _read(clients, asking, time_zones), _read(practitioners, helping, time_zones)
    if isinstance(one, Refused):
        return one
    if isinstance(other, Refused):
        return other
    return Pool(
        kind,
        tuple(ClientFacts(**_shared(p, row), **_of_client(p)) for p, row in one),
        tuple(
            PractitionerFacts(**_shared(p, row), **_of_practitioner(p, row, usual_places)) for p, row in other
        ),
    )


Rows = list[tuple[ReadPerson, Mapping[str, str]]]


def _read(table: Table, part: str, time_zones: frozenset[str]) -> Rows | Refused:
    """Everybody of a table, each with the whole row by heading, or what is wrong with it."""
    mapping = guess_mapping(table.header, part)
    if "email" not in mapping.values():
        return Refused(
            f"The table of {part}s has no column with an e-mail address, by which people are told apart."
        )
    rows = {row.line: dict(zip(table.header, row.cells, strict=False)) for row in table.rows}
    known = Known(_skills(table, mapping), _managers(table, mapping), time_zones)
    reading = read_people(table, mapping, known)
    if reading.problems:
        told = [f"line {p.line}, {p.column or 'whole line'}: {p.because}" for p in reading.problems]
        more = f" And {len(told) - PROBLEMS_TOLD} more." if len(told) > PROBLEMS_TOLD else ""
        return Refused(f"The table of {part}s: " + " ".join(told[:PROBLEMS_TOLD]) + more)
    return [(person, rows[person.line]) for person in reading.people]


def _skills(table: Table, mapping: Mapped) -> dict[str, str]:
    """Any skill a table names is a skill here: there is no catalogue to hold it against."""
    columns = [at for at, name in enumerate(table.header) if mapping[name] in ("skills", "skills_wanted")]
    names = [
        name
        for row in table.rows
        for at in columns
        if at < len(row.cells)
        for name in names_in(row.cells[at])
    ]
    return {plain_skill(name): plain_skill(name) for name in names}


def _managers(table: Table, mapping: Mapped) -> frozenset[str]:
    """Every manager named, so that one who is in neither table is no problem."""
    columns = [at for at, name in enumerate(table.header) if mapping[name] == "line_manager"]
    return frozenset(
        row.cells[at].strip().lower() for row in table.rows for at in columns if at < len(row.cells)
    )


def _shared(person: ReadPerson, row: Mapping[str, str]) -> dict[str, Any]:
    values = person.values
    stage = str(row.get("career_stage") or values.get("grade", "")).strip()
    return {
        "key": person.email,
        "languages": frozenset(values.get("languages", ())),
        "time_zone": values.get("time_zone", ""),
        "place": values.get("place", ""),
        "formats": frozenset(values.get("formats", ())),
        "line_manager": values.get("line_manager"),
        "function": values.get("function", ""),
        "career_stage": int(stage) if stage.isdecimal() and len(stage) < 4 else None,
        "text": values.get("statement") or values.get("about", ""),
        "columns": dict(row),
    }


def _of_client(person: ReadPerson) -> dict[str, Any]:
    wanted: Mapping[str, int] = person.values.get("skills_wanted", {})
    return {
        "skills_wanted": frozenset(SkillWanted(name, 1, level) for name, level in wanted.items()),
        "same_path_essential": person.values.get("answer_same_path_needed") == "yes",
    }


def _of_practitioner(person: ReadPerson, row: Mapping[str, str], usual_places: int) -> dict[str, Any]:
    said = {plain_name(heading): value.strip().casefold() in _YES for heading, value in row.items()}
    return {
        "skills_offered": dict(person.values.get("skills", {})),
        "places": person.values.get("places", usual_places),
        "credential_current": said.get("credential", False),
        "verified": said.get("verified", False),
        "supervision_current": said.get("supervision", False),
    }
