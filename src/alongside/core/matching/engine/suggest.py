"""Suggestions for one person who chooses themselves: at most a few, with reasons, spread over the practitioners."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from alongside.core.matching.engine.blocks import WHOLE_FIT, Block, Ints, Scorer, fit_of
from alongside.core.matching.engine.explain import explain_nobody, explain_pair
from alongside.core.matching.engine.lottery import LOT_BITS, draw_lots
from alongside.core.matching.engine.ranks import BAND
from alongside.core.matching.engine.result import RuleFinding, Unmatched
from alongside.core.matching.pool import Pool
from alongside.core.matching.rules import RuleSet
from alongside.core.verdicts import Refused

SPREAD_OVER: Final = 10  # whoever stands first is one of a person's ten best
NEVER: Final = np.iinfo(np.int64).max
FAIR_TIMES: Final = 1.5  # nobody stands first for more than this many times their share, by free places


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One practitioner with everything the rules say about the two."""

    practitioner: str
    fit: int
    points_milli: int
    findings: tuple[RuleFinding, ...]

    @property
    def points(self) -> float:
        return self.points_milli / 1000


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Best first; `nobody` says why there is none."""

    client: str
    found: tuple[Suggestion, ...]
    nobody: Unmatched | None


def suggest(
    pool: Pool, client_key: str, rules: RuleSet, limit: int = 5, *, seed: int = 0, spread: bool = False
) -> Suggestions | Refused:
    """At most `limit` possible practitioners for one person, best first.

    Among those nearly alike (one band of fit) the one with the larger share of free places comes first, then the
    lot of this person and seed: so a page loaded twice says the same. `spread` looks at all clients of the pool and
    lets nobody stand first for many more of them than their share; the others follow in their own order.
    """
    client = next((one for one in pool.clients if one.key == client_key), None)
    if client is None or pool.kind != rules.kind:
        return Refused("This person is not in the pool of these rules.")
    if problems := rules.problems():
        return Refused(" ".join(problems))
    in_force, keys = rules.in_force(), [one.key for one in pool.practitioners]
    scorer = Scorer(in_force, pool.practitioners)
    block = scorer.block([client])
    allowed = np.flatnonzero(~block.refused[0]).astype(np.int64)
    if not len(allowed):
        return Suggestions(client_key, (), explain_nobody([client], scorer, frozenset(), keys)[0])
    earned = block.earned_milli[0, allowed]
    fit = fit_of(earned, scorer.possible)
    whole = fit_of(block.earned_milli, scorer.possible)
    order = np.argsort(_order(pool, [client_key], whole, seed)[0, allowed], kind="stable")
    if spread and len(pool.clients) > 1:
        first = spread_firsts(pool, scorer, seed).get(client_key, keys[allowed[order[0]]])
        order = np.array(sorted(order, key=lambda k: keys[allowed[k]] != first))
    found = tuple(
        Suggestion(
            keys[allowed[k]],
            int(fit[k]),
            int(earned[k]),
            explain_pair(client, pool.practitioners[allowed[k]], in_force),
        )
        for k in order[: max(0, limit)]
    )
    return Suggestions(client_key, found, None)


def _order(pool: Pool, clients: Sequence[str], fit: Ints, seed: int) -> Ints:
    """A number for each pair of these clients with all practitioners, the lower the better.

    By band of fit, then by the share of places taken, then by lot.
    """
    taken = [1 - one.free_places / one.places if one.places else 1.0 for one in pool.practitioners]
    by_share = np.unique(taken, return_inverse=True)[1].astype(np.int64)
    rows, columns = np.indices(fit.shape)
    keys = [one.key for one in pool.practitioners]
    lots = draw_lots(seed, clients, keys, rows.ravel(), columns.ravel()).reshape(fit.shape)
    bands = (WHOLE_FIT - fit) // BAND
    order: Ints = ((bands * len(keys) + by_share) << LOT_BITS) + lots.astype(np.int64)
    return order


def spread_firsts(pool: Pool, scorer: Scorer, seed: int = 0) -> dict[str, str]:
    """Who stands first for each client of the pool, where the shares allow it.

    Greedy, the strongest pairs first: each client gets the best of their ten that has not yet stood first as often
    as is fair. Whoever finds all ten used up is left out here and keeps their own best.
    """
    keys = [one.key for one in pool.practitioners]
    left = dict(zip(keys, _fair_shares(pool), strict=True))
    firsts: dict[str, str] = {}
    pairs = [pair for block in scorer.blocks(pool.clients) for pair in _ten_best(pool, scorer, block, seed)]
    for _order, client, practitioner in sorted(pairs):
        if client not in firsts and left[practitioner] > 0:
            firsts[client] = practitioner
            left[practitioner] -= 1
    return firsts


def _fair_shares(pool: Pool) -> list[int]:
    free = [one.free_places for one in pool.practitioners]
    each = FAIR_TIMES * len(pool.clients) / max(1, sum(free))
    return [math.ceil(each * places) for places in free]


def _ten_best(pool: Pool, scorer: Scorer, block: Block, seed: int) -> Iterator[tuple[int, str, str]]:
    """(order, client, practitioner) of every client's ten best."""
    fit = fit_of(block.earned_milli, scorer.possible)
    clients = [one.key for one in pool.clients[block.first : block.first + len(fit)]]
    order = np.where(block.refused, NEVER, _order(pool, clients, fit, seed))
    best = np.argpartition(order, min(SPREAD_OVER, order.shape[1]) - 1, axis=1)[:, :SPREAD_OVER]
    for row, client in enumerate(clients):
        for k in best[row]:
            if order[row, k] < NEVER:
                yield int(order[row, k]), client, pool.practitioners[k].key
