"""How triage does in use: what was recommended, what people chose instead, and whether it was right afterwards.

For each version of the rules that two hundred people decided under, two tables go through the small-group gate, each
as a whole: recommended against chosen, and what people said afterwards. Below that such tables would be hidden nearly
altogether, so there are two shares for each route instead, without totals, and never both. A person counts once in a
version, with the first need they decided. Needs that lead to or from crisis, health or HR are not among the facts at
all, so that nothing can be worked out from totals. All of it is made of whole groups of ten in the order in which
people decided or answered: a figure moves only when ten more did. Not defended against: somebody who changes their
choice later leaves their place in that order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from alongside.core.needs.following_up import ANSWERS
from alongside.core.needs.routes import SENSITIVE, Route
from alongside.core.outcomes.small_groups import (
    SENSITIVE_K,
    Band,
    CountTable,
    Hidden,
    ProtectedTable,
    count_in_steps,
    protect_share,
    protect_table,
    whole_groups,
)

COLUMNS: Final = (Route.COACH, Route.MENTOR, Route.BOTH_IN_SEQUENCE, Route.TRAINING)
ROWS: Final = (*COLUMNS, Route.CLARIFY)
TABLES_FROM: Final = 200  # people
OTHERWISE: Final = "otherwise"
HIDDEN_ROUTES: Final = frozenset(route.value for route in SENSITIVE)


@dataclass(frozen=True, slots=True)
class Decision:
    """One person's decision about one recommendation, and what they said of it afterwards, if they did."""

    person: str
    version: str
    route: str
    chosen: str
    decided_at: datetime
    answer: str = ""  # a key of ANSWERS
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RouteShares:
    """Of those pointed to a route: how many at least, which share kept it, and for which share that was right."""

    route: str
    people: int | Hidden
    kept: float | Band | Hidden  # percent
    right: float | Band | Hidden  # percent of those who kept it and answered


@dataclass(frozen=True, slots=True)
class Calibration:
    """One version of the rules: shares for each route, or, from two hundred people on, tables."""

    version: str
    shares: tuple[RouteShares, ...]
    chosen: ProtectedTable | None  # rows: recommended; columns: chosen. The diagonal was kept
    afterwards: ProtectedTable | None  # rows: the recommendation kept, or chosen otherwise; columns: ANSWERS
    sentences: tuple[str, ...]


def draw_calibration(decisions: Iterable[Decision]) -> tuple[Calibration, ...]:
    """A calibration for every version that somebody decided under, the one used last first."""
    by_version: dict[str, list[Decision]] = defaultdict(list)
    for each in _first_of_each_person(decisions):
        by_version[each.version].append(each)
    latest = {version: max(each.decided_at for each in rows) for version, rows in by_version.items()}
    # A version nobody may be shown under is not named either: that somebody met it would be one person's trace.
    shown = [version for version, rows in by_version.items() if len(rows) >= SENSITIVE_K]
    return tuple(
        _calibration(version, by_version[version])
        for version in sorted(shown, key=latest.__getitem__, reverse=True)
    )


def _first_of_each_person(decisions: Iterable[Decision]) -> list[Decision]:
    first: dict[tuple[str, str], Decision] = {}
    for each in sorted(decisions, key=lambda each: (each.decided_at, each.person)):
        if not HIDDEN_ROUTES & {each.route, each.chosen}:
            first.setdefault((each.version, each.person), each)
    return list(first.values())


def _calibration(version: str, decisions: Sequence[Decision]) -> Calibration:
    counted = whole_groups(decisions, SENSITIVE_K)
    if len(counted) < TABLES_FROM:
        return Calibration(version, _shares(decisions), None, None, ())
    heard = _heard(decisions)
    chosen = _table(
        [route.value for route in ROWS],
        [route.value for route in COLUMNS],
        Counter((each.route, each.chosen) for each in counted),
    )
    afterwards = _table(
        [*(route.value for route in COLUMNS), OTHERWISE],
        list(ANSWERS),
        Counter((each.route if each.route == each.chosen else OTHERWISE, each.answer) for each in heard),
    )
    return Calibration(version, (), chosen, afterwards, _sentences(chosen, afterwards))


def _heard(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those who said how it went, in whole groups in the order in which they said it."""
    said = ((each.answered_at, each.person, each) for each in decisions if each.answer and each.answered_at)
    return whole_groups([each for _, _, each in sorted(said, key=lambda one: one[:2])], SENSITIVE_K)


def _shares(decisions: Sequence[Decision]) -> tuple[RouteShares, ...]:
    return tuple(
        _share(route.value, [each for each in decisions if each.route == route.value]) for route in COLUMNS
    )


def _share(route: str, decisions: Sequence[Decision]) -> RouteShares:
    """The shares of one route; people of different routes are different people, so each stands by itself."""
    counted = whole_groups(decisions, SENSITIVE_K)
    heard = _heard(each for each in decisions if each.chosen == route)
    return RouteShares(
        route,
        count_in_steps(len(decisions), SENSITIVE_K),
        protect_share(sum(each.chosen == route for each in counted), len(counted), SENSITIVE_K),
        protect_share(sum(each.answer == "yes" for each in heard), len(heard), SENSITIVE_K),
    )


def _table(
    rows: Sequence[str], columns: Sequence[str], counts: Counter[tuple[str, str]]
) -> ProtectedTable | None:
    """The table through the gate; nothing where nobody is counted."""
    if not counts.total():
        return None
    cells = tuple(tuple(counts[row, column] for column in columns) for row in rows)
    return protect_table(CountTable(tuple(rows), tuple(columns), cells, sensitive=True))


def _sentences(chosen: ProtectedTable | None, afterwards: ProtectedTable | None) -> tuple[str, ...]:
    """What the tables say in words, from the figures that may be shown and nothing else."""
    return (*(_kept(chosen) if chosen else ()), *(_right(afterwards) if afterwards else ()))


def _kept(table: ProtectedTable) -> list[str]:
    found = []
    for number, route in enumerate(COLUMNS):
        kept, of = table.cells[number][number], table.row_totals[number]
        if not isinstance(kept, Hidden) and not isinstance(of, Hidden):
            found.append(f"{route.title}: suggested to {of} people, of whom {kept} kept it.")
    return found


def _right(table: ProtectedTable) -> list[str]:
    found = []
    for number, route in enumerate(COLUMNS):
        right, of = table.cells[number][0], table.row_totals[number]
        if not isinstance(right, Hidden) and not isinstance(of, Hidden):
            found.append(f"{route.title}: of {of} who kept it and answered, {right} say it was right.")
    return found
