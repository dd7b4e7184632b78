"""What a run hands back: pairs with their findings, those without anybody and why, totals, and a proof.

Everything is whole numbers and text, so a run is the same to the byte wherever it is made, and comes back from its
JSON the same. Reasons name no person; keys do, so a stored run is as confidential as the programme's list.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from alongside.core.matching.engine.market import Aim

Mode = Aim
MODES: Final[Mapping[Mode, str]] = {
    "everyone_first": "As many people as possible find somebody; among those ways, the best total fit.",
    "fairest": "As many people as possible find somebody; the worst-off pair fits as well as it can; then the total.",
    "leximin": "As fairest, and then the second worst-off pair as well as it can, the third, and so on to the best.",
    "their_choices": "Both sides' rankings count: no two people are left who would both rather have each other.",
}
Cause = Literal["no_possible_partner", "no_place_left"]
VERSION: Final = 2


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """What one rule says about a pair. `fit` 0…10,000; points in thousandths; `refused` if it rules the pair out."""

    criterion: str
    title: str
    fit: int
    points_milli: int
    most_points: int
    because: str
    refused: bool = False

    @property
    def points(self) -> float:
        return self.points_milli / 1000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people proposed to each other. `locked` pairs were kept by hand, whatever the rules say."""

    client: str
    practitioner: str
    fit: int
    points_milli: int
    locked: bool
    findings: tuple[RuleFinding, ...]

    @property
    def points(self) -> float:
        return self.points_milli / 1000


@dataclass(frozen=True, slots=True)
class Exclusion:
    """How many practitioners a rule excludes for one person, and how many of them no other rule excludes."""

    criterion: str
    title: str
    excludes: int
    alone: int


@dataclass(frozen=True, slots=True)
class Waiver:
    """Rules that would have to be waived together, no fewer of them, so that `possible` partners are left."""

    titles: tuple[str, ...]
    possible: int


@dataclass(frozen=True, slots=True)
class Shortage:
    """These clients can only go to these practitioners (keys), whose free places are `without` too few.

    One more place at any of them places one person more; at `best_place` it serves the aim best. `fit_more` is what
    that changes in the total fit (`None` where the aim does not look at the total first).
    """

    clients: tuple[str, ...]
    practitioners: tuple[str, ...]
    places: int
    without: int
    best_place: str
    fit_more: int | None


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Somebody without a partner. `possible` counts the partners the rules would allow.

    `waivers` are the smallest sets of rules to waive, fewest rules first, where there is no partner.
    """

    client: str
    cause: Cause
    possible: int
    because: str
    exclusions: tuple[Exclusion, ...]
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """`possible_pairs` are the pairs the rules allow among those not kept by hand; `places` counts free ones.

    `stayed` counts the pairs of an earlier run that stayed, of those in `ByHand.kept`.
    """

    clients: int
    practitioners: int
    places: int
    possible_pairs: int
    most_points: int
    placed: int
    fit: int
    worst_fit: int  # 0 without pairs
    points_milli: int
    stayed: int = 0

    @property
    def points(self) -> float:
        return self.points_milli / 1000


@dataclass(frozen=True, slots=True)
class PriceOfStability:
    """What their own choices cost: pairs who would both rather have each other, and what *everyone first* reaches.

    `most_placed` and `most_fit` are totals of the whole run, kept pairs included; `blocking` is always 0.
    """

    blocking: int
    most_placed: int
    most_fit: int


@dataclass(frozen=True, slots=True)
class Price:
    """What a person's place in the result is worth, column by column (see `certify.py`): people placed, then pairs that
    stay if some should, and last (but for *leximin*) fit."""

    key: str
    worth: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PriceList:
    """One set of prices of a proof: "best" for the result, "fairer" for what nobody could reach."""

    name: str
    columns: int
    clients: tuple[Price, ...]
    practitioners: tuple[Price, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """What the checker needs beside the pairs. `rival` are the pairs *everyone first* would take (their choices)."""

    prices: tuple[PriceList, ...]
    cuts: tuple[tuple[int, ...], ...] = ()
    rival: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ByHand:
    """What the manager decided beforehand: pairs locked, pairs forbidden, other numbers of places.

    `kept` are the pairs of an earlier run that should stay, those the rules still allow.
    """

    locked: tuple[tuple[str, str], ...] = ()
    forbidden: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    kept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MatchRun:
    """A whole run: what went in, what came out, and the prices that prove it."""

    version: int
    kind: str
    mode: Mode
    seed: int
    facts: str  # SHA-256
    rules: Mapping[str, Any]
    by_hand: ByHand
    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]
    shortages: tuple[Shortage, ...]
    totals: Totals
    price_of_stability: PriceOfStability | None
    proof: Proof

    def to_json(self) -> str:
        """Stable text: the same run gives the same bytes."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, indent=1)

    @classmethod
    def from_json(cls, text: str) -> "MatchRun":
        """The run again. `ValueError`, `KeyError` or `TypeError` where the text is not one of ours."""
        return cls.from_dict(json.loads(text))

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> "MatchRun":
        """The same, where the JSON has been read already."""
        if raw["version"] != VERSION:
            raise ValueError(f"This run has version {raw['version']}; this program reads version {VERSION}.")
        return cls(
            **dict(raw)
            | {
                "by_hand": _by_hand(raw["by_hand"]),
                "pairs": tuple(_pair(one) for one in raw["pairs"]),
                "unmatched": tuple(_unmatched(one) for one in raw["unmatched"]),
                "shortages": tuple(_shortage(one) for one in raw["shortages"]),
                "totals": Totals(**raw["totals"]),
                "price_of_stability": _stability(raw["price_of_stability"]),
                "proof": _proof(raw["proof"]),
            }
        )


def _pair(raw: Mapping[str, Any]) -> Pair:
    return Pair(**{**raw, "findings": tuple(RuleFinding(**one) for one in raw["findings"])})


def _unmatched(raw: Mapping[str, Any]) -> Unmatched:
    exclusions = tuple(Exclusion(**one) for one in raw["exclusions"])
    waivers = tuple(Waiver(tuple(one["titles"]), one["possible"]) for one in raw["waivers"])
    return Unmatched(**{**raw, "exclusions": exclusions, "waivers": waivers})


def _shortage(raw: Mapping[str, Any]) -> Shortage:
    return Shortage(**{**raw, **{side: tuple(raw[side]) for side in ("clients", "practitioners")}})


def _by_hand(raw: Mapping[str, Any]) -> ByHand:
    return ByHand(**{name: tuple(tuple(pair) for pair in pairs) for name, pairs in raw.items()})


def _stability(raw: Mapping[str, Any] | None) -> PriceOfStability | None:
    return None if raw is None else PriceOfStability(**raw)


def _proof(raw: Mapping[str, Any]) -> Proof:
    return Proof(
        tuple(_price_list(one) for one in raw["prices"]),
        tuple(tuple(column) for column in raw["cuts"]),
        tuple((client, practitioner) for client, practitioner in raw["rival"]),
    )


def _price_list(raw: Mapping[str, Any]) -> PriceList:
    sides = (tuple(map(_price, raw[side])) for side in ("clients", "practitioners"))
    return PriceList(raw["name"], raw["columns"], *sides)


def _price(raw: Mapping[str, Any]) -> Price:
    return Price(raw["key"], tuple(raw["worth"]))
