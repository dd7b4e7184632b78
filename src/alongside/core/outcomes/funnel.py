"""How far people came: from asking to the follow-up, and how long each part of the way took.

Counted are people who asked for a coach or a mentor, by the dates of their own relationship alone. Nothing about needs
goes in, so a need that led to somebody else (health, HR, help right now) is in no figure and in no difference of
figures. Ways out are not told apart: whoever left, for whatever reason, simply came no further.
"""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from alongside.core.outcomes.small_groups import Hidden, count_in_steps, whole_groups

DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the way, in the words of the page."""

    key: str
    words: str


COACHING_STAGES: Final = (
    Stage("asked", "Asked for coaching"),
    Stage("triaged", "Coaching fits"),
    Stage("matched", "Found a coach"),
    Stage("started", "Started"),
    Stage("half_way", "Half-way"),
    Stage("finished", "Finished"),
    Stage("followed_up", "Answered the follow-up"),
)
MENTORING_STAGES: Final = (
    Stage("asked", "Asked a mentor"),
    Stage("matched", "The mentor said yes"),
    Stage("started", "First conversation"),
    Stage("half_way", "Walking together"),
    Stage("finished", "Came to its own end"),
)


@dataclass(frozen=True, slots=True)
class Walk:
    """One relationship of one person: when each stage was reached, in the order of the stages; None where unknown.

    A stage counts as reached when it or any later one has a date.
    """

    person: str
    reached_at: tuple[datetime | None, ...]

    @property
    def furthest(self) -> int:
        """The place of the last stage reached, or −1."""
        return max((place for place, at in enumerate(self.reached_at) if at is not None), default=-1)


@dataclass(frozen=True, slots=True)
class FunnelLine:
    """How many people reached a stage (in steps of five), and the median days it took from the one before.

    `days` is None for the first stage, and where `people` is hidden.
    """

    stage: Stage
    people: int | Hidden
    days: int | Hidden | None


def draw_funnel(stages: Sequence[Stage], walks: Iterable[Walk]) -> tuple[FunnelLine, ...]:
    """One line a stage. A person with several relationships counts once, by the one that went furthest."""
    best = furthest_of_each(walks)
    return tuple(_line(stages, place, best) for place in range(len(stages)))


def furthest_of_each(walks: Iterable[Walk]) -> tuple[Walk, ...]:
    """For each person the walk that went furthest; of equal ones the last given."""
    best: dict[str, Walk] = {}
    for walk in walks:
        if walk.person not in best or walk.furthest >= best[walk.person].furthest:
            best[walk.person] = walk
    return tuple(best.values())


def _line(stages: Sequence[Stage], place: int, walks: tuple[Walk, ...]) -> FunnelLine:
    people = count_in_steps(sum(walk.furthest >= place for walk in walks))
    has_days = place > 0 and not isinstance(people, Hidden)
    return FunnelLine(stages[place], people, _median_days(place, walks) if has_days else None)


def _median_days(place: int, walks: tuple[Walk, ...]) -> int | Hidden:
    spans = []
    for walk in walks:
        before, at = walk.reached_at[place - 1], walk.reached_at[place]
        if before is not None and at is not None:
            spans.append((at, max(0.0, (at - before) / DAY)))
    counted = whole_groups(sorted(spans))
    return round(statistics.median(days for _, days in counted)) if counted else Hidden()
