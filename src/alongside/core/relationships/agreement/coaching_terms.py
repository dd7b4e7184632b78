"""The terms of a coaching agreement. With a sponsor it is three-party; the client stays the primary client."""

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from alongside.core.relationships.agreement.limits import LIMITS_OF_CONFIDENTIALITY
from alongside.core.relationships.coaching.facts import USUAL_COACHING, CoachingRules
from alongside.core.verdicts import Verdict, allow_if, first_refusal

WHAT_COACHING_IS: Final = (
    "A fixed number of sessions about skills and outcomes that you choose.",
    "The coach asks, listens, shows what they notice and helps you break a goal into steps.",
    "You decide what to work on, you practise between sessions, and the results are yours.",
)

WHAT_COACHING_IS_NOT: Final = (
    "It is not therapy or counselling. If that is the better help, the coach says so and you look for it together.",
    "It is not advice from somebody who had your job, and not a route to introductions. A mentor does that.",
    "It is not an assessment of you. Nothing said here is used in pay, promotion or discipline.",
)

# The keys are those of the confidentiality policy; a test keeps the two lists together.
INFORMATION_FLOW: Final = MappingProxyType(
    {
        "existence": "The sponsor sees that the coaching takes place, who takes part, and its state.",
        "attendance": "The sponsor sees how many sessions were held and missed, not when.",
        "ratings": "The sponsor sees a skill rating, once the client has released it.",
        "attainment": "The sponsor sees how far a goal was reached, once the client has released it.",
        "review": "The sponsor takes part in the reviews, in the part meant for all three.",
        "line_manager_existence": "The line manager sees that the coaching takes place, and its state.",
        "line_manager_agreement": "The line manager reads the part of this agreement made by all three.",
        "line_manager_goals": "The line manager sees the goals shared by all three.",
    }
)
BY_DEFAULT: Final = ("existence", "attendance")


@dataclass(frozen=True, slots=True)
class Party:
    """A signing party. `qualifications` are verified ones only; nothing claimed goes into an agreement."""

    capacity: str
    name: str
    qualifications: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoachingTerms:
    """Everything that is signed. Minutes, days, months and hours as the names say; `fee` in words."""

    parties: tuple[Party, ...]
    sessions: int
    minutes: int
    interval_days_from: int
    interval_days_to: int
    end_by_month: int
    what_coaching_is: tuple[str, ...] = WHAT_COACHING_IS
    what_coaching_is_not: tuple[str, ...] = WHAT_COACHING_IS_NOT
    outcomes: tuple[str, ...] = ()
    format: str = "By video or in person, as the two of you agree for each session."
    who_pays: str = "Nobody pays for these sessions."
    fee: str = ""
    information_flow: tuple[str, ...] = ()
    limits: tuple[str, ...] = LIMITS_OF_CONFIDENTIALITY
    cancellation_hours: int = 24
    cancellation: str = "A session can be moved without giving a reason."
    records: str = (
        "The coach’s own notes are the coach’s. What you write together belongs to both of you. Notes are "
        "deleted twelve months after the end; the shared plan when you say so."
    )
    ending: str = "Either of you can end this at any time. A reason is welcome and never required."

    @property
    def has_sponsor(self) -> bool:
        return any(party.capacity == "sponsor" for party in self.parties)

    def flow_in_words(self) -> tuple[str, ...]:
        """What passes to others, as sentences; one sentence when nothing does."""
        if not self.information_flow:
            return ("Nothing passes to anybody else.",)
        return tuple(INFORMATION_FLOW[key] for key in self.information_flow)


def draft_coaching_terms(
    parties: tuple[Party, ...],
    outcomes: tuple[str, ...] = (),
    rules: CoachingRules = USUAL_COACHING,
) -> CoachingTerms:
    """A first draft with the programme's settings; with a sponsor it starts with the least that may pass."""
    draft = CoachingTerms(
        parties=parties,
        sessions=rules.sessions,
        minutes=rules.minutes_from,
        interval_days_from=rules.interval_days_from,
        interval_days_to=rules.interval_days_to,
        end_by_month=rules.end_by_month,
        outcomes=outcomes,
    )
    if not draft.has_sponsor:
        return draft
    return replace(draft, information_flow=BY_DEFAULT, who_pays="The sponsor pays for these sessions.")


def may_carry(terms: CoachingTerms, self_referred: bool) -> Verdict:
    """Are these terms such that they may be put before people to sign?"""
    flow = set(terms.information_flow)
    to_manager = {key for key in flow if key.startswith("line_manager_")}
    capacities = [party.capacity for party in terms.parties]
    return first_refusal(
        (
            allow_if(
                sorted(capacities) in (["client", "coach"], ["client", "coach", "sponsor"]),
                "An agreement is between one client and one coach, and one sponsor at most.",
            ),
            allow_if(flow <= set(INFORMATION_FLOW), "A clause about passing things on is not known here."),
            allow_if(
                terms.has_sponsor or not flow - to_manager,
                "Without a sponsor there is nobody for these clauses to pass things on to.",
            ),
            allow_if(
                not (self_referred and to_manager),
                "You came by yourself, so nothing passes to your line manager.",
            ),
            allow_if(
                terms.sessions >= 1 and terms.minutes >= 1, "Say how many sessions there are, and how long."
            ),
            allow_if(
                0 < terms.interval_days_from <= terms.interval_days_to,
                "The days between two sessions need a shortest and a longest.",
            ),
            allow_if(bool(terms.limits), "The limits of confidentiality cannot be left out."),
            allow_if(bool(terms.ending.strip()), "Say how anybody can end it."),
        )
    )
