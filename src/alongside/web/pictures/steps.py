"""The steps of a plan and what each waits for: a graph read from left to right, or down a narrow page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.web.pictures.drawing import Line, label_lines, point, read

WIDTH, WIDEST_COLUMN, ROW, MOST_COLUMNS = 780.0, 195.0, 104.0, 5


@dataclass(frozen=True, slots=True)
class Step:
    """One step: where it stands, what it says, and the labels of the steps it waits for."""

    key: object
    x: str
    y: str
    label: str
    note: str
    state: str
    lines: tuple[Line, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing: frame, edges as SVG paths, steps in reading order."""

    width: str
    height: str
    edges: tuple[str, ...]
    steps: tuple[Step, ...]


def layers_of(keys: Sequence[object], edges: Sequence[tuple[object, object]]) -> dict[object, int]:
    """The layer of each step: one more than the latest step it waits for.

    Relaxes the edges at most once per step, so a circle (a mistake in the plan) still ends.
    Edges that name unknown steps are left out.
    """
    layer = dict.fromkeys(keys, 0)
    known = [(before, after) for before, after in edges if before in layer and after in layer]
    for _ in keys:
        for before, after in known:
            layer[after] = min(max(layer[after], layer[before] + 1), len(keys) - 1)
    return layer


def reading_order(nodes: Sequence[Any], edges: Sequence[tuple[object, object]]) -> list[Any]:
    """Nodes layer by layer, each layer in the order given."""
    layer = layers_of([read(node, "id") for node in nodes], edges)
    return sorted(nodes, key=lambda node: layer[read(node, "id")])


def draw_wide(nodes: Sequence[Any], edges: Sequence[tuple[object, object]]) -> Graph | None:
    """Layers from left to right; None when the plan is too long to lie on a page."""
    layer = layers_of([read(node, "id") for node in nodes], edges)
    columns = [
        [node for node in nodes if layer[read(node, "id")] == at]
        for at in range(max(layer.values(), default=0) + 1)
    ]
    if not nodes or len(columns) > MOST_COLUMNS:
        return None
    wide = min(WIDEST_COLUMN, WIDTH / len(columns))
    tallest = max(len(column) for column in columns)
    places: dict[object, tuple[float, float]] = {}
    for at, column in enumerate(columns):
        for row, node in enumerate(column):
            places[read(node, "id")] = (wide * (at + 0.5), 34 + ROW * (row + (tallest - len(column)) / 2))
    lines = {
        key: label_lines(_label(nodes, key), x, y + 34, int(wide / 9), 3) for key, (x, y) in places.items()
    }
    curves = tuple(_across(places[one], places[two]) for one, two in edges if one in places and two in places)
    steps = _steps(reading_order(nodes, edges), edges, places, lines)
    return Graph(point(wide * len(columns)), point(ROW * tallest + 8), curves, steps)


def draw_tall(nodes: Sequence[Any], edges: Sequence[tuple[object, object]]) -> Graph:
    """One step a row in reading order; what a step waits for is drawn as an arc at the left."""
    ordered = reading_order(nodes, edges)
    places = {read(node, "id"): (72.0, 30 + 60.0 * at) for at, node in enumerate(ordered)}
    lines = {key: label_lines(_label(nodes, key), 96, y + 5, 27, 2) for key, (_, y) in places.items()}
    curves = tuple(_aside(places[one], places[two]) for one, two in edges if one in places and two in places)
    return Graph("340", point(60.0 * len(ordered) + 8), curves, _steps(ordered, edges, places, lines))


def _steps(
    ordered: Sequence[Any],
    edges: Sequence[tuple[object, object]],
    places: Mapping[object, tuple[float, float]],
    lines: Mapping[object, tuple[Line, ...]],
) -> tuple[Step, ...]:
    return tuple(
        Step(
            key := read(node, "id"),
            point(places[key][0]),
            point(places[key][1]),
            str(read(node, "label", "")),
            str(read(node, "note", "")),
            str(read(node, "state", "todo")),
            lines[key],
            tuple(_label(ordered, one) for one, two in edges if two == key and one in places),
        )
        for node in ordered
    )


def _label(nodes: Sequence[Any], key: object) -> str:
    return next((str(read(node, "label", "")) for node in nodes if read(node, "id") == key), "")


def _across(one: tuple[float, float], two: tuple[float, float]) -> str:
    (x, y), (to_x, to_y) = one, two
    start, end = x + 15, to_x - 17
    bend = (end - start) / 2
    return (
        f"M{point(start)} {point(y)}C{point(start + bend)} {point(y)} "
        f"{point(end - bend)} {point(to_y)} {point(end)} {point(to_y)}"
    )


def _aside(one: tuple[float, float], two: tuple[float, float]) -> str:
    (x, y), (_, to_y) = one, two
    out = point(x - 13 - min(18 + abs(to_y - y) * 0.22, 66))
    return f"M{point(x - 13)} {point(y)}C{out} {point(y)} {out} {point(to_y)} {point(x - 15)} {point(to_y)}"
