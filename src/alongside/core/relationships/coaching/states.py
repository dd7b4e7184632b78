"""The states of a coaching engagement, in the order a good one goes through them."""

from alongside.core.relationships.coaching.facts import CoachingState as S
from alongside.core.relationships.lifecycle import State

STATES = (
    State(S.ENQUIRY, "Asked", "somebody asked, or was referred"),
    State(S.TRIAGED, "Coaching fits", "the route was shown and accepted"),
    State(S.MATCHING, "Choosing a coach", "two or three coaches are offered"),
    State(S.CHEMISTRY, "First talk", "client and coach get to know each other, free of charge"),
    State(S.AGREEMENT, "Agreement in draft", "both want to work together"),
    State(S.AGREED, "Agreed", "everyone signed this version and the limits are acknowledged"),
    State(S.BASELINE, "Where you start", "gap, goals and readiness are written down"),
    State(S.ACTIVE, "Under way", "a session was held"),
    State(S.MID_REVIEW, "Mid-review", "half of the sessions are held"),
    State(S.PAUSED, "On hold", "leave, illness or a formal process"),
    State(S.FINAL_REVIEW, "Final review", "all sessions are held, or the goals are met"),
    State(S.EXTENDED, "Extension in draft", "more sessions are wanted"),
    State(S.CLOSED, "Closed", "both signed off", active=False),
    State(S.FOLLOW_UP, "Follow-up", "three months have passed", active=False),
    State(S.WITHDRAWN, "Withdrawn", "a party withdrew", active=False),
    State(S.REFERRED_OUT, "Other help", "another kind of help is the right one", active=False),
    State(S.CLOSED_EARLY, "Closed early", "it ended before the agreed number of sessions", active=False),
    State(S.TERMINATED, "Ended", "a party or the programme ended it", active=False),
    State(S.ARCHIVED, "Archived", "nothing more is asked", active=False),
)

ANY_ACTIVE = tuple(state.key for state in STATES if state.active)
