"""The assignment itself, by OR-Tools: the maximum flow, or the maximum flow of minimum cost.

Lexicographic without a large constant: the flow is the number placed, and only among the largest flows does the
cost count. Places are arc capacities.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.max_flow import SimpleMaxFlow
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from alongside.core.matching.engine.market import NO_PAIRS, Ints, Market

Nodes = NDArray[np.int32]
ROOM_BITS: Final = 58  # the solver multiplies gains by the number of nodes and must stay below 2⁶³


class FlowFailedError(RuntimeError):
    """The solver did not reach an optimum. Never seen; the numbers are kept within its bounds."""


def solve(market: Market, gain: Ints) -> Ints:
    """Most people placed, then the largest sum of gains: the indices of the chosen pairs, rising."""
    if not len(market.rows) or not market.places.any():
        return NO_PAIRS
    flow = SimpleMinCostFlow()
    tails, heads, room, source, sink = _network(market)
    cost = np.zeros_like(room)
    cost[: len(gain)] = gain.max() - gain  # each placed client pays exactly one of these
    arcs = flow.add_arcs_with_capacity_and_unit_cost(tails, heads, room, cost)
    flow.set_node_supply(source, market.clients)
    flow.set_node_supply(sink, -market.clients)
    if (status := flow.solve_max_flow_with_min_cost()) != flow.OPTIMAL:
        raise FlowFailedError(str(status))
    return np.flatnonzero(flow.flows(arcs[: len(gain)])).astype(np.int64)


def place_most(market: Market) -> Ints:
    """As many pairs as possible, whichever: the indices of the chosen pairs, rising."""
    if not len(market.rows) or not market.places.any():
        return NO_PAIRS
    flow = SimpleMaxFlow()
    tails, heads, room, source, sink = _network(market)
    arcs = flow.add_arcs_with_capacity(tails, heads, room)
    if (status := flow.solve(source, sink)) != flow.OPTIMAL:
        raise FlowFailedError(str(status))
    return np.flatnonzero(flow.flows(arcs[: len(market.rows)])).astype(np.int64)


def room_bits(market: Market) -> int:
    """How many bits a single gain may have."""
    return ROOM_BITS - (market.clients + len(market.places) + 3).bit_length()


def _network(market: Market) -> tuple[Nodes, Nodes, Ints, int, int]:
    """Tails, heads and capacities: first the pairs, then source → clients, then practitioners → sink."""
    ours = np.arange(market.clients)
    theirs = np.arange(len(market.places)) + market.clients
    source, sink = market.clients + len(market.places), market.clients + len(market.places) + 1
    tails = np.concatenate([market.rows, np.full_like(ours, source), theirs]).astype(np.int32)
    heads = np.concatenate([market.columns + market.clients, ours, np.full_like(theirs, sink)]).astype(
        np.int32
    )
    room = np.ones(len(tails), dtype=np.int64)
    room[len(market.rows) + market.clients :] = market.places
    return tails, heads, room, source, sink
