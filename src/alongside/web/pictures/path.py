"""The path of a mentorship: a line that goes on, with way-marks over the years."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from alongside.web.pictures.drawing import Line, label_lines, point, read

STATES = ("past", "now", "ahead")


@dataclass(frozen=True, slots=True)
class WayMark:
    """One way-mark: where it stands and what is written beside it."""

    x: str
    y: str
    when: Line
    label: str
    note: str
    state: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A drawing: frame, the line walked so far, the line that goes on, the way-marks."""

    width: str
    height: str
    walked: str
    onward: str
    marks: tuple[WayMark, ...]


def draw_wide(items: Sequence[Any]) -> Path | None:
    """The path lying, leaving the frame at the right; None when there are too many way-marks for it."""
    if not 0 < len(items) <= 7:
        return None
    step = 780 / (len(items) + 0.35)
    xs = [step * (at + 0.5) for at in range(len(items))]

    def height(x: float) -> float:
        return 82 + 26 * math.sin(x / 780 * math.tau * 1.35 + 0.4)

    letters = max(10, int(step / 8.2))
    marks = tuple(_wide_mark(item, x, height(x), letters) for item, x in zip(items, xs, strict=True))
    turn = _turn(items, xs)
    walked = _curve([(x, height(x)) for x in _range(0, turn)])
    return Path("780", "214", walked, _curve([(x, height(x)) for x in _range(turn, 800)]), marks)


def _wide_mark(item: Any, x: float, y: float, letters: int) -> WayMark:
    lines = label_lines(read(item, "label", ""), x, y + 40, letters, 4)
    return _mark(item, x, y, Line(point(x), point(y - 24), str(read(item, "when", ""))), lines)


def draw_tall(items: Sequence[Any]) -> Path:
    """The path standing, leaving the frame below; the way for narrow pages and for long paths."""
    ys = [34.0 + 86 * at for at in range(len(items))]
    end = 34.0 + 86 * len(items)

    def across(y: float) -> float:
        return 38 + 15 * math.sin(y / 62)

    marks = tuple(_tall_mark(item, across(y), y) for item, y in zip(items, ys, strict=True))
    turn = _turn(items, ys)
    walked = _curve([(across(y), y) for y in _range(0, turn)])
    return Path("340", point(end), walked, _curve([(across(y), y) for y in _range(turn, end + 8)]), marks)


def _tall_mark(item: Any, x: float, y: float) -> WayMark:
    when = Line("82", point(y), str(read(item, "when", "")))
    return _mark(item, x, y, when, label_lines(read(item, "label", ""), 82, y + 20, 30, 3))


def _mark(item: Any, x: float, y: float, when: Line, lines: tuple[Line, ...]) -> WayMark:
    label, note = str(read(item, "label", "")), str(read(item, "note", ""))
    return WayMark(point(x), point(y), when, label, note, state_of(item), lines)


def state_of(item: Any) -> str:
    """past, now or ahead; anything else counts as ahead."""
    state = str(read(item, "state", "ahead"))
    return state if state in STATES else "ahead"


def _turn(items: Sequence[Any], places: Sequence[float]) -> float:
    """Where the walked line becomes the onward line: at the last way-mark that is not ahead."""
    reached = [place for item, place in zip(items, places, strict=True) if state_of(item) != "ahead"]
    return reached[-1] if reached else 0.0


def _range(start: float, end: float) -> list[float]:
    count = max(2, int((end - start) / 12))
    return [start + (end - start) * at / count for at in range(count + 1)]


def _curve(places: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{point(x)} {point(y)}" for x, y in places)
