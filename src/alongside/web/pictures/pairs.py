"""Who with whom: people who ask on the left, practitioners on the right, a line for each pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from alongside.web.pictures.drawing import point, read

ROW = 40.0


@dataclass(frozen=True, slots=True)
class Name:
    """A person on one side and how many lines meet there."""

    x: str
    y: str
    text: str
    lines: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A line from left to right; the better the fit, the wider (1 to 5), locked ones have their own mark."""

    curve: str
    width: str
    kind: str
    locked: bool


@dataclass(frozen=True, slots=True)
class Pairs:
    """A drawing: frame, names on both sides, ties."""

    width: str
    height: str
    left: tuple[Name, ...]
    right: tuple[Name, ...]
    ties: tuple[Tie, ...]


def draw(rows: Sequence[Any], *, wide: bool) -> Pairs:
    """Rows with left, right (None when nobody was found), fit from 0 to 1, kind, locked."""
    width, inset, letters = (720.0, 250.0, 30) if wide else (340.0, 118.0, 14)
    lefts = tuple(dict.fromkeys(str(read(row, "left", "")) for row in rows))
    rights = tuple(dict.fromkeys(str(read(row, "right")) for row in rows if read(row, "right")))
    height = ROW * max(len(lefts), len(rights), 1) + 12
    left_y, right_y = _places(lefts, height), _places(rights, height)
    ties = tuple(
        _tie(row, inset, left_y[str(read(row, "left"))], width - inset, right_y[str(read(row, "right"))])
        for row in rows
        if read(row, "right")
    )
    matched = [(str(read(row, "left", "")), str(read(row, "right"))) for row in rows if read(row, "right")]
    left = tuple(
        Name(point(inset), point(left_y[one]), shorten(one, letters), sum(pair[0] == one for pair in matched))
        for one in lefts
    )
    right = tuple(
        Name(
            point(width - inset),
            point(right_y[one]),
            shorten(one, letters),
            sum(pair[1] == one for pair in matched),
        )
        for one in rights
    )
    return Pairs(point(width), point(height), left, right, ties)


def shorten(text: str, letters: int) -> str:
    """Cut a name that would leave the frame; the table behind the picture has it whole."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _places(names: Sequence[str], height: float) -> dict[str, float]:
    room = height / max(len(names), 1)
    return {name: room * (at + 0.5) for at, name in enumerate(names)}


def _tie(row: Any, x: float, y: float, to_x: float, to_y: float) -> Tie:
    start, end = x + 20, to_x - 20
    middle = (start + end) / 2
    curve = f"M{point(start)} {point(y)}C{point(middle)} {point(y)} {point(middle)} {point(to_y)} {point(end)} {point(to_y)}"
    fit = min(max(float(read(row, "fit", 0.5)), 0.0), 1.0)
    return Tie(curve, point(1 + 4 * fit), str(read(row, "kind", "")), bool(read(row, "locked", False)))
