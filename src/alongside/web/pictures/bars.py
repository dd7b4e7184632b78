"""Lines of figures with a bar beside each: how far people came, and means with their intervals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from alongside.web.pictures.drawing import point, read

MARK = 1.6  # how wide the mark of a value is, out of 100


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a funnel: its share of the longest bar (0 to 100), empty where the figure is hidden."""

    row: Any
    share: str


@dataclass(frozen=True, slots=True)
class Range:
    """One line of means: where its interval and its value stand between the ends of the scale (0 to 100)."""

    row: Any
    left: str
    width: str
    mark: str
    middle: str


def measure_funnel(rows: Sequence[Any]) -> tuple[Bar, ...]:
    """Keep the order given; all bars are on one scale."""
    longest = max([int(read(row, "people", 0)) for row in rows] + [1])
    return tuple(Bar(row, _share(read(row, "people"), longest)) for row in rows)


def _share(people: int | None, longest: int) -> str:
    return "" if people is None else point(100 * people / longest)


def place_ranges(
    rows: Sequence[Any], low: float, high: float, middle: float | None = None
) -> tuple[Range, ...]:
    """Values outside the scale are drawn at its edge; a fine line marks `middle`, where there is one."""
    span = (high - low) or 1.0

    def place(value: float) -> float:
        return 100 * (min(max(value, low), high) - low) / span

    line = "" if middle is None else point(place(middle))

    def one(row: Any) -> Range:
        value = read(row, "value")
        if value is None:
            return Range(row, "", "", "", "")
        left, right = place(read(row, "low", value)), place(read(row, "high", value))
        mark = min(max(place(value) - MARK / 2, 0), 100 - MARK)
        return Range(row, point(left), point(right - left), point(mark), line)

    return tuple(one(row) for row in rows)
