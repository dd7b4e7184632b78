"""Labelled cases as arrays: pieces of words, ticks, and how right each route would be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from alongside.core.needs.cases import Case
from alongside.core.needs.questions import QUESTIONS
from alongside.core.needs.routes import Route
from alongside.core.needs.second_reader.wordpiece import FIRST, LAST, split
from training.starting_point import PIECES

ROUTES = tuple(route.value for route in Route)
TICKS = tuple((question.key, option.key) for question in QUESTIONS for option in question.options)
_TICK_AT = {tick: at for at, tick in enumerate(TICKS)}
HIDDEN = 0.5  # of the dangers once more with other words around
FOR_THE_LABEL = 0.7  # the rest is spread over all that is acceptable
DANGER_COUNTS = 1.0  # more than 1 finds more dangers, and more where there are none


@dataclass(frozen=True)
class Examples:
    """`numbers` is (cases, PIECES), padded; `lengths` how many are real; `wanted` is (cases, routes)."""

    numbers: np.ndarray
    lengths: np.ndarray
    ticks: np.ndarray
    wanted: np.ndarray
    weights: np.ndarray


def examples_of(cases: Iterable[Case], vocabulary: dict[str, int]) -> Examples:
    """All cases, in their order. Of a statement that is too long, the beginning and the end are read."""
    rows = [_numbers(case.text, vocabulary) for case in cases]
    padded = np.zeros((len(rows), PIECES), np.int32)
    for at, row in enumerate(rows):
        padded[at, : len(row)] = row
    return Examples(
        padded,
        np.array([len(row) for row in rows]),
        np.array([_ticks(case) for case in cases], np.float32),
        np.array([_wanted(case) for case in cases], np.float32),
        np.array([DANGER_COUNTS if case.label == Route.CRISIS.value else 1 for case in cases], np.float32),
    )


def with_danger_hidden(cases: Sequence[Case], seed: int) -> list[Case]:
    """The cases, and many a danger once more with somebody's ordinary need around it: long letters hide things."""
    rng = np.random.default_rng(seed)
    calm = [case.text for case in cases if Route.CRISIS.value not in case.acceptable and _is_short(case.text)]
    found = list(cases)
    for case in cases:
        if case.label == Route.CRISIS.value and _is_short(case.text) and rng.random() < HIDDEN:
            before, after = rng.choice(calm, 2)
            text = f"{before} {case.text}" if rng.random() < 0.5 else f"{case.text} {after}"
            found.append(replace(case, text=text))
    return found


def _is_short(text: str) -> bool:
    """Two of these are read at once, whole."""
    return 0 < len(text.split()) <= 45


def _numbers(text: str, vocabulary: dict[str, int]) -> list[int]:
    inner = [piece.number for piece in split(text, vocabulary)]
    room = PIECES - 2
    if len(inner) > room:
        inner = inner[: room // 2] + inner[-(room // 2) :]
    return [vocabulary[FIRST], *inner, vocabulary[LAST]]


def _ticks(case: Case) -> np.ndarray:
    row = np.zeros(len(TICKS), np.float32)
    row[[_TICK_AT[tick] for tick in case.answers.ticked()]] = 1
    return row


def _wanted(case: Case) -> np.ndarray:
    row = np.zeros(len(ROUTES), np.float32)
    for route in case.acceptable:
        row[ROUTES.index(route)] += (1 - FOR_THE_LABEL) / len(case.acceptable)
    row[ROUTES.index(case.label)] += FOR_THE_LABEL
    return row
