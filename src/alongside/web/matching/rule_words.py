"""Rules in words, for pages that show them in short."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.matching import Rule, RuleSet
from alongside.core.matching.criteria import BY_KEY
from alongside.core.matching.editing import describe, is_own


@dataclass(frozen=True, slots=True)
class RuleInShort:
    """What a rule is called, what it does, and the most points it can give (0 for one that only rules out)."""

    title: str
    words: str
    points: int
    worth: str


def summary_of(rules: RuleSet) -> dict[str, tuple[RuleInShort, ...]]:
    """The rules in force: what rules a pair out, and what makes one good, the weightiest first."""
    shown = [_in_short(rule, rules) for rule in rules.rules]
    musts = tuple(one for one, is_must in shown if is_must)
    goods = sorted((one for one, is_must in shown if not is_must), key=lambda one: -one.points)
    return {"musts": musts, "goods": tuple(one for one in goods if one.points)}


def _in_short(rule: Rule, rules: RuleSet) -> tuple[RuleInShort, bool]:
    criterion = BY_KEY[rule.criterion]
    ready = rules.ready(rule)
    words = describe(rule, rules.ladders) if is_own(criterion) else _(criterion.words)
    worth = ngettext("up to %(points)s point", "up to %(points)s points", ready.points)
    return (
        RuleInShort(_(ready.title), words, ready.points, worth % {"points": ready.points}),
        criterion.kind == "constraint",
    )
