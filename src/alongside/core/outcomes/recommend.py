"""The recommend score: share answering 9–10 minus share answering 0–6, in points, with its interval."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from alongside.core.outcomes.change import Z


@dataclass(frozen=True, slots=True)
class RecommendScore:
    """`score` from −100 to 100; the 95 % interval is `score` ± `margin`."""

    n: int
    score: float
    margin: float


def recommend_score(answers: Iterable[int]) -> RecommendScore | None:
    """From answers 0–10, or None without any. SE = √((p + d − (p − d)²) / n)."""
    given = tuple(answers)
    if any(not 0 <= answer <= 10 for answer in given):
        raise ValueError("An answer is 0 to 10.")
    if not given:
        return None
    n = len(given)
    likely, unlikely = sum(a >= 9 for a in given) / n, sum(a <= 6 for a in given) / n
    error = math.sqrt((likely + unlikely - (likely - unlikely) ** 2) / n)
    return RecommendScore(n, 100 * (likely - unlikely), 100 * Z * error)
