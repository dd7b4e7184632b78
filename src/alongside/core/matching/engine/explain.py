"""Why this one, and why nobody: the same criteria that made the numbers, in words."""

from collections.abc import Sequence

import numpy as np

from alongside.core.matching.engine.blocks import MILLI, WHOLE_FIT, Scorer, fit_of
from alongside.core.matching.engine.result import Exclusion, RuleFinding, Unmatched
from alongside.core.matching.pool import ClientFacts, PractitionerFacts
from alongside.core.matching.rules import RuleInForce
from alongside.core.verdicts import Refused


def explain_pair(
    client: ClientFacts, practitioner: PractitionerFacts, rules: Sequence[RuleInForce]
) -> tuple[RuleFinding, ...]:
    """What every rule says about these two, in the order of the rules."""
    return tuple(_find(client, practitioner, rule) for rule in rules)


def _find(client: ClientFacts, practitioner: PractitionerFacts, rule: RuleInForce) -> RuleFinding:
    found = rule.criterion.assess(client, practitioner, rule.setting)
    name = (rule.criterion.key, rule.title)
    if isinstance(found, Refused):
        return RuleFinding(*name, 0, 0, rule.points, found.because, refused=True)
    earned = round(found.fit * (rule.points * MILLI))
    return RuleFinding(*name, round(found.fit * WHOLE_FIT), earned, rule.points, found.because)


def total_milli(findings: Sequence[RuleFinding]) -> int:
    return sum(one.points_milli for one in findings)


def fit_of_findings(findings: Sequence[RuleFinding]) -> int:
    possible = sum(one.most_points for one in findings)
    return int(fit_of(np.array(total_milli(findings)), possible))


def explain_nobody(
    clients: Sequence[ClientFacts], scorer: Scorer, forbidden: frozenset[tuple[str, str]], keys: Sequence[str]
) -> tuple[Unmatched, ...]:
    """Why each of these people is without anybody: what excludes whom, or that the possible ones are taken."""
    if not clients:
        return ()
    by_rule = [(rule.criterion.key, rule.title, table) for rule, table in scorer.refusals(clients)]
    hand = np.array([[(client.key, key) in forbidden for key in keys] for client in clients], dtype=np.bool_)
    by_rule.append(("forbidden", "Forbidden by hand", hand.reshape(len(clients), len(keys))))
    times = np.stack([table for _, _, table in by_rule]).sum(axis=0)
    return tuple(_nobody(client.key, row, by_rule, times) for row, client in enumerate(clients))


def _nobody(key: str, row: int, by_rule: list[tuple[str, str, np.ndarray]], times: np.ndarray) -> Unmatched:
    possible = int((times[row] == 0).sum())
    exclusions = tuple(
        Exclusion(criterion, title, int(table[row].sum()), int((table[row] & (times[row] == 1)).sum()))
        for criterion, title, table in by_rule
        if table[row].any()
    )
    if possible:
        return Unmatched(key, "no_place_left", possible, _say_taken(possible), exclusions)
    return Unmatched(key, "no_possible_partner", 0, _say_excluded(len(times[row]), exclusions), exclusions)


def _say_taken(possible: int) -> str:
    if possible == 1:
        return "One possible partner, whose places are all taken by others."
    return f"{possible} possible partners, whose places are all taken by others."


def _say_excluded(everybody: int, exclusions: Sequence[Exclusion]) -> str:
    if not everybody:
        return "There is nobody to be matched with yet."
    counts = "; ".join(f"{one.title}: {one.excludes}" for one in exclusions)
    helping = [one for one in exclusions if one.alone]
    change = "; ".join(f"without “{one.title}” {one.alone} would be possible" for one in helping)
    ending = change[0].upper() + change[1:] if change else "No single rule alone stands in the way"
    return f"None of {everybody} is possible. Excluded by {counts}. {ending}."
