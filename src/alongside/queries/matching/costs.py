"""What a run costs whom: the price of each rule, the worth of one more place, and how groups fare."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from alongside.core.matching import FairnessRow, RulePrice
from alongside.core.matching.engine.fairness import compare_groups
from alongside.models import Enrolment, MatchRun
from alongside.queries.access import NotVisible, Sight
from alongside.queries.matching.person import worth_of_places
from alongside.queries.matching.pool import SIDES, columns_of
from alongside.queries.matching.runs import audit_part, kind_of

PLACES_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class RulePrices:
    """What each rule costs, as far as it is known. `problem` says why it is not, if so."""

    was_asked: bool
    done: int
    of: int
    rows: tuple[RulePrice, ...]
    problem: str

    @property
    def costly(self) -> tuple[RulePrice, ...]:
        """Those without which something would change, the dearest first."""
        return tuple(one for one in self.rows if one.placed or one.points_milli)

    @property
    def costless(self) -> tuple[str, ...]:
        """The names of the others."""
        return tuple(one.title for one in self.rows if not (one.placed or one.points_milli))

    @property
    def is_under_way(self) -> bool:
        return self.was_asked and not self.problem and self.done < self.of


@dataclass(frozen=True, slots=True)
class PlaceWorth:
    """What one more place with somebody would bring: people placed, or else fit in all (0…10,000)."""

    enrolment: Enrolment
    placed: int
    fit: int


def get_rule_prices(run: MatchRun) -> RulePrices:
    """The prices as they are kept, those that cost the most people, then points, first."""
    kept: Mapping[str, Any] = run.rule_prices or {}
    rows = [RulePrice(**one) for one in kept.get("rows", ())]
    rows.sort(key=lambda one: (-one.placed, -one.points_milli))
    return RulePrices(
        run.rule_prices is not None,
        kept.get("done", 0),
        kept.get("of", 0),
        tuple(rows),
        kept.get("problem", ""),
    )


def list_place_worths(sight: Sight[MatchRun]) -> tuple[PlaceWorth, ...]:
    """Where one more place would bring the most; nothing where the aim does not say (two reads)."""
    worth = worth_of_places(sight.record)
    best = sorted((key for key in worth if any(worth[key])), key=lambda key: worth[key], reverse=True)[
        :PLACES_SHOWN
    ]
    rows = Enrolment.objects.filter(
        programme=sight.record.programme_id,
        part=SIDES[kind_of(sight.record)][1],
        person__in=[UUID(key) for key in best],
    )
    people = {str(row.person_id): row for row in rows.select_related("person")}
    return tuple(PlaceWorth(people[key], *worth[key]) for key in best if key in people)


def list_fairness(sight: Sight[MatchRun], column: str) -> tuple[FairnessRow, ...]:
    """How the groups of people with the same value in a column fared, small groups hidden (three reads)."""
    if not sight.may("match_run", "read"):
        raise NotVisible
    run = sight.record
    fits = {one["client"]: one["fit"] for one in audit_part(run, "pairs") or ()}
    asked = {*fits, *(one["client"] for one in audit_part(run, "unmatched") or ())}
    people = Enrolment.objects.filter(programme=run.programme_id, part=SIDES[kind_of(run)][0])
    values = {
        str(row.person_id): columns_of(row.person, row.columns).get(column, "")
        for row in people.select_related("person")
    }
    return compare_groups({key: value for key, value in values.items() if key in asked}, fits)
