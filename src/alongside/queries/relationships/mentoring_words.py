"""What the screens say about a mentorship: its state, the next thing, the contact. The rules are in the core."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.core.relationships.cadence import Standing


@dataclass(frozen=True, slots=True)
class NextWords:
    """The one thing to do. `do` may name the other as %(other)s; `page` is an address of the mentorship."""

    do: str | Promise
    text: str | Promise
    button: str | Promise
    page: str
    asks: bool = True  # whether Today shows it: some next things are just good to know

    def do_with(self, other: str) -> str:
        return str(self.do) % {"other": other}

    def text_with(self, other: str) -> str:
        return str(self.text) % {"other": other}


NEXT: Final[dict[str, NextWords]] = {
    "read_limits": NextWords(
        _("Read where confidentiality ends between you and %(other)s"),
        _("Both of you do this once, before you first meet."),
        _("Read it"),
        "mentoring_limits",
    ),
    "say_you_met": NextWords(
        _("Did you and %(other)s meet?"),
        _("A conversation was in your diary. Say whether it took place."),
        _("Say how it went"),
        "mentorship",
    ),
    "first_ahead": NextWords(
        _("Your first conversation with %(other)s is in the diary"),
        _("Think of one question you would like to bring."),
        _("Look at it"),
        "mentorship",
        asks=False,
    ),
    "book_first": NextWords(
        _("Book the first conversation with %(other)s"),
        _("They said yes. Within two weeks is a good time; it is yours to propose one."),
        _("Propose a time"),
        "plan_conversation",
    ),
    "wait_for_first": NextWords(
        _("%(other)s will propose a first time"),
        _("In mentoring the mentee reaches out. There is nothing to do for now."),
        _("Propose a time yourself"),
        "plan_conversation",
        asks=False,
    ),
    "say_thank_you": NextWords(
        _("You had your conversation with %(other)s"),
        _("Nothing more is owed on either side. A thank-you is always good."),
        _("Say thank you"),
        "ending",
    ),
    "read_message": NextWords(
        _("%(other)s wrote to you"), _("It waits for you to read it."), _("Read it"), "mentoring_messages"
    ),
    "write_expectations": NextWords(
        _("Write down what you and %(other)s expect of each other"),
        _("A few sentences, ready to be changed. Both of you say yes to them."),
        _("Begin with a draft"),
        "edit_expectations",
    ),
    "say_yes": NextWords(
        _("What you and %(other)s expect waits for your yes"),
        _("Read it, change it if something is not right, or say yes."),
        _("Read it"),
        "expectations",
    ),
    "check": NextWords(
        _("Are you and %(other)s the right pairing?"),
        _("A short question for each of you. Whatever you say, nobody is at fault."),
        _("Answer for yourself"),
        "pairing_check",
    ),
    "find_direction": NextWords(
        _("Find a direction together with %(other)s"),
        _("One sentence about where this is going is enough. It may change."),
        _("Write it down"),
        "direction",
    ),
    "deepen": NextWords(
        _("You and %(other)s have a direction"),
        _("Once both have said yes to what you expect, you walk together."),
        _("Go on"),
        "direction",
    ),
    "window_over": NextWords(
        _("The programme’s time for you and %(other)s is over"),
        _("You and %(other)s decide: carry on, end well, or look for another mentor."),
        _("Decide"),
        "mentorship",
    ),
    "look_back": NextWords(
        _("Look back and ahead with %(other)s"),
        _("Half a year has gone by. What was it good for, and what comes next?"),
        _("Look back"),
        "look_back",
    ),
    "next_ahead": NextWords(
        _("Your next conversation with %(other)s is in the diary"),
        _("Bring one question. It need not be a big one."),
        _("Look at it"),
        "mentorship",
        asks=False,
    ),
    "get_in_touch": NextWords(
        _("It has been a while since you and %(other)s were in touch"),
        _("That happens. A short message is enough, or agree on a quiet time."),
        _("Write a few words"),
        "mentoring_messages",
    ),
    "ask": NextWords(
        _("Ask %(other)s something"),
        _("There is no schedule to keep. You reach out when there is something on your mind."),
        _("Write a message"),
        "mentoring_messages",
        asks=False,
    ),
    "be_there": NextWords(
        _("Nothing waits for you here"),
        _("%(other)s reaches out when there is something to talk about."),
        _("Write a few words"),
        "mentoring_messages",
        asks=False,
    ),
    "end_well": NextWords(
        _("End well with %(other)s"),
        _("A last conversation, a thank-you, and the choice of what you will be to each other."),
        _("Go to the ending"),
        "ending",
    ),
    "wished": NextWords(
        _("You would like to go on as colleagues"),
        _("It counts once %(other)s has said so, too."),
        _("Look at the ending"),
        "ending",
        asks=False,
    ),
    "wake": NextWords(
        _("Get in touch with %(other)s again"),
        _("It went quiet, and that is all right. One message from you and you walk on."),
        _("Write a message"),
        "mentoring_messages",
        asks=False,
    ),
    "rest": NextWords(
        _("It is quiet between you and %(other)s"),
        _("It stays on your list. They can write to you at any time."),
        _("Write a few words"),
        "mentoring_messages",
        asks=False,
    ),
}

STATES: Final[dict[str, str | Promise]] = {
    "requested": _("Asked"),
    "accepted": _("Said yes"),
    "declined": _("Not this time"),
    "waitlisted": _("On the mentor’s list"),
    "expired": _("Did not come about"),
    "initiation": _("Getting to know each other"),
    "cultivation": _("Walking together"),
    "separation": _("Coming to an end"),
    "redefinition": _("Colleagues now"),
    "dormant": _("Quiet"),
    "unwound": _("Ended, no fault"),
    "closed": _("Closed, with thanks"),
}

# Where the mentor reads it differently.
STATES_FOR_MENTOR: Final[dict[str, str | Promise]] = {
    "requested": _("Asks you"),
    "accepted": _("You said yes"),
    "waitlisted": _("On your list"),
}


def stage_words(state: str, side: str) -> str:
    """The state as this side (mentee or mentor) reads it."""
    words = STATES_FOR_MENTOR.get(state) if side == "mentor" else None
    return str(words or STATES[state])


# How a badge draws the state.
BADGES: Final[dict[str, str]] = {
    "requested": "waiting",
    "waitlisted": "waiting",
    "accepted": "waiting",
    "initiation": "running",
    "cultivation": "running",
    "separation": "running",
    "dormant": "paused",
    "redefinition": "done",
    "closed": "done",
    "declined": "ended",
    "expired": "ended",
    "unwound": "ended",
}

CONTACTS: Final[dict[Standing, str | Promise]] = {
    Standing.ON_TRACK: _("In touch"),
    Standing.DRIFTING: _("A little while ago"),
    Standing.AT_RISK: _("A long while ago"),
    Standing.DORMANT: _("Quiet"),
}

FORMS: Final[dict[str, str | Promise]] = {
    "one_to_one": _("A mentorship"),
    "flash": _("One conversation"),
    "reverse": _("Reverse mentoring"),
    "peer": _("Between peers"),
}

STORY: Final[dict[str, str | Promise]] = {
    "MentoringRequested": _("The mentee asked"),
    "MentorAskedForTime": _("The mentor asked for more time"),
    "MentoringAccepted": _("The mentor said yes"),
    "MentoringDeclined": _("Not this time"),
    "MentoringWaitlisted": _("Put on the mentor’s list"),
    "MentoringRequestTakenBack": _("The request was taken back"),
    "MentorSteppedBack": _("The mentor could not after all"),
    "MentoringRequestExpired": _("It did not come about"),
    "FirstMeetingHeld": _("You first met"),
    "MentoringDeepened": _("You found a direction"),
    "MentoringWentQuiet": _("It went quiet"),
    "MentoringWoken": _("In touch again"),
    "FlashConversationEnded": _("One conversation, with thanks"),
    "MentoringEndingBegun": _("The ending began"),
    "MentoringRedefined": _("Colleagues from here on"),
    "MentoringClosed": _("Closed, with thanks"),
    "MentoringLapsed": _("Closed after a long quiet"),
    "MentoringUnwound": _("Ended, no fault"),
    "EndingConversationOffered": _("A last conversation was offered"),
    "WindowCarriedOn": _("You carried on past the programme’s time"),
}
