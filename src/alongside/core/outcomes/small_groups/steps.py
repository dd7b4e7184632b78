"""Figures that go on living, in whole groups of k: what is shown moves only when k more people have been added.

A page that can be looked at every day gives away one person's answer by the difference between two days. So counts are
shown in fives, rounded down, and means are made of the first answers in order of time, as many as make whole groups.
A figure then stands for at least k people, and so does every change of it. The price: up to k − 1 of the latest
answers wait. A count shown as s may be s to s + k − 1, whatever else is shown beside it in the same way.
"""

from collections.abc import Sequence
from typing import TypeVar

from alongside.core.outcomes.small_groups.figures import HIDDEN, Hidden
from alongside.core.outcomes.small_groups.limits import K

T = TypeVar("T")


def count_in_steps(n: int, k: int = K) -> int | Hidden:
    """The count rounded down to whole groups; hidden below the first, a zero too."""
    return n // k * k or HIDDEN


def whole_groups(in_order: Sequence[T], k: int = K) -> tuple[T, ...]:
    """The first of them, as many as make whole groups of k."""
    return tuple(in_order[: len(in_order) // k * k])
