"""What a rules file that somebody writes may hold, so that reading a need stays quick whatever they write.

A phrase becomes a pattern; gaps and optional words multiply the ways in which it can be tried. The rules that ship stay
far below these limits.
"""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from alongside.core.needs.triage_rules import RulesProblem

LONGEST_PHRASE: Final = 2_000
MOST_PHRASES: Final = 6_000
MOST_WAYS: Final = 2_000  # ways in which the gaps and options of one phrase can be filled; ours: 240
DEEPEST: Final = 6
LARGEST_NUMBER: Final = 100.0
LONGEST_STATEMENT: Final = (5_000, 20_000)  # the pages let 5,000 letters through, so no rules may read fewer
_TEXTS: Final = ("phrases", "unless", "not_then")
_GAP = re.compile(r"\.\.(\d*)")
_WORD = re.compile(r"[\w*]+")


def problems_beyond_limits(raw: Mapping[str, Any], lines: list[str]) -> Iterator[RulesProblem]:
    """What a rules file may hold and ours may not: see the constants above."""
    yield from _numbers_over_limits(raw, lines)
    lists = raw.get("lists")
    for key, value in lists.items() if isinstance(lists, Mapping) else ():
        if isinstance(value, str) and ("@" in value or ".." in value):
            yield RulesProblem(_line(lines, str(key)), f"the list “{key}” may hold words, but no @ and no ..")
        yield from _phrase_over_limits(str(value), _line(lines, str(key)))
    phrases = list(_phrases(raw))
    if len(phrases) > MOST_PHRASES:
        yield RulesProblem(0, f"more than {MOST_PHRASES:,} phrases")
    for phrase in phrases[:MOST_PHRASES]:
        yield from _phrase_over_limits(phrase, _line(lines, phrase) if _is_heavy(phrase) else 0)


def _numbers_over_limits(raw: Mapping[str, Any], lines: list[str]) -> Iterator[RulesProblem]:
    for table in ("weights", "certainty", "thresholds"):
        values = raw.get(table)
        for key, value in values.items() if isinstance(values, Mapping) else ():
            if isinstance(value, bool) or not isinstance(value, int | float):
                continue  # said by the loader
            least, most = LONGEST_STATEMENT if key == "longest_statement" else (0.0, LARGEST_NUMBER)
            if not math.isfinite(value) or not least <= value <= most:
                yield RulesProblem(_line(lines, key), f"“{key}” must be from {least:g} to {most:g}")


def _phrases(raw: Mapping[str, Any]) -> Iterator[str]:
    reading, families = raw.get("reading"), raw.get("family")
    rows = [row for row in families if isinstance(row, Mapping)] if isinstance(families, list) else []
    texts = [row.get(key) for row in rows for key in _TEXTS]
    if isinstance(reading, Mapping):
        texts += [reading.get("negation"), reading.get("reported")]
    for text in texts:
        for line in text.splitlines() if isinstance(text, str) else ():
            if line.strip() and not line.strip().startswith(";"):
                yield line.strip()


def _is_heavy(phrase: str) -> bool:
    return next(_phrase_over_limits(phrase, 0), None) is not None


def _phrase_over_limits(phrase: str, line: int) -> Iterator[RulesProblem]:
    shown = phrase if len(phrase) <= 60 else f"{phrase[:60]}…"
    if len(phrase) > LONGEST_PHRASE:
        yield RulesProblem(line, f"“{shown}”: longer than {LONGEST_PHRASE:,} characters")
    elif _ways(phrase) > MOST_WAYS:
        yield RulesProblem(line, f"“{shown}”: too many gaps and options in one phrase; make two of it")
    if _depth(phrase) > DEEPEST:
        yield RulesProblem(line, f"“{shown}”: brackets more than {DEEPEST} deep")
    if any(word.count("*") > 2 for word in _WORD.findall(phrase)):
        yield RulesProblem(line, f"“{shown}”: at most two * in a word")


def _ways(phrase: str) -> int:
    """In how many ways gaps and optional words can be filled, counted high."""
    ways = 1 << min(phrase.count("["), 40)
    for gap in _GAP.findall(phrase):
        ways *= int((gap or "3")[:6]) + 1
        if ways > MOST_WAYS:
            break
    return ways


def _depth(phrase: str) -> int:
    deepest = depth = 0
    for letter in phrase:
        depth += (letter in "([") - (letter in ")]")
        deepest = max(deepest, depth)
    return deepest


def _line(lines: list[str], words: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if line.strip().startswith(words)), 0)
