"""Their choices: deferred acceptance with places (Gale and Shapley 1962), clients ask and practitioners hold.

All clients who hold nobody ask at once, each the best they have not asked; each practitioner keeps the best of those
who ask and those they hold. Without ties the result is the best stable one for every client at once, in whatever
order they ask. Where a practitioner likes two people alike, a client whom everybody has turned down asks all again,
one step ahead of their equals (Király 2011): this places at least two thirds of the most that any stable assignment
places where only practitioners have ties. A client's own ties are broken by lot. Pairs that should stay go before their
equals on both sides; whoever is ranked higher goes before them.
"""

import numpy as np

from alongside.core.matching.engine.lottery import LOT_BITS
from alongside.core.matching.engine.market import NO_PAIRS, Ints, Lots, Market


def propose_and_hold(market: Market, lots: Lots) -> Ints:
    """The indices of the pairs of a stable assignment, rising."""
    if not len(market.rows):
        return NO_PAIRS
    ours, theirs = market.ranks()
    lot = lots(market.rows, market.columns) - (0 if market.stays is None else market.stays << LOT_BITS)
    asks = np.lexsort((lot, ours, market.rows))  # every client's pairs, best first
    starts = np.searchsorted(market.rows, np.arange(market.clients + 1))
    next_ask, rounds = starts[:-1].copy(), np.zeros(market.clients, dtype=np.int64)
    held = np.full(market.clients, -1)
    while True:
        again = np.flatnonzero((held < 0) & (next_ask == starts[1:]) & (rounds == 0))
        rounds[again], next_ask[again] = 1, starts[again]
        asking = np.flatnonzero((held < 0) & (next_ask < starts[1:]))
        if not len(asking):
            return np.sort(held[held >= 0])
        asked = asks[next_ask[asking]]
        next_ask[asking] += 1
        rivals = _rivals(market, held, asked)
        order = np.lexsort(
            (lot[rivals], -rounds[market.rows[rivals]], theirs[rivals], market.columns[rivals])
        )
        rivals = rivals[order]
        kept = _place_in_line(market.columns[rivals]) < market.places[market.columns[rivals]]
        held[market.rows[rivals]] = np.where(kept, rivals, -1)


def _rivals(market: Market, held: Ints, asked: Ints) -> Ints:
    """Those who ask now, and those held by somebody who is asked."""
    is_asked = np.zeros(len(market.places), dtype=np.bool_)
    is_asked[market.columns[asked]] = True
    holding = held[held >= 0]
    return np.concatenate([holding[is_asked[market.columns[holding]]], asked])


def _place_in_line(sorted_columns: Ints) -> Ints:
    """0, 1, 2 … anew for each run of equal numbers."""
    place = np.arange(len(sorted_columns))
    fresh = np.r_[True, sorted_columns[1:] != sorted_columns[:-1]]
    return place - np.maximum.accumulate(np.where(fresh, place, 0))
