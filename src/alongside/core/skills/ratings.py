"""Ratings of one skill by several people, and the one level to work with: their weighted median."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Source(StrEnum):
    SELF = "self"
    COACH = "coach"
    OTHERS = "others"
    ARTEFACT = "artefact"


SOURCE_WEIGHTS: Final = MappingProxyType(
    {Source.SELF: 1, Source.COACH: 2, Source.OTHERS: 2, Source.ARTEFACT: 3}
)


@dataclass(frozen=True, slots=True)
class Rating:
    """Somebody's view of a level 0–5. Who and when stay with it; `rater` may be empty for a test."""

    source: Source
    level: int
    rater: str = ""
    rated_on: date | None = None


def latest_of_each(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    """One rating per source and rater: the newest. Undated ones count as oldest, later in the list as newer."""
    newest: dict[tuple[Source, str], Rating] = {}
    for rating in sorted(ratings, key=lambda rating: rating.rated_on or date.min):
        newest[rating.source, rating.rater] = rating
    return tuple(newest.values())


def current_level(ratings: Iterable[Rating]) -> float | None:
    """The weighted median of the latest ratings, or None without any.

    The median is the level at which half the weight is reached; if exactly half lies on each side, the middle
    between the two levels. So it may be 2.5.
    """
    latest = latest_of_each(ratings)
    return weighted_median([(rating.level, SOURCE_WEIGHTS[rating.source]) for rating in latest])


def weighted_median(pairs: list[tuple[int, int]]) -> float | None:
    """The weighted median of (value, weight) pairs with positive whole weights; None for an empty list."""
    total = sum(weight for _, weight in pairs)
    reached = 0
    ordered = sorted(pairs)
    for index, (value, weight) in enumerate(ordered):
        reached += weight
        if 2 * reached == total:
            return (value + ordered[index + 1][0]) / 2
        if 2 * reached > total:
            return float(value)
    return None


def mean_level(ratings: Iterable[Rating], sources: frozenset[Source]) -> float | None:
    """The plain mean of the latest ratings from these sources, or None without any."""
    levels = [rating.level for rating in latest_of_each(ratings) if rating.source in sources]
    return sum(levels) / len(levels) if levels else None
