"""Where places are short: people who can only go to so many practitioners, who have fewer places than that (Hall 1935).

From everybody without a place follow "could go to", then "is held there by", as far as it leads, in a result that
places the most. Every practitioner so reached is full, with people who were reached too; whoever was reached can go to
nobody else. It is the smallest group that lacks the most places, and the same whichever of several results it is read
from. Parts of it that share nobody are told apart.
"""

from dataclasses import dataclass

import numpy as np

from alongside.core.matching.engine.market import Ints, Market


@dataclass(frozen=True, slots=True)
class Lack:
    """These clients can only go to these practitioners (positions), whose places are `without` too few."""

    clients: tuple[int, ...]
    practitioners: tuple[int, ...]
    places: int
    without: int


def find_lacks(market: Market, chosen: Ints) -> tuple[Lack, ...]:
    """Every group that lacks places, in the order of its first client. `chosen` places the most. Those who have no
    possible partner at all are in none of them."""
    has_partner = np.bincount(market.rows, minlength=market.clients) > 0
    held = np.zeros(market.clients, dtype=np.bool_)
    held[market.rows[chosen]] = True
    ours = _reach(market, chosen, has_partner & ~held)
    pairs = market.only(np.flatnonzero(ours[market.rows]))
    group = _together(pairs)
    lacks = []
    for name in np.unique(group[ours]).tolist():
        clients = np.flatnonzero(ours & (group == name))
        theirs = np.unique(pairs.columns[group[pairs.rows] == name])
        room = int(market.places[theirs].sum())
        lacks.append(Lack(tuple(clients.tolist()), tuple(theirs.tolist()), room, len(clients) - room))
    return tuple(lacks)


def _reach(market: Market, chosen: Ints, ours: np.ndarray) -> np.ndarray:
    """Who is reached from these clients."""
    theirs = np.zeros(len(market.places), dtype=np.bool_)
    while True:
        theirs[market.columns[ours[market.rows]]] = True
        more = ours.copy()
        more[market.rows[chosen[theirs[market.columns[chosen]]]]] = True
        if np.array_equal(more, ours):
            return ours
        ours = more


def _together(market: Market) -> Ints:
    """For each client the lowest of all clients linked to them through practitioners they could share."""
    group = np.arange(market.clients)
    while True:
        lowest = np.full(len(market.places), market.clients)
        np.minimum.at(lowest, market.columns, group[market.rows])
        linked = group.copy()
        np.minimum.at(linked, market.rows, lowest[market.columns])
        linked = linked[linked]
        if np.array_equal(linked, group):
            return group
        group = linked
