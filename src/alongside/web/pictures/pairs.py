"""Who with whom: people who ask on the left, practitioners on the right, a line for each pair."""

from collections.abc import Iterable, Mapping, Sequence
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
    """Rows with left, right (None when nobody was found), fit from 0 to 1, kind, locked.

    People are told apart by left_id and right_id where given, else by name.
    """
    width, widest, letters = (720.0, 250.0, 30) if wide else (340.0, 124.0, 14)
    lefts, rights = _people(rows, "left"), _people(rows, "right")
    inset = min(widest, 24 + 8.2 * max([len(name) for name in lefts.values()] + [0]))
    far = width - min(widest, 50 + 8.2 * max([len(name) for name in rights.values()] + [0]))
    height = ROW * max(len(lefts), len(rights), 1) + 12
    left_y, right_y = _places(lefts, height), _places(rights, height)
    pairs = [(row, key_of(row, "left"), key_of(row, "right")) for row in rows if read(row, "right")]
    return Pairs(
        point(width),
        point(height),
        _names(lefts, left_y, inset, letters, [one for _, one, _ in pairs]),
        _names(rights, right_y, far, letters, [other for _, _, other in pairs]),
        tuple(_tie(row, inset, left_y[one], far, right_y[other]) for row, one, other in pairs),
    )


def key_of(row: Any, side: str) -> object:
    """What tells one person from another with the same name."""
    return read(row, f"{side}_id", read(row, side))


def _people(rows: Sequence[Any], side: str) -> dict[object, str]:
    return {key_of(row, side): str(read(row, side)) for row in rows if read(row, side)}


def _names(
    people: Mapping[object, str],
    heights: Mapping[object, float],
    x: float,
    letters: int,
    ends: Sequence[object],
) -> tuple[Name, ...]:
    return tuple(
        Name(point(x), point(heights[key]), shorten(name, letters), ends.count(key))
        for key, name in people.items()
    )


def shorten(text: str, letters: int) -> str:
    """Cut a name that would leave the frame; the table behind the picture has it whole."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _places(names: Iterable[object], height: float) -> dict[object, float]:
    keys = list(names)
    room = height / max(len(keys), 1)
    return {key: room * (at + 0.5) for at, key in enumerate(keys)}


def _tie(row: Any, x: float, y: float, to_x: float, to_y: float) -> Tie:
    start, end = x + 20, to_x - 20
    middle = (start + end) / 2
    bend = f"{point(middle)} {point(y)} {point(middle)} {point(to_y)}"
    curve = f"M{point(start)} {point(y)}C{bend} {point(end)} {point(to_y)}"
    fit = min(max(float(read(row, "fit", 0.5)), 0.0), 1.0)
    return Tie(curve, point(1 + 4 * fit), str(read(row, "kind", "")), bool(read(row, "locked", False)))
