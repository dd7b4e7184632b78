"""Letters about taking part in a programme."""

from alongside.core.notices.notice import Notice

NOTICES = (
    Notice(
        "enrolment_decided",
        "There is an answer for you",
        "Your request to join a programme has an answer.",
        "Sign in to read it",
        "today",
    ),
    Notice(
        "place_kept",
        "A place is kept for you",
        "A place in a programme is kept for you. You decide whether you take it.",
        "Sign in to answer",
        "open_programmes",
    ),
    Notice(
        "enrolment_requested",
        "Somebody asks to join",
        "Somebody asks to join a programme that you manage.",
        "Sign in to answer",
        "today",
    ),
)
