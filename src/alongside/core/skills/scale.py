"""One scale, one wording, 0 to 5, everywhere. What counts is what somebody else could see."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Level:
    """A level with its short name and what one would see."""

    number: int
    name: str
    seen: str


LEVELS: Final = (
    Level(0, "not yet seen", "There has been no occasion to see it, or nothing of it was seen."),
    Level(1, "knows the terms", "Can say what it is and why it matters; has not done it for real."),
    Level(2, "does it with help", "Does it for real with somebody at hand, or with a guide open."),
    Level(3, "does it alone, sometimes asks", "Does the usual cases alone and asks when one is unusual."),
    Level(4, "needs no help, others ask", "Handles hard cases alone; colleagues come with their questions."),
    Level(
        5,
        "recognised authority",
        "Sets the way it is done here; others learn from what they wrote or taught.",
    ),
)
HIGHEST: Final = LEVELS[-1].number


def level_words(number: int) -> str:
    """The name of a level, "does it with help" for 2. Outside 0–5 it is a bug: ValueError."""
    if not 0 <= number <= HIGHEST:
        raise ValueError(f"A level is 0 to {HIGHEST}, not {number}.")
    return LEVELS[number].name
