"""A matching as bare numbers: who could go to whom, how well they fit, and who would rather have whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Aim = Literal["everyone_first", "fairest", "leximin", "their_choices"]
Lots = Callable[[Ints, Ints], Ints]  # a small number that is not negative for each pair (rows, columns)
NO_PAIRS: Final[Ints] = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Market:
    """Pair k joins client `rows[k]` and practitioner `columns[k]`; pairs stand by client, then practitioner.

    `fit` is what a pair is worth, never negative. The ranks say who each of the two would rather have, smaller being
    better and equal numbers alike; left out, both go by the fit. `stays` is 1 for a pair of an earlier run that should
    stay, else 0.
    """

    clients: int
    places: Ints  # [practitioners], what is still free
    rows: Ints
    columns: Ints
    fit: Ints
    client_rank: Ints | None = None
    practitioner_rank: Ints | None = None
    stays: Ints | None = None

    def only(self, pairs: Ints) -> "Market":
        """The same people with these pairs alone (indices, rising)."""
        optional = ("client_rank", "practitioner_rank", "stays")
        held = {name: values for name in optional if (values := getattr(self, name)) is not None}
        held |= {"rows": self.rows, "columns": self.columns, "fit": self.fit}
        return replace(self, **{name: values[pairs] for name, values in held.items()})

    def ahead(self) -> tuple[Ints, ...]:
        """What comes before all that an aim looks at, in order: people placed, then pairs that stay, if any should."""
        placed = np.ones_like(self.fit)
        return (placed,) if self.stays is None else (placed, self.stays)

    def ranks(self) -> tuple[Ints, Ints]:
        """How each client and each practitioner ranks each pair."""
        by_fit = self.fit.max(initial=0) - self.fit
        ours, theirs = self.client_rank, self.practitioner_rank
        return (by_fit if ours is None else ours, by_fit if theirs is None else theirs)


class Prices(NamedTuple):
    """What a person's place in a result is worth, in one or more columns compared like a word in a dictionary."""

    clients: Ints  # [clients, columns]
    practitioners: Ints  # [practitioners, columns]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The chosen pairs (indices, rising) and what proves them (see `certify.py`)."""

    chosen: Ints
    prices: Mapping[str, Prices]
    cuts: tuple[tuple[int, ...], ...] = ()  # strict leximin: which levels each column of prices counts
    rival: Ints = field(
        default_factory=lambda: NO_PAIRS
    )  # their choices: the pairs "everyone first" would take


@dataclass(frozen=True, slots=True)
class Certified:
    """Proved for the aim: so many placed, with this total and this worst fit (0 without pairs)."""

    placed: int
    fit: int
    worst: int
