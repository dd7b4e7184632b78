"""Where to draw each step: pure positions for the picture of the path. Lines run from one layer to a later one."""

from collections.abc import Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter

from alongside.core.skills.steps import Step, next_steps


@dataclass(frozen=True, slots=True)
class Spot:
    """A step's place: `layer` from 0 (start), `column` from 0 among `columns` of that layer."""

    key: str
    layer: int
    column: int
    columns: int
    here: bool


@dataclass(frozen=True, slots=True)
class PlanPicture:
    """All spots by layer and column, the lines (earlier, later), and the size in layers and columns."""

    spots: tuple[Spot, ...]
    lines: tuple[tuple[str, str], ...]
    layers: int
    columns: int


def lay_out(steps: Sequence[Step]) -> PlanPicture:
    """Layer = longest way from a start, so every line goes forward; within a layer, below what it comes from.

    The steps must be a plan without circles (graphlib.CycleError otherwise). Same steps, same picture, whatever
    their order.
    """
    layer_of = _layers(steps)
    here = {step.key for step in next_steps(steps)}
    spots: list[Spot] = []
    column_of: dict[str, float] = {}
    for layer in range(max(layer_of.values(), default=-1) + 1):
        members = _ordered([step for step in steps if layer_of[step.key] == layer], column_of)
        for column, step in enumerate(members):
            column_of[step.key] = (column + 0.5) / len(members)
            spots.append(Spot(step.key, layer, column, len(members), step.key in here))
    lines = tuple(sorted((need, step.key) for step in steps for need in step.needs))
    return PlanPicture(
        tuple(spots),
        lines,
        1 + max(layer_of.values(), default=-1),
        max((s.columns for s in spots), default=0),
    )


def _layers(steps: Sequence[Step]) -> dict[str, int]:
    needs = {step.key: step.needs for step in steps}
    layer_of: dict[str, int] = {}
    for key in TopologicalSorter(needs).static_order():
        layer_of[key] = 1 + max((layer_of[need] for need in needs.get(key, ())), default=-1)
    return layer_of


def _ordered(members: list[Step], column_of: dict[str, float]) -> list[Step]:
    """By the middle of the steps each one needs, then by due date and key."""

    def middle(step: Step) -> float:
        return sum(column_of[need] for need in step.needs) / len(step.needs) if step.needs else 0.5

    return sorted(members, key=lambda step: (round(middle(step), 6), step.due_on, step.key))
