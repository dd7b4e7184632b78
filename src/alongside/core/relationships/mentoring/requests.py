"""Reaching out: the mentee asks, up to three mentors at once, and nobody learns why somebody cannot be asked."""

from dataclasses import dataclass
from typing import Final

from alongside.core.relationships.mentoring.facts import USUAL_MENTORING, MentoringRules
from alongside.core.verdicts import Verdict, allow_if, first_refusal

# One sentence for every private reason, so that the sentence gives none of them away.
NOT_JUST_NOW = "This mentor cannot be asked just now."
NO_PLACE = "The last free place with this mentor is taken. Ask for one conversation, or ask somebody else."
ENOUGH_WAITING = (
    "Others were here first, and this mentor answers them before anybody else can ask. "
    "Ask somebody else, or look again in a few days."
)
RANKED_AT_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class ReachingOut:
    """One mentee, one mentor, before there is anything between them."""

    by: str
    same_person: bool = False
    open_requests: int = 0
    already_between_them: bool = False
    not_again: bool = False
    in_reporting_line: bool = False
    mentor_is_open: bool = True
    has_place: bool = True
    requests_waiting: int = 0
    requests_wanted: int | None = (
        None  # how many may wait for this mentor at once; None: the programme's number
    )


def may_reach_out(facts: ReachingOut, rules: MentoringRules = USUAL_MENTORING) -> Verdict:
    """May this mentee ask this mentor now?"""
    most = rules.requests_at_once
    wanted = rules.requests_per_mentor if facts.requests_wanted is None else facts.requests_wanted
    return first_refusal(
        (
            allow_if(facts.by == "mentee", "In mentoring it is the mentee who reaches out."),
            allow_if(not facts.same_person, "You cannot be your own mentor."),
            allow_if(not facts.already_between_them, "You are already in touch with this mentor."),
            allow_if(
                facts.open_requests < most,
                _all_asked(most),
            ),
            allow_if(
                not facts.in_reporting_line,
                "A mentor outside your reporting line leaves you freer to talk.",
            ),
            allow_if(not facts.not_again and facts.mentor_is_open, NOT_JUST_NOW),
            allow_if(facts.has_place, NO_PLACE),
            allow_if(facts.requests_waiting < wanted, ENOUGH_WAITING),
        )
    )


def _all_asked(most: int) -> str:
    if most == 1:
        return "You have asked a mentor already. Wait for the answer, or take your request back."
    return f"You have {most} requests open. Wait for an answer, or take one back."


def may_rank(mentors: tuple[str, ...]) -> Verdict:
    """May these mentors stand in this order on a mentee's list, to be asked one after the other?"""
    return first_refusal(
        (
            allow_if(len(mentors) > 0, "Choose at least one mentor."),
            allow_if(len(mentors) <= RANKED_AT_MOST, f"Choose {RANKED_AT_MOST} mentors at most."),
            allow_if(len(set(mentors)) == len(mentors), "You chose the same mentor twice."),
        )
    )


def next_choice(ranked: tuple[str, ...], refused: frozenset[str], asked: frozenset[str]) -> str | None:
    """After a no: the next mentor of the mentee's own ranking who is neither refused nor asked."""
    return next((mentor for mentor in ranked if mentor not in refused | asked), None)
