"""A draft of the triage rules: changed piece by piece as text, so that everything else in the file stays as written.

Every change is checked as a whole: as a rules file, and against limits that keep reading a need quick whatever
somebody writes into their own rules.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import tomlkit

from alongside.core.needs.rule_limits import problems_beyond_limits
from alongside.core.needs.rules_file import load_rules
from alongside.core.needs.triage_rules import (
    LATER_THRESHOLDS,
    InvalidRulesError,
    RulesProblem,
    TriageRules,
)

LONGEST_FILE: Final = 500_000
NUMBERS: Final = ("weights", "thresholds")
NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}")
SHIPPED_NAMES: Final = "triage-"

Problems = tuple[RulesProblem, ...]


@dataclass(frozen=True, slots=True)
class FamilyText:
    """A family as it stands in the file. `kind` is dimension, gate or sign; `share` is what it opens of a gate."""

    name: str
    kind: str
    on: str
    toward: str = ""
    against: bool = False
    because: str = ""
    phrases: str = ""
    unless: str = ""
    not_then: str = ""
    share: float | None = None

    @property
    def size(self) -> int:
        """How many phrases it has; remarks are not counted."""
        return sum(1 for line in self.phrases.splitlines() if line.strip() and not line.startswith(";"))


def check_rules(text: str) -> TriageRules | Problems:
    """The rules of a text, or every mistake in it with its line."""
    if len(text) > LONGEST_FILE:
        return (RulesProblem(0, f"the file is longer than {LONGEST_FILE:,} characters"),)
    try:
        raw = tomllib.loads(text)
        problems = tuple(problems_beyond_limits(raw, text.splitlines()))
        return problems or load_rules(text)
    except (ValueError, RecursionError, OverflowError) as error:
        return _as_problems(error)


def families_of(text: str) -> tuple[FamilyText, ...]:
    """Every family of a valid file, in its order."""
    return tuple(_family(row) for row in tomllib.loads(text)["family"])


def numbers_of(text: str) -> dict[str, dict[str, float]]:
    """The tables `weights` and `thresholds` of a valid file."""
    raw = tomllib.loads(text)
    raw["thresholds"] = {**LATER_THRESHOLDS, **raw["thresholds"]}
    return {table: {key: float(value) for key, value in raw[table].items()} for table in NUMBERS}


def with_numbers(text: str, numbers: Mapping[str, Mapping[str, float]]) -> str:
    """The file with these numbers; those that stay the same stay as they are written."""
    document: Any = tomlkit.parse(text)
    for table, values in numbers.items():
        for key, value in values.items():
            if float(document[table].get(key, -1)) != value:
                document[table][key] = int(value) if value == int(value) else value
    return tomlkit.dumps(document)


def with_family(text: str, name: str, *, because: str, phrases: str, unless: str) -> str | None:
    """The file with other words in one family; None when it has no family of that name."""
    document: Any = tomlkit.parse(text)
    row = next((each for each in document["family"] if each.get("name") == name), None)
    if row is None:
        return None
    if because != row.get("because", ""):
        row["because"] = because
    for key, lines in (("phrases", phrases), ("unless", unless)):
        _set_lines(row, key, lines)
    return tomlkit.dumps(document)


def with_new_family(text: str, family: FamilyText) -> str:
    """The file with one more family at the end of the families."""
    document: Any = tomlkit.parse(text)
    row = tomlkit.table()
    row["name"] = family.name
    row[family.kind] = family.on
    if family.kind != "sign":
        row["toward"] = family.toward
        row["because"] = family.because
    if family.kind == "gate":
        row["opens"] = 1.0 if family.share is None else family.share
    if family.against:
        row["against"] = True
    for key, lines in (("phrases", family.phrases), ("unless", family.unless)):
        _set_lines(row, key, lines)
    row.add(tomlkit.nl())
    document["family"].append(row)
    return tomlkit.dumps(document)


def with_version(text: str, name: str) -> str:
    """The file under another version."""
    document: Any = tomlkit.parse(text)
    document["version"] = name
    return tomlkit.dumps(document)


def is_good_name(name: str) -> bool:
    """Whether a version may be called this: letters, digits, spaces, points and dashes, and not like one of ours."""
    return bool(NAME.fullmatch(name)) and not name.lower().startswith(SHIPPED_NAMES)


def _family(row: Mapping[str, Any]) -> FamilyText:
    kind = next(kind for kind in ("dimension", "gate", "sign") if kind in row)
    return FamilyText(
        name=str(row["name"]),
        kind=kind,
        on=str(row[kind]),
        toward=str(row.get("toward", "")),
        against=bool(row.get("against")),
        because=str(row.get("because", "")),
        phrases=str(row.get("phrases", "")).strip(),
        unless=str(row.get("unless", "")).strip(),
        not_then=str(row.get("not_then", "")).strip(),
        share=float(row["opens"]) if "opens" in row else None,
    )


def _set_lines(row: Any, key: str, lines: str) -> None:
    wanted = "\n".join(line.strip() for line in lines.strip().splitlines())
    if wanted == str(row.get(key, "")).strip():
        return
    if wanted:
        written = tomlkit.string(f"{wanted}\n", multiline=True).as_string()
        row[key] = tomlkit.value(f'"""\n{written[3:]}')  # the first phrase begins a line of its own
    else:
        row.pop(key, None)


def _as_problems(error: Exception) -> Problems:
    if isinstance(error, InvalidRulesError):
        return error.problems
    if isinstance(error, tomllib.TOMLDecodeError):
        line = re.search(r"line (\d+)", str(error))
        return (RulesProblem(int(line[1]) if line else 0, f"not TOML: {error}"),)
    return (RulesProblem(0, "brackets nested too deeply, or a number out of all bounds"),)


__all__ = [
    "FamilyText",
    "check_rules",
    "families_of",
    "is_good_name",
    "numbers_of",
    "with_family",
    "with_new_family",
    "with_numbers",
    "with_version",
]
