"""One skill on its scale from 0 to 5: what is asked for, how the client sees it, how the coach sees it, the gap."""

from dataclasses import dataclass
from typing import Any

from alongside.web.pictures.drawing import point

LEFT, WIDTH, STEPS = 20.0, 300.0, 5


@dataclass(frozen=True, slots=True)
class Ruler:
    """Places on the line as text for SVG; empty where nobody has said anything."""

    wanted: str
    current: str
    own: str
    coach_left: str
    ticks: tuple[tuple[str, int], ...]


def draw_ruler(required: int, current: float | None, own: int | None, coach: int | None) -> Ruler:
    """Draw one skill. Views on the same level are told apart by shape: round for the client, square for the coach."""
    return Ruler(
        wanted=place(required),
        current=place(current) if current is not None and current < required else "",
        own=place(own) if own is not None else "",
        coach_left=point(_x(coach) - 4.5) if coach is not None else "",
        ticks=tuple((place(number), number) for number in range(STEPS + 1)),
    )


def _x(level: float) -> float:
    return LEFT + WIDTH * level / STEPS


def place(level: Any) -> str:
    """Where a level lies on the line."""
    return point(_x(float(level)))
