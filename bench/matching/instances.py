"""What is matched: three sorts of instance, each drawn from one seed, so every run of it makes the same one.

    listed  about 50 possible partners for every client, drawn evenly; fits 0 to 10,000
    full    every client with every practitioner: how alike six traits are, and some chance; 3 in 10 refused
    ranked  the pairs of `listed`, each side with an order of its own and no two alike, so that exactly one stable
            assignment is the best for every client

Every practitioner has one to five places: 1,000 clients with 300 practitioners compete for about 900.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from alongside.core.matching.engine.market import Ints, Market

SEED: Final = 7
EACH: Final = 50  # partners drawn for each client; those drawn twice count once
HEIGHT: Final = 512  # clients in one block of `full`
MOST_HELD: Final = (
    10**8
)  # pairs of `full` that are made beforehand; beyond, each block is made whenever it is read
TRAITS: Final = 6
REFUSED_BELOW: Final = 20_480  # of 65,536: 3 in 10
Fits = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Full:
    """All pairs, block by block: `block(first)` gives the fits of up to 512 clients, −1 where refused."""

    clients: int
    places: Ints
    ours: NDArray[np.float32]
    theirs: NDArray[np.float32]
    held: Fits | None = None

    def block(self, first: int) -> Fits:
        return self._draw(first) if self.held is None else self.held[first : first + HEIGHT]

    def blocks(self) -> Iterator[tuple[int, Fits]]:
        for first in range(0, self.clients, HEIGHT):
            yield first, self.block(first)

    def whole(self) -> Fits:
        """The fits of all pairs in one table."""
        if self.held is not None:
            return self.held
        table = np.empty((self.clients, len(self.places)), dtype=np.int16)
        for first, fit in self.blocks():
            table[first : first + len(fit)] = fit
        return table

    def _draw(self, first: int) -> Fits:
        """Traits are whole numbers, so their products are exact and every machine draws the same fits."""
        likeness = (self.ours[first : first + HEIGHT] @ self.theirs.T).astype(np.int16)
        word = np.random.default_rng([SEED, first]).integers(0, 2**16, likeness.shape, dtype=np.uint16)
        likeness *= np.int16(5)
        likeness += (word & np.uint16(2047)).view(np.int16)
        np.copyto(likeness, np.int16(-1), where=word < REFUSED_BELOW)
        return likeness


Instance = Market | Full


def make(size: str) -> Instance:
    """The instance of a size such as `listed 1000 300`."""
    sort, clients, practitioners = size.split()
    return MAKERS[sort](int(clients), int(practitioners))


def listed(clients: int, practitioners: int) -> Market:
    """Where there are few practitioners, a quarter of them for each client."""
    chance, each = np.random.default_rng(SEED), min(EACH, practitioners // 4)
    drawn = np.repeat(np.arange(clients), each) * practitioners
    keys = np.unique(drawn + chance.integers(0, practitioners, clients * each))
    places = chance.integers(1, 6, practitioners)
    fit = chance.integers(0, 10_001, len(keys))
    return Market(clients, places, keys // practitioners, keys % practitioners, fit)


def full(clients: int, practitioners: int) -> Full:
    chance = np.random.default_rng(SEED)
    ours, theirs = (
        chance.integers(0, 16, (many, TRAITS)).astype(np.float32) for many in (clients, practitioners)
    )
    made = Full(clients, chance.integers(1, 6, practitioners), ours, theirs)
    return replace(made, held=made.whole()) if clients * practitioners <= MOST_HELD else made


def ranked(clients: int, practitioners: int) -> Market:
    market, chance = listed(clients, practitioners), np.random.default_rng(SEED + 1)
    ours, theirs = (chance.permutation(len(market.rows)) for _ in range(2))
    return replace(market, client_rank=ours, practitioner_rank=theirs)


MAKERS: Final[dict[str, Callable[[int, int], Instance]]] = {"listed": listed, "full": full, "ranked": ranked}


def as_market(made: Full) -> Market:
    """All possible pairs of `full` in one list."""
    fit = made.whole()
    rows, columns = np.nonzero(fit >= 0)
    return Market(made.clients, made.places, rows, columns, fit[rows, columns].astype(np.int64))


def fits_of(made: Instance, partner: Ints) -> Ints:
    """The fit of every pair of an answer, by client. `ValueError` where a pair is refused or a place is taken twice."""
    rows = np.flatnonzero(partner >= 0)
    if np.any(np.bincount(partner[rows], minlength=len(made.places)) > made.places):
        raise ValueError("A practitioner has more people than places.")
    fits = _fits_listed(made, rows, partner[rows]) if isinstance(made, Market) else _fits_full(made, partner)
    if np.any(fits < 0):
        raise ValueError("A pair is not possible.")
    return fits


def _fits_listed(market: Market, rows: Ints, columns: Ints) -> Ints:
    wide = len(market.places)
    keys, wanted = market.rows * wide + market.columns, rows * wide + columns
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, market.fit[at], -1)


def _fits_full(made: Full, partner: Ints) -> Ints:
    found = []
    for first, fit in made.blocks():
        here = partner[first : first + len(fit)]
        rows = np.flatnonzero(here >= 0)
        found.append(fit[rows, here[rows]].astype(np.int64))
    return np.concatenate(found)
