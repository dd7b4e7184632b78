"""Asking afterwards: 60 and 120 days after somebody decided, once each, whether it was the right kind of help.

A need that was answered with help at once is never asked about. Choosing another kind of help begins the days anew.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from alongside.core.needs.deciding import CHOOSABLE
from alongside.core.needs.routes import Route
from alongside.core.verdicts import Refused

MOMENTS: Final = (60, 120)  # days after deciding
ANSWERS: Final = {"yes": "Yes", "partly": "Partly", "no": "No"}
LONGEST_WORDS: Final = 2000


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says afterwards. Everything may be left out; `would_have_been` is a route, or nothing."""

    answer: str = ""
    would_have_been: str = ""
    words: str = ""


def is_asked_about(route: str, chosen_route: str) -> bool:
    """Whether a need is one to ask about afterwards: decided, and not one that called for help at once."""
    return bool(chosen_route) and Route.CRISIS.value not in (route, chosen_route)


def moment_reached(decided_at: datetime, now: datetime) -> int | None:
    """The latest of the moments that has come, in days; None before the first."""
    come = [days for days in MOMENTS if now >= decided_at + timedelta(days=days)]
    return come[-1] if come else None


def days_to_come(decided_at: datetime, now: datetime) -> tuple[date, ...]:
    """The days on which it is still going to be asked."""
    days = (decided_at + timedelta(days=number) for number in MOMENTS)
    return tuple(moment.date() for moment in days if moment > now)


def check_answer(given: Answer) -> Answer | Refused:
    """The answer, tidied: after a yes there is nothing that would have been better."""
    if given.answer and given.answer not in ANSWERS:
        return Refused("Choose yes, partly or no, or leave it out.")
    if given.would_have_been and given.would_have_been not in {route.value for route in CHOOSABLE}:
        return Refused("Choose one of the kinds of help on the page, or leave it out.")
    if len(given.words) > LONGEST_WORDS:
        return Refused("Please say it a little shorter: up to 2,000 characters is plenty.")
    better = "" if given.answer == "yes" else given.would_have_been
    return Answer(given.answer, better, given.words.strip())


def route_found_right(answer: str, chosen_route: str, would_have_been: str) -> str:
    """The kind of help that somebody found right, looking back; empty where they did not say."""
    return chosen_route if answer == "yes" else would_have_been
