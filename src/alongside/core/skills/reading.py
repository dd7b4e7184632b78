"""A catalogue of skills in somebody's table: our own columns, or those of ESCO as it is published.

Ours: name, and if wanted key, category and description. ESCO: conceptUri, preferredLabel, description and the
broader concepts; other labels are not kept. A catalogue with any problem is not taken at all.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from alongside.core.imports import Table
from alongside.core.verdicts import Refused

MOST_SKILLS: Final = 2000
LONGEST: Final = MappingProxyType({"key": 80, "name": 120, "category": 80, "description": 400})
ESCO: Final = "esco-"
BETWEEN_GROUPS: Final = " | "
# The licence of ESCO (Commission Decision 2011/833/EU) asks for this very sentence.
ESCO_SENTENCE: Final = "This service uses the ESCO classification of the European Commission."
COLUMNS: Final = MappingProxyType(
    {
        "key": ("key", "concepturi", "id"),
        "name": ("name", "preferredlabel", "skill"),
        "category": ("category", "broaderconceptpt", "group"),
        "description": ("description", "about"),
    }
)
NO_NAMES: Final = Refused(
    "There is no column with the names of the skills. Call it “name”, or “preferredLabel” as in ESCO."
)
TOO_MANY: Final = Refused(f"A catalogue has at most {MOST_SKILLS} skills. Nobody finds anything in more.")


@dataclass(frozen=True, slots=True)
class SkillLine:
    """One skill as the table has it, cut to what a catalogue holds."""

    line: int
    key: str
    name: str
    category: str
    description: str


@dataclass(frozen=True, slots=True)
class SkillProblem:
    """Why a line cannot be taken."""

    line: int
    because: str


@dataclass(frozen=True, slots=True)
class KnownSkill:
    """A skill the organisation has."""

    key: str
    name: str
    category: str
    description: str
    is_retired: bool = False


@dataclass(frozen=True, slots=True)
class SkillsReading:
    """What taking the table in would do. `leaving` are running skills that the table does not have."""

    new: tuple[SkillLine, ...]
    changed: tuple[SkillLine, ...]
    unchanged: int
    leaving: tuple[KnownSkill, ...]
    problems: tuple[SkillProblem, ...]
    acknowledgement: str


def read_skills(table: Table, known: tuple[KnownSkill, ...]) -> SkillsReading | Refused:
    """Compare the table with what is there: by key, else by name. Nothing is changed here."""
    columns = _columns(table)
    if "name" not in columns:
        return NO_NAMES
    if len(table.rows) > MOST_SKILLS:
        return TOO_MANY
    common = _common_groups(table, columns)
    lines = tuple(_line(row.line, row.cells, columns, common) for row in table.rows)
    by_key, by_name = {one.key: one for one in known}, {one.name.casefold(): one for one in known}
    new, changed, met = [], [], set()
    for line in lines:
        there = by_key.get(line.key) or by_name.get(line.name.casefold())
        if there is None:
            new.append(line)
            continue
        met.add(there.key)
        if there.key == line.key and _differs(there, line):
            changed.append(line)
    return SkillsReading(
        new=tuple(new),
        changed=tuple(changed),
        unchanged=len(lines) - len(new) - len(changed),
        leaving=tuple(one for one in known if one.key not in met and not one.is_retired),
        problems=_problems(lines, by_key, by_name),
        acknowledgement=acknowledgement_for(line.key for line in lines),
    )


def acknowledgement_for(keys: Iterable[str]) -> str:
    """What must be said where these skills are used, or nothing."""
    return ESCO_SENTENCE if any(key.startswith(ESCO) for key in keys) else ""


def key_for(name: str) -> str:
    """A key made from a name: small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LONGEST["key"]]


def _columns(table: Table) -> Mapping[str, int]:
    """Where each of our columns stands in the table."""
    places = {name.casefold().replace(" ", ""): at for at, name in reversed(list(enumerate(table.header)))}
    found = {
        ours: next((places[one] for one in names if one in places), None) for ours, names in COLUMNS.items()
    }
    return {ours: at for ours, at in found.items() if at is not None}


def _cell(cells: Sequence[str], at: int | None) -> str:
    return " ".join(cells[at].split()) if at is not None and at < len(cells) else ""


def _common_groups(table: Table, columns: Mapping[str, int]) -> Counter[str]:
    """How often each group is named. ESCO names several for one skill; the commonest makes the fewest groups."""
    at = columns.get("category")
    return Counter(group for row in table.rows for group in _cell(row.cells, at).split(BETWEEN_GROUPS))


def _line(number: int, cells: Sequence[str], columns: Mapping[str, int], common: Counter[str]) -> SkillLine:
    def cell(name: str) -> str:
        return _cell(cells, columns.get(name))

    name = cell("name")
    name = name[:1].upper() + name[1:]
    category = max(cell("category").split(BETWEEN_GROUPS), key=lambda group: common[group])
    return SkillLine(
        number,
        _key(cell("key"), name),
        name,
        (category[:1].upper() + category[1:])[: LONGEST["category"]],
        _cut(cell("description"), LONGEST["description"]),
    )


def _key(given: str, name: str) -> str:
    """The key given, the last part of an ESCO address, or one made from the name."""
    if "/esco/" in given:
        return f"{ESCO}{key_for(given.rstrip('/').rsplit('/', maxsplit=1)[-1])}"
    return key_for(given or name)


def _cut(text: str, longest: int) -> str:
    """The text, cut at the end of a word where it is too long."""
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", maxsplit=1)[0] + "…"


def _differs(there: KnownSkill, line: SkillLine) -> bool:
    return (there.name, there.category, there.description) != (line.name, line.category, line.description)


def _problems(
    lines: tuple[SkillLine, ...], by_key: Mapping[str, KnownSkill], by_name: Mapping[str, KnownSkill]
) -> tuple[SkillProblem, ...]:
    keys: dict[str, int] = {}
    names: dict[str, int] = {}
    for line in lines:
        keys.setdefault(line.key, line.line)
        names.setdefault(line.name.casefold(), line.line)
    taken = {line.line for line in lines if _takes_a_name(line, keys, by_key, by_name)}
    found = ((line.line, _what_is_wrong(line, keys, names, taken)) for line in lines)
    return tuple(SkillProblem(number, because) for number, because in found if because)


def _what_is_wrong(
    line: SkillLine, keys: Mapping[str, int], names: Mapping[str, int], taken: set[int]
) -> str:
    if not line.name or not line.key:
        return "There is no name in this line."
    if len(line.name) > LONGEST["name"]:
        return f"The name is longer than {LONGEST['name']} letters."
    if (first := names[line.name.casefold()]) != line.line:
        return f"“{line.name}” is in line {first}, too."
    if (first := keys[line.key]) != line.line:
        return f"Its key “{line.key}” is in line {first}, too."
    return f"“{line.name}” is the name of another skill here." if line.line in taken else ""


def _takes_a_name(
    line: SkillLine,
    keys: Mapping[str, int],
    by_key: Mapping[str, KnownSkill],
    by_name: Mapping[str, KnownSkill],
) -> bool:
    """Whether the line wants the name of a skill that is not itself."""
    there = by_name.get(line.name.casefold())
    return there is not None and there.key != line.key and (line.key in by_key or there.key in keys)
