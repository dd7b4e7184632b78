"""The states of a mentorship, in the order a good one goes through them."""

from alongside.core.relationships.lifecycle import State
from alongside.core.relationships.mentoring.facts import MentoringState as S

STATES = (
    State(S.REQUESTED, "Asked", "the mentee reached out"),
    State(S.ACCEPTED, "Said yes", "both agree"),
    State(S.DECLINED, "Not this time", "the mentor said no, kindly", active=False),
    State(S.WAITLISTED, "On the mentor’s list", "the mentor would like to, later"),
    State(S.EXPIRED, "Did not come about", "time ran out, or the request was taken back", active=False),
    State(S.INITIATION, "Getting to know each other", "the first meeting was held"),
    State(S.CULTIVATION, "Walking together", "the two share a direction"),
    State(S.SEPARATION, "Coming to an end", "goals reached, a new role, or one of them says so"),
    State(S.REDEFINITION, "Colleagues, friends", "they go on in another way", active=False),
    State(S.DORMANT, "Quiet", "there was no contact for a long while"),
    State(S.UNWOUND, "Ended, no fault", "one of them ended it", active=False),
    State(S.CLOSED, "Closed", "it ended with thanks, or lapsed", active=False),
)
