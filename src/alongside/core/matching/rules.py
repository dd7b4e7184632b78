"""A rule set: which criteria count in a programme, how they are set, and how many points each can give.

A rule file in TOML names the criterion, its options beside it, and a `weight` (0–5, the product's own preferences)
or `points` (preferences on a programme's own column):

    [[rules]]
    criterion = "points_equal"
    column = "profession"
    points = 10
"""

import json
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, cast

import tomlkit
from tomlkit.exceptions import TOMLKitError

from alongside.core.matching.criteria import ALWAYS, BY_KEY
from alongside.core.matching.criterion import Criterion, Setting
from alongside.core.matching.pool import ProgrammeKind
from alongside.core.matching.rule_checks import problems_of_rule, problems_of_shape
from alongside.core.verdicts import Refused

POINTS_PER_WEIGHT: Final = 2  # weight 5 counts as much as 10 points on a programme's own column
_OWN_KEYS: Final = ("criterion", "title", "weight", "points")
_NO_LADDERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Rule:
    """One criterion with its setting, as the programme wrote it. `title` replaces the criterion's own title."""

    criterion: str
    setting: Setting = field(default_factory=lambda: MappingProxyType({}))
    weight: int | None = None
    points: int | None = None
    title: str = ""

    def to_dict(self) -> dict[str, Any]:
        own = {name: getattr(self, name) for name in _OWN_KEYS}
        return {name: value for name, value in own.items() if value not in (None, "")} | dict(self.setting)


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule ready to be used: its criterion, the setting with all defaults, and the most points it can give."""

    criterion: Criterion
    setting: Setting
    points: int
    title: str


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one programme. `problems()` says in sentences what is wrong; a read one has none."""

    kind: ProgrammeKind
    name: str
    rules: tuple[Rule, ...]
    ladders: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NO_LADDERS)

    def problems(self) -> tuple[str, ...]:
        return problems_of_shape(self.to_dict()) or self._problems_inside()

    def _problems_inside(self) -> tuple[str, ...]:
        found = [
            f"Rule {number} ({rule.criterion}): {problem}"
            for number, rule in enumerate(self.rules, 1)
            for problem in problems_of_rule(rule.to_dict(), self._named_ladder(rule.setting), self.kind)
        ]
        times = Counter(rule.criterion for rule in self.rules if not _may_repeat(rule.criterion))
        return (*found, *(f"The criterion “{key}” stands {n} times." for key, n in times.items() if n > 1))

    def in_force(self) -> tuple[RuleInForce, ...]:
        """The rules that count, with those that always count first. A preference without weight is left out."""
        given = {rule.criterion for rule in self.rules}
        always = tuple(Rule(key) for key in ALWAYS if key not in given)
        ready = (self.ready(rule) for rule in (*always, *self.rules))
        return tuple(rule for rule in ready if rule.criterion.kind == "constraint" or rule.points)

    def ready(self, rule: Rule) -> RuleInForce:
        """One of the rules with its ladder looked up, defaults filled in, and the most points it can give."""
        criterion = BY_KEY[rule.criterion]
        defaults = {option.name: option.default for option in criterion.options}
        setting = MappingProxyType(defaults | self._named_ladder(rule.setting))
        points = {
            "none": 0,
            "weight": (rule.weight or 0) * POINTS_PER_WEIGHT,
            "points": rule.points or 0,
            "own": criterion.own_points(setting) if criterion.worth == "own" else 0,
        }
        return RuleInForce(criterion, setting, points[criterion.worth], rule.title or criterion.title)

    def _named_ladder(self, setting: Setting) -> dict[str, Any]:
        name = setting.get("ladder")
        if isinstance(name, str) and name in self.ladders:
            return dict(setting) | {"ladder": self.ladders[name]}
        return dict(setting)

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values, the shape of a rule file."""
        ladders = {name: list(steps) for name, steps in self.ladders.items()}
        rules = [_plain(rule.to_dict()) for rule in self.rules]
        whole = {"kind": self.kind, "name": self.name, "ladders": ladders, "rules": rules}
        return whole if ladders else {key: value for key, value in whole.items() if key != "ladders"}

    def to_toml(self) -> str:
        return tomlkit.dumps(self.to_dict())

    def to_json(self) -> str:
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)


def read_rules(raw: Any) -> RuleSet | Refused:
    """A rule set from plain values, or everything that is wrong with them."""
    if problems := problems_of_shape(raw):
        return Refused(" ".join(problems))
    ladders = {name: tuple(steps) for name, steps in raw.get("ladders", {}).items()}
    rules = tuple(_read_rule(one) for one in raw["rules"])
    found = RuleSet(cast("ProgrammeKind", raw["kind"]), raw["name"], rules, MappingProxyType(ladders))
    problems = found.problems()
    return Refused(" ".join(problems)) if problems else found


def read_toml(text: str) -> RuleSet | Refused:
    try:
        return read_rules(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError, TOMLKitError) as problem:
        return Refused(f"This is not a TOML file: {problem}.")


def read_json(text: str) -> RuleSet | Refused:
    try:
        return read_rules(json.loads(text))
    except (json.JSONDecodeError, RecursionError) as problem:
        return Refused(f"This is not a JSON file: {problem}.")


def _read_rule(raw: Mapping[str, Any]) -> Rule:
    setting = {key: value for key, value in raw.items() if key not in _OWN_KEYS}
    own = {key: raw[key] for key in _OWN_KEYS if key in raw}
    return Rule(setting=MappingProxyType(setting), **own)


def _may_repeat(criterion: str) -> bool:
    known = BY_KEY.get(criterion)
    return known is None or any(option.name == "column" for option in known.options)


def _plain(value: Any) -> Any:
    """Mappings as dicts and tuples as lists, all the way down, so that every writer takes them."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value
