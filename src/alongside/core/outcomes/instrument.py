"""What a short questionnaire is: its items, its scale, its parts, its scoring, and what raises a hand.

Every question may be skipped. The scales that ship are our own and not validated, and every page says so.
"""

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

OWN_WORDS: Final = (
    "These questions are our own. They have not been validated as a test, so read the answers as answers."
)

Answers = Mapping[str, int | str]


class ItemKind(StrEnum):
    SCALE = "scale"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `part` is the scale part it counts towards; `reverse` turns a high answer into a low score."""

    key: str
    words: str
    part: str = ""
    reverse: bool = False
    kind: ItemKind = ItemKind.SCALE
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to talk about. `key` is for the record, `words` for the person who may see it."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class PartScore:
    """The mean of the answered items of a part, on the instrument's own scale; None below half answered."""

    part: str
    mean: float | None
    answered: int
    items: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The parts and the mean over all scale items; `total` is None below half answered."""

    parts: tuple[PartScore, ...]
    total: float | None


FlagRule = Callable[["Instrument", Answers, Answers | None], tuple[Flag, ...]]


def no_flags(instrument: "Instrument", answers: Answers, earlier: Answers | None) -> tuple[Flag, ...]:
    """For instruments that raise no hand."""
    return ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """One questionnaire. `asked_of` is a relation; `moments` say when; `k` is the least group for an aggregate."""

    key: str
    title: str
    asked_of: str
    moments: tuple[str, ...]
    introduction: str
    items: tuple[Item, ...]
    low: int
    high: int
    low_words: str
    high_words: str
    version: int = 1
    k: int = 5
    note: str = OWN_WORDS
    raises: FlagRule = no_flags

    @property
    def scale_items(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.kind == ItemKind.SCALE)

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item.part for item in self.scale_items if item.part))

    def problems(self, answers: Answers) -> tuple[str, ...]:
        """What is wrong with these answers, a sentence each; empty when they can be kept."""
        known = {item.key: item for item in self.items}
        strange = [key for key in answers if key not in known]
        wrong = [
            key for key, answer in answers.items() if key in known and not self._fits(known[key], answer)
        ]
        return (
            *(f"There is no question “{key}” here." for key in strange),
            *(f"“{known[key].words}” cannot be answered like that." for key in wrong),
        )

    def _fits(self, item: Item, answer: int | str) -> bool:
        if item.kind == ItemKind.SCALE:
            return (
                isinstance(answer, int) and not isinstance(answer, bool) and self.low <= answer <= self.high
            )
        if item.kind == ItemKind.CHOICE:
            return answer in {key for key, _ in item.choices}
        return isinstance(answer, str)

    def score(self, answers: Answers) -> Scores:
        """Means on the instrument's own scale, reversed items turned round. Skipped ones are left out."""
        parts = tuple(
            self._part(part, [item for item in self.scale_items if item.part == part], answers)
            for part in self.parts
        )
        return Scores(parts, self._part("", list(self.scale_items), answers).mean)

    def _part(self, part: str, items: list[Item], answers: Answers) -> PartScore:
        values = [self.value(item, answers) for item in items]
        given = [value for value in values if value is not None]
        enough = bool(given) and 2 * len(given) >= len(items)
        return PartScore(part, statistics.fmean(given) if enough else None, len(given), len(items))

    def value(self, item: Item, answers: Answers) -> int | None:
        """The scored answer of one scale item, or None when it was skipped."""
        answer = answers.get(item.key)
        if not isinstance(answer, int):
            return None
        return self.low + self.high - answer if item.reverse else answer

    def flags(self, answers: Answers, earlier: Answers | None = None) -> tuple[Flag, ...]:
        """What these answers, against the last ones, give reason to talk about."""
        return self.raises(self, answers, earlier)
