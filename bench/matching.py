"""Matching against its peers: the same instance, the same answer, each in a process of its own.

`./dev bench matching` gives the quick rows; `./dev bench matching all` also those that take minutes. SciPy, HiGHS and
networkx take part where they are installed; nothing here needs them.
"""

import importlib.util
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, Final

import numpy as np

from alongside.core.matching.engine.certify_parts import certify_parts
from alongside.core.matching.engine.lottery import draw_words, lots_of_words
from alongside.core.matching.engine.market import Certified, Market
from alongside.core.matching.engine.pricing import BlockOffers, everyone_first_among
from alongside.core.matching.engine.solve import solve
from alongside.core.matching.engine.sparse import match_market
from bench.table import print_table

LIMIT_SECONDS: Final = 300
HEIGHT: Final = 512
QUICK: Final = ("sparse 1000 300 50", "sparse 10000 3000 50", "dense 1000 300 0", "dense 5000 1500 0")
SLOW: Final = ("sparse 100000 20000 50", "dense 10000 3000 0")
Figures = tuple[int, int]  # placed, total fit


def sparse(clients: int, practitioners: int, each: int) -> Market:
    """About `each` possible partners for every client, drawn evenly; fits 0 to 10,000; one to five places."""
    chance = np.random.default_rng(7)
    drawn = np.repeat(np.arange(clients), each) * practitioners
    keys = np.unique(drawn + chance.integers(0, practitioners, clients * each))
    places = chance.integers(1, 6, practitioners)
    fit = chance.integers(0, 10_001, len(keys))
    return Market(clients, places, keys // practitioners, keys % practitioners, fit)


def dense(clients: int, practitioners: int, _each: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """(places, fit): every client with every practitioner, likeness in six traits and some chance; 3 in 10 refused."""
    chance = np.random.default_rng(7)
    ours, theirs = (chance.random((many, 6), dtype=np.float32) for many in (clients, practitioners))
    likeness = ours @ theirs.T / 6 + chance.random((clients, practitioners), dtype=np.float32) / 4
    fit = (likeness / likeness.max() * 10_000).astype(np.int16)
    fit[chance.random((clients, practitioners), dtype=np.float32) < 0.3] = -1
    return chance.integers(1, 6, practitioners), fit


def listed(places: np.ndarray, fit: np.ndarray) -> Market:
    rows, columns = np.nonzero(fit >= 0)
    return Market(len(fit), places, rows, columns, fit[rows, columns].astype(np.int64))


def ours_sparse(market: Market) -> Figures:
    run = match_market(market)
    return run.placed, run.total


def ours_dense(places: np.ndarray, fit: np.ndarray) -> Figures:
    """All pairs, solved and proved: priced block by block, then checked block by block."""
    offers = BlockOffers(len(fit), places, HEIGHT, lambda first: fit[first : first + HEIGHT])
    ours, theirs = (
        draw_words(0, side, np.arange(n, dtype=np.uint64))
        for side, n in (("client", len(fit)), ("practitioner", len(places)))
    )
    pairs, prices = everyone_first_among(
        offers, lambda rows, columns: lots_of_words(ours, theirs, rows, columns).astype(np.int64)
    )
    verdict = certify_parts(offers.parts(), pairs, prices)
    assert isinstance(verdict, Certified), verdict
    return verdict.placed, verdict.fit


def flow(market: Market) -> Figures:
    chosen = solve(market, market.fit)
    return len(chosen), int(market.fit[chosen].sum())


def scipy_assignment(places: np.ndarray, fit: np.ndarray) -> Figures:
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - a peer is needed only where it is measured

    column = np.repeat(np.arange(len(places)), places)
    cost = np.where(fit < 0, 10**9, 10_000 - fit.astype(np.int64))[:, column]
    rows, columns = linear_sum_assignment(cost)
    reached = fit[rows, column[columns]].astype(np.int64)
    return int((reached >= 0).sum()), int(reached[reached >= 0].sum())


def scipy_sparse(market: Market) -> Figures:
    """LAPJVsp wants everybody placed: each client gets a place of their own that is worth less than any other."""
    from scipy.sparse import csr_array  # noqa: PLC0415 - a peer is needed only where it is measured
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching  # noqa: PLC0415 - a peer is needed only where it is measured

    first = np.concatenate([[0], np.cumsum(market.places)])
    times = market.places[market.columns]
    rows = np.repeat(market.rows, times)
    columns = (
        np.repeat(first[market.columns], times)
        + np.arange(times.sum())
        - np.repeat(np.cumsum(times) - times, times)
    )
    own, beyond = np.arange(market.clients), first[-1] + np.arange(market.clients)
    cost = np.concatenate([10_001 - np.repeat(market.fit, times), np.full(market.clients, 10**8)])
    table = csr_array((cost.astype(float), (np.r_[rows, own], np.r_[columns, beyond])))
    found = min_weight_full_bipartite_matching(table)[1]
    paid = np.asarray(table[own, found]).ravel()
    return int((paid < 10**8).sum()), int((10_001 - paid[paid < 10**8]).sum())


def networkx_flow(market: Market) -> Figures:
    import networkx as nx  # noqa: PLC0415 - a peer is needed only where it is measured

    graph = nx.DiGraph()
    graph.add_edges_from((("s", ("c", row)) for row in range(market.clients)), capacity=1, weight=0)
    graph.add_edges_from(
        ((("c", row), ("p", column), {"capacity": 1, "weight": 10_000 - fit}))
        for row, column, fit in zip(
            market.rows.tolist(), market.columns.tolist(), market.fit.tolist(), strict=True
        )
    )
    graph.add_edges_from(
        (("p", column), "t", {"capacity": places, "weight": 0})
        for column, places in enumerate(market.places.tolist())
    )
    found = nx.max_flow_min_cost(graph, "s", "t")
    placed = sum(found["s"].values())
    return placed, placed * 10_000 - nx.cost_of_flow(graph, found)


Way = tuple[Callable[..., Figures], str, int]  # what, the library it needs, the most clients it is tried with
WAYS: Final[dict[str, dict[str, Way]]] = {
    "sparse": {
        "alongside, proved": (ours_sparse, "numpy", 10**9),
        "OR-Tools flow": (flow, "ortools", 10**9),
        "SciPy LAPJVsp": (scipy_sparse, "scipy", 10_000),
        "networkx": (networkx_flow, "networkx", 1_000),
    },
    "dense": {
        "alongside, all pairs, proved": (ours_dense, "numpy", 10**9),
        "OR-Tools flow": (lambda places, fit: flow(listed(places, fit)), "ortools", 10**9),
        "SciPy linear_sum_assignment": (scipy_assignment, "scipy", 10_000),
    },
}


def one(size: str, way: str) -> dict[str, Any]:
    """One way on one instance, in this process; making the instance is not counted."""
    sort, *numbers = size.split()
    made = {"sparse": sparse, "dense": dense}[sort](*map(int, numbers))
    given = made if isinstance(made, tuple) else (made,)
    began, cpu = time.perf_counter(), time.process_time()
    placed, total = WAYS[sort][way][0](*given)
    return {
        "placed": placed,
        "total": total,
        "seconds": time.perf_counter() - began,
        "cpu": time.process_time() - cpu,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def apart(size: str, way: str) -> dict[str, Any] | str:
    """The same in a process of its own; a sentence where it does not finish."""
    command = [sys.executable, "-m", "bench.matching", size, way]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        return f"more than {LIMIT_SECONDS} s"
    return json.loads(ran.stdout) if ran.returncode == 0 else "broke off: " + ran.stderr[-60:].strip()


def rows_of(size: str) -> list[tuple[str, ...]]:
    sort, clients = size.split(maxsplit=1)[0], int(size.split()[1])
    rows, own = [], None
    for way, (_, library, most) in WAYS[sort].items():
        if importlib.util.find_spec(library) is None or clients > most:
            continue
        found = apart(size, way)
        if isinstance(found, str):
            rows.append((size, way, "", "", found, "", ""))
            continue
        own = own or found
        ratio = f"{found['cpu'] / own['cpu']:.2f}"
        figures = (
            f"{found['placed']}",
            f"{found['total']}",
            f"{found['cpu']:.2f}",
            ratio,
            f"{found['peak_mb']}",
        )
        rows.append((size, way, *figures))
    return rows


def main(words: list[str]) -> None:
    sizes = QUICK + SLOW if "all" in words else QUICK
    head = ("instance", "way", "placed", "total fit", "CPU s", "× ours", "MB")
    print_table(head, [row for size in sizes for row in rows_of(size)])


if __name__ == "__main__":
    print(json.dumps(one(*sys.argv[1:3])))
