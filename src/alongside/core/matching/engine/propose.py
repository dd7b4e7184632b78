"""The run: facts → candidates → solve → prove → explain."""

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from alongside.core.matching.engine.blocks import WHOLE_FIT, Scorer
from alongside.core.matching.engine.candidates import (
    Candidates,
    by_hand,
    find_candidates,
    find_contradiction,
    with_places,
)
from alongside.core.matching.engine.certify import Certified, Claim, certify
from alongside.core.matching.engine.explain import explain_nobody, explain_pair, fit_of_findings, total_milli
from alongside.core.matching.engine.fingerprint import fingerprint
from alongside.core.matching.engine.lottery import LOT_BITS, draw_lots
from alongside.core.matching.engine.prices import Prices, find_prices
from alongside.core.matching.engine.result import (
    MODES,
    VERSION,
    ByHand,
    MatchRun,
    Mode,
    Pair,
    Price,
    Totals,
    Unmatched,
)
from alongside.core.matching.engine.solve import Market, solve
from alongside.core.matching.pool import Pool
from alongside.core.matching.rules import RuleSet
from alongside.core.verdicts import Refused

Ints = NDArray[np.int64]
_ROOM_BITS: Final = 58  # the solver multiplies costs by the number of nodes and must stay below 2⁶³


def match(
    pool: Pool,
    rules: RuleSet,
    *,
    mode: Mode = "everyone_first",
    seed: int = 0,
    locked: Iterable[tuple[str, str]] = (),
    forbidden: Iterable[tuple[str, str]] = (),
    places: Mapping[str, int] | int | None = None,
) -> MatchRun | Refused:
    """The best set of pairs under these rules, with a proof.

    `locked` and `forbidden` are pairs of keys (client, practitioner). `places` sets other numbers of places, for all
    or by key; places already taken (`load`) still count. The same input gives the same run, whatever the row order.
    Refused where rules and pool, or the decisions by hand, contradict each other.
    """
    if pool.kind != rules.kind or mode not in MODES:
        return Refused(f"These rules are for {rules.kind}, in one of the modes: {', '.join(MODES)}.")
    if problems := rules.problems():
        return Refused(" ".join(problems))
    decided = by_hand(locked, forbidden, places, pool)
    placed = with_places(pool, decided)
    if (contradiction := find_contradiction(placed, decided)) is not None:
        return contradiction
    found = find_candidates(placed, rules, decided)
    chosen = solve(_market(found, seed))
    prices = _prove(found, chosen)
    facts = fingerprint(pool)
    return _report(placed, rules, decided, found, chosen, prices, (mode, seed, facts))


def recheck(run: MatchRun, pool: Pool, rules: RuleSet) -> Certified | Refused:
    """Check a stored run against the facts and the rules, from its pairs and prices alone."""
    if run.facts != fingerprint(pool) or run.rules != rules.to_dict():
        return Refused("These are not the facts and rules of that run.")
    placed = with_places(pool, run.by_hand)
    found = find_candidates(placed, rules, run.by_hand)
    number = _numbers(found)
    pairs = [(one.client, one.practitioner) for one in run.pairs if not one.locked]
    if {(one.client, one.practitioner) for one in run.pairs if one.locked} != set(run.by_hand.locked):
        return Refused("The pairs kept by hand are not those of the run.")
    if any(pair not in number for pair in pairs):
        return Refused("The run holds a pair that the rules do not allow.")
    if [one.key for one in run.client_prices] != [one.key for one in found.clients] or [
        one.key for one in run.practitioner_prices
    ] != [one.key for one in found.practitioners]:
        return Refused("The prices are not those of the people in the pool.")
    chosen = np.array([number[pair] for pair in pairs], dtype=np.int64)
    return certify(_claim(found, chosen, Prices(_table(run.client_prices), _table(run.practitioner_prices))))


def _market(found: Candidates, seed: int) -> Market:
    clients, practitioners = ([one.key for one in side] for side in (found.clients, found.practitioners))
    lots = draw_lots(seed, clients, practitioners, found.rows, found.columns)
    most = min(len(clients), int(found.places.sum())) + 1
    nodes = len(clients) + len(practitioners) + 3
    bits = min(LOT_BITS, max(0, _ROOM_BITS - (WHOLE_FIT * most * nodes).bit_length()))
    small = (lots >> np.uint64(LOT_BITS - bits)).astype(np.int64)
    return Market(len(clients), found.places, found.rows, found.columns, found.fit * (most << bits) + small)


def _prove(found: Candidates, chosen: Ints) -> Prices:
    prices = find_prices(
        len(found.clients), len(found.practitioners), found.rows, found.columns, found.fit, chosen
    )
    verdict = certify(_claim(found, chosen, prices))
    if isinstance(verdict, Refused):  # a fault of ours, never of the input
        raise AssertionError(verdict.because)
    return prices


def _claim(found: Candidates, chosen: Ints, prices: Prices) -> Claim:
    return Claim(
        found.places, found.rows, found.columns, found.fit, chosen, prices.clients, prices.practitioners
    )


def _report(
    pool: Pool,
    rules: RuleSet,
    decided: ByHand,
    found: Candidates,
    chosen: Ints,
    prices: Prices,
    head: tuple[Mode, int, str],
) -> MatchRun:
    pairs = _pairs(pool, rules, decided, found, chosen)
    mode, seed, facts = head
    return MatchRun(
        version=VERSION,
        kind=pool.kind,
        mode=mode,
        seed=seed,
        facts=facts,
        rules=rules.to_dict(),
        by_hand=decided,
        pairs=pairs,
        unmatched=_nobody(rules, decided, found, chosen),
        totals=_totals(pool, found, pairs),
        client_prices=_named([one.key for one in found.clients], prices.clients),
        practitioner_prices=_named([one.key for one in found.practitioners], prices.practitioners),
    )


def _pairs(pool: Pool, rules: RuleSet, decided: ByHand, found: Candidates, chosen: Ints) -> tuple[Pair, ...]:
    clients = {one.key: one for one in pool.clients}
    practitioners = {one.key: one for one in pool.practitioners}
    in_force, kept = rules.in_force(), set(decided.locked)
    free = [
        (found.clients[row].key, found.practitioners[column].key)
        for row, column in zip(found.rows[chosen], found.columns[chosen], strict=True)
    ]
    pairs = []
    for a, b in sorted([*kept, *free]):
        findings = explain_pair(clients[a], practitioners[b], in_force)
        pairs.append(Pair(a, b, fit_of_findings(findings), total_milli(findings), (a, b) in kept, findings))
    return tuple(pairs)


def _nobody(rules: RuleSet, decided: ByHand, found: Candidates, chosen: Ints) -> tuple[Unmatched, ...]:
    with_somebody = set(found.rows[chosen].tolist())
    clients = [one for row, one in enumerate(found.clients) if row not in with_somebody]
    scorer = Scorer(rules.in_force(), found.practitioners)
    keys = [one.key for one in found.practitioners]
    return explain_nobody(clients, scorer, frozenset(decided.forbidden), keys)


def _totals(pool: Pool, found: Candidates, pairs: tuple[Pair, ...]) -> Totals:
    return Totals(
        clients=len(pool.clients),
        practitioners=len(pool.practitioners),
        places=sum(one.free_places for one in pool.practitioners),
        possible_pairs=len(found.rows),
        most_points=found.most_points,
        placed=len(pairs),
        fit=sum(one.fit for one in pairs),
        points_milli=sum(one.points_milli for one in pairs),
    )


def _numbers(found: Candidates) -> dict[tuple[str, str], int]:
    pairs = zip(found.rows, found.columns, strict=True)
    return {(found.clients[r].key, found.practitioners[c].key): k for k, (r, c) in enumerate(pairs)}


def _named(keys: list[str], prices: Ints) -> tuple[Price, ...]:
    return tuple(Price(key, int(placed), int(fit)) for key, (placed, fit) in zip(keys, prices, strict=True))


def _table(prices: tuple[Price, ...]) -> Ints:
    return np.array([(one.placed, one.fit) for one in prices], dtype=np.int64).reshape(-1, 2)
