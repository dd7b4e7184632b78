"""Before and after, without claiming more than the figures do.

No causal word is used anywhere here: without a comparison group a difference is a difference.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

RELIABLE: Final = 1.96
ALPHA_FROM_N: Final = 30

# Two-sided 95 % points of Student's t for 1 to 30 degrees of freedom.
T_POINTS: Final = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)
Z = statistics.NormalDist().inv_cdf(0.975)


def t_point(degrees: int) -> float:
    """The two-sided 95 % point of Student's t: the table to 30, then two terms of the Cornish–Fisher series."""
    if degrees < 1:
        raise ValueError("At least one degree of freedom is needed.")
    if degrees <= len(T_POINTS):
        return T_POINTS[degrees - 1]
    return Z + (Z**3 + Z) / (4 * degrees) + (5 * Z**5 + 16 * Z**3 + 3 * Z) / (96 * degrees**2)


class Reliable(StrEnum):
    HIGHER = "reliably higher"
    LOWER = "reliably lower"
    UNCERTAIN = "within what chance alone would do"
    NOT_TESTABLE = "not testable"


@dataclass(frozen=True, slots=True)
class Reference:
    """Spread and reliability of a measure in a reference group: SD₁ > 0 and r between 0 and 1."""

    sd: float
    reliability: float


@dataclass(frozen=True, slots=True)
class ReliableChange:
    """The index and what it says; the index is None where it cannot be tested."""

    index: float | None
    says: Reliable


def reliable_change(before: float, after: float, reference: Reference | None) -> ReliableChange:
    """Jacobson and Truax: RCI = (x₂ − x₁) / (√2 · SEM) with SEM = SD₁ · √(1 − r); beyond ±1.96 is reliable."""
    if reference is None or reference.sd <= 0 or not 0 <= reference.reliability < 1:
        return ReliableChange(None, Reliable.NOT_TESTABLE)
    error = reference.sd * math.sqrt(1 - reference.reliability)
    index = (after - before) / (math.sqrt(2) * error)
    if abs(index) <= RELIABLE:
        return ReliableChange(index, Reliable.UNCERTAIN)
    return ReliableChange(index, Reliable.HIGHER if index > 0 else Reliable.LOWER)


@dataclass(frozen=True, slots=True)
class ThenTest:
    """Asked at the end about the beginning. All three stand side by side; none replaces another.

    `shift` is then − before: how the person's own yardstick moved.
    """

    before_to_now: float
    then_to_now: float
    shift: float


def then_test(before: float, then: float, now: float) -> ThenTest:
    """The three differences, side by side."""
    return ThenTest(now - before, now - then, then - before)


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A difference in a group, with everybody who was asked in the denominator.

    `low` and `high` bound the mean difference (95 %); `d_av` is the difference over the mean of the two spreads.
    Both are None where they cannot be computed.
    """

    n_asked: int
    n_answered: int
    mean_before: float | None
    mean_after: float | None
    difference: float | None
    low: float | None
    high: float | None
    d_av: float | None


def before_and_after(pairs: Sequence[tuple[float | None, float | None]], n_asked: int) -> GroupChange:
    """Compare those who answered twice. `n_asked` counts all who began, early endings and non-starters too.

    The result must still pass the small-groups gate before anybody sees it.
    """
    both = [(b, a) for b, a in pairs if b is not None and a is not None]
    if n_asked < len(both):
        raise ValueError("More people answered than were asked.")
    if not both:
        return GroupChange(n_asked, 0, None, None, None, None, None, None)
    befores, afters = [b for b, _ in both], [a for _, a in both]
    differences = [a - b for b, a in both]
    mean = statistics.fmean(differences)
    half = _half_width(differences)
    return GroupChange(
        n_asked=n_asked,
        n_answered=len(both),
        mean_before=statistics.fmean(befores),
        mean_after=statistics.fmean(afters),
        difference=mean,
        low=None if half is None else mean - half,
        high=None if half is None else mean + half,
        d_av=_d_av(befores, afters, mean),
    )


def _half_width(differences: Sequence[float]) -> float | None:
    n = len(differences)
    return t_point(n - 1) * statistics.stdev(differences) / math.sqrt(n) if n > 1 else None


def _d_av(befores: Sequence[float], afters: Sequence[float], difference: float) -> float | None:
    if len(befores) < 2:
        return None
    spread = (statistics.stdev(befores) + statistics.stdev(afters)) / 2
    return difference / spread if spread > 0 else None


def cronbach_alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Internal consistency of a short scale, rows = people, columns = items. None below 30 people."""
    if len(rows) < ALPHA_FROM_N or len(rows[0]) < 2:
        return None
    items = len(rows[0])
    total = statistics.variance([sum(row) for row in rows])
    if total == 0:
        return None
    each = sum(statistics.variance([row[i] for row in rows]) for i in range(items))
    return items / (items - 1) * (1 - each / total)


@dataclass(frozen=True, slots=True)
class TimeToSkill:
    """Days from baseline to the first passed sequence of steps, beside the person's own estimate of doing it alone."""

    days: int
    estimated_days_alone: int | None

    @property
    def days_sooner(self) -> int | None:
        """Against an estimate made at the baseline, not against a measurement."""
        return None if self.estimated_days_alone is None else self.estimated_days_alone - self.days
