"""What is different between two runs: who is with the same, who moved, who came and went, and what else was asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from alongside.core.matching.engine.result import MatchRun, Pair, Totals

Change = Literal["same", "moved", "newly_placed", "no_longer_placed", "without_still", "came", "left"]
CHANGES: Final[Mapping[Change, str]] = {
    "same": "With the same person as before.",
    "moved": "With somebody, but with another person than before.",
    "newly_placed": "Without anybody before, with somebody now.",
    "no_longer_placed": "With somebody before, without anybody now.",
    "without_still": "Without anybody before and now.",
    "came": "Not among the people of the earlier run.",
    "left": "Not among the people of the later run.",
}
Input = Literal["kind", "facts", "rules", "mode", "seed", "by_hand"]


@dataclass(frozen=True, slots=True)
class ClientChange:
    """One client in both runs. `before` and `after` are practitioners (keys), None without one or where the client is
    in one run only; a fit (0…10,000) goes with each."""

    client: str
    change: Change
    before: str | None
    after: str | None
    fit_before: int | None
    fit_after: int | None


@dataclass(frozen=True, slots=True)
class Differences:
    """Every client of either run, once, by key; the totals of both; and in what the two runs were asked differently.

    Fits under different rules are not measured alike: look at `inputs` before comparing them. Of the decisions by hand
    `kept`, the pairs that should stay, is left out: it says how the later run was made from an earlier one.
    """

    clients: tuple[ClientChange, ...]
    before: Totals
    after: Totals
    inputs: tuple[Input, ...]

    def of(self, change: Change) -> tuple[ClientChange, ...]:
        """The clients of whom this is true."""
        return tuple(one for one in self.clients if one.change == change)

    @property
    def placed(self) -> int:
        """How many more are placed."""
        return self.after.placed - self.before.placed

    @property
    def fit(self) -> int:
        """How much more fit in all, in hundredths of a percent of one pair's."""
        return self.after.fit - self.before.fit

    @property
    def worst_fit(self) -> int:
        """How much better the worst pair fits, in hundredths of a percent."""
        return self.after.worst_fit - self.before.worst_fit


def compare_runs(before: MatchRun, after: MatchRun) -> Differences:
    """What changed from one run to the other, from what the two hold alone."""
    old, new = ({one.client: one for one in run.pairs} for run in (before, after))
    was_there, is_there = (
        {*held, *(one.client for one in run.unmatched)} for held, run in ((old, before), (new, after))
    )
    clients = tuple(
        _compare(key, old.get(key), new.get(key), was_there=key in was_there, is_there=key in is_there)
        for key in sorted(was_there | is_there)
    )
    return Differences(clients, before.totals, after.totals, _inputs(before, after))


def _compare(
    key: str, old: Pair | None, new: Pair | None, *, was_there: bool, is_there: bool
) -> ClientChange:
    return ClientChange(
        key,
        _change(old, new) if was_there and is_there else "left" if was_there else "came",
        old.practitioner if old else None,
        new.practitioner if new else None,
        old.fit if old else None,
        new.fit if new else None,
    )


def _change(old: Pair | None, new: Pair | None) -> Change:
    if old is None:
        return "without_still" if new is None else "newly_placed"
    if new is None:
        return "no_longer_placed"
    return "same" if old.practitioner == new.practitioner else "moved"


def _inputs(before: MatchRun, after: MatchRun) -> tuple[Input, ...]:
    hands = [(one.by_hand.locked, one.by_hand.forbidden, one.by_hand.places) for one in (before, after)]
    differs: Mapping[Input, bool] = {
        "kind": before.kind != after.kind,
        "facts": before.facts != after.facts,
        "rules": before.rules != after.rules,
        "mode": before.mode != after.mode,
        "seed": before.seed != after.seed,
        "by_hand": hands[0] != hands[1],
    }
    return tuple(name for name, is_so in differs.items() if is_so)
