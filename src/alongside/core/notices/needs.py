"""Letters about needs. They say neither that there is a need nor what it was about."""

from alongside.core.notices.notice import Notice

NOTICES = (
    Notice(
        "question",
        "A short question for you",
        "There is a short question for you. You may answer it, or leave it.",
        "Sign in to read it",
        "open_question",
    ),
)
