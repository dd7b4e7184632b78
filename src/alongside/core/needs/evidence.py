"""One piece of evidence: what was said or ticked, what it speaks for, and the exact words."""

from dataclasses import dataclass
from enum import Enum


class Source(Enum):
    STATEMENT = "statement"
    ANSWER = "answer"


class Bears(Enum):
    """What a family of phrases bears on."""

    DIMENSION = "dimension"  # D1 to D15: pulls toward or away from a route
    GATE = "gate"  # G1 to G4: overrides wish and scores once strong enough
    SIGN = "sign"  # a mark without a score of its own (one conversation, two needs, …)
    READING = "reading"  # the second reader: how likely a route is, all words taken together


@dataclass(frozen=True, slots=True)
class Evidence:
    """A finding that carries its reason.

    `on` is a dimension, a gate, the name of a sign, or "reading". `toward` is a route's key for dimensions and the
    sort of trigger for gates. `direction` is +1 (for) or −1 (against). `certainty` runs from 0 to 1; for a
    gate it is the share of the gate this piece opens. `start` and `end` are offsets in the statement (both 0
    for an answer); `sentence` and `clause` count from 0
    (−1 for an answer). `quote` is exactly
    `statement[start:end]`, or the label that was ticked.
    """

    family: str
    bears: Bears
    on: str
    toward: str
    direction: int
    certainty: float
    quote: str
    start: int
    end: int
    sentence: int
    clause: int
    source: Source
    because: str
