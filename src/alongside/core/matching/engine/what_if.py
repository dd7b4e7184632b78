"""What would be if: a pair by force, one more place, a rule less. Exact: each answer is a result of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from alongside.core.matching.engine.explain import explain_pair, fit_of_findings
from alongside.core.matching.engine.propose import match
from alongside.core.matching.engine.result import MatchRun, RuleFinding
from alongside.core.matching.pool import Pool
from alongside.core.matching.rules import RuleSet
from alongside.core.verdicts import Refused

WORST_FIRST: Final = ("fairest", "leximin")  # aims that look at the worst-off pair before the total


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What it would cost to force a pair: people placed, total fit, fit of the worst pair. `refused`: rules against it.

    `stay_lost` are the pairs of an earlier run that would stay no longer. In *everyone first* without such pairs it
    never gains; otherwise it may gain fit and lose what comes before that.
    """

    placed_lost: int
    fit_lost: int
    worst_lost: int
    because: str
    refused: tuple[RuleFinding, ...]
    stay_lost: int = 0


@dataclass(frozen=True, slots=True)
class RulePrice:
    """What a rule costs: people more placed without it, and points more that the other rules would give."""

    criterion: str
    title: str
    placed: int
    points_milli: int


def why_not(run: MatchRun, pool: Pool, rules: RuleSet, client: str, practitioner: str) -> WhyNot | Refused:
    """Why these two are not together in this run, exactly: the run again with the pair kept by hand."""
    ours = next((one for one in pool.clients if one.key == client), None)
    theirs = next((one for one in pool.practitioners if one.key == practitioner), None)
    if ours is None or theirs is None:
        return Refused("A pair names somebody who is not in the pool.")
    if (client, practitioner) in run.by_hand.forbidden:
        return Refused("This pair is forbidden by hand.")
    others = [pair for pair in run.by_hand.locked if pair[0] != client]
    forced = _again(run, pool, rules, locked=[*others, (client, practitioner)])
    if isinstance(forced, Refused):
        return forced
    findings = explain_pair(ours, theirs, rules.in_force())
    refused = tuple(one for one in findings if one.refused)
    lost = (
        run.totals.placed - forced.totals.placed,
        run.totals.fit - forced.totals.fit,
        run.totals.worst_fit - forced.totals.worst_fit,
    )
    parted = run.totals.stayed - forced.totals.stayed
    told = lost if run.mode in WORST_FIRST else (*lost[:2], 0)
    return WhyNot(*lost, _say(told, parted, refused, fit_of_findings(findings)), refused, parted)


def _say(lost: tuple[int, int, int], parted: int, refused: Sequence[RuleFinding], fit: int) -> str:
    if refused:
        return "The rules refuse it: " + " ".join(one.because for one in refused)
    placed, points, worst = lost
    if placed > 0:
        people = "one more person" if placed == 1 else f"{placed} more people"
        return f"It is possible (fit {fit / 100:g} %), and would leave {people} without anybody."
    if parted > 0:
        pairs = "one more pair" if parted == 1 else f"{parted} more pairs"
        return f"It is possible (fit {fit / 100:g} %), and would part {pairs} of the earlier run."
    if worst > 0:
        return (
            f"It is possible (fit {fit / 100:g} %), and the worst-off pair would fit {worst / 100:g} % less."
        )
    if points > 0:
        return f"It is possible (fit {fit / 100:g} %), and would cost {points / 100:g} % of one pair's fit in all."
    return f"It is possible (fit {fit / 100:g} %) and would cost nothing: the lot decided, or they would rather not."


def one_more_place(run: MatchRun, pool: Pool, rules: RuleSet, practitioner: str) -> tuple[int, int] | Refused:
    """(people more placed, fit more in total) with one more place at this practitioner. Exact, in every aim."""
    theirs = next((one for one in pool.practitioners if one.key == practitioner), None)
    if theirs is None:
        return Refused("Places are set for somebody who is not in the pool.")
    places = dict(run.by_hand.places)
    places[practitioner] = places.get(practitioner, theirs.places) + 1
    more = _again(run, pool, rules, places=places)
    if isinstance(more, Refused):
        return more
    return more.totals.placed - run.totals.placed, more.totals.fit - run.totals.fit


def price_rules(run: MatchRun, pool: Pool, rules: RuleSet) -> tuple[RulePrice, ...]:
    """The price of each rule that the others can do without, in the order of the rules."""
    found = (price_rule(run, pool, rules, place) for place in range(len(rules.rules)))
    return tuple(one for one in found if one is not None)


def price_rule(run: MatchRun, pool: Pool, rules: RuleSet, place: int) -> RulePrice | None:
    """The price of the rule at this place among the rules: the run again without it. None where that cannot be."""
    fewer = replace(rules, rules=(*rules.rules[:place], *rules.rules[place + 1 :]))
    without, ready = _again(run, pool, fewer), rules.ready(rules.rules[place])
    if isinstance(without, Refused):
        return None
    own = sum(
        one.points_milli
        for pair in run.pairs
        for one in pair.findings
        if (one.criterion, one.title) == (ready.criterion.key, ready.title)
    )
    placed = without.totals.placed - run.totals.placed
    points = without.totals.points_milli - (run.totals.points_milli - own)
    return RulePrice(ready.criterion.key, ready.title, placed, points)


def _again(run: MatchRun, pool: Pool, rules: RuleSet, **other: object) -> MatchRun | Refused:
    decided = {
        "locked": run.by_hand.locked,
        "forbidden": run.by_hand.forbidden,
        "places": dict(run.by_hand.places),
        "kept": run.by_hand.kept,
    }
    return match(pool, rules, mode=run.mode, seed=run.seed, **(decided | other))  # type: ignore[arg-type]  # the decided ones go by name, each of its own kind
