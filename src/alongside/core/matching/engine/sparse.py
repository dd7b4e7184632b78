"""A matching given as bare arrays: no people, only who could go to whom and how well they fit.

    ptr   int64 [clients + 1]   where each client's pairs begin (compressed sparse rows)
    idx   int32 [pairs]         the practitioner of each pair
    s     int32 [pairs]         its fit, a whole number
    cap   int32 [practitioners] places
    client_rank, practitioner_rank  int32 [pairs], optional: who would rather have whom (smaller is better)

The order of a client's pairs makes no difference to the byte. Clients in another order find the same partners, but
that two clients with the very same pairs may change places.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from alongside.core.matching.engine.aims import AIMS
from alongside.core.matching.engine.certify import certify, count_blocking
from alongside.core.matching.engine.lottery import draw_words, lots_of_words, mix
from alongside.core.matching.engine.market import Certified, Ints, Lots, Market, Outcome, Prices
from alongside.core.matching.engine.result import MODES, Mode
from alongside.core.matching.engine.spans import spans
from alongside.core.verdicts import Refused

NEEDED: Final = ("ptr", "idx", "s", "cap")
RANKS: Final = ("client_rank", "practitioner_rank")
VERSION: Final = 1
_LARGEST: Final = 2**31


@dataclass(frozen=True, slots=True)
class SparseRun:
    """A result with its proof. `partner` holds each client's practitioner, or −1."""

    version: int
    mode: Mode
    seed: int
    facts: str  # SHA-256 of the arrays
    placed: int
    total: int
    worst: int
    blocking: int | None  # their choices: pairs who would both rather have each other
    most_placed: int | None  # their choices: what "everyone first" reaches
    most_total: int | None
    partner: list[int]
    rival: list[int]
    cuts: list[list[int]]
    prices: dict[str, list[list[list[int]]]]

    def to_json(self) -> str:
        """Stable text: the same run gives the same bytes."""
        return json.dumps({"sparse": asdict(self)}, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "SparseRun":
        """The run again. `ValueError`, `KeyError` or `TypeError` where the text is not one of ours."""
        raw = json.loads(text)["sparse"]
        if raw["version"] != VERSION:
            raise ValueError(f"This run has version {raw['version']}; this program reads version {VERSION}.")
        return cls(**raw)


def read_market(arrays: Mapping[str, NDArray[Any]]) -> Market | Refused:
    """The market in these arrays, or the first thing that is wrong with them."""
    for name in NEEDED:
        if name not in arrays:
            return Refused(f"The array “{name}” is missing. Needed are {', '.join(NEEDED)}.")
    given = {name: arrays[name] for name in (*NEEDED, *RANKS) if name in arrays}
    for name, array in given.items():
        if array.ndim != 1 or array.dtype.kind not in "iu":
            return Refused(
                f"“{name}” should be a row of whole numbers, not {array.ndim}-dimensional {array.dtype}."
            )
        if name != "ptr" and len(array) and not -_LARGEST <= int(array.min()) <= int(array.max()) < _LARGEST:
            return Refused(f"“{name}” holds a number beyond 32 bits.")
    problem = _problem(given)
    return _in_order(given) if problem is None else problem


def _problem(given: Mapping[str, NDArray[Any]]) -> Refused | None:
    ptr, idx, cap = given["ptr"], given["idx"], given["cap"]
    if not len(ptr) or ptr[0] != 0:
        return Refused("“ptr” should begin with 0 and have one number more than there are clients.")
    if np.any(ptr[1:] < ptr[:-1]):
        client = int(np.argmax(ptr[1:] < ptr[:-1]))
        return Refused(f"“ptr” should never fall; it does after client {client}.")
    if ptr[-1] != len(idx):
        return Refused(f"“ptr” ends with {ptr[-1]}, but there are {len(idx)} pairs in “idx”.")
    for name in ("s", *RANKS):
        if name in given and len(given[name]) != len(idx):
            return Refused(f"“{name}” has {len(given[name])} numbers for {len(idx)} pairs in “idx”.")
    if len(idx) and (idx.min() < 0 or idx.max() >= len(cap)):
        wrong = idx[(idx < 0) | (idx >= len(cap))][0]
        return Refused(f"“idx” names practitioner {wrong}; there are {len(cap)}, counted from 0.")
    if np.any(cap < 0):
        return Refused(f"“cap” gives practitioner {int(np.argmax(cap < 0))} fewer than no places.")
    return None


def _in_order(given: Mapping[str, NDArray[Any]]) -> Market | Refused:
    ptr, idx, s, cap = (given[name].astype(np.int64) for name in NEEDED)
    rows = np.repeat(np.arange(len(ptr) - 1), np.diff(ptr))
    pairs = rows * max(1, len(cap)) + idx
    ranks = [given[name].astype(np.int64) if name in given else None for name in RANKS]
    market = Market(len(ptr) - 1, cap, rows, idx, s, *ranks)
    if np.any(pairs[1:] <= pairs[:-1]):
        order = np.argsort(pairs)
        twice = np.flatnonzero(pairs[order][1:] == pairs[order][:-1])
        if len(twice):
            at = order[twice[0]]
            return Refused(f"Client {rows[at]} has practitioner {idx[at]} twice.")
        market = market.only(order)
    return market


def match_market(market: Market, mode: Mode = "everyone_first", seed: int = 0) -> SparseRun:
    """The best set of pairs, proved. The clients are put in the order of what they ask for, and back again."""
    words = _content(market)
    order = np.argsort(words, kind="stable")
    starts = np.searchsorted(market.rows, np.arange(market.clients + 1))
    pairs = spans(starts[order], starts[order + 1])
    back = np.empty_like(order)
    back[order] = np.arange(market.clients)
    ordered = market.only(pairs)
    found = AIMS[mode](replace(ordered, rows=back[ordered.rows]), _lots(market, words[order], seed))
    prices = {name: Prices(one.clients[back], one.practitioners) for name, one in found.prices.items()}
    proved = Outcome(np.sort(pairs[found.chosen]), prices, found.cuts, np.sort(pairs[found.rival]))
    verdict = certify(mode, market, proved)
    if isinstance(verdict, Refused):  # a fault of ours, never of the input
        raise AssertionError(verdict.because)
    return _run(market, mode, seed, proved)


def recheck_market(run: SparseRun, market: Market) -> Certified | Refused:
    """Check a stored run against the arrays it was made from."""
    if run.mode not in MODES or run.facts != _fingerprint(market):
        return Refused("These are not the arrays of that run.")
    try:
        prices = {name: Prices(*map(_table, sides)) for name, sides in run.prices.items()}
        pairs = (_indices(market, partner) for partner in (run.partner, run.rival))
        found = Outcome(next(pairs), prices, tuple(map(tuple, run.cuts)), next(pairs))
        verdict = certify(run.mode, market, found)
    except (ValueError, KeyError, IndexError, TypeError, OverflowError):
        return Refused("The run holds a pair that is not possible, or lacks a part of its proof.")
    if isinstance(verdict, Certified) and _run(market, run.mode, run.seed, found) != run:
        return Refused("The run does not say what its pairs say.")
    return verdict


def _lots(market: Market, words: NDArray[np.uint64], seed: int) -> Lots:
    ours = draw_words(seed, "client", words)
    theirs = draw_words(seed, "practitioner", np.arange(len(market.places), dtype=np.uint64))
    return lambda rows, columns: lots_of_words(ours, theirs, rows, columns).astype(np.int64)


def _content(market: Market) -> NDArray[np.uint64]:
    """A word for each client from the pairs alone, whatever their order."""
    word = mix(((market.columns << 32) ^ market.fit).astype(np.uint64))
    if market.client_rank is not None or market.practitioner_rank is not None:
        ours, theirs = market.ranks()
        word = mix(word ^ ((ours << 32) ^ theirs).astype(np.uint64))
    sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(word)])
    starts = np.searchsorted(market.rows, np.arange(market.clients + 1))
    found: NDArray[np.uint64] = sums[starts[1:]] - sums[starts[:-1]]
    return found


def _fingerprint(market: Market) -> str:
    """SHA-256 over the arrays, the same whatever order a client's pairs were given in."""
    digest = sha256(f"{market.clients}\x1f{len(market.places)}".encode())
    ends = np.searchsorted(market.rows, np.arange(market.clients), side="right")
    digest.update(ends.astype("<i8").tobytes())
    by_fit_alone = market.client_rank is None and market.practitioner_rank is None
    ranks = () if by_fit_alone else market.ranks()
    for array in (market.columns, market.fit, market.places, *ranks):
        digest.update(array.astype("<i4").tobytes())
    return digest.hexdigest()


def _run(market: Market, mode: Mode, seed: int, found: Outcome) -> SparseRun:
    fit, rival = market.fit[found.chosen], market.fit[found.rival]
    stable = mode == "their_choices"
    return SparseRun(
        version=VERSION,
        mode=mode,
        seed=seed,
        facts=_fingerprint(market),
        placed=len(fit),
        total=int(fit.sum()),
        worst=int(fit.min()) if len(fit) else 0,
        blocking=count_blocking(market, found.chosen) if stable else None,
        most_placed=len(rival) if stable else None,
        most_total=int(rival.sum()) if stable else None,
        partner=_partners(market, found.chosen),
        rival=_partners(market, found.rival) if stable else [],
        cuts=[list(one) for one in found.cuts],
        prices={name: [side.T.tolist() for side in one] for name, one in found.prices.items()},
    )


def _partners(market: Market, chosen: Ints) -> list[int]:
    partner = np.full(market.clients, -1)
    partner[market.rows[chosen]] = market.columns[chosen]
    found: list[int] = partner.tolist()
    return found


def _indices(market: Market, partner: list[int]) -> Ints:
    """Which pairs these are. `ValueError` where one is not possible."""
    named = np.array(partner, dtype=np.int64)
    if len(named) not in (0, market.clients):
        raise ValueError("There should be one practitioner, or -1, for each client.")
    wide, rows = len(market.places) + 1, np.flatnonzero(named >= 0)
    pairs, wanted = market.rows * wide + market.columns, rows * wide + named[rows]
    at = np.searchsorted(pairs, wanted)
    if np.any(at == len(pairs)) or np.any(pairs[at] != wanted) or np.any(named >= wide):
        raise ValueError("A pair is not possible.")
    return at


def _table(columns: list[list[int]]) -> Ints:
    table = np.array(columns, dtype=np.int64)
    if table.ndim != 2 or np.any(np.abs(table) > 2**60):  # two prices together stay within 64 bits
        raise ValueError("A price is beyond any sum of fits.")
    return table.T
