"""Why this one, and why nobody: the same criteria that made the numbers, in words."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from alongside.core.matching.engine.blocks import BLOCK, MILLI, WHOLE_FIT, Scorer, fit_of
from alongside.core.matching.engine.result import Exclusion, RuleFinding, Unmatched, Waiver
from alongside.core.matching.pool import ClientFacts, PractitionerFacts
from alongside.core.matching.rules import RuleInForce
from alongside.core.verdicts import Refused

MOST_WAIVERS: Final = 5
BETWEEN_TWO: Final = ("between_two", "Nothing between the two")


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
    blocks = (clients[first : first + BLOCK] for first in range(0, len(clients), BLOCK))
    return tuple(one for block in blocks for one in _explain_block(block, scorer, forbidden, keys))


def _explain_block(
    clients: Sequence[ClientFacts], scorer: Scorer, forbidden: frozenset[tuple[str, str]], keys: Sequence[str]
) -> Iterator[Unmatched]:
    by_rule = _by_rule(scorer.refusals(clients))
    by_rule.append(("forbidden", "Forbidden by hand", _by_hand(clients, forbidden, keys)))
    times = np.stack([table for _, _, table in by_rule]).sum(axis=0)
    return (_nobody(client.key, row, by_rule, times) for row, client in enumerate(clients))


def _by_rule(refusals: Sequence[tuple[RuleInForce, np.ndarray]]) -> list[tuple[str, str, np.ndarray]]:
    """Key, title and refusals of each rule; those behind which somebody's own word may stand are one."""
    told = [(rule.criterion.key, rule.title, table) for rule, table in refusals if rule.criterion.told_apart]
    private = [table for rule, table in refusals if not rule.criterion.told_apart]
    return [*told, (*BETWEEN_TWO, np.logical_or.reduce(private))] if private else told


def _by_hand(
    clients: Sequence[ClientFacts], forbidden: frozenset[tuple[str, str]], keys: Sequence[str]
) -> np.ndarray:
    table = np.zeros((len(clients), len(keys)), dtype=np.bool_)
    row = {client.key: place for place, client in enumerate(clients)}
    column = {key: place for place, key in enumerate(keys)}
    for client, key in forbidden:
        if client in row and key in column:
            table[row[client], column[key]] = True
    return table


def _nobody(key: str, row: int, by_rule: list[tuple[str, str, np.ndarray]], times: np.ndarray) -> Unmatched:
    possible = int((times[row] == 0).sum())
    exclusions = tuple(
        Exclusion(criterion, title, int(table[row].sum()), int((table[row] & (times[row] == 1)).sum()))
        for criterion, title, table in by_rule
        if table[row].any()
    )
    if possible:
        return Unmatched(key, "no_place_left", possible, _say_taken(possible), exclusions)
    waivers = find_waivers(
        [title for _, title, _ in by_rule], np.stack([table[row] for _, _, table in by_rule])
    )
    because = _say_excluded(len(times[row]), exclusions, waivers)
    return Unmatched(key, "no_possible_partner", 0, because, exclusions, waivers)


def find_waivers(titles: Sequence[str], refused: np.ndarray) -> tuple[Waiver, ...]:
    """The smallest sets of rules to waive, from which rule [rows] refuses which practitioner [columns].

    Smallest: without any one of its rules a set would allow nobody. The fewest rules come first, then those that
    leave the most possible.
    """
    if not refused.shape[1]:
        return ()
    sets = {frozenset(np.flatnonzero(column).tolist()) for column in np.unique(refused, axis=1).T}
    smallest = [one for one in sets if not any(other < one for other in sets)]
    found = []
    for one in smallest:
        others = [row for row in range(len(titles)) if row not in one]
        left = int((~refused[others].any(axis=0)).sum())
        found.append(Waiver(tuple(titles[row] for row in sorted(one)), left))
    found.sort(key=lambda waiver: (len(waiver.titles), -waiver.possible, waiver.titles))
    return tuple(found[:MOST_WAIVERS])


def _say_taken(possible: int) -> str:
    if possible == 1:
        return "One possible partner, whose places are all taken by others."
    return f"{possible} possible partners, whose places are all taken by others."


def _say_excluded(everybody: int, exclusions: Sequence[Exclusion], waivers: Sequence[Waiver]) -> str:
    if not everybody:
        return "There is nobody to be matched with yet."
    counts = "; ".join(f"{one.title}: {one.excludes}" for one in exclusions)
    helping = [one for one in exclusions if one.alone]
    change = "; ".join(f"without “{one.title}” {one.alone} would be possible" for one in helping)
    ending = change[0].upper() + change[1:] if change else _say_together(waivers[0])
    return f"None of {everybody} is possible. Excluded by {counts}. {ending}."


def _say_together(waiver: Waiver) -> str:
    named = ", ".join(f"“{title}”" for title in waiver.titles[:-1])
    return f"Without {named} and “{waiver.titles[-1]}” together {waiver.possible} would be possible"
