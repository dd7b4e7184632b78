"""The arc of a coaching engagement: a curve with a beginning, marked stages and an end."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from alongside.web.pictures.drawing import Line, label_lines, point, read

State = Literal["done", "current", "ahead"]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One stage on the arc; small marks are sessions and carry no label in the wide drawing."""

    x: str
    y: str
    label: str
    note: str
    state: State
    small: bool
    anchor: Anchor
    lines: tuple[Line, ...]
    here: Line | None


@dataclass(frozen=True, slots=True)
class Arc:
    """A drawing: its frame, the whole line, the part already behind, and the marks."""

    width: str
    height: str
    whole: str
    behind: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as the caller gave it, with its state worked out."""

    label: str
    note: str
    small: bool
    state: State


def read_stages(rows: Sequence[Any], current: object) -> tuple[Stage, ...]:
    """Give every row its state: those before the current key are done; without a current all are ahead."""
    keys = [read(row, "key", read(row, "label")) for row in rows]
    here = keys.index(current) if current in keys else -1
    return tuple(
        Stage(
            str(read(row, "label", "")),
            str(read(row, "note", "")),
            bool(read(row, "small", False)),
            "done" if at < here else "current" if at == here else "ahead",
        )
        for at, row in enumerate(rows)
    )


def _shares(stages: Sequence[Stage]) -> list[float]:
    """Where each stage stands from 0 to 1: a session takes less room than a stage with a label."""
    room = [0.62 if stage.small else 1.0 for stage in stages]
    steps = [(room[at] + room[at - 1]) / 2 for at in range(1, len(room))]
    whole = sum(steps) or 1.0
    return [sum(steps[:at]) / whole for at in range(len(stages))]


def draw_wide(stages: Sequence[Stage]) -> Arc:
    """The arc lying: a segment of a circle, labels inside it, "you are here" above it."""
    width, left, right, foot, rise = 780.0, 62.0, 718.0, 196.0, 128.0
    half = (right - left) / 2
    radius = (half**2 + rise**2) / (2 * rise)
    swing = math.asin(half / radius)
    centre = (width / 2, foot - rise + radius)

    def on_arc(share: float) -> tuple[float, float]:
        angle = -swing + 2 * swing * share
        return centre[0] + radius * math.sin(angle), centre[1] - radius * math.cos(angle)

    places = [on_arc(share) for share in _shares(stages)]
    marks = tuple(_wide_mark(stage, *place) for stage, place in zip(stages, places, strict=True))
    return Arc(point(width), "252", _bow(places, radius), _bow(_walked(stages, places), radius), marks)


def _wide_mark(stage: Stage, x: float, y: float) -> Mark:
    """Labels lean to the inside of the curve: at the start they begin below their mark, at the end they end there."""
    anchor: Anchor = "start" if x < 300 else "end" if x > 480 else "middle"
    lean = {"start": -8.0, "middle": 0.0, "end": 8.0}[anchor]
    lines = () if stage.small else label_lines(stage.label, x + lean, y + 33, 16, 2)
    here = Line(point(x + lean), point(y - 26), "") if stage.state == "current" else None
    return Mark(point(x), point(y), stage.label, stage.note, stage.state, stage.small, anchor, lines, here)


def draw_tall(stages: Sequence[Stage]) -> Arc:
    """The arc standing, for narrow pages: it bows out to the left, every stage labelled on the right."""
    heights = [(38.0 if stage.small else 54.0) + 18 * (stage.state == "current") for stage in stages]
    downs = [26 + sum(heights[:at]) for at in range(len(stages))]
    top, foot = downs[0] if downs else 0.0, downs[-1] if downs else 0.0
    half = max((foot - top) / 2, 1.0)
    rise = min(58.0, half * 0.8)
    radius = (half**2 + rise**2) / (2 * rise)

    def on_arc(down: float) -> tuple[float, float]:
        off = down - (top + foot) / 2
        return 82 - rise + radius - math.sqrt(max(radius**2 - off**2, 0)), down

    places = [on_arc(down) for down in downs]
    marks = tuple(_tall_mark(stage, *place) for stage, place in zip(stages, places, strict=True))
    walked = _bow(_walked(stages, places), radius, sweep=0)
    return Arc("340", point(foot + 44), _bow(places, radius, sweep=0), walked, marks)


def _tall_mark(stage: Stage, x: float, y: float) -> Mark:
    lines = label_lines(stage.label, 112, y + 6, 24, 2)
    here = Line("112", point(y + 6 + 18 * len(lines)), "") if stage.state == "current" else None
    return Mark(point(x), point(y), stage.label, stage.note, stage.state, stage.small, "start", lines, here)


def _walked(stages: Sequence[Stage], places: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    return [place for stage, place in zip(stages, places, strict=True) if stage.state != "ahead"]


def _bow(places: Sequence[tuple[float, float]], radius: float, sweep: int = 1) -> str:
    """An SVG path along the circle from the first place to the last."""
    if len(places) < 2:
        return ""
    (x, y), (to_x, to_y) = places[0], places[-1]
    size = point(radius)
    return f"M{point(x)} {point(y)}A{size} {size} 0 0 {sweep} {point(to_x)} {point(to_y)}"
