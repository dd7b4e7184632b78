"""The table of the mentorship: every move, grouped as reaching out, walking together, and ending."""

from alongside.core import events
from alongside.core.relationships.lifecycle import CLOCK, Lifecycle, Transition
from alongside.core.relationships.mentoring import guards
from alongside.core.relationships.mentoring.facts import MentoringFacts
from alongside.core.relationships.mentoring.facts import MentoringState as S
from alongside.core.relationships.mentoring.states import STATES
from alongside.core.relationships.mentoring.timers import MENTORING_TIMERS

MENTEE, MENTOR = "mentee", "mentor"

Row = Transition[MentoringFacts]

ANSWERED = "This request has been answered."

REACHING_OUT: tuple[Row, ...] = (
    Transition(
        "accept",
        (S.REQUESTED, S.WAITLISTED),
        S.ACCEPTED,
        (MENTOR,),
        events.MentoringAccepted,
        "Yes, gladly",
        ANSWERED,
        (guards.mentor_has_room, guards.mentee_still_asks),
    ),
    Transition(
        "decline",
        (S.REQUESTED, S.WAITLISTED),
        S.DECLINED,
        (MENTOR,),
        events.MentoringDeclined,
        "Not this time",
        ANSWERED,
    ),
    Transition(
        "waitlist",
        (S.REQUESTED,),
        S.WAITLISTED,
        (MENTOR,),
        events.MentoringWaitlisted,
        "Yes, but later",
        ANSWERED,
    ),
    Transition(
        "ask_for_time",
        (S.REQUESTED,),
        S.REQUESTED,
        (MENTOR,),
        events.MentorAskedForTime,
        "I need more time",
        ANSWERED,
        (guards.no_time_asked_before,),
    ),
    Transition(
        "take_back",
        (S.REQUESTED, S.WAITLISTED, S.ACCEPTED),
        S.EXPIRED,
        (MENTEE,),
        events.MentoringRequestTakenBack,
        "Take the request back",
        "A request can be taken back only until the first meeting.",
    ),
    Transition(
        "step_back",
        (S.ACCEPTED,),
        S.EXPIRED,
        (MENTOR,),
        events.MentorSteppedBack,
        "I cannot after all",
        "A yes can be taken back only until the first meeting.",
    ),
    Transition(
        "expire",
        (S.REQUESTED, S.WAITLISTED, S.ACCEPTED),
        S.EXPIRED,
        (CLOCK,),
        events.MentoringRequestExpired,
        "Let it run out",
        "Only an open request can run out.",
        (guards.answer_time_is_over,),
    ),
    Transition(
        "hold_first_meeting",
        (S.ACCEPTED,),
        S.INITIATION,
        (MENTEE, MENTOR),
        events.FirstMeetingHeld,
        "We have met",
        "A first meeting comes once, after the mentor has said yes.",
        (guards.limits_acknowledged, guards.they_have_met),
    ),
)

WALKING_TOGETHER: tuple[Row, ...] = (
    Transition(
        "deepen",
        (S.INITIATION,),
        S.CULTIVATION,
        (MENTEE, MENTOR),
        events.MentoringDeepened,
        "We have a direction",
        "A direction is found after the first meetings.",
        (guards.is_not_flash, guards.expectations_agreed, guards.direction_is_shared),
    ),
    Transition(
        "go_dormant",
        (S.CULTIVATION,),
        S.DORMANT,
        (CLOCK,),
        events.MentoringWentQuiet,
        "Rest",
        "Only a mentorship under way can go quiet.",
        (guards.contact_is_lost,),
    ),
    Transition(
        "wake",
        (S.DORMANT,),
        S.CULTIVATION,
        (MENTEE,),
        events.MentoringWoken,
        "Get in touch again",
        "This mentorship is not resting.",
    ),
)

ENDING: tuple[Row, ...] = (
    Transition(
        "end_flash",
        (S.INITIATION,),
        S.CLOSED,
        (MENTEE, MENTOR, CLOCK),
        events.FlashConversationEnded,
        "Say thank you",
        "There is no single conversation to end.",
        (guards.is_flash,),
    ),
    Transition(
        "begin_ending",
        (S.CULTIVATION,),
        S.SEPARATION,
        (MENTEE, MENTOR),
        events.MentoringEndingBegun,
        "It is time to look back",
        "An ending belongs to a mentorship under way.",
    ),
    Transition(
        "redefine",
        (S.SEPARATION,),
        S.REDEFINITION,
        (MENTEE, MENTOR),
        events.MentoringRedefined,
        "Go on as colleagues",
        "This is decided when a mentorship comes to its end.",
        (guards.both_want_to_go_on,),
    ),
    Transition(
        "close",
        (S.SEPARATION,),
        S.CLOSED,
        (MENTEE, MENTOR),
        events.MentoringClosed,
        "Close, with thanks",
        "A mentorship is closed after its ending has begun.",
        (guards.ending_was_offered,),
    ),
    Transition(
        "lapse",
        (S.DORMANT,),
        S.CLOSED,
        (CLOCK,),
        events.MentoringLapsed,
        "Close after a long quiet",
        "Only a resting mentorship can lapse.",
        (guards.quiet_long_enough,),
    ),
    Transition(
        "unwind",
        (S.INITIATION, S.CULTIVATION),
        S.UNWOUND,
        (MENTEE, MENTOR),
        events.MentoringUnwound,
        "This is not the right pairing",
        "This can be said while a mentorship is under way.",
    ),
)

MENTORING: Lifecycle[MentoringFacts] = Lifecycle(
    STATES, (*REACHING_OUT, *WALKING_TOGETHER, *ENDING), MENTORING_TIMERS
)
