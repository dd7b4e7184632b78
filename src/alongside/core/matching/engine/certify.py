"""Checks a result without knowing how it was found. Nothing here solves anything.

Prices have columns, compared like a word in a dictionary. Column by column, among the pairs worth exactly their two
prices so far: none is worth more; a chosen one is worth exactly that; whoever is alone, or has a place left, has no
price; a price is below nothing only if an earlier column of it is above. Proof that this is enough: any other
assignment is worth at most all client prices plus places × practitioner prices, which is what the chosen pairs are
worth; where it is worth as much in one column it uses only such pairs and all who have a price, so the same holds of
the next column (duality of linear programming over an ordered ring).
"""

from collections.abc import Iterable
from itertools import chain, pairwise

import numpy as np

from alongside.core.matching.engine.counts import count_worth, levels
from alongside.core.matching.engine.market import Certified, Ints, Market, Outcome, Prices
from alongside.core.verdicts import Refused


def certify(aim: str, market: Market, found: Outcome) -> Certified | Refused:
    """The figures of the chosen pairs, or what is wrong with the result."""
    if because := _broken(market, found.chosen) or CHECKS[aim](market, found):
        return Refused(because)
    fit = market.fit[found.chosen]
    return Certified(len(fit), int(fit.sum()), int(fit.min()) if len(fit) else 0)


def count_blocking(market: Market, chosen: Ints) -> int:
    """Possible pairs of people who would both rather have each other than whom, or the place, they have."""
    (ours, theirs), most = market.ranks(), np.iinfo(np.int64).max
    have, last = np.full(market.clients, most), np.full(len(market.places), -most)
    have[market.rows[chosen]] = ours[chosen]
    np.maximum.at(last, market.columns[chosen], theirs[chosen])
    last[_taken(market, chosen) < market.places] = most
    return int(np.sum((ours < have[market.rows]) & (theirs < last[market.columns])))


def _taken(market: Market, chosen: Ints) -> Ints:
    return np.bincount(market.columns[chosen], minlength=len(market.places))


def _broken(market: Market, chosen: Ints) -> str:
    once, room = np.bincount(market.rows[chosen]) <= 1, _taken(market, chosen) <= market.places
    return "" if once.all() and room.all() else "Somebody has more people than places."


def _tight(market: Market, prices: Prices, worths: Iterable[Ints]) -> Ints | None:
    pairs, low = np.arange(len(market.rows)), [np.ones(len(side), dtype=np.bool_) for side in prices]
    for ours, theirs, worth in zip(prices.clients.T, prices.practitioners.T, worths, strict=True):
        spare = ours[market.rows[pairs]] + theirs[market.columns[pairs]] - worth[pairs]
        if np.any(spare < 0) or np.any(ours[low[0]] < 0) or np.any(theirs[low[1]] < 0):
            return None
        pairs, low = pairs[spare == 0], [low[0] & (ours == 0), low[1] & (theirs == 0)]
    return pairs


def _best(market: Market, chosen: Ints, prices: Prices, worths: Iterable[Ints]) -> str:
    if (tight := _tight(market, prices, worths)) is None:
        return "A possible pair is worth more than its prices, or a price is below nothing."
    alone = ~np.isin(np.arange(market.clients), market.rows[chosen])
    if prices.clients[alone].any() or prices.practitioners[_taken(market, chosen) < market.places].any():
        return "A free place, or somebody without anybody, has a price."
    return "" if np.isin(chosen, tight).all() else "A chosen pair is worth less than its prices."


def _everyone_first(market: Market, found: Outcome) -> str:
    return _best(market, found.chosen, found.prices["best"], (*market.ahead(), market.fit))


def _fairest(market: Market, found: Outcome) -> str:
    worst, bound = market.fit[found.chosen].min(initial=market.fit.max(initial=0)), found.prices["fairer"]
    better = market.only(np.flatnonzero(market.fit > worst))
    ours, theirs = (side.astype(object) for side in bound)  # sums beyond 64 bits
    most = (ours.sum(axis=0) + (market.places[:, None] * theirs).sum(axis=0)).tolist()
    short = most < [int(worth[found.chosen].sum()) for worth in market.ahead()]
    if len(found.chosen) and (_tight(better, bound, better.ahead()) is None or not short):
        return "It is not shown that fewer could be placed, or stay, if the worst pair were better."
    below = -(market.fit < worst).astype(np.int64)
    return _best(market, found.chosen, found.prices["best"], (*market.ahead(), below, market.fit))


def _leximin(market: Market, found: Outcome) -> str:
    level, ends = levels(market), np.array([-1, *(end for cuts in found.cuts for end in cuts)])
    used, base = level[found.chosen], len(found.chosen) + 1  # each used level is counted by itself:
    alone = np.isin(used, ends).all() and np.isin(used - 1, ends).all() and np.all(np.diff(ends) > 0)
    if not alone or any(len(cuts) * base.bit_length() > 60 for cuts in found.cuts):
        return "Pairs of different fit are counted as one."
    counts = (count_worth(level, cuts, before[-1], base) for before, cuts in pairwise([(-1,), *found.cuts]))
    return _best(market, found.chosen, found.prices["best"], chain(market.ahead(), counts))


def _their_choices(market: Market, found: Outcome) -> str:
    if blocking := count_blocking(market, found.chosen):
        return f"{blocking} times two people would both rather have each other."
    worths = (np.ones_like(market.fit), market.fit)
    return _broken(market, found.rival) or _best(market, found.rival, found.prices["best"], worths)


CHECKS = {check.__name__[1:]: check for check in (_everyone_first, _fairest, _leximin, _their_choices)}
