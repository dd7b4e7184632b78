"""The triage rules: one versioned TOML file of phrases, weights and thresholds, checked when it is loaded.

The format is described at the top of `rules/triage-1.toml`. Every mistake is reported with its line.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from alongside.core.needs.evidence import Bears
from alongside.core.needs.phrases import MATCHES_NOTHING, PhraseError, compile_patterns, read_phrase
from alongside.core.needs.questions import QUESTION
from alongside.core.needs.routes import Route
from alongside.core.needs.triage_rules import (
    CERTAINTIES,
    DIMENSIONS,
    GATES,
    LATER_THRESHOLDS,
    THRESHOLDS,
    Bearing,
    Family,
    InvalidRulesError,
    RulesProblem,
    TriageRules,
)

_FAMILY_KEYS = frozenset(
    [
        "name",
        "dimension",
        "gate",
        "sign",
        "toward",
        "against",
        "certainty",
        "opens",
        "because",
        "phrases",
        "unless",
        "not_then",
        "negated",
        "reported",
    ]
)
_TICK_KEYS = frozenset(
    ["question", "option", "dimension", "gate", "sign", "toward", "against", "certainty", "opens", "because"]
)


@cache
def default_rules() -> TriageRules:
    """The rules that come with the package."""
    return load_rules(default_rules_text())


def default_rules_text() -> str:
    """The file of the rules that come with the package."""
    return resources.files("alongside.core.needs").joinpath("rules/triage-1.toml").read_text("utf-8")


def load_rules(source: Path | str) -> TriageRules:
    """Read rules from a file (a Path) or from text (a str). Raises InvalidRulesError with every mistake found."""
    text = source.read_text("utf-8") if isinstance(source, Path) else source
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise InvalidRulesError((RulesProblem(int(line[1]) if line else 0, f"not TOML: {error}"),)) from error
    return _Loader(text, raw).load()


class _Loader:
    """Walks through the parsed file once, collecting rules and mistakes."""

    def __init__(self, text: str, raw: Mapping[str, Any]) -> None:
        self.lines = text.splitlines()
        self.raw = raw
        self.problems: list[RulesProblem] = []
        self.lists: dict[str, str] = {}
        self.certainties: dict[str, float] = {}

    def load(self) -> TriageRules:
        version = self.raw.get("version")
        if not isinstance(version, str) or not version:
            self._say(self._line_of("version"), "“version” is missing or empty")
        self.lists = self._texts("lists")
        self.certainties = self._numbers("certainty", CERTAINTIES)
        weights = self._numbers("weights", DIMENSIONS)
        thresholds = self._numbers("thresholds", THRESHOLDS, LATER_THRESHOLDS)
        families = self._families()
        ticks = self._ticks()
        reading = self._texts("reading")
        negation, reported = (self._reading_phrase(reading, key) for key in ("negation", "reported"))
        second = self._second_reader()
        if self.problems:
            raise InvalidRulesError(tuple(sorted(self.problems, key=lambda each: each.line)))
        mend = tuple(reading.get("mend", "").split())
        return TriageRules(
            str(version), weights, thresholds, families, ticks, mend, negation, reported, second
        )

    def _second_reader(self) -> dict[str, str]:
        said, at = self._texts("second_reader"), self._line_of("[second_reader]")
        routes = {route.value for route in Route}
        for key in said.keys() - routes:
            self._say(self._line_of(key, at), f"there is no route “{key}”")
        for route in sorted(routes):
            if "{quote}" not in said.get(route, ""):
                self._say(at, f"[second_reader] needs a sentence with {{quote}} in it for “{route}”")
        return said

    def _families(self) -> tuple[Family, ...]:
        rows = self._rows("family")
        names = [row.get("name") for row in rows]
        families = []
        for number, row in enumerate(rows):
            at = self._header("family", number)
            if names.index(row.get("name")) != number:
                self._say(at, f"the name “{row.get('name')}” is used twice")
            self._unknown(row, _FAMILY_KEYS, at)
            bearing = self._bearing(row, at, str(row.get("name", "")), "explicit")
            patterns = {key: self._phrases(row, key, at) for key in ("phrases", "unless", "not_then")}
            if bearing and patterns["phrases"]:
                families.append(self._family(bearing, row, patterns))
            elif not patterns["phrases"] and not self.problems:
                self._say(at, "“phrases” is missing or empty")
        return tuple(families)

    def _family(self, bearing: Bearing, row: Mapping[str, Any], patterns: dict[str, Any]) -> Family:
        return Family(
            bearing,
            patterns["phrases"],
            patterns["unless"],
            patterns["not_then"],
            drop_negated=row.get("negated", "drop") == "drop",
            drop_reported=row.get("reported", "keep") == "drop",
        )

    def _ticks(self) -> dict[tuple[str, str], tuple[Bearing, ...]]:
        ticks: dict[tuple[str, str], tuple[Bearing, ...]] = {}
        for number, row in enumerate(self._rows("tick")):
            at = self._header("tick", number)
            self._unknown(row, _TICK_KEYS, at)
            question, option = str(row.get("question")), str(row.get("option"))
            if question not in QUESTION:
                self._say(at, f"there is no question “{question}”")
            elif QUESTION[question].label_of(option) is None:
                self._say(at, f"“{question}” has no option “{option}”")
            bearing = self._bearing(row, at, f"tick:{question}:{option}", "ticked")
            if bearing:
                ticks[question, option] = (*ticks.get((question, option), ()), bearing)
        return ticks

    def _bearing(self, row: Mapping[str, Any], at: int, name: str, certainty: str) -> Bearing | None:
        kinds = [kind for kind in ("dimension", "gate", "sign") if kind in row]
        if not name or len(kinds) != 1:
            self._say(at, "needs a name and exactly one of “dimension”, “gate” or “sign”")
            return None
        kind, on = kinds[0], str(row[kinds[0]])
        toward = str(row.get("toward", on if kind == "sign" else ""))
        known = {"dimension": DIMENSIONS, "gate": GATES}.get(kind, (on,))
        if on not in known:
            self._say(at, f"there is no {kind} “{on}”")
        if kind == "dimension" and toward not in {route.value for route in Route}:
            self._say(at, f"there is no route “{toward}”")
        if kind == "gate" and not toward:
            self._say(at, "a gate needs “toward”, the sort of trigger")
        share = self._share(row, at, kind, certainty)
        because = str(row.get("because", ""))
        if kind != "sign" and "{quote}" not in because:
            self._say(at, "“because” must be a sentence with {quote} in it")
        return Bearing(name, Bears(kind), on, toward, -1 if row.get("against") else 1, share, because)

    def _share(self, row: Mapping[str, Any], at: int, kind: str, certainty: str) -> float:
        if kind == "gate":
            opens = row.get("opens", 1.0)
            if isinstance(opens, int | float) and 0 < opens <= 1:
                return float(opens)
            self._say(at, "“opens” must be more than 0 and at most 1")
            return 1.0
        chosen = str(row.get("certainty", certainty))
        if chosen not in CERTAINTIES:
            self._say(at, f"there is no certainty “{chosen}”")
        return self.certainties.get(chosen, 1.0)

    def _phrases(self, row: Mapping[str, Any], key: str, at: int) -> re.Pattern[str] | None:
        """The phrases under a key, one a line; a line that begins with ; is a remark."""
        text = row.get(key, "")
        if not isinstance(text, str):
            self._say(at, f"“{key}” must be text, one phrase a line")
            return None
        lines = [line.strip() for line in text.splitlines()]
        read = {line: self._read(line, at) for line in lines if line and not line.startswith(";")}
        good = {line: pattern for line, pattern in read.items() if pattern is not None}
        if not good:
            return None
        together = compile_patterns(good.values())
        # Where one of them matches nothing, and only then, it is worth compiling each to find out which.
        if together.search(""):
            for line in (line for line, pattern in good.items() if re.fullmatch(pattern, "")):
                self._say(self._line_of(line, at), f"“{line}”: {MATCHES_NOTHING}")
        return together

    def _read(self, phrase: str, at: int) -> str | None:
        try:
            return read_phrase(phrase, self.lists)
        except PhraseError as error:
            self._say(self._line_of(phrase, at), f"“{phrase}”: {error}")
            return None

    def _reading_phrase(self, reading: Mapping[str, str], key: str) -> re.Pattern[str]:
        pattern = self._phrases(reading, key, self._line_of("[reading]"))
        if pattern is None:
            self._say(self._line_of("[reading]"), f"“{key}” is missing or empty")
        return pattern or re.compile("(?!)")

    def _rows(self, key: str) -> list[Mapping[str, Any]]:
        rows = self.raw.get(key, [])
        if isinstance(rows, list) and rows and all(isinstance(row, Mapping) for row in rows):
            return rows
        self._say(self._line_of(key), f"there is no [[{key}]]")
        return []

    def _texts(self, table: str) -> dict[str, str]:
        raw = self.raw.get(table)
        if isinstance(raw, Mapping) and all(isinstance(value, str) for value in raw.values()):
            return dict(raw)
        self._say(self._line_of(f"[{table}]"), f"[{table}] is missing, or holds something that is not text")
        return {}

    def _numbers(
        self, table: str, keys: tuple[str, ...], otherwise: Mapping[str, float] | None = None
    ) -> dict[str, float]:
        raw = self.raw.get(table)
        at = self._line_of(f"[{table}]")
        raw = {**(otherwise or {}), **(raw if isinstance(raw, Mapping) else {})}
        for key in (*keys, *raw):
            value = raw.get(key)
            if key not in keys:
                self._say(self._line_of(key, at), f"[{table}] has an unknown key “{key}”")
            elif isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
                self._say(self._line_of(key, at), f"[{table}] needs a number, 0 or more, for “{key}”")
        return {key: float(raw[key]) for key in keys if isinstance(raw.get(key), int | float)}

    def _unknown(self, row: Mapping[str, Any], known: frozenset[str], at: int) -> None:
        for key in row.keys() - known:
            self._say(self._line_of(key, at), f"unknown key “{key}”")

    def _header(self, table: str, number: int) -> int:
        lines = [n for n, line in enumerate(self.lines, 1) if line.strip() == f"[[{table}]]"]
        return lines[number] if number < len(lines) else 0

    def _line_of(self, words: str, after: int = 0) -> int:
        found = (n for n, line in enumerate(self.lines, 1) if n > after and line.strip().startswith(words))
        return next(found, after)

    def _say(self, line: int, message: str) -> None:
        problem = RulesProblem(line, message)
        if problem not in self.problems:
            self.problems.append(problem)


__all__ = ["InvalidRulesError", "RulesProblem", "TriageRules", "default_rules", "load_rules"]
