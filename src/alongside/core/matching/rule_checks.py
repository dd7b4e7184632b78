"""What is wrong with a rule file, in sentences for the person who wrote it."""

from collections.abc import Mapping
from typing import Any, Final

from alongside.core.matching.criteria import BY_KEY
from alongside.core.matching.criterion import Criterion
from alongside.core.matching.options import Option

_LADDER: Final = Option("ladder", "texts", "")
_WEIGHT: Final = Option("weight", "whole", "", required=True, least=0, most=5)
_POINTS: Final = Option("points", "whole", "", required=True, least=1, most=1000)


def problems_of_shape(raw: Any) -> tuple[str, ...]:
    """Whether these plain values have the outline of a rule set at all."""
    if not isinstance(raw, Mapping):
        return ("A rule set is a table with “kind”, “name” and “rules”.",)
    checks = (
        (raw.get("kind") in ("coaching", "mentoring"), "“kind” should be coaching or mentoring."),
        (isinstance(raw.get("name"), str), "“name” should be a text."),
        (_are_rules(raw.get("rules")), "“rules” should be a list of tables, each with its “criterion”."),
        (_are_ladders(raw.get("ladders", {})), "“ladders” should be a table of lists, lowest value first."),
        (
            set(raw) <= {"kind", "name", "rules", "ladders"},
            "Only “kind”, “name”, “ladders” and “rules” are known.",
        ),
    )
    return tuple(sentence for holds, sentence in checks if not holds)


def _are_rules(raw: Any) -> bool:
    return isinstance(raw, list | tuple) and all(
        isinstance(one, Mapping)
        and isinstance(one.get("criterion"), str)
        and isinstance(one.get("title", ""), str)
        and all(isinstance(key, str) for key in one)
        for one in raw
    )


def _are_ladders(raw: Any) -> bool:
    return isinstance(raw, Mapping) and all(
        isinstance(name, str) and _LADDER.problem(steps) is None for name, steps in raw.items()
    )


def problems_of_rule(raw: Mapping[str, Any], setting: Mapping[str, Any], kind: str) -> tuple[str, ...]:
    """What is wrong with one rule. `setting` has its ladder looked up already."""
    criterion = BY_KEY.get(raw["criterion"])
    if criterion is None:
        return ("There is no such criterion. Known: " + ", ".join(BY_KEY) + ".",)
    options = {option.name: option for option in criterion.options}
    unknown = tuple(f"“{name}” is not one of its options." for name in setting if name not in options)
    values = {name: setting.get(name, option.default) for name, option in options.items()}
    single = tuple(filter(None, (option.problem(values[name]) for name, option in options.items())))
    whole = () if single or unknown else criterion.check(values)
    return _problems_of_kind(criterion, kind) + _problems_of_worth(criterion, raw) + unknown + single + whole


def _problems_of_kind(criterion: Criterion, kind: str) -> tuple[str, ...]:
    return () if kind in criterion.applies_to else (f"It is not used in {kind}.",)


def _problems_of_worth(criterion: Criterion, raw: Mapping[str, Any]) -> tuple[str, ...]:
    carries = {"weight": (_WEIGHT,), "points": (_POINTS,)}.get(criterion.worth, ())
    missing = tuple(filter(None, (option.problem(raw.get(option.name)) for option in carries)))
    idle = {"weight", "points"} - {option.name for option in carries}
    return missing + tuple(f"It carries no {name}." for name in sorted(idle) if raw.get(name) is not None)
