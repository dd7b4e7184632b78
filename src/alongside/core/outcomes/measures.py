"""What a group answered, through the gate for small groups: a change, a mean, a recommend score.

Each answer carries the person and when it was given, so that a person counts once (the latest) and only whole groups
of five go in. `asked` is everybody who came so far, early endings and non-starters too.
"""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol, TypeVar

from alongside.core.outcomes.change import before_and_after, t_point
from alongside.core.outcomes.recommend import recommend_score
from alongside.core.outcomes.small_groups import Hidden, K, count_in_steps, protect_mean, whole_groups

RECOMMEND_FROM: Final = 10  # below that the interval is wider than the scale is long
ALIKE: Final = Hidden("Nearly everybody gave the same answer.")


class Dated(Protocol):
    """An answer of somebody, given at a moment."""

    @property
    def person(self) -> str: ...
    @property
    def at(self) -> datetime: ...


Answer = TypeVar("Answer", bound=Dated)


@dataclass(frozen=True, slots=True)
class Once:
    """One figure from one person."""

    person: str
    value: float
    at: datetime


@dataclass(frozen=True, slots=True)
class Twice:
    """The same figure before and after, from one person."""

    person: str
    before: float
    after: float
    at: datetime


@dataclass(frozen=True, slots=True)
class Result:
    """One line of outcomes. Counts come in steps of five; where `hidden` says why, there is no figure.

    `low` and `high` bound `value` (95 %). For a change `value` is the difference, and `before` and `after` are means.
    """

    label: str
    asked: int | Hidden
    answered: int | Hidden
    value: float | None = None
    low: float | None = None
    high: float | None = None
    before: float | None = None
    after: float | None = None
    hidden: Hidden | None = None

    @property
    def people(self) -> int:
        """How many people are behind the figure."""
        return 0 if isinstance(self.answered, Hidden) else self.answered


def latest_of_each(answers: Iterable[Answer], k: int = K) -> tuple[Answer, ...]:
    """One answer a person, in order of time, as many as make whole groups; none below k."""
    latest: dict[str, Answer] = {}
    for answer in sorted(answers, key=lambda one: one.at):
        latest.pop(answer.person, None)
        latest[answer.person] = answer
    counted = whole_groups(tuple(latest.values()))
    return counted if len(counted) >= k else ()


def measure_change(label: str, answers: Iterable[Twice], asked: int) -> Result:
    """Before and after, of those who answered twice."""
    counted = latest_of_each(answers)
    befores, afters = [one.before for one in counted], [one.after for one in counted]
    if (hidden := _hidden(befores) or _hidden(afters)) is not None:
        return _without_figure(label, asked, counted, hidden)
    change = before_and_after(list(zip(befores, afters, strict=True)), max(asked, len(counted)))
    return Result(
        label,
        count_in_steps(max(asked, len(counted))),
        count_in_steps(len(counted)),
        change.difference,
        change.low,
        change.high,
        change.mean_before,
        change.mean_after,
    )


def measure_mean(label: str, answers: Iterable[Once], asked: int) -> Result:
    """The mean and its interval."""
    counted = latest_of_each(answers)
    values = [one.value for one in counted]
    if (hidden := _hidden(values)) is not None:
        return _without_figure(label, asked, counted, hidden)
    mean = statistics.fmean(values)
    half = t_point(len(values) - 1) * statistics.stdev(values) / math.sqrt(len(values))
    return Result(
        label,
        count_in_steps(max(asked, len(counted))),
        count_in_steps(len(counted)),
        mean,
        mean - half,
        mean + half,
    )


def measure_recommend(label: str, answers: Iterable[Once], asked: int) -> Result:
    """The recommend score, −100 to 100, from ten answers on that are not all of one kind."""
    counted = latest_of_each(answers, RECOMMEND_FROM)
    score = recommend_score(round(one.value) for one in counted)
    if score is None:
        return _without_figure(label, asked, counted, Hidden())
    if score.margin == 0:
        return _without_figure(label, asked, counted, ALIKE)
    return Result(
        label,
        count_in_steps(max(asked, len(counted))),
        count_in_steps(len(counted)),
        score.score,
        max(-100.0, score.score - score.margin),
        min(100.0, score.score + score.margin),
    )


def withheld(result: Result) -> Result:
    """The same line without its figure: the policy does not open it."""
    return Result(result.label, result.asked, Hidden(), hidden=Hidden())


def _hidden(values: Sequence[float]) -> Hidden | None:
    mean = protect_mean(values)
    return mean if isinstance(mean, Hidden) else None


def _without_figure(label: str, asked: int, counted: Sequence[object], hidden: Hidden) -> Result:
    return Result(
        label, count_in_steps(max(asked, len(counted))), count_in_steps(len(counted)), hidden=hidden
    )
