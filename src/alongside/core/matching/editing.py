"""Changing a rule set one step at a time, as a page does it. Each function gives a new rule set or a refusal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from alongside.core.matching.criteria import ALWAYS, BY_KEY, CRITERIA
from alongside.core.matching.criterion import Criterion
from alongside.core.matching.options import Option
from alongside.core.matching.pool import ProgrammeKind
from alongside.core.matching.rules import Rule, RuleSet, read_rules
from alongside.core.verdicts import Refused

Ladders = Mapping[str, Sequence[str]]

NO_SUCH_RULE: Final = Refused("This rule is not there any more.")


def is_own(criterion: Criterion) -> bool:
    """Whether a criterion looks at a column of the programme's own, and so may be used more than once."""
    return any(option.name == "column" for option in criterion.options)


def standard_criteria(kind: ProgrammeKind) -> tuple[Criterion, ...]:
    """The product's own criteria that can be switched for this kind, in order."""
    return tuple(
        one for one in CRITERIA if kind in one.applies_to and one.key not in ALWAYS and not is_own(one)
    )


def own_criteria() -> tuple[Criterion, ...]:
    """The criteria on a programme's own columns, in order."""
    return tuple(one for one in CRITERIA if is_own(one))


def own_rules(rules: RuleSet) -> tuple[tuple[int, Rule], ...]:
    """The rules on own columns, each with its place in the rule set."""
    return tuple((at, rule) for at, rule in enumerate(rules.rules) if is_own(BY_KEY[rule.criterion]))


def with_standard(rules: RuleSet, standard: Sequence[Rule]) -> RuleSet | Refused:
    """These rules of the product's own instead of those there are; the programme's own rules stay."""
    return _checked(replace(rules, rules=(*standard, *(rule for _, rule in own_rules(rules)))))


def with_rule(rules: RuleSet, rule: Rule, at: int | None = None) -> RuleSet | Refused:
    """With one more rule, or this one in place of the rule at that place."""
    if at is None:
        return _checked(replace(rules, rules=(*rules.rules, rule)))
    if not 0 <= at < len(rules.rules):
        return NO_SUCH_RULE
    return _checked(replace(rules, rules=(*rules.rules[:at], rule, *rules.rules[at + 1 :])))


def without_rule(rules: RuleSet, at: int) -> RuleSet | Refused:
    """Without the rule at that place."""
    if not 0 <= at < len(rules.rules):
        return NO_SUCH_RULE
    return _checked(replace(rules, rules=(*rules.rules[:at], *rules.rules[at + 1 :])))


def with_ladder(rules: RuleSet, name: str, steps: Sequence[str]) -> RuleSet | Refused:
    """With this ladder (values in order, lowest first), new or instead of the one of that name."""
    if not name.strip():
        return Refused("A ladder needs a name.")
    problem = Option(name, "texts", "").problem(list(steps))
    if problem is not None:
        return Refused(problem)
    return _checked(replace(rules, ladders=MappingProxyType({**rules.ladders, name: tuple(steps)})))


def without_ladder(rules: RuleSet, name: str) -> RuleSet | Refused:
    """Without this ladder, unless a rule stands on it."""
    if any(rule.setting.get("ladder") == name for rule in rules.rules):
        return Refused("A rule uses this ladder. Change the rule first.")
    kept = {each: steps for each, steps in rules.ladders.items() if each != name}
    return replace(rules, ladders=MappingProxyType(kept))


def describe(rule: Rule, ladders: Ladders) -> str:
    """What a rule on an own column does, in one sentence for the person who wrote it."""
    setting = rule.setting
    where = _where(setting)
    return _SENTENCES[rule.criterion](rule, setting, _columns(setting), ladders) + where + "."


def _columns(setting: Mapping[str, Any]) -> str:
    """ "grade" on both sides, or "wish" and "offer" where the sides differ."""
    one, other = (
        setting.get(f"{side}_column") or setting.get("column") for side in ("client", "practitioner")
    )
    return f"“{one}”" if one == other else f"“{one}” (asking) and “{other}” (helping)"


def _where(setting: Mapping[str, Any]) -> str:
    only = setting.get("only_where")
    if not only:
        return ""
    side = "the person asking" if only["side"] == "client" else "the person helping"
    return f", only where {side} has “{only['value']}” in “{only['column']}”"


def _steps(setting: Mapping[str, Any], ladders: Ladders) -> str:
    named = setting.get("ladder")
    return f" on the ladder “{named}”" if isinstance(named, str) and named in ladders else ""


def _by_gap(rule: Rule, setting: Mapping[str, Any], columns: str, ladders: Ladders) -> str:
    table = ", ".join(f"{points} for {gap}" for gap, points in setting.get("points_for", {}).items())
    return f"{columns}{_steps(setting, ladders)}: points by how many steps apart, {table}"


_SENTENCES: Final[Mapping[str, Callable[[Rule, Mapping[str, Any], str, Ladders], str]]] = {
    "column_equal": lambda r, s, c, x: f"A pair is possible only where {c} is the same",
    "column_different": lambda r, s, c, x: f"A pair is possible only where {c} is not the same",
    "column_at_least": lambda r, s, c, x: (
        f"{c}{_steps(s, x)}: the person helping stands {s.get('by', 0)} or more steps above"
        if s.get("by")
        else f"{c}{_steps(s, x)}: the person helping stands as high or higher"
    ),
    "column_between": lambda r, s, c, x: (
        f"{c}{_steps(s, x)}: the person helping stands {s['least']} to {s['most']} steps above"
        if s["least"] != s["most"]
        else f"{c}{_steps(s, x)}: the person helping stands exactly {s['least']} above"
    ),
    "points_equal": lambda r, s, c, x: f"{r.points} points where {c} is the same",
    "points_by_gap": _by_gap,
    "points_in_list": lambda r, s, c, x: f"{r.points} points where the value asked for is in the list, {c}",
}


def _checked(rules: RuleSet) -> RuleSet | Refused:
    """Read it back from plain values, so that what a page builds and what a file says meet the same checks."""
    return read_rules(rules.to_dict())
