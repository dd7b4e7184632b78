"""The ways out of a coaching engagement: any party, at any time, from any active state, no reason owed."""

from alongside.core import events
from alongside.core.relationships.coaching.facts import CoachingFacts
from alongside.core.relationships.coaching.facts import CoachingState as S
from alongside.core.relationships.coaching.states import ANY_ACTIVE
from alongside.core.relationships.lifecycle import Transition

CLIENT, COACH, SPONSOR, MANAGER = "client", "coach", "sponsor", "programme_manager"

Row = Transition[CoachingFacts]

OVER = "This engagement is already over."

AWAY_FROM_ANYWHERE: tuple[Row, ...] = (
    Transition(
        "withdraw",
        ANY_ACTIVE,
        S.WITHDRAWN,
        (CLIENT, COACH, SPONSOR),
        events.CoachingWithdrawn,
        "Withdraw",
        OVER,
    ),
    Transition(
        "refer_out",
        ANY_ACTIVE,
        S.REFERRED_OUT,
        (CLIENT, COACH, MANAGER),
        events.CoachingReferredOut,
        "Other help is better",
        OVER,
    ),
    Transition(
        "close_early",
        ANY_ACTIVE,
        S.CLOSED_EARLY,
        (CLIENT, COACH, SPONSOR),
        events.CoachingClosedEarly,
        "Close early",
        OVER,
    ),
    Transition(
        "terminate",
        ANY_ACTIVE,
        S.TERMINATED,
        (CLIENT, COACH, SPONSOR, MANAGER),
        events.CoachingTerminated,
        "End it",
        OVER,
    ),
)
