"""What every picture needs: numbers as SVG text, wrapped labels, a reader for rows."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


def point(number: float) -> str:
    """A coordinate with at most one decimal and always a decimal point, whatever the language."""
    return f"{number:.1f}".removesuffix(".0")


def read(row: Any, name: str, default: Any = None) -> Any:
    """A value of a row that may be a mapping or an object; missing or None gives the default."""
    value = row.get(name) if isinstance(row, Mapping) else getattr(row, name, None)
    return default if value is None else value


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label, at its own place."""

    x: str
    y: str
    text: str


def label_lines(
    text: object, x: float, y: float, characters: int, most: int = 3, leading: float = 18
) -> tuple[Line, ...]:
    """Break a label into at most `most` lines of about `characters`, the first at (x, y)."""
    lines = textwrap.wrap(str(text), characters, break_long_words=True) or [""]
    if len(lines) > most:
        lines = [
            *lines[: most - 1],
            textwrap.shorten(" ".join(lines[most - 1 :]), characters, placeholder="…"),
        ]
    return tuple(Line(point(x), point(y + leading * at), line) for at, line in enumerate(lines))


def spread(wanted: Sequence[float], gap: float, top: float, bottom: float) -> tuple[float, ...]:
    """Move heights apart until neighbours are at least `gap` apart, keeping their order and the frame.

    Pushes down from the top, then up from the bottom; when there is no room the frame gives way below.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    placed = [max(wanted[at], top) for at in order]
    for at in range(1, len(placed)):
        placed[at] = max(placed[at], placed[at - 1] + gap)
    ceiling = max(bottom, top + gap * (len(placed) - 1))
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], ceiling)
        ceiling = placed[at] - gap
    heights = dict(zip(order, placed, strict=True))
    return tuple(heights[at] for at in range(len(wanted)))
