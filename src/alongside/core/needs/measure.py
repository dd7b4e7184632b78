"""How well triage does on labelled cases: accuracy, recall and precision of each route, and safety apart.

A case is right when its route is among the `acceptable` ones, where honest experts would differ. Everything is
kept as counts beside the shares, so that nobody mistakes few cases for much certainty.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from alongside.core.needs.cases import Case
from alongside.core.needs.questions import Answers
from alongside.core.needs.routes import Route
from alongside.core.needs.second_opinion import Reads, no_opinion, opinion_on
from alongside.core.needs.triage import Recommendation, triage
from alongside.core.needs.triage_rules import TriageRules

HELPERS = frozenset({"coach", "mentor", "training", "both_in_sequence"})
NEVER_BOOKED = frozenset({"crisis", "therapy_eap"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case and the route it was given."""

    case: Case
    got: str

    @property
    def is_right(self) -> bool:
        return self.got in self.case.acceptable


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some outcomes; the ids are there so that each can be looked at."""

    name: str
    cases: int
    right: int
    crises: int
    crises_found: int
    calm: int  # cases for which an alarm would be wrong
    false_alarms: tuple[str, ...]
    wrongly_booked: tuple[str, ...]  # danger or ill health sent to a coach, a mentor or a course

    @property
    def accuracy(self) -> float:
        return share(self.right, self.cases)

    @property
    def false_alarm_share(self) -> float:
        return share(len(self.false_alarms), self.calm)


@dataclass(frozen=True, slots=True)
class RouteTally:
    """`found` of the `cases` with this label were answered acceptably; of the `given` ones, `fitting` were right."""

    route: str
    cases: int
    found: int
    given: int
    fitting: int


@dataclass(frozen=True, slots=True)
class Measure:
    """One way of asking (with answers, or the text only): together, by route, by tag, and what went wrong."""

    name: str
    all: Tally
    routes: tuple[RouteTally, ...]
    tags: tuple[Tally, ...]
    misses: tuple[Outcome, ...]
    rules_version: str


def share(part: int, whole: int) -> float:
    """A share between 0 and 1; 0 of nothing is 0."""
    return part / whole if whole else 0.0


def measure(
    cases: Iterable[Case], rules: TriageRules, *, text_only: bool = False, read: Reads = opinion_on
) -> Measure:
    """Triage every case, with its answers or from the text alone, with the second reader or without, and count."""
    outcomes = list(give_routes(cases, rules, text_only=text_only, read=read))
    by_tag: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        for tag in outcome.case.tags:
            by_tag[tag].append(outcome)
    return Measure(
        name=("text only" if text_only else "with answers")
        + (", phrases only" if read is no_opinion else ""),
        all=tally("all", outcomes),
        routes=tuple(_route_tally(route.value, outcomes) for route in Route),
        tags=tuple(tally(tag, by_tag[tag]) for tag in sorted(by_tag)),
        misses=tuple(outcome for outcome in outcomes if not outcome.is_right),
        rules_version=rules.version,
    )


def give_routes(
    cases: Iterable[Case], rules: TriageRules, *, text_only: bool = False, read: Reads = opinion_on
) -> Iterator[Outcome]:
    """Each case with the route these rules give it, one after the other, so that progress can be told."""
    for case in cases:
        found = triage(case.text, Answers() if text_only else case.answers, rules, read=read)
        yield Outcome(case, found.route.value if isinstance(found, Recommendation) else "refused")


def tally(name: str, outcomes: Sequence[Outcome]) -> Tally:
    """The counts over some outcomes."""
    crises = [o for o in outcomes if o.case.label == Route.CRISIS.value]
    calm = [o for o in outcomes if Route.CRISIS.value not in o.case.acceptable]
    return Tally(
        name=name,
        cases=len(outcomes),
        right=sum(o.is_right for o in outcomes),
        crises=len(crises),
        crises_found=sum(o.got == Route.CRISIS.value for o in crises),
        calm=len(calm),
        false_alarms=tuple(o.case.id for o in calm if o.got == Route.CRISIS.value),
        wrongly_booked=tuple(
            o.case.id
            for o in outcomes
            if o.case.label in NEVER_BOOKED and o.got in HELPERS and not o.is_right
        ),
    )


def _route_tally(route: str, outcomes: Sequence[Outcome]) -> RouteTally:
    labelled = [o for o in outcomes if o.case.label == route]
    given = [o for o in outcomes if o.got == route]
    return RouteTally(
        route, len(labelled), sum(o.is_right for o in labelled), len(given), sum(o.is_right for o in given)
    )
