"""The aims a manager can choose from, each a recipe: which pairs, and the prices that prove them.

*Everyone first*: most people placed, then the best total fit. *Fairest*: most placed, then the worst pair as good as
possible, then the total. *Strict leximin*: most placed, then the worst pair as good as possible, then the next worst,
and so on to the best. *Their choices*: no two people who would both rather have each other (`stable.py`).
Where pairs of an earlier run should stay, as many of them as can stay come directly after the people placed, and
before all else. *Their choices* lets them only break ties, as the most that stable ways could keep is hard to find and
to prove (Manlove et al. 2002). Among equals the lot decides (`lottery.py`), in a second solve over the pairs that an
optimum may use.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
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
from alongside.core.matching.engine.prices import by_lot, find_best, find_prices
from alongside.core.matching.engine.pricing import ListedOffers, everyone_first_among, find_indices
from alongside.core.matching.engine.solve import place_most, solve
from alongside.core.matching.engine.stable import propose_and_hold

MANY: Final = 100_000  # pairs, from which on not all of them go to the solver


def everyone_first(market: Market, lots: Lots) -> Outcome:
    """With many pairs only some of them go to the solver (see `pricing.py`); the result is the same."""
    if len(market.rows) > MANY:
        pairs, prices = everyone_first_among(ListedOffers(market), lots)
        return Outcome(find_indices(market, pairs), {"best": prices})
    _, tight = find_best(market)
    return Outcome(by_lot(tight, lots), {"best": tight.prices()})


def fairest(market: Market, lots: Lots) -> Outcome:
    """Beside its own prices a bound: with every pair better than the worst one, fewer could be placed, or stay."""
    worst = worst_off(market)
    good = np.flatnonzero(market.fit >= worst)
    chosen = good[find_best(market.only(good))[0]]
    below = -(market.fit < worst).astype(np.int64)
    tight = find_prices(market, chosen, (*market.ahead(), below, market.fit))
    better = market.only(np.flatnonzero(market.fit > worst))
    bound = find_prices(better, _keep_most(better), better.ahead())
    return Outcome(by_lot(tight, lots), {"best": tight.prices(), "fairer": bound.prices()})


def worst_off(market: Market) -> int:
    """The best fit the worst-off pair can have with most people placed and most pairs that stay."""
    most = _keep_most(market)
    if not len(most):
        return 0
    levels, reached = np.unique(market.fit), _count(market, most)
    low, high = 0, int(np.searchsorted(levels, np.sort(market.fit)[-len(most)]))
    while low < high:  # bisection: levels[low] can be had, anything above levels[high] cannot
        middle = (low + high + 1) // 2
        among = market.only(np.flatnonzero(market.fit >= levels[middle]))
        low, high = (middle, high) if _count(among, _keep_most(among)) == reached else (low, middle - 1)
    return int(levels[low])


def _keep_most(market: Market) -> Ints:
    """One way to place most people and, among those ways, keep most pairs that should stay."""
    return place_most(market) if market.stays is None else solve(market, market.stays)


def _count(market: Market, chosen: Ints) -> list[int]:
    return [int(worth[chosen].sum()) for worth in market.ahead()]


def leximin(market: Market, lots: Lots) -> Outcome:
    """Counts the pairs of each level of fit, from the lowest up, and has as few as possible of each.

    Each round takes the next few levels. Below the lowest that the pairs found so far use there need be none.
    """
    chosen = fairest(market, lots).chosen
    tight, level = find_prices(market, chosen, market.ahead()), levels(market)
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
    rival = everyone_first(replace(market, stays=None), lots)
    return Outcome(propose_and_hold(market, lots), rival.prices, rival=rival.chosen)


AIMS: Final[Mapping[Aim, Callable[[Market, Lots], Outcome]]] = {
    "everyone_first": everyone_first,
    "fairest": fairest,
    "leximin": leximin,
    "their_choices": their_choices,
}
