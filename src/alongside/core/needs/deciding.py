"""What a person may do with a recommendation: keep it, choose otherwise, talk it over, take it back."""

from dataclasses import dataclass
from typing import Any

from alongside.core.needs.evidence import Source
from alongside.core.needs.routes import Route
from alongside.core.needs.triage import Recommendation
from alongside.core.verdicts import ALLOWED, Refused, Verdict

KEPT_UNCLAIMED_DAYS = 7
MOST_SKILLS = 3
# A person may choose any of these for themselves; danger is not chosen, it is helped.
CHOOSABLE = (
    Route.COACH,
    Route.MENTOR,
    Route.BOTH_IN_SEQUENCE,
    Route.TRAINING,
    Route.MANAGER_HR,
    Route.THERAPY_EAP,
)


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the person ticked for the one they want to talk to."""

    statement: bool = False
    answers: bool = False
    route: bool = False


def may_choose(route: str) -> Verdict:
    """The person decides: any kind of help may be chosen, whatever was recommended."""
    if route in {each.value for each in CHOOSABLE}:
        return ALLOWED
    return Refused("Choose one of the kinds of help on the page.")


def may_ask_for(chosen_route: str, kind: str) -> Verdict:
    """Whether a decided need leads on to a coach or a mentor; an undecided one leads nowhere yet."""
    leads_to = {
        "coaching": (Route.COACH.value, Route.BOTH_IN_SEQUENCE.value),
        "mentoring": (Route.MENTOR.value, Route.BOTH_IN_SEQUENCE.value),
    }
    if chosen_route in leads_to[kind]:
        return ALLOWED
    return Refused("Decide first which kind of help you want. You can change it at any time.")


def as_kept(recommendation: Recommendation) -> dict[str, Any]:
    """What is stored of a recommendation: enough to show it again as it was, and to see how it came about."""
    return {
        "reasons": list(recommendation.reasons),
        "would_change": list(recommendation.would_change),
        "then": [route.value for route in recommendation.then],
        "flash": recommendation.flash,
        "reverse": recommendation.reverse,
        "soft_check": recommendation.soft_check,
        "reader_version": recommendation.reader_version,
        "scores": [list(score) for score in recommendation.scores],
        "quotes": sorted(
            {piece.quote for piece in recommendation.evidence if piece.source is Source.STATEMENT}
        ),
    }
