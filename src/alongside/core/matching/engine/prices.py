"""Prices that prove an assignment optimal, found from the assignment alone by label correcting.

A price is a pair (placed, fit) compared like a word in a dictionary: first the number of people placed, then the
fit. Practitioner prices start at nothing and rise until no client would rather have somebody else's place:

    price[j] ≥ (1, fit[i,j]) − what client i keeps where they are     (nothing, for a client without anybody)

Each round only raises prices along paths of improvements. From an optimal assignment no path improves for ever, so
it ends after at most one round per practitioner. These are the smallest such prices.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Prices:
    """Two prices a person: [clients, 2] and [practitioners, 2], columns "placed" and "fit"."""

    clients: Ints
    practitioners: Ints


class NotOptimalError(ValueError):
    """Prices keep rising: the assignment can be improved."""


def find_prices(
    clients: int, practitioners: int, rows: Ints, columns: Ints, fit: Ints, chosen: Ints
) -> Prices:
    """The smallest prices for the chosen pairs. `ValueError` where the assignment is not optimal."""
    one_placed = (
        4 * (int(fit.max(initial=0)) + 1) * (min(clients, practitioners) + 2)
    )  # above any sum of fits
    worth = fit + one_placed
    place, own = np.full(clients, -1), np.zeros(clients, dtype=np.int64)
    place[rows[chosen]], own[rows[chosen]] = columns[chosen], worth[chosen]
    price = np.zeros(practitioners, dtype=np.int64)
    for _round in range(practitioners + 2):
        kept = np.where(place >= 0, own - price[place], 0) if practitioners else own
        wanted = price.copy()
        np.maximum.at(wanted, columns, worth - kept[rows])
        if np.array_equal(wanted, price):
            return Prices(_split(kept, one_placed), _split(price, one_placed))
        price = wanted
    raise NotOptimalError("The prices keep rising: somebody could be placed or placed better.")


def _split(price: Ints, one_placed: int) -> Ints:
    placed = (price + one_placed // 2) // one_placed
    return np.stack([placed, price - placed * one_placed], axis=1)
