"""Letters about coaching engagements and mentorships. They name nobody and no kind of help."""

from alongside.core.notices.notice import Notice

SIGN_IN = "Sign in to read it"

NOTICES = (
    Notice("message", "You have a message", "You have a message.", SIGN_IN, "today"),
    Notice(
        "request",
        "Somebody asks for your time",
        "Somebody asks for your time. There are a few days to answer, and no is a good answer too.",
        SIGN_IN,
        "today",
    ),
    Notice("answer", "There is an answer for you", "Somebody has answered you.", SIGN_IN, "today"),
    Notice("offer", "There is something to choose", "There is a choice waiting for you.", SIGN_IN, "today"),
    Notice("to_sign", "Something waits for your yes", "A text waits to be signed.", SIGN_IN, "today"),
    Notice("next_step", "One thing is next", "There is one thing to do.", SIGN_IN, "today"),
    Notice(
        "search_news",
        "There is news for you",
        "There is news about something you look for.",
        SIGN_IN,
        "today",
    ),
    Notice(
        "search_to_look",
        "Somebody waits for you to look",
        "Somebody in a programme that you manage waits for you to look.",
        SIGN_IN,
        "today",
    ),
    Notice("meeting", "A date has changed", "A date of yours has changed.", SIGN_IN, "today"),
)
