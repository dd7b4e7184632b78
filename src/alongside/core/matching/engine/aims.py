"""The aims a manager can choose from, each a recipe: which pairs, and the prices that prove them.

*Everyone first*: most people placed, then the best total fit. *Fairest*: most placed, then the worst pair as good as
possible, then the total. *Strict leximin*: most placed, then the worst pair as good as possible, then the next worst,
and so on to the best. *Their choices*: no two people who would both rather have each other (`stable.py`).
Among equals the lot decides (`lottery.py`), in a second solve over the pairs that an optimum may use.
"""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from alongside.core.matching.engine.counts import count_worth, levels
from alongside.core.matching.engine.market import (
    Aim,
    Ints,
    Lots,
    Market,
    Outcome,
)
from alongside.core.matching.engine.prices import by_lot, find_prices
from alongside.core.matching.engine.pricing import ListedOffers, everyone_first_among, find_indices
from alongside.core.matching.engine.solve import place_most, solve
from alongside.core.matching.engine.stable import propose_and_hold

MANY: Final = 100_000  # pairs, from which on not all of them go to the solver


def everyone_first(market: Market, lots: Lots) -> Outcome:
    """With many pairs only some of them go to the solver (see `pricing.py`); the result is the same."""
    if len(market.rows) > MANY:
        pairs, prices = everyone_first_among(ListedOffers(market), lots)
        return Outcome(find_indices(market, pairs), {"best": prices})
    chosen = solve(market, market.fit)
    tight = find_prices(market, chosen, (np.ones_like(market.fit), market.fit))
    return Outcome(by_lot(tight, lots), {"best": tight.prices()})


def fairest(market: Market, lots: Lots) -> Outcome:
    """Beside its own prices a bound: with every pair better than the worst one, fewer could be placed."""
    worst, _ = worst_off(market)
    good = np.flatnonzero(market.fit >= worst)
    among = market.only(good)
    chosen = good[solve(among, among.fit)]
    below = -(market.fit < worst).astype(np.int64)
    tight = find_prices(market, chosen, (np.ones_like(market.fit), below, market.fit))
    better = market.only(np.flatnonzero(market.fit > worst))
    bound = find_prices(better, place_most(better), (np.ones_like(better.fit),))
    return Outcome(by_lot(tight, lots), {"best": tight.prices(), "fairer": bound.prices()})


def worst_off(market: Market) -> tuple[int, Ints]:
    """The best fit the worst-off pair can have with most people placed, and the pairs of one way to place most."""
    most = place_most(market)
    if not len(most):
        return 0, most
    levels = np.unique(market.fit)
    low, high = 0, int(np.searchsorted(levels, np.sort(market.fit)[-len(most)]))
    while low < high:  # bisection: levels[low] can be had, anything above levels[high] cannot
        middle = (low + high + 1) // 2
        can = len(place_most(market.only(np.flatnonzero(market.fit >= levels[middle])))) == len(most)
        low, high = (middle, high) if can else (low, middle - 1)
    return int(levels[low]), most


def leximin(market: Market, lots: Lots) -> Outcome:
    """Counts the pairs of each level of fit, from the lowest up, and has as few as possible of each.

    Each round takes the next few levels. Below the lowest that the pairs found so far use there need be none.
    """
    chosen = fairest(market, lots).chosen
    tight, level = find_prices(market, chosen, (np.ones_like(market.fit),)), levels(market)
    cuts: list[tuple[int, ...]] = [(-1,)]
    base = len(chosen) + 1
    most = max(2, tight.gain_bits() // base.bit_length() - 1)
    while len(chosen) and (done := cuts[-1][-1]) < level[chosen].max():
        lowest, highest = int(level[chosen][level[chosen] > done].min()), int(level[tight.pairs].max())
        first = lowest if lowest == done + 1 else lowest - 1
        column = tuple(range(first, min(first + most, highest + 1)))
        worth = count_worth(level[tight.pairs], column, done, base)
        if len(tight.pairs) > len(chosen):
            chosen = tight.solve(worth - worth.min())
        tight.add(worth, chosen)
        cuts.append(column)
    return Outcome(by_lot(tight, lots), {"best": tight.prices()}, tuple(cuts[1:]))


def their_choices(market: Market, lots: Lots) -> Outcome:
    """A stable assignment; beside it what *everyone first* would reach, so that its price can be told."""
    rival = everyone_first(market, lots)
    return Outcome(propose_and_hold(market, lots), rival.prices, rival=rival.chosen)


AIMS: Final[Mapping[Aim, Callable[[Market, Lots], Outcome]]] = {
    "everyone_first": everyone_first,
    "fairest": fairest,
    "leximin": leximin,
    "their_choices": their_choices,
}
