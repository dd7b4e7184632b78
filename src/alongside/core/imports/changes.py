"""What an import would change: the same answer for the dry run and for the import itself.

An empty cell says nothing: what is there stays. Somebody who has an account keeps what they say of themselves; a
file fills in only what they left empty. The own columns of a programme are always taken from the file. A line manager
may come to see what an agreement says: so one who is set stays, and for somebody who is in another programme, too, only
an administrator's import sets one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Literal

from alongside.core.imports.fields import FIELD, HELPING
from alongside.core.imports.reading import Problem, ReadPerson

OF_PERSON: Final = (
    *(
        "job_title",
        "grade",
        "function",
        "place",
        "languages",
        "time_zone",
        "formats",
        "about",
        "line_manager",
    ),
)
NOTHING_YET: Final = {"time_zone": "UTC"}  # what a new record says before anybody has said anything
OTHER_MANAGER: Final = (
    "This person has another line manager already. An import does not change that; leave it empty."
)
NOT_YOURS_TO_SET: Final = (
    "This person’s line manager can be set only by an import of an administrator of the organisation. "
    "Leave it empty."
)
Outcome = Literal["new", "changed", "unchanged"]
_EMPTY: Final[Mapping[str, Any]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ThereAlready:
    """Somebody with this address who is here. `state` is their enrolment in this part, empty if there is none.

    `is_elsewhere` says that another programme knows them, too.
    """

    name: str
    has_account: bool
    values: Mapping[str, Any]
    columns: Mapping[str, str]
    state: str = ""
    places: int = 0
    skills: Mapping[str, int] = field(default_factory=lambda: _EMPTY)
    statement: str = ""
    answers: Mapping[str, Any] = field(default_factory=lambda: _EMPTY)
    skills_wanted: Mapping[str, int] = field(default_factory=lambda: _EMPTY)
    has_need: bool = False
    is_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What one line of the file does. Everything in it differs from what is there."""

    line: int
    email: str
    is_new: bool
    person: Mapping[str, Any]
    columns: Mapping[str, str]
    enrols: bool
    places: int | None
    skills: Mapping[str, int]
    need: Mapping[str, Any]  # statement, answers, skills_wanted: the whole need, if any of it is new

    @property
    def outcome(self) -> Outcome:
        if self.is_new:
            return "new"
        rest = (self.person, self.columns, self.enrols, self.places is not None, self.skills, self.need)
        return "changed" if any(rest) else "unchanged"


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything an import would do, and the lines it could not do."""

    lines: tuple[Change, ...]
    problems: tuple[Problem, ...]

    def count(self, outcome: Outcome) -> int:
        return sum(line.outcome == outcome for line in self.lines)


def find_changes(
    people: Iterable[ReadPerson],
    there: Mapping[str, ThereAlready],
    part: str,
    usual_places: int = 1,
    *,
    by_administrator: bool = False,
    manager_heading: str = "",
) -> Changes:
    """Compare what the file says with what is there. `usual_places` where the file says nothing about places.

    `manager_heading` is their name of the column of line managers, for problems.
    """
    lines: list[Change] = []
    problems: list[Problem] = []
    for person in people:
        before = there.get(person.email)
        if before is not None and (because := _why_not(before)):
            problems.append(Problem(person.line, "", because))
        elif before is not None and (because := _why_not_manager(person, before, by_administrator)):
            problems.append(Problem(person.line, manager_heading, because))
        else:
            lines.append(_change(person, before, part, usual_places))
    return Changes(tuple(lines), tuple(problems))


def _why_not(before: ThereAlready) -> str:
    return {
        "left": "This person has left this part of the programme. Bring them back by hand, if they wish it.",
        "declined": "This person asked to take part and was told no. Change that answer first.",
    }.get(before.state, "")


def _why_not_manager(person: ReadPerson, before: ThereAlready, by_administrator: bool) -> str:
    wanted, had = person.values.get("line_manager"), before.values.get("line_manager")
    if not wanted or wanted == had:
        return ""
    if had:
        return OTHER_MANAGER
    return NOT_YOURS_TO_SET if before.is_elsewhere and not by_administrator else ""


def _change(person: ReadPerson, before: ThereAlready | None, part: str, usual_places: int) -> Change:
    is_new = before is None
    had = before or ThereAlready("", False, _EMPTY, _EMPTY)
    enrols = had.state in {"", "requested"}
    said = {"name": person.name} | {key: person.values[key] for key in OF_PERSON if key in person.values}
    own_words = had.has_account
    return Change(
        line=person.line,
        email=person.email,
        is_new=is_new,
        person={
            key: value
            for key, value in said.items()
            if _may_write(key, value, had.name if key == "name" else had.values.get(key), own_words)
        },
        columns={name: value for name, value in person.columns.items() if had.columns.get(name) != value},
        enrols=enrols,
        places=_places(person, had, part, usual_places),
        skills=_skills(person, had, own_words),
        need=_need(person, had),
    )


def _may_write(key: str, value: Any, before: Any, has_account: bool) -> bool:
    if before == value:
        return False
    theirs = key == "name" or FIELD[key].own_words
    return not (theirs and has_account and before and before != NOTHING_YET.get(key))


def _places(person: ReadPerson, had: ThereAlready, part: str, usual: int) -> int | None:
    if part not in HELPING:
        return None
    wanted = person.values.get("places", usual if had.state == "" else had.places)
    return None if had.state and wanted == had.places else int(wanted)


def _skills(person: ReadPerson, had: ThereAlready, has_account: bool) -> Mapping[str, int]:
    said: Mapping[str, int] = person.values.get("skills", _EMPTY)
    if has_account and had.skills:
        return _EMPTY
    return {name: level for name, level in said.items() if had.skills.get(name) != level}


def _need(person: ReadPerson, had: ThereAlready) -> Mapping[str, Any]:
    """The need a file speaks of. Whoever has an account says what they need themselves.

    Whether they have said so makes no difference here: else a dry run would tell who has a need of their own.
    """
    said = _need_said(person)
    if not said or had.has_account:
        return _EMPTY
    before = {"statement": had.statement, "answers": had.answers, "skills_wanted": had.skills_wanted}
    whole = {key: said.get(key) or value for key, value in before.items()}
    return _EMPTY if had.has_need and whole == before else whole


def _need_said(person: ReadPerson) -> Mapping[str, Any]:
    answers = {
        key.removeprefix("answer_"): value
        for key, value in person.values.items()
        if key.startswith("answer_")
    }
    parts: Sequence[tuple[str, Any]] = (
        ("statement", person.values.get("statement")),
        ("answers", answers),
        ("skills_wanted", person.values.get("skills_wanted")),
    )
    return {key: value for key, value in parts if value}
