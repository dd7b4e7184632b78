"""Everyone first over very many pairs: solve over a few, price all, add those worth more than their prices, again.

A result over some of the pairs is the best over all of them as soon as no pair is worth more than its two prices. So
only the pairs of the solver need to be held; the rest are looked at, block after block. The prices found are the
smallest for all pairs, and the lot decides among all optima: the result is the same to the byte as with every pair in
the solver. Each round adds at least one pair, so it ends; a handful of rounds is usual.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from alongside.core.matching.engine.market import Ints, Lots, Market, Prices
from alongside.core.matching.engine.prices import Tight, by_lot, find_best

FIRST: Final = 12  # pairs taken to begin with, for each person of either side
MORE: Final = 10  # pairs added for each client in each round
_PLACED: Final = 2**44  # one person placed, above any sum of fits
_STAYS: Final = 2**41  # a pair that stays; a price of more than two is read as two


class Offers(Protocol):
    """All possible pairs, however they are held."""

    def best(self, each: int) -> Market:
        """Good pairs of everybody, to begin with."""

    def price(self, prices: Prices, each: int) -> tuple[Market, Market]:
        """Pairs worth more than their prices (at most `each` a client), and pairs worth exactly them."""


def everyone_first_among(
    offers: Offers, lots: Lots, *, first: int = FIRST, more: int = MORE
) -> tuple[Market, Prices]:
    """The chosen pairs, as a market of their own, and the smallest prices over all pairs."""
    market = offers.best(first)
    while True:
        prices = find_best(market)[1].prices()
        missing, exact = offers.price(prices, more)
        if not len(missing.rows):
            break
        market = _both(market, missing)
    return exact.only(by_lot(Tight.priced(exact, prices), lots)), prices


def _both(one: Market, other: Market) -> Market:
    """The pairs of both, in order."""
    wide = len(one.places)
    keys = np.concatenate([market.rows * wide + market.columns for market in (one, other)])
    order = np.argsort(keys, kind="stable")
    fit = np.concatenate([one.fit, other.fit])[order]
    both = Market(one.clients, one.places, keys[order] // wide, keys[order] % wide, fit)
    if one.stays is None or other.stays is None:
        return both
    return replace(both, stays=np.concatenate([one.stays, other.stays])[order])


def spare_of(prices: Prices, market: Market) -> Ints:
    """How far the prices are above what a pair is worth; the sign is that of the first column that differs."""
    placed, *stays, fit = (
        ours[market.rows] + theirs[market.columns] - worth
        for ours, theirs, worth in zip(
            prices.clients.T, prices.practitioners.T, (*market.ahead(), market.fit), strict=True
        )
    )
    found: Ints = placed * _PLACED + fit
    return found + np.clip(stays[0], -2, 2) * _STAYS if stays else found


def urgent(rows: Ints, columns: Ints, spare: Ints) -> Ints:
    """Which pairs to add first (smallest): those that could place somebody, spread over all; then the furthest off.

    Somebody without anybody would be glad of any free place: the best-liked ones would be named by everybody at once.
    """
    return np.where(spare < -_PLACED // 2, scatter(rows, columns) - 2 * _PLACED, spare)


def scatter(rows: Ints, columns: Ints) -> Ints:
    """A number from 0 to 2²⁰ − 1 that depends on both and looks like chance (Fibonacci hashing)."""
    found: Ints = ((rows * 2654435761 ^ columns * 40503) * 2654435769 >> 12) & (2**20 - 1)
    return found


@dataclass(frozen=True, slots=True)
class ListedOffers:
    """All pairs in one list."""

    market: Market

    def best(self, each: int) -> Market:
        market, keep = self.market, np.zeros(len(self.market.rows), dtype=np.bool_)
        for group, groups in ((market.rows, market.clients), (market.columns, len(market.places))):
            keep[first_of_each(group, groups, -market.fit, each)] = True
        if market.stays is not None:
            keep |= market.stays > 0
        return market.only(np.flatnonzero(keep))

    def price(self, prices: Prices, each: int) -> tuple[Market, Market]:
        market = self.market
        spare = spare_of(prices, market)
        worth_more = np.flatnonzero(spare < 0)
        measure = urgent(market.rows[worth_more], market.columns[worth_more], spare[worth_more])
        taken = first_of_each(market.rows[worth_more], market.clients, measure, each)
        return market.only(np.sort(worth_more[taken])), market.only(np.flatnonzero(spare == 0))


@dataclass(frozen=True, slots=True)
class BlockOffers:
    """Pairs worked out anew for a block of clients at a time: `block(first)` gives fits, below nothing if refused."""

    clients: int
    places: Ints
    height: int
    block: Callable[[int], NDArray[np.integer]]

    def best(self, each: int) -> Market:
        parts = []
        for first, fit in self.blocks():
            across, down = min(each, fit.shape[1]), min(2, fit.shape[0])
            keep = np.zeros(fit.shape, dtype=np.bool_)
            np.put_along_axis(keep, np.argpartition(fit, -across, axis=1)[:, -across:], values=True, axis=1)
            np.put_along_axis(keep, np.argpartition(fit, -down, axis=0)[-down:], values=True, axis=0)
            rows, columns = np.arange(len(fit))[:, None], np.arange(across) * max(1, fit.shape[1] // across)
            keep[rows, (columns + scatter(rows + first, rows)) % fit.shape[1]] = True
            parts.append(_listed(first, fit, keep & (fit >= 0)))
        return self._market(parts)

    def price(self, prices: Prices, each: int) -> tuple[Market, Market]:
        more, exact = [], []
        ours, theirs = (side[:, 0] * _PLACED + side[:, 1] for side in prices)
        for first, fit in self.blocks():
            spare = (ours[first : first + len(fit), None] - _PLACED) + theirs - fit
            rows, columns, fits = _listed(first, fit, (spare <= 0) & (fit >= 0))
            short = spare[rows - first, columns]
            worth_more = np.flatnonzero(short < 0)
            taken = np.sort(
                worth_more[first_of_each(rows[worth_more], self.clients, short[worth_more], each)]
            )
            same = short == 0
            more.append((rows[taken], columns[taken], fits[taken]))
            exact.append((rows[same], columns[same], fits[same]))
        return self._market(more), self._market(exact)

    def blocks(self) -> Iterator[tuple[int, NDArray[np.integer]]]:
        for first in range(0, self.clients, self.height):
            yield first, self.block(first)

    def parts(self) -> Iterator[Market]:
        """Every possible pair, a block at a time."""
        for first, fit in self.blocks():
            yield self._market([_listed(first, fit, fit >= 0)])

    def _market(self, parts: list[tuple[Ints, Ints, Ints]]) -> Market:
        nothing = (np.empty(0, dtype=np.int64),) * 3
        rows, columns, fit = (np.concatenate(some) for some in zip(nothing, *parts, strict=True))
        return Market(self.clients, self.places, rows, columns, fit)


def _listed(first: int, fit: NDArray[np.integer], keep: NDArray[np.bool_]) -> tuple[Ints, Ints, Ints]:
    rows, columns = np.nonzero(keep)
    return rows + first, columns, fit[rows, columns].astype(np.int64)


def first_of_each(group: Ints, groups: int, measure: Ints, each: int) -> Ints:
    """The indices of about the `each` smallest by measure in every group (the measure is read coarsely if large).

    One sort of whole numbers that hold group, measure and index, which is several times faster than sorting indices.
    """
    if not len(group):
        return group
    above = measure - measure.min()
    index_bits, group_bits = len(group).bit_length(), groups.bit_length()
    coarse = max(0, int(above.max()).bit_length() - (63 - index_bits - group_bits))
    measure_bits = max(0, int(above.max()).bit_length() - coarse)
    keys = np.sort((((group << measure_bits) | (above >> coarse)) << index_bits) | np.arange(len(group)))
    sorted_group = keys >> (measure_bits + index_bits)
    starts = np.searchsorted(sorted_group, np.arange(groups))
    place = np.arange(len(keys)) - starts[sorted_group]
    found: Ints = keys[place < each] & ((1 << index_bits) - 1)
    return found


def find_indices(market: Market, chosen: Market) -> Ints:
    """Where the chosen pairs stand in the whole market."""
    wide = len(market.places)
    return np.searchsorted(market.rows * wide + market.columns, chosen.rows * wide + chosen.columns)
