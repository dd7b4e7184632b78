"""Trying a draft of the rules: what it would do to the labelled cases, and in tens to the organisation's own.

The labelled cases ship with the product, so each one that changes can be shown. Of the organisation's own cases only
four numbers ever leave here, in whole tens and without a total, because whoever edits the rules could otherwise ask
about single words by writing them into a draft. What is left to such an asker is whether ten more changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from alongside.core.needs.cases import Case
from alongside.core.needs.labelled import read_labelled
from alongside.core.needs.measure import Outcome, Tally, give_routes, tally
from alongside.core.needs.routes import Route
from alongside.core.needs.triage_rules import TriageRules
from alongside.core.outcomes.small_groups import SENSITIVE_K, Hidden, count_in_steps

WAYS: Final = {"answers": "With answers", "text": "From the text alone"}
OWN_GROUPS: Final = ("both", "better", "worse", "neither")


@dataclass(frozen=True, slots=True)
class Figures:
    """Accuracy, crisis recall and false alarms of one version, as counts."""

    cases: int
    right: int
    crises: int
    crises_found: int
    calm: int
    false_alarms: int
    wrongly_booked: int


@dataclass(frozen=True, slots=True)
class RouteChange:
    """Of the `cases` with this label: how many get an acceptable answer now, and with the draft."""

    route: str
    cases: int
    now: int
    then: int


@dataclass(frozen=True, slots=True)
class Flip:
    """A labelled case that the draft answers otherwise."""

    case: str
    label: str
    now: str
    then: str
    was_right: bool
    is_right: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """One way of asking (a key of WAYS): the version in use, the draft, and what changes between them."""

    way: str
    now: Figures
    then: Figures
    routes: tuple[RouteChange, ...]
    flips: tuple[Flip, ...]


def compare(way: str, now: Sequence[Outcome], then: Sequence[Outcome]) -> Comparison:
    """What changes between two rounds over the same cases in the same order."""
    pairs = tuple(zip(now, then, strict=True))
    return Comparison(
        way=way,
        now=_figures(tally("now", now)),
        then=_figures(tally("then", then)),
        routes=tuple(_route_change(route.value, pairs) for route in Route),
        flips=tuple(
            Flip(a.case.id, a.case.label, a.got, b.got, a.is_right, b.is_right)
            for a, b in pairs
            if a.got != b.got
        ),
    )


def lost_crises(cases: Sequence[Case], in_use: TriageRules, draft: TriageRules) -> tuple[str, ...]:
    """The labelled crises that the version in use finds and the draft misses, with answers or from the text alone."""
    crises = [case for case in cases if case.label == Route.CRISIS.value]
    lost: list[str] = []
    for text_only in (False, True):
        now, then = (
            give_routes(crises, rules, text_only=text_only, read=read_labelled) for rules in (in_use, draft)
        )
        lost += [a.case.id for a, b in zip(now, then, strict=True) if a.got == a.case.label != b.got]
    return tuple(dict.fromkeys(lost))


def lost_in(ways: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The same, from comparisons made before and kept as data."""
    crisis = Route.CRISIS.value
    flips = [flip for way in ways for flip in way["flips"]]
    lost = [flip["case"] for flip in flips if flip["label"] == flip["now"] == crisis != flip["then"]]
    return tuple(dict.fromkeys(lost))


def group_own(now: Sequence[Outcome], then: Sequence[Outcome]) -> dict[str, int | None]:
    """How many of the organisation's own cases are right under both, better or worse with the draft, or neither.

    In whole tens, rounded down; None below the first ten, a zero too. The four are of different people and no total
    is given, so none can be worked out from the others.
    """
    counts = dict.fromkeys(OWN_GROUPS, 0)
    names = {(True, True): "both", (False, True): "better", (True, False): "worse", (False, False): "neither"}
    for a, b in zip(now, then, strict=True):
        counts[names[a.is_right, b.is_right]] += 1
    shown = {name: count_in_steps(count, SENSITIVE_K) for name, count in counts.items()}
    return {name: None if isinstance(count, Hidden) else count for name, count in shown.items()}


def _figures(counted: Tally) -> Figures:
    return Figures(
        cases=counted.cases,
        right=counted.right,
        crises=counted.crises,
        crises_found=counted.crises_found,
        calm=counted.calm,
        false_alarms=len(counted.false_alarms),
        wrongly_booked=len(counted.wrongly_booked),
    )


def _route_change(route: str, pairs: Sequence[tuple[Outcome, Outcome]]) -> RouteChange:
    labelled = [(a, b) for a, b in pairs if a.case.label == route]
    return RouteChange(
        route, len(labelled), sum(a.is_right for a, _ in labelled), sum(b.is_right for _, b in labelled)
    )
