"""Which column becomes what: a target is a field's key, `own:NAME` for a column of the programme's own, or nothing."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from alongside.core.imports.fields import FIELD, LEFT_OUT, fields_for

OWN: Final = "own:"
LEAVE_OUT: Final = ""
LONGEST_NAME: Final = 60
NAMES: Final = frozenset({"name", "first_name", "last_name"})
# The names by which rules see fields of ours; a column of the programme's own cannot take them.
FIELDS_AS_COLUMNS: Final = {
    "grade": "grade",
    "job title": "job_title",
    "function": "function",
    "place": "place",
}

Mapped = Mapping[str, str]  # name of their column → target


def plain_name(heading: str) -> str:
    """A heading as it is compared: words only, one case. "E-Mail_address:" → "e mail address"."""
    return " ".join(re.sub(r"[\W_]+", " ", heading.casefold()).split())


def guess_mapping(header: Sequence[str], part: str, remembered: Mapped | None = None) -> dict[str, str]:
    """A first proposal: what was chosen last time for a heading, else a field by its name, else an own column."""
    before = {plain_name(name): target for name, target in (remembered or {}).items()}
    by_name = {name: field.key for field in reversed(fields_for(part)) for name in field.names}
    found: dict[str, str] = {}
    for heading in header:
        name = plain_name(heading)
        target = before.get(
            name, by_name.get(name, LEAVE_OUT if name in LEFT_OUT else OWN + own_name(heading))
        )
        twice = target in found.values() and target != LEAVE_OUT
        found[heading] = OWN + own_name(heading) if twice else target
    return found


def own_name(heading: str) -> str:
    """The name an own column gets: the heading, tidied, in its own case."""
    return " ".join(heading.split())[:LONGEST_NAME]


def find_mapping_problems(header: Sequence[str], mapping: Mapped, part: str) -> tuple[str, ...]:
    """What is wrong with a mapping, in sentences; nothing when it can be used."""
    targets = Counter(target for target in mapping.values() if target != LEAVE_OUT)
    fields = {target for target in targets if not target.startswith(OWN)}
    known = {field.key for field in fields_for(part)}
    owns = [target.removeprefix(OWN) for target in targets if target.startswith(OWN)]
    checks = (
        ("email" in fields, "Say which column holds the e-mail address."),
        (bool(fields & NAMES), "Say which column holds the name."),
        (
            "name" not in fields or fields & NAMES == {"name"},
            "Use either the whole name, or first and last name.",
        ),
        (not set(mapping) - set(header), _absent(set(mapping) - set(header))),
        (not fields - known, "Not known for this part: " + ", ".join(sorted(fields - known)) + "."),
        (all(name.strip() for name in owns), "Every column of your own needs a name."),
        (all(name.isprintable() for name in owns), "Names of columns are made of signs that can be seen."),
        (
            all(len(name) <= LONGEST_NAME for name in owns),
            f"Names of columns have at most {LONGEST_NAME} letters.",
        ),
    )
    twice = tuple(
        f"Two columns become “{label_of(target)}”. Keep one of them."
        for target, times in targets.items()
        if times > 1
    )
    return (*(words for holds, words in checks if not holds), *twice, *_taken(owns))


def _absent(names: set[str]) -> str:
    return "The file has no column " + ", ".join(f"“{name}”" for name in sorted(names)) + "."


def _taken(owns: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        f"“{name}” is a field of ours: choose it from the list instead."
        for name in owns
        if plain_name(name) in FIELDS_AS_COLUMNS
    )


def label_of(target: str) -> str:
    """A target in words."""
    if target.startswith(OWN):
        return target.removeprefix(OWN)
    return FIELD[target].label if target in FIELD else target
