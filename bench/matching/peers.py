"""The peers, each by its own public interface, on the same instance; each gives every client's practitioner, or −1.

A peer is imported only where it is measured: none is a dependency. Peers that know no places are given one column for
each place. Peers that know only one sum are told *most people first* by a number above any sum of fits (`above_all`).
"""

import sys
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from alongside.core.matching.engine.market import Ints, Market
from alongside.core.matching.engine.solve import solve
from bench.matching.instances import Full, as_market
from bench.matching.ours import partners

WHOLE: Final = 10_001  # above any single fit
DEEP: Final = 10**6
STACK_BYTES: Final = 2**30


def above_all(clients: int, places: Ints) -> int:
    return WHOLE * (min(clients, int(places.sum())) + 1)


def or_tools(market: Market) -> Ints:
    """OR-Tools max-flow-with-min-cost, which our own engine calls: what it costs without prices and proof."""
    chosen = solve(market, market.fit)
    return partners(market.clients, market.rows[chosen], market.columns[chosen])


def or_tools_of_all_pairs(made: Full) -> Ints:
    return or_tools(as_market(made))


# ---- tables: one row for each client, one column for each place ----


def scipy_assignment(made: Full) -> Ints:
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - a peer is needed only where it is measured

    return _of_table(made, linear_sum_assignment)


def munkres_in_c(made: Full) -> Ints:
    from munkres import linear_sum_assignment  # noqa: PLC0415 - a peer is needed only where it is measured

    return _of_table(made, linear_sum_assignment)


def munkres_in_python(made: Full) -> Ints:
    from munkres import Munkres  # noqa: PLC0415 - a peer is needed only where it is measured

    return _of_table(made, lambda cost: np.array(Munkres().compute(cost)).T)


def _of_table(made: Full, assign: Callable[[NDArray[np.int64]], Any]) -> Ints:
    fit = made.whole()
    column = np.repeat(np.arange(len(made.places)), made.places)
    cost = np.where(fit < 0, above_all(made.clients, made.places), WHOLE - fit.astype(np.int64))[:, column]
    rows, found = assign(cost)
    possible = fit[rows, column[found]] >= 0
    return partners(made.clients, rows[possible], column[found][possible])


# ---- lists of pairs ----


def scipy_sparse(market: Market) -> Ints:
    """LAPJVsp wants everybody placed: each client gets a place of their own that is worth less than any other."""
    from scipy.sparse import csr_array  # noqa: PLC0415 - a peer is needed only where it is measured
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching  # noqa: PLC0415 - a peer, as above

    first = np.concatenate([[0], np.cumsum(market.places)])
    times = market.places[market.columns]
    rows = np.repeat(market.rows, times)
    place = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    own = np.arange(market.clients)
    cost = np.r_[
        WHOLE - np.repeat(market.fit, times),
        np.full(market.clients, above_all(market.clients, market.places)),
    ]
    columns = np.r_[np.repeat(first[market.columns], times) + place, first[-1] + own]
    table = csr_array((cost.astype(float), (np.r_[rows, own], columns)))
    clients, found = min_weight_full_bipartite_matching(table)
    placed = found < first[-1]
    return partners(market.clients, clients[placed], np.searchsorted(first, found[placed], side="right") - 1)


def networkx_flow(market: Market) -> Ints:
    import networkx as nx  # noqa: PLC0415 - a peer is needed only where it is measured

    graph = nx.DiGraph()
    graph.add_edges_from((("s", ("c", row)) for row in range(market.clients)), capacity=1, weight=0)
    pairs = zip(market.rows.tolist(), market.columns.tolist(), market.fit.tolist(), strict=True)
    graph.add_edges_from(
        (("c", row), ("p", column), {"capacity": 1, "weight": WHOLE - fit}) for row, column, fit in pairs
    )
    graph.add_edges_from(
        (("p", column), "t", {"capacity": places, "weight": 0})
        for column, places in enumerate(market.places.tolist())
    )
    found = nx.max_flow_min_cost(graph, "s", "t")
    chosen = [(row, to[1]) for row in range(market.clients) for to, units in found["c", row].items() if units]
    return partners(market.clients, *np.array(chosen).reshape(-1, 2).T)


def highs_simplex(market: Market) -> Ints:
    return _highs(market, "simplex")


def highs_interior_point(market: Market) -> Ints:
    """Ends in a corner (crossover), so its answer is whole people too."""
    return _highs(market, "ipm")


def _highs(market: Market, solver: str) -> Ints:
    """The linear programme, by highspy; its corners are assignments (the constraints are totally unimodular)."""
    import highspy  # noqa: PLC0415 - a peer is needed only where it is measured

    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("solver", solver)
    highs.passModel(_programme(market, highspy.HighsLp()))
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(str(highs.getModelStatus()))
    chosen = np.flatnonzero(np.array(highs.getSolution().col_value) > 1 / 2)
    return partners(market.clients, market.rows[chosen], market.columns[chosen])


def _programme(market: Market, lp: Any) -> Any:
    """One variable for each pair, in one row of its client (at most 1) and one of its practitioner (at most places)."""
    pairs, people = len(market.rows), market.clients + len(market.places)
    lp.num_col_, lp.num_row_ = pairs, people
    lp.col_cost_ = -(above_all(market.clients, market.places) + market.fit).astype(float)
    lp.col_lower_, lp.col_upper_ = np.zeros(pairs), np.ones(pairs)
    lp.row_lower_, lp.row_upper_ = np.zeros(people), np.r_[np.ones(market.clients), market.places]
    lp.a_matrix_.start_ = np.arange(pairs + 1, dtype=np.int32) * 2
    lp.a_matrix_.index_ = np.c_[market.rows, market.columns + market.clients].ravel().astype(np.int32)
    lp.a_matrix_.value_ = np.ones(pairs * 2)
    return lp


# ---- rankings ----


def hospital_resident(market: Market) -> Ints:
    """The `matching` package. It wants nobody without a ranking; reading and checking the rankings is part of it.

    It copies all players, who know each other, by recursion: beyond a few hundred only with a deep stack.
    """
    from matching.games import HospitalResident  # noqa: PLC0415 - a peer is needed only where it is measured

    ours, theirs = market.ranks()
    mine, yours = (
        _wishes(market.rows, market.columns, ours),
        _wishes(market.columns, market.rows, theirs),
    )
    places = {column: int(market.places[column]) for column in yours}

    def play() -> Any:
        return HospitalResident.create_from_dictionaries(mine, yours, places).solve(optimal="resident")

    with warnings.catch_warnings(action="ignore"):
        found = _with_deep_stack(play)
    chosen = [(client.name, held.name) for held, some in found.items() for client in some]
    return partners(market.clients, *np.array(chosen).reshape(-1, 2).T)


def _with_deep_stack(what: Callable[[], Any]) -> Any:
    sys.setrecursionlimit(DEEP)
    threading.stack_size(STACK_BYTES)
    with ThreadPoolExecutor(1) as one:
        return one.submit(what).result()


def _wishes(whose: Ints, whom: Ints, rank: Ints) -> dict[int, list[int]]:
    """Everybody's list, best first."""
    order = np.lexsort((rank, whose))
    wishes: dict[int, list[int]] = {}
    for one, other in zip(whose[order].tolist(), whom[order].tolist(), strict=True):
        wishes.setdefault(one, []).append(other)
    return wishes
