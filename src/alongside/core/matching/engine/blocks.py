"""Facts become numbers: a block of clients against all practitioners, criterion by criterion.

A criterion is measured once per pair of *distinct* parts, then spread over the people who have them: a column of
ten organisations costs a hundred measures, whatever the number of people. Criteria whose parts are nearly all
distinct have a numpy form in `fast.py`. Both forms give the same bytes as `Criterion.assess`, pair by pair.

Points are counted in whole thousandths, so sums are exact and every machine gives the same answer.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from alongside.core.matching.engine.fast import FAST
from alongside.core.matching.pool import ClientFacts, PractitionerFacts
from alongside.core.matching.rules import RuleInForce

MILLI: Final = 1000
WHOLE_FIT: Final = 10_000
BLOCK: Final = 512

Measures = NDArray[np.float64]  # [clients, practitioners], NaN where the pair is refused
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Block:
    """Some clients (rows, from `first` on) against all practitioners (columns)."""

    first: int
    refused: Bools
    earned_milli: Ints


class View:
    """One rule and what it sees of the practitioners, kept for all blocks of clients."""

    def __init__(self, rule: RuleInForce, practitioners: Sequence[PractitionerFacts]) -> None:
        self.rule = rule
        seen = [rule.criterion.of_practitioner(one, rule.setting) for one in practitioners]
        self._parts, self._where = distinct(seen)

    def refused(self, clients: Sequence[ClientFacts]) -> Bools | None:
        """Which pairs the rule refuses; None where it refuses none."""
        table, where = self._measure(clients)
        return self._spread_if_any(np.isnan(table), where)

    def add_to(self, block: Block, clients: Sequence[ClientFacts]) -> None:
        """What the rule refuses and gives, written into the block of these clients.

        Refusals and points are worked out for the distinct parts, and spread over the people only where there are any.
        """
        table, where = self._measure(clients)
        if (refused := self._spread_if_any(np.isnan(table), where)) is not None:
            np.logical_or(block.refused, refused, out=block.refused)
        if not self.rule.points:
            return
        if (earned := self._spread_if_any(milli(table, self.rule.points), where)) is not None:
            np.add(block.earned_milli, earned, out=block.earned_milli)

    def _measure(self, clients: Sequence[ClientFacts]) -> tuple[Measures, NDArray[np.intp]]:
        """The measures of the distinct parts, and where each client stands among the rows."""
        criterion, setting = self.rule.criterion, self.rule.setting
        parts, where = distinct([criterion.of_client(one, setting) for one in clients])
        measure_table = self._one_by_one if (known := FAST.get(criterion.key)) is None else known
        return measure_table(parts, self._parts, setting), where

    def _spread_if_any(self, table: NDArray[T], where: NDArray[np.intp]) -> NDArray[T] | None:
        if not table.any():
            return None
        rows = (
            table if len(table) == len(where) else table.take(where, axis=0)
        )  # all distinct: in their order
        return rows if len(self._parts) == len(self._where) else rows.take(self._where, axis=1)

    def _one_by_one(self, clients: Sequence[Any], practitioners: Sequence[Any], setting: Any) -> Measures:
        measure = self.rule.criterion.measure
        rows = [[measure(client, one, setting) for one in practitioners] for client in clients]
        return np.array(rows, dtype=np.float64).reshape(len(clients), len(practitioners))  # None becomes NaN


class Scorer:
    """All rules over one set of practitioners."""

    def __init__(self, rules: Sequence[RuleInForce], practitioners: Sequence[PractitionerFacts]) -> None:
        self.views = tuple(View(rule, practitioners) for rule in rules)
        self.possible = sum(rule.points for rule in rules)
        self._width = len(practitioners)

    def blocks(self, clients: Sequence[ClientFacts]) -> Iterator[Block]:
        for first in range(0, len(clients), BLOCK):
            yield self.block(clients[first : first + BLOCK], first)

    def block(self, clients: Sequence[ClientFacts], first: int = 0) -> Block:
        shape = (len(clients), self._width)
        block = Block(first, np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.int64))
        for view in self.views:
            view.add_to(block, clients)
        return block

    def refusals(self, clients: Sequence[ClientFacts]) -> list[tuple[RuleInForce, Bools]]:
        """For each constraint, which pairs it refuses."""
        constraints = (view for view in self.views if view.rule.criterion.kind == "constraint")
        nobody = np.zeros((len(clients), self._width), dtype=np.bool_)
        found = ((view.rule, view.refused(clients)) for view in constraints)
        return [(rule, nobody if refused is None else refused) for rule, refused in found]


def milli(measures: Measures, points: int) -> Ints:
    return np.rint(np.nan_to_num(measures) * (points * MILLI)).astype(np.int64)


def fit_of(earned_milli: Ints, possible: int) -> Ints:
    """Whole fit 0…10,000, half up. With nothing to earn every pair is alike: 0."""
    if not possible:
        return np.zeros_like(earned_milli)
    return (2 * WHOLE_FIT * earned_milli + possible * MILLI) // (2 * possible * MILLI)


def distinct(parts: Sequence[Hashable]) -> tuple[list[Hashable], NDArray[np.intp]]:
    """The distinct parts, and for each given part where it stands among them."""
    places: dict[Hashable, int] = {}
    where = [places.setdefault(part, len(places)) for part in parts]
    return list(places), np.array(where, dtype=np.intp)
