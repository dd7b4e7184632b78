"""Before and after as slopes, each end with its interval when there is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import localize

from alongside.web.pictures.drawing import Line, label_lines, point, read, spread

TOP, FOOT, GAP = 46.0, 306.0, 22.0


@dataclass(frozen=True, slots=True)
class End:
    """One end of a slope: its point and, where known, its interval."""

    x: str
    y: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Slope:
    """One row: the two ends, their labels, whether it rose, fell or stayed."""

    before: End
    after: End
    left: Line
    right: tuple[Line, ...]
    leaders: str
    label: str
    row: Any
    direction: str


@dataclass(frozen=True, slots=True)
class SlopeChart:
    """A drawing: frame, the two upright axes, the slopes."""

    width: str
    height: str
    left: str
    right: str
    top: str
    foot: str
    slopes: tuple[Slope, ...]


def draw(rows: Sequence[Any], low: float, high: float, *, wide: bool) -> SlopeChart:
    """Draw rows on a scale from low to high. Values outside the scale are drawn at its edge."""
    left, right, width, letters = (86.0, 430.0, 720.0, 30) if wide else (54.0, 160.0, 340.0, 16)
    span = (high - low) or 1.0

    def height(value: float) -> float:
        share = (min(max(value, low), high) - low) / span
        return FOOT - share * (FOOT - TOP)

    befores = [float(read(row, "before", low)) for row in rows]
    afters = [float(read(row, "after", low)) for row in rows]
    gap = GAP if wide else GAP * 1.8
    left_text = spread([height(value) for value in befores], GAP, TOP, FOOT)
    right_text = spread([height(value) for value in afters], gap, TOP, FOOT)
    step = 9.0 if wide else 6.0
    aside = [(at - (len(rows) - 1) / 2) * step for at in range(len(rows))]
    edge = aside[-1] if aside else 0.0
    slopes = tuple(
        Slope(
            before := _end(row, "before", left + aside[at], height),
            after := _end(row, "after", right + aside[at], height),
            Line(point(left - edge - 18), point(left_text[at] + 5), figure(befores[at])),
            label_lines(
                f"{figure(afters[at])}  {read(row, 'label', '')}",
                right + edge + 30,
                right_text[at] + 5,
                letters,
                2,
                16,
            ),
            f"M{after.x} {after.y}L{point(right + edge + 12)} {point(right_text[at])}h10"
            f"M{before.x} {before.y}L{point(left - edge - 12)} {point(left_text[at])}",
            str(read(row, "label", "")),
            row,
            direction_of(row),
        )
        for at, row in enumerate(rows)
    )
    foot = max([FOOT, *right_text]) + 40
    return SlopeChart(
        point(width), point(foot), point(left), point(right), point(TOP - 12), point(FOOT + 12), slopes
    )


def figure(value: float) -> str:
    """A number as people of the page's language write it, without needless zeros."""
    return str(localize(Decimal(f"{value:.4g}").normalize() + 0))


def direction_of(row: Any) -> str:
    """up, down or level: what the two figures say, without asking whether the difference is beyond chance."""
    before, after = float(read(row, "before", 0)), float(read(row, "after", 0))
    return "up" if after > before else "down" if after < before else "level"


def _end(row: Any, name: str, x: float, height: Any) -> End:
    low, high = read(row, f"{name}_low"), read(row, f"{name}_high")
    known = low is not None and high is not None
    value = float(read(row, name, 0))
    return End(
        point(x),
        point(height(value)),
        point(height(low)) if known else "",
        point(height(high)) if known else "",
    )
