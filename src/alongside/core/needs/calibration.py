"""How triage does in use: what was recommended, what people chose instead, and whether it was right afterwards.

For each version of the rules two tables go through the small-group gate, each as a whole: recommended against chosen,
and what people said afterwards. A person counts once in a version, with the first need they decided. Needs that lead
to or from crisis, health or HR are not among the facts at all, so that nothing can be worked out from totals.
Both tables are made of whole groups of ten in the order in which people decided or answered: a figure moves only when
ten more did. Not defended against: somebody who changes their choice later leaves their place in that order.
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
    CountTable,
    Hidden,
    ProtectedTable,
    protect_table,
    whole_groups,
)

COLUMNS: Final = (Route.COACH, Route.MENTOR, Route.BOTH_IN_SEQUENCE, Route.TRAINING)
ROWS: Final = (*COLUMNS, Route.CLARIFY)
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
class Calibration:
    """One version of the rules. None where fewer than ten people can be counted."""

    version: str
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
    drawn = [_calibration(version, by_version[version]) for version in sorted(latest, key=latest.__getitem__)]
    return tuple(each for each in reversed(drawn) if each.chosen is not None)


def _first_of_each_person(decisions: Iterable[Decision]) -> list[Decision]:
    first: dict[tuple[str, str], Decision] = {}
    for each in sorted(decisions, key=lambda each: (each.decided_at, each.person)):
        if not HIDDEN_ROUTES & {each.route, each.chosen}:
            first.setdefault((each.version, each.person), each)
    return list(first.values())


def _calibration(version: str, decisions: Sequence[Decision]) -> Calibration:
    counted = whole_groups(decisions, SENSITIVE_K)
    answered = sorted(
        ((each.answered_at, each.person, each) for each in decisions if each.answer and each.answered_at),
    )
    heard = whole_groups([each for _, _, each in answered], SENSITIVE_K)
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
    return Calibration(version, chosen, afterwards, _sentences(chosen, afterwards))


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
