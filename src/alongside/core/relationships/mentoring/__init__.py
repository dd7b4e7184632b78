"""The mentorship: the mentee reaches out, the two go on for as long as it helps, and end without fault.

The table is `MENTORING`. Read it from top to bottom: it is what the product allows, and what the tests check.
"""

from datetime import datetime

from alongside.core.relationships.lifecycle import Choice, Due, Moved, Transition
from alongside.core.relationships.mentoring.facts import Form, MentoringFacts, MentoringRules, MentoringState
from alongside.core.relationships.mentoring.next_thing import Desk, next_thing
from alongside.core.relationships.mentoring.requests import (
    RANKED_AT_MOST,
    ReachingOut,
    may_rank,
    may_reach_out,
    next_choice,
)
from alongside.core.relationships.mentoring.table import MENTORING
from alongside.core.verdicts import Refused

__all__ = [
    "MENTORING",
    "RANKED_AT_MOST",
    "Desk",
    "Form",
    "MentoringFacts",
    "MentoringRules",
    "MentoringState",
    "ReachingOut",
    "advance",
    "due",
    "may_rank",
    "may_reach_out",
    "next_choice",
    "next_thing",
    "offered",
    "weigh",
]


def advance(facts: MentoringFacts, name: str, by: str, at: datetime) -> Moved | Refused:
    """Where the named move leads from here, or a sentence saying why not. Unknown names raise KeyError."""
    return MENTORING.advance(facts, name, by, at)


def offered(facts: MentoringFacts, by: str, at: datetime) -> tuple[Transition[MentoringFacts], ...]:
    """The moves this relation may make now, in the order of the table."""
    return MENTORING.offered(facts, by, at)


def weigh(facts: MentoringFacts, by: str, at: datetime) -> tuple[Choice[MentoringFacts], ...]:
    """The moves this relation has in this state, each with what still stands in the way."""
    return MENTORING.weigh(facts, by, at)


def due(facts: MentoringFacts, at: datetime) -> tuple[Due, ...]:
    """What has fallen due by that moment, earliest first."""
    return MENTORING.due(facts, at)
