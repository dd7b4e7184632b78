"""Which ways there are for which sort of instance. The first of each is the one the others are held against."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from alongside.core.matching.engine.market import Ints
from bench.matching import ours, peers


class Way(NamedTuple):
    """What is called, the library it needs, and whether its answer has to be the very same pairs as ours."""

    solve: Callable[[Any], Ints]
    library: str
    same_pairs: bool = False


WAYS: Final[dict[str, dict[str, Way]]] = {
    "listed": {
        "alongside, proved": Way(ours.everyone_first, "numpy"),
        "OR-Tools flow": Way(peers.or_tools, "ortools"),
        "SciPy LAPJVsp": Way(peers.scipy_sparse, "scipy"),
        "HiGHS simplex (highspy)": Way(peers.highs_simplex, "highspy"),
        "HiGHS interior point (highspy)": Way(peers.highs_interior_point, "highspy"),
        "networkx flow": Way(peers.networkx_flow, "networkx"),
    },
    "full": {
        "alongside, all pairs, proved": Way(ours.everyone_first_of_all_pairs, "numpy"),
        "OR-Tools flow": Way(peers.or_tools_of_all_pairs, "ortools"),
        "SciPy linear_sum_assignment": Way(peers.scipy_assignment, "scipy"),
        "munkres linear_sum_assignment (C)": Way(peers.munkres_in_c, "munkres"),
        "munkres Munkres().compute": Way(peers.munkres_in_python, "munkres"),
    },
    "ranked": {
        "alongside, their choices, proved": Way(ours.their_choices, "numpy"),
        "alongside, proposing alone": Way(ours.only_propose_and_hold, "numpy", same_pairs=True),
        "matching HospitalResident": Way(peers.hospital_resident, "matching", same_pairs=True),
    },
}
