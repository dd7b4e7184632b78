"""Checks a result without knowing how it was found.

Given who could go to whom, the places, the chosen pairs and a price for everybody, it verifies five things. Prices
are (placed, fit), compared lexicographically, "placed" first.

1. The chosen pairs are possible ones, no client is in two, no practitioner has more than their places.
2. No price is below nothing.
3. For every possible pair, the two prices together are at least (1, fit).
4. For every chosen pair they are exactly that.
5. A client without anybody, and a practitioner with a place left, has no price.

Proof that this is enough. Take any other assignment. By 3 it is worth at most the sum of the prices of the people
in it; by 2 and the places that is at most the price of every client plus places × price of every practitioner; by 4
and 5 that is exactly what the chosen pairs are worth. So nobody could place more people, and with as many placed
nobody could do better by one point. (This is linear-programming duality over the ordered ring of pairs.)
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.core.verdicts import Refused

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Certified:
    """Proved: nobody could place more than `placed` people; with as many, nobody could reach more than `fit`."""

    placed: int
    fit: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What is to be checked. Pair k is possible between client `rows[k]` and practitioner `columns[k]`."""

    places: Ints  # [practitioners]
    rows: Ints
    columns: Ints
    fit: Ints
    chosen: Ints  # indices of pairs
    client_prices: Ints  # [clients, 2]
    practitioner_prices: Ints  # [practitioners, 2]


def certify(claim: Claim) -> Certified | Refused:
    rows, columns = claim.rows[claim.chosen], claim.columns[claim.chosen]
    in_pairs = np.bincount(rows, minlength=len(claim.client_prices))
    taken = np.bincount(columns, minlength=len(claim.places))
    spare = claim.client_prices[claim.rows] + claim.practitioner_prices[claim.columns]
    spare = spare - np.stack([np.ones_like(claim.fit), claim.fit], axis=1)
    checks = (
        (np.all(in_pairs <= 1), "A client is in two pairs."),
        (len(np.unique(claim.chosen)) == len(claim.chosen), "A pair stands twice."),
        (np.all(taken <= claim.places), "A practitioner has more clients than places."),
        (_nothing_or_more(claim.client_prices), "A client's price is below nothing."),
        (_nothing_or_more(claim.practitioner_prices), "A practitioner's price is below nothing."),
        (_nothing_or_more(spare), "A possible pair is worth more than its prices."),
        (not spare[claim.chosen].any(), "A chosen pair is worth less than its prices."),
        (not claim.client_prices[in_pairs == 0].any(), "A client without anybody has a price."),
        (not claim.practitioner_prices[taken < claim.places].any(), "A free place has a price."),
    )
    for holds, because in checks:
        if not holds:
            return Refused(because)
    return Certified(len(claim.chosen), int(claim.fit[claim.chosen].sum()))


def _nothing_or_more(pairs: Ints) -> bool:
    placed, fit = pairs[:, 0], pairs[:, 1]
    return bool(np.all((placed > 0) | ((placed == 0) & (fit >= 0))))
