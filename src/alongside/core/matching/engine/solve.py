"""The assignment itself: most people placed, then the largest gain, by OR-Tools' maximum flow of minimum cost.

Lexicographic without a large constant: the flow is the number placed, and only among the largest flows does the
cost count. Places are arc capacities.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Market:
    """Who could go to whom, as numbers: pair k joins client `rows[k]` and practitioner `columns[k]`."""

    clients: int
    places: Ints  # [practitioners], what is still free
    rows: Ints
    columns: Ints
    gain: Ints  # never negative


class FlowFailedError(RuntimeError):
    """The solver did not reach an optimum. Never seen; the numbers are kept within its bounds."""


def solve(market: Market) -> Ints:
    """The indices k of the chosen pairs, in order."""
    if not len(market.rows) or not market.places.any():
        return np.empty(0, dtype=np.int64)
    flow, wide = SimpleMinCostFlow(), len(market.places)
    source, sink = market.clients + wide, market.clients + wide + 1
    ours, theirs = np.arange(market.clients), np.arange(wide) + market.clients
    cost = market.gain.max() - market.gain  # each placed client pays exactly one of these
    pairs = _arcs(flow, market.rows, market.columns + market.clients, np.ones_like(market.rows), cost)
    _arcs(flow, np.full_like(ours, source), ours, np.ones_like(ours), np.zeros_like(ours))
    _arcs(flow, theirs, np.full_like(theirs, sink), market.places, np.zeros_like(theirs))
    flow.set_node_supply(source, market.clients)
    flow.set_node_supply(sink, -market.clients)
    status = flow.solve_max_flow_with_min_cost()
    if status != flow.OPTIMAL:
        raise FlowFailedError(str(status))
    return np.flatnonzero(flow.flows(pairs)).astype(np.int64)


def _arcs(flow: SimpleMinCostFlow, tails: Ints, heads: Ints, capacity: Ints, cost: Ints) -> Ints:
    found: Ints = flow.add_arcs_with_capacity_and_unit_cost(
        tails.astype(np.int32), heads.astype(np.int32), capacity.astype(np.int64), cost.astype(np.int64)
    )
    return found
