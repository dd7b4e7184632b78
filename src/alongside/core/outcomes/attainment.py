"""Goal Attainment Scaling: five levels written beforehand, one of them reached, a T score over all goals.

T = 50 + 10·Σwx / √((1−ρ)Σw² + ρ(Σw)²) with ρ = 0.3 (Kiresuk and Sherman 1968, with the published erratum).
50 means "as expected on the whole"; the spread is 10 by construction.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from alongside.core.verdicts import Verdict, allow_if, first_refusal

RHO: Final = 0.3
LEVEL_NAMES: Final = (
    (-2, "much less than expected"),
    (-1, "less than expected"),
    (0, "as expected"),
    (1, "more than expected"),
    (2, "much more than expected"),
)


@dataclass(frozen=True, slots=True)
class ScoredGoal:
    """The level reached (−2 … +2) and the weight: importance × difficulty (0–3 each), or 1."""

    level: int
    weight: float = 1.0


def goal_weight(importance: int, difficulty: int) -> int:
    """importance × difficulty, each 0–3."""
    if not (0 <= importance <= 3 and 0 <= difficulty <= 3):
        raise ValueError("Importance and difficulty are 0 to 3.")
    return importance * difficulty


def attainment_score(goals: Iterable[ScoredGoal], rho: float = RHO) -> float | None:
    """The T score of these goals, or None where no goal has any weight."""
    scored = tuple(goals)
    if any(not -2 <= goal.level <= 2 for goal in scored):
        raise ValueError("A level is -2 to 2.")
    weights = [goal.weight for goal in scored]
    spread = (1 - rho) * sum(w * w for w in weights) + rho * sum(weights) ** 2
    if spread <= 0:
        return None
    return 50 + 10 * sum(goal.weight * goal.level for goal in scored) / math.sqrt(spread)


@dataclass(frozen=True, slots=True)
class LevelTexts:
    """The five levels of one goal in words, worst first."""

    much_less: str
    less: str
    expected: str
    more: str
    much_more: str

    def in_order(self) -> tuple[str, ...]:
        return (self.much_less, self.less, self.expected, self.more, self.much_more)


def may_freeze(levels: LevelTexts) -> Verdict:
    """May these levels be fixed as the baseline?"""
    texts = [text.strip() for text in levels.in_order()]
    return first_refusal(
        (
            allow_if(all(texts), "Write all five levels, so that the result can be read off later."),
            allow_if(
                len({text.casefold() for text in texts}) == len(texts), "Two of the levels say the same."
            ),
        )
    )


def may_edit_levels(frozen: bool) -> Verdict:
    """May these very levels be changed? Frozen ones stay as they are; a change makes a new version beside them."""
    return allow_if(not frozen, "These levels are fixed. Make a new version; the old one stays to be seen.")
