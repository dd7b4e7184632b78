"""Suggestions for one person who chooses themselves: at most a few, with reasons, spread over the practitioners."""

from dataclasses import dataclass

import numpy as np

from alongside.core.matching.engine.blocks import WHOLE_FIT, Scorer, fit_of
from alongside.core.matching.engine.explain import explain_nobody, explain_pair
from alongside.core.matching.engine.lottery import draw_lots
from alongside.core.matching.engine.ranks import BAND
from alongside.core.matching.engine.result import RuleFinding, Unmatched
from alongside.core.matching.pool import Pool
from alongside.core.matching.rules import RuleSet
from alongside.core.verdicts import Refused


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
    pool: Pool, client_key: str, rules: RuleSet, limit: int = 5, *, seed: int = 0
) -> Suggestions | Refused:
    """At most `limit` possible practitioners for one person, best first.

    Among those nearly alike (one band of fit) the one with the larger share of free places comes first, then the
    lot of this person and seed: so nobody is everybody's first suggestion, and a page loaded twice says the same.
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
    lots = draw_lots(seed, [client_key], keys, np.zeros_like(allowed), allowed)
    taken = np.array([1 - pool.practitioners[k].free_places / pool.practitioners[k].places for k in allowed])
    order = np.lexsort((lots, taken, (WHOLE_FIT - fit) // BAND))[: max(0, limit)]
    found = tuple(
        Suggestion(
            keys[allowed[k]],
            int(fit[k]),
            int(earned[k]),
            explain_pair(client, pool.practitioners[allowed[k]], in_force),
        )
        for k in order
    )
    return Suggestions(client_key, found, None)
