"""The run: facts → candidates → solve → prove → explain."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from alongside.core.matching.engine.aims import AIMS
from alongside.core.matching.engine.candidates import (
    Candidates,
    by_hand,
    find_candidates,
    find_contradiction,
    with_places,
    without_the_gone,
)
from alongside.core.matching.engine.certify import certify
from alongside.core.matching.engine.fingerprint import fingerprint
from alongside.core.matching.engine.lottery import draw_lots
from alongside.core.matching.engine.market import Certified, Ints, Lots, Market
from alongside.core.matching.engine.ranks import rank_both
from alongside.core.matching.engine.report import Asked, read_proof, report
from alongside.core.matching.engine.result import MODES, MatchRun, Mode
from alongside.core.matching.pool import Pool
from alongside.core.matching.rules import RuleSet
from alongside.core.verdicts import Refused


def match(
    pool: Pool,
    rules: RuleSet,
    *,
    mode: Mode = "everyone_first",
    seed: int = 0,
    locked: Iterable[tuple[str, str]] = (),
    forbidden: Iterable[tuple[str, str]] = (),
    places: Mapping[str, int] | int | None = None,
    kept: Iterable[tuple[str, str]] = (),
) -> MatchRun | Refused:
    """The best set of pairs under these rules, with a proof.

    `locked` and `forbidden` are pairs of keys (client, practitioner). `places` sets other numbers of places, for all
    or by key; places already taken (`load`) still count. `kept` are pairs of an earlier run that should stay: no way
    that places as many keeps more of them (in *their choices* they only go before their equals). Those whom the rules
    no longer allow, or who have left, are dropped. The same input gives the same run, whatever the row order.
    Refused where rules and pool, or the decisions by hand, contradict each other.
    """
    if pool.kind != rules.kind or mode not in MODES:
        return Refused(f"These rules are for {rules.kind}, in one of the modes: {', '.join(MODES)}.")
    if problems := rules.problems():
        return Refused(" ".join(problems))
    decided = by_hand(locked, forbidden, places, kept, pool)
    placed = with_places(pool, decided)
    if (contradiction := find_contradiction(placed, decided)) is not None:
        return contradiction
    found = find_candidates(placed, rules, decided)
    asked = Asked(placed, rules, without_the_gone(decided, found), mode, seed, fingerprint(pool))
    market = market_of(found, mode)
    outcome = AIMS[mode](market, lots_of(found, seed))
    verdict = certify(mode, market, outcome)
    if isinstance(verdict, Refused):  # a fault of ours, never of the input
        raise AssertionError(verdict.because)
    return report(asked, found, market, outcome)


def recheck(run: MatchRun, pool: Pool, rules: RuleSet) -> Certified | Refused:
    """Check a stored run against the facts and the rules, from its pairs and prices alone.

    Whatever else the run says (fits, reasons, totals, who is without anybody) is worked out again and must be the
    same, so that a changed file is refused wherever it was changed.
    """
    if run.facts != fingerprint(pool) or run.rules != rules.to_dict() or run.mode not in MODES:
        return Refused("These are not the facts and rules of that run.")
    placed = with_places(pool, run.by_hand)
    if (contradiction := find_contradiction(placed, run.by_hand)) is not None:
        return contradiction
    found = find_candidates(placed, rules, run.by_hand)
    market = market_of(found, run.mode)
    try:
        outcome = read_proof(run, found)
        verdict = certify(run.mode, market, outcome)
    except KeyError:
        return Refused("The run holds a pair that the rules do not allow, or lacks a part of its proof.")
    except (ValueError, IndexError, OverflowError):
        return Refused("The prices are not those of the people in the pool.")
    if isinstance(verdict, Refused):
        return verdict
    decided = without_the_gone(run.by_hand, found)
    asked = Asked(placed, rules, decided, run.mode, run.seed, run.facts)
    if report(asked, found, market, outcome) != run:
        return Refused("The run does not say what its pairs, the facts and the rules say.")
    return Certified(run.totals.placed, run.totals.fit, run.totals.worst_fit)


def market_of(found: Candidates, mode: Mode) -> Market:
    """The candidates as bare numbers, with both sides' rankings where the aim looks at them."""
    market = Market(len(found.clients), found.places, found.rows, found.columns, found.fit, stays=found.stays)
    if mode != "their_choices":
        return market
    ours, theirs = rank_both(found)
    return replace(market, client_rank=ours, practitioner_rank=theirs)


def lots_of(found: Candidates, seed: int) -> Lots:
    """The lots of these people."""
    clients, practitioners = ([one.key for one in side] for side in (found.clients, found.practitioners))

    def lots(rows: Ints, columns: Ints) -> Ints:
        return draw_lots(seed, clients, practitioners, rows, columns).astype(np.int64)

    return lots
