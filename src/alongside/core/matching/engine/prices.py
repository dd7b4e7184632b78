"""Prices that prove an assignment optimal, found from the assignment alone by label correcting.

Prices have columns, compared like a word in a dictionary: first the people placed, then (say) the fit. They are
found column by column. Among the pairs that are still *tight* (worth exactly their prices in all columns so far),
practitioner prices start as low as they may and rise until no client would rather have somebody else's place:

    price[j] ≥ worth[i,j] − what client i keeps where they are     (nothing, for a client without anybody)

From an optimal assignment no chain of such wishes gains for ever, so it ends after at most one round per
practitioner. These are the smallest such prices; so a practitioner's price is what one more place would bring, and
the prices do not depend on which of several optimal assignments they were found from.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alongside.core.matching.engine.lottery import LOT_BITS
from alongside.core.matching.engine.market import NO_PAIRS, Ints, Lots, Market, Prices
from alongside.core.matching.engine.solve import room_bits, solve
from alongside.core.matching.engine.spans import spans

Bools = NDArray[np.bool_]


class NotOptimalError(ValueError):
    """Prices keep rising: the assignment can be improved."""


class Tight:
    """The pairs that an optimum of the columns so far may use, and who must be in it.

    A client with a price in an earlier column has somebody in every optimum; a practitioner with one is full.
    """

    def __init__(self, market: Market) -> None:
        self.market = market
        self.pairs: Ints = np.arange(len(market.rows))
        self.must: tuple[Bools, Bools] = (
            np.zeros(market.clients, dtype=np.bool_),
            np.zeros(len(market.places), dtype=np.bool_),
        )
        self._found: list[tuple[Ints, Ints]] = []

    def add(self, worth: Ints, chosen: Ints) -> None:
        """One more column. `worth` for each of `self.pairs`; `chosen` are indices into the whole market."""
        market = self._left()
        ours, theirs = find_column(market, worth, np.searchsorted(self.pairs, chosen), self.must[1])
        tight = ours[market.rows] + theirs[market.columns] == worth
        self.pairs = self.pairs[tight]
        self.must = (self.must[0] | (ours != 0), self.must[1] | (theirs != 0))
        self._found.append((ours, theirs))

    def solve(self, gain: Ints) -> Ints:
        """The best assignment by one more measure, among the optima so far. Indices into the whole market."""
        market = self._left()
        most = int(gain.max(initial=0)) * (min(market.clients, int(market.places.sum())) + 1) + 1
        bonus = self.must[0][market.rows].astype(np.int64) + self.must[1][market.columns]
        return self.pairs[solve(market, gain + most * bonus)]

    def _left(self) -> Market:
        return self.market if len(self.pairs) == len(self.market.rows) else self.market.only(self.pairs)

    def gain_bits(self) -> int:
        """How many bits a gain may have, beside the bonus for those who must be in."""
        return room_bits(self.market) - self.market.clients.bit_length() - 3

    def prices(self) -> Prices:
        ours, theirs = zip(*self._found, strict=True)
        return Prices(np.stack(ours, axis=1), np.stack(theirs, axis=1))

    @classmethod
    def priced(cls, market: Market, prices: Prices) -> "Tight":
        """From prices that are known already, and all the pairs worth exactly them."""
        tight = cls(market)
        ours, theirs = (np.count_nonzero(side, axis=1) > 0 for side in prices)
        tight.must = (ours, theirs)
        return tight


def by_lot(tight: Tight, lots: Lots) -> Ints:
    """One of the optima, by lot."""
    if not len(tight.pairs):
        return NO_PAIRS
    bits = min(LOT_BITS, max(0, tight.gain_bits()))
    drawn = lots(tight.market.rows[tight.pairs], tight.market.columns[tight.pairs])
    return tight.solve(drawn >> (LOT_BITS - bits))


def find_prices(market: Market, chosen: Ints, worths: Sequence[Ints]) -> Tight:
    """The smallest prices for the chosen pairs, one column for each worth. `NotOptimalError` if there are none."""
    tight = Tight(market)
    for worth in worths:
        tight.add(worth[tight.pairs], chosen)
    return tight


def find_best(market: Market) -> tuple[Ints, Tight]:
    """Most placed, then most that stay where some should, then the best total fit; and the prices of that."""
    if market.stays is None:
        chosen = solve(market, market.fit)
        return chosen, find_prices(market, chosen, (*market.ahead(), market.fit))
    tight = find_prices(market, solve(market, market.stays), market.ahead())
    chosen = tight.solve(market.fit[tight.pairs])
    tight.add(market.fit[tight.pairs], chosen)
    return chosen, tight


def find_column(market: Market, worth: Ints, chosen: Ints, settled: Bools) -> tuple[Ints, Ints]:
    """One column of prices: (clients, practitioners). Only where `settled` may a practitioner's be below nothing."""
    place, own = np.full(market.clients, -1), np.zeros(market.clients, dtype=np.int64)
    place[market.rows[chosen]], own[market.rows[chosen]] = market.columns[chosen], worth[chosen]
    lowest = -4 * (int(np.abs(worth).max(initial=0)) + 1) * (len(chosen) + 2)  # below any chain of wishes
    price = np.where(settled, lowest, 0)
    kept = _kept(place, own, price)
    starts = np.searchsorted(market.rows, np.arange(market.clients + 1))
    asking: Ints | slice = slice(None)
    for _round in range(len(price) + 2):
        wanted = price.copy()
        np.maximum.at(wanted, market.columns[asking], worth[asking] - kept[market.rows[asking]])
        rose = wanted > price
        if not rose.any():
            return kept, price
        price = wanted
        touched = np.flatnonzero((place >= 0) & rose[place])
        kept[touched] = own[touched] - price[place[touched]]
        asking = spans(starts[touched], starts[touched + 1])
    raise NotOptimalError("The prices keep rising: somebody could be placed or placed better.")


def _kept(place: Ints, own: Ints, price: Ints) -> Ints:
    return np.where(place >= 0, own - price[place], 0) if len(price) else own.copy()
