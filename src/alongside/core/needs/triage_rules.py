"""What the triage rules are once they are loaded; see `rules_file` for reading them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core.needs.evidence import Bears

DIMENSIONS = (*(f"D{number}" for number in range(1, 16)), "wish")
GATES = ("G1", "G2", "G3", "G4")
THRESHOLDS = (
    "margin",
    "least_evidence",
    "pull",
    "training",
    "manager",
    "manager_lead",
    "gate",
    "gate_doubt",
    "gate_by_ticks",
    "for_a_helper",
    "soft_check",
    "next_step",
    "longest_statement",
    "read_danger",
    "read_soft",
    "read_sure",
    "read_unlikely",
    "read_aloud",
)
LATER_THRESHOLDS = {"read_unlikely": 0.05}  # a file written before there were these reads as if it held them
CERTAINTIES = ("explicit", "ticked", "inferred", "wish")


@dataclass(frozen=True, slots=True)
class RulesProblem:
    """A mistake in a rules file. `line` counts from 1; 0 means the file as a whole."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" if self.line else self.message


class InvalidRulesError(ValueError):
    """The rules file cannot be used. `problems` holds every mistake found, in the order of the file."""

    def __init__(self, problems: tuple[RulesProblem, ...]) -> None:
        super().__init__("\n".join(str(each) for each in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a family or a tick stands for; see `Evidence` for the words."""

    name: str
    bears: Bears
    on: str
    toward: str
    direction: int
    certainty: float
    because: str


@dataclass(frozen=True, slots=True)
class Family:
    """A family of phrases with one meaning, and when it does not count."""

    bearing: Bearing
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None  # somewhere in the same sentence
    not_then: re.Pattern[str] | None  # directly after the phrase
    drop_negated: bool
    drop_reported: bool


@dataclass(frozen=True, slots=True)
class TriageRules:
    """One version of the rules, ready to be used. Weights are per dimension; ticks by (question, option)."""

    version: str
    weights: Mapping[str, float]
    thresholds: Mapping[str, float]
    families: tuple[Family, ...]
    ticks: Mapping[tuple[str, str], tuple[Bearing, ...]]
    mend: tuple[str, ...]
    negation: re.Pattern[str]
    reported: re.Pattern[str]
    second_reader: Mapping[str, str]  # what it says for each route, with {quote}
