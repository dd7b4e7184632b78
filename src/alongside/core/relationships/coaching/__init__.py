"""The coaching engagement: a fixed number of sessions, an agreement first, goals with levels, an honest end.

The table is `COACHING`. Read it from top to bottom: it is what the product allows, and what the tests check.
"""

from datetime import datetime

from alongside.core.relationships.coaching.facts import (
    CoachingFacts,
    CoachingRules,
    CoachingState,
    GoalFacts,
    OfferedCoach,
)
from alongside.core.relationships.coaching.guards import assess_coach
from alongside.core.relationships.coaching.table import COACHING
from alongside.core.relationships.lifecycle import Choice, Due, Moved, Transition
from alongside.core.verdicts import Refused

__all__ = [
    "COACHING",
    "CoachingFacts",
    "CoachingRules",
    "CoachingState",
    "GoalFacts",
    "OfferedCoach",
    "advance",
    "assess_coach",
    "due",
    "offered",
    "weigh",
]


def advance(facts: CoachingFacts, name: str, by: str, at: datetime) -> Moved | Refused:
    """Where the named move leads from here, or a sentence saying why not. Unknown names raise KeyError."""
    return COACHING.advance(facts, name, by, at)


def offered(facts: CoachingFacts, by: str, at: datetime) -> tuple[Transition[CoachingFacts], ...]:
    """The moves this relation may make now, in the order of the table."""
    return COACHING.offered(facts, by, at)


def weigh(facts: CoachingFacts, by: str, at: datetime) -> tuple[Choice[CoachingFacts], ...]:
    """The moves this relation has in this state, each with what still stands in the way."""
    return COACHING.weigh(facts, by, at)


def due(facts: CoachingFacts, at: datetime) -> tuple[Due, ...]:
    """What has fallen due by that moment, earliest first."""
    return COACHING.due(facts, at)
