"""From a table and a mapping to people, and every problem with its line, column and reason."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from alongside.core.imports.cells import Known, read_cell
from alongside.core.imports.fields import FIELD, ImportField
from alongside.core.imports.mapping import LEAVE_OUT, OWN, Mapped
from alongside.core.imports.table import Table, TableRow
from alongside.core.verdicts import Refused

LONGEST_NAME: Final = 120
_OWN_FIELD: Final = ImportField("own", "", "line", most=500)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a line from being imported. `column` is their heading, empty for the whole line."""

    line: int
    column: str
    because: str


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """One person as the file has them. Cells that were empty are not in `values` or `columns`."""

    line: int
    email: str
    name: str
    values: Mapping[str, Any]
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everybody who could be read, and everything that could not, by line."""

    people: tuple[ReadPerson, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Line:
    """A row while it is being read."""

    row: TableRow
    values: dict[str, Any] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, column: str, because: str) -> None:
        self.problems.append(Problem(self.row.line, column, because))


def read_people(table: Table, mapping: Mapped, known: Known) -> Reading:
    """Read every row. A row with a problem gives no person. The mapping has been checked before."""
    lines = [_read_line(row, table.header, mapping, known) for row in table.rows]
    people = [_person(line) for line in lines if not line.problems]
    problems = [problem for line in lines for problem in line.problems]
    unique, doubled = _each_once(people, _heading(mapping, "email"))
    managed, unmanaged = _with_manager(unique, known.addresses, _heading(mapping, "line_manager"))
    return Reading(tuple(managed), tuple(sorted((*problems, *doubled, *unmanaged), key=lambda p: p.line)))


def _read_line(row: TableRow, header: Sequence[str], mapping: Mapped, known: Known) -> _Line:
    line = _Line(row)
    if any(cell.strip() for cell in row.cells[len(header) :]):
        line.refuse("", f"This line has {len(row.cells)} values; the table has {len(header)} columns.")
        return line
    for heading, raw in zip(header, row.cells, strict=False):
        target = mapping.get(heading, LEAVE_OUT)
        if target != LEAVE_OUT and raw.strip():
            _read_into(line, heading, target, raw, known)
    _check_whole(line, mapping)
    return line


def _read_into(line: _Line, heading: str, target: str, raw: str, known: Known) -> None:
    is_own = target.startswith(OWN)
    line.filled.add(target)
    value = read_cell(raw, _OWN_FIELD if is_own else FIELD[target], known)
    if isinstance(value, Refused):
        line.refuse(heading, value.because)
    elif is_own:
        line.columns[target.removeprefix(OWN)] = value
    else:
        line.values[target] = value


def _check_whole(line: _Line, mapping: Mapped) -> None:
    """What must hold of the line as one: an address, a name, and not being one's own manager."""
    names = ("name", "first_name", "last_name")
    if "email" not in line.filled:
        line.refuse(_heading(mapping, "email"), "The e-mail address is missing.")
    if line.filled.isdisjoint(names):
        line.refuse(_heading(mapping, *names), "The name is missing.")
    if len(_name(line.values)) > LONGEST_NAME:
        line.refuse(_heading(mapping, *names), f"The name is longer than {LONGEST_NAME} letters.")
    if line.values.get("email", "") == line.values.get("line_manager"):
        line.refuse(_heading(mapping, "line_manager"), "Nobody is their own line manager.")


def _name(values: Mapping[str, Any]) -> str:
    parts = (values.get("first_name", ""), values.get("last_name", ""))
    return str(values.get("name") or " ".join(filter(None, parts)))


def _person(line: _Line) -> ReadPerson:
    apart = ("email", "name", "first_name", "last_name")
    values = {key: value for key, value in line.values.items() if key not in apart}
    return ReadPerson(line.row.line, line.values["email"], _name(line.values), values, line.columns)


def _heading(mapping: Mapped, *targets: str) -> str:
    return next((heading for target in targets for heading, to in mapping.items() if to == target), "")


def _each_once(people: Iterable[ReadPerson], heading: str) -> tuple[list[ReadPerson], list[Problem]]:
    """The first line of each address counts; later ones are problems."""
    first: dict[str, ReadPerson] = {}
    doubled = []
    for person in people:
        before = first.setdefault(person.email, person)
        if before is not person:
            because = f"The same address stands in line {before.line} already."
            doubled.append(Problem(person.line, heading, because))
    return list(first.values()), doubled


def _with_manager(
    people: list[ReadPerson], addresses: frozenset[str], heading: str
) -> tuple[list[ReadPerson], list[Problem]]:
    """People whose line manager is here or in the file; leaving one out leaves out all who name that one."""
    because = "Nobody with this address is here or in this file."
    here = addresses | {person.email for person in people}
    reports: defaultdict[str, list[ReadPerson]] = defaultdict(list)
    for person in people:
        if manager := person.values.get("line_manager"):
            reports[manager].append(person)
    lost: set[str] = set()
    unknown = [manager for manager in reports if manager not in here]
    while unknown:
        gone = {person.email for person in reports[unknown.pop()]} - lost
        lost |= gone
        unknown.extend(email for email in gone - addresses if email in reports)
    problems = [Problem(person.line, heading, because) for person in people if person.email in lost]
    return [person for person in people if person.email not in lost], problems
