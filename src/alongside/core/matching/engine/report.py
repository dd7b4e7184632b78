"""From numbers back to people: the pairs with their findings, those without anybody and why, totals, the proof."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from alongside.core.matching.engine.blocks import Scorer
from alongside.core.matching.engine.candidates import Candidates
from alongside.core.matching.engine.certify import count_blocking
from alongside.core.matching.engine.explain import explain_nobody, explain_pair, fit_of_findings, total_milli
from alongside.core.matching.engine.market import Ints, Market, Outcome, Prices
from alongside.core.matching.engine.result import (
    VERSION,
    ByHand,
    MatchRun,
    Mode,
    Pair,
    Price,
    PriceList,
    PriceOfStability,
    Proof,
    Shortage,
    Totals,
    Unmatched,
)
from alongside.core.matching.engine.shortage import find_lacks
from alongside.core.matching.pool import Pool
from alongside.core.matching.rules import RuleSet

_MOST: Final = 2**60  # two prices together stay within 64 bits


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run was asked for. The pool has its places set; `facts` names the pool as it came."""

    pool: Pool
    rules: RuleSet
    by_hand: ByHand
    mode: Mode
    seed: int
    facts: str


def report(asked: Asked, found: Candidates, market: Market, outcome: Outcome) -> MatchRun:
    pairs = _pairs(asked, found, outcome.chosen)
    return MatchRun(
        version=VERSION,
        kind=asked.pool.kind,
        mode=asked.mode,
        seed=asked.seed,
        facts=asked.facts,
        rules=asked.rules.to_dict(),
        by_hand=asked.by_hand,
        pairs=pairs,
        unmatched=_nobody(asked, found, outcome.chosen),
        shortages=_shortages(asked, found, market, outcome),
        totals=_totals(asked, found, pairs),
        price_of_stability=_stability(asked, market, outcome, pairs),
        proof=_proof(found, outcome),
    )


def keys_of(found: Candidates, chosen: Ints) -> list[tuple[str, str]]:
    """The keys of these pairs."""
    at = zip(found.rows[chosen].tolist(), found.columns[chosen].tolist(), strict=True)
    return [(found.clients[row].key, found.practitioners[column].key) for row, column in at]


def _pairs(asked: Asked, found: Candidates, chosen: Ints) -> tuple[Pair, ...]:
    clients = {one.key: one for one in asked.pool.clients}
    practitioners = {one.key: one for one in asked.pool.practitioners}
    in_force, kept = asked.rules.in_force(), set(asked.by_hand.locked)
    pairs = []
    for a, b in sorted([*kept, *keys_of(found, chosen)]):
        findings = explain_pair(clients[a], practitioners[b], in_force)
        pairs.append(Pair(a, b, fit_of_findings(findings), total_milli(findings), (a, b) in kept, findings))
    return tuple(pairs)


def _nobody(asked: Asked, found: Candidates, chosen: Ints) -> tuple[Unmatched, ...]:
    with_somebody = set(found.rows[chosen].tolist())
    clients = [one for row, one in enumerate(found.clients) if row not in with_somebody]
    scorer = Scorer(asked.rules.in_force(), found.practitioners)
    keys = [one.key for one in found.practitioners]
    return explain_nobody(clients, scorer, frozenset(asked.by_hand.forbidden), keys)


def _totals(asked: Asked, found: Candidates, pairs: tuple[Pair, ...]) -> Totals:
    pool, kept = asked.pool, set(asked.by_hand.kept)
    return Totals(
        clients=len(pool.clients),
        practitioners=len(pool.practitioners),
        places=sum(one.free_places for one in pool.practitioners),
        possible_pairs=len(found.rows),
        most_points=found.most_points,
        placed=len(pairs),
        fit=sum(one.fit for one in pairs),
        worst_fit=min((one.fit for one in pairs), default=0),
        points_milli=sum(one.points_milli for one in pairs),
        stayed=sum((one.client, one.practitioner) in kept for one in pairs),
    )


def _shortages(asked: Asked, found: Candidates, market: Market, outcome: Outcome) -> tuple[Shortage, ...]:
    """Where places are short for as many as could be placed at all, and where one more would help the most."""
    most = outcome.rival if asked.mode == "their_choices" else outcome.chosen
    worth = outcome.prices["best"].practitioners
    lacks = []
    for lack in find_lacks(market, most):
        best = max(lack.practitioners, key=lambda place: tuple(worth[place]))
        clients = tuple(found.clients[place].key for place in lack.clients)
        practitioners = tuple(found.practitioners[place].key for place in lack.practitioners)
        more = int(worth[best, -1]) if asked.mode in {"everyone_first", "their_choices"} else None
        lacks.append(
            Shortage(clients, practitioners, lack.places, lack.without, found.practitioners[best].key, more)
        )
    return tuple(lacks)


def _stability(
    asked: Asked, market: Market, outcome: Outcome, pairs: tuple[Pair, ...]
) -> PriceOfStability | None:
    if asked.mode != "their_choices":
        return None
    kept = [pair.fit for pair in pairs if pair.locked]
    most_fit = int(market.fit[outcome.rival].sum()) + sum(kept)
    return PriceOfStability(count_blocking(market, outcome.chosen), len(outcome.rival) + len(kept), most_fit)


def _proof(found: Candidates, outcome: Outcome) -> Proof:
    lists = (
        PriceList(name, one.clients.shape[1], *_named(found, one))
        for name, one in sorted(outcome.prices.items())
    )
    return Proof(tuple(lists), outcome.cuts, tuple(keys_of(found, outcome.rival)))


def _named(found: Candidates, prices: Prices) -> tuple[tuple[Price, ...], tuple[Price, ...]]:
    ours = zip(found.clients, prices.clients.tolist(), strict=True)
    theirs = zip(found.practitioners, prices.practitioners.tolist(), strict=True)
    return tuple(Price(one.key, tuple(worth)) for one, worth in ours), tuple(
        Price(one.key, tuple(worth)) for one, worth in theirs
    )


def read_proof(run: MatchRun, found: Candidates) -> Outcome:
    """The chosen pairs and the proof of a stored run, as numbers again.

    `KeyError` for a pair the rules do not allow; `ValueError` for prices that are not those of the people.
    """
    number = _numbers(found)
    pairs = [(one.client, one.practitioner) for one in run.pairs if not one.locked]
    return Outcome(
        np.array(sorted(number[pair] for pair in pairs), dtype=np.int64),
        {one.name: _prices(one, found) for one in run.proof.prices},
        run.proof.cuts,
        np.array([number[pair] for pair in run.proof.rival], dtype=np.int64),
    )


def _numbers(found: Candidates) -> dict[tuple[str, str], int]:
    pairs = zip(found.rows.tolist(), found.columns.tolist(), strict=True)
    return {(found.clients[r].key, found.practitioners[c].key): k for k, (r, c) in enumerate(pairs)}


def _prices(stored: PriceList, found: Candidates) -> Prices:
    tables = []
    for people, prices in ((found.clients, stored.clients), (found.practitioners, stored.practitioners)):
        if [one.key for one in people] != [one.key for one in prices]:
            raise ValueError("The prices are not those of the people in the pool.")
        table = np.array([one.worth for one in prices], dtype=np.int64)
        if np.any(np.abs(table) > _MOST):
            raise ValueError("A price is beyond any sum of fits.")
        tables.append(table.reshape(len(prices), stored.columns))
    return Prices(*tables)
