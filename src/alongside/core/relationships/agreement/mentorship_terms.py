"""The light agreement of a mentorship. There is no field for a sponsor, a fee or a report, on purpose."""

from dataclasses import dataclass
from typing import Final

from alongside.core.relationships.agreement.limits import LIMITS_OF_CONFIDENTIALITY

EXPECTATIONS: Final = (
    "The mentee reaches out, brings the questions and decides what to do.",
    "The mentor shares experience, listens, and opens a door where it is right.",
    "Neither of us is the other’s manager in this.",
)
BOUNDARIES: Final = (
    "This is not therapy, and not coaching towards fixed goals.",
    "Either may say that a subject is not for here.",
)


@dataclass(frozen=True, slots=True)
class MentorshipTerms:
    """What mentee and mentor expect of each other. `cadence_days` is a wish, not a duty."""

    mentee: str
    mentor: str
    expectations: tuple[str, ...] = EXPECTATIONS
    boundaries: tuple[str, ...] = BOUNDARIES
    cadence_days: int = 42
    limits: tuple[str, ...] = LIMITS_OF_CONFIDENTIALITY
    ending: str = "Either of us can end this at any time, with thanks and without fault."


def draft_mentorship_terms(mentee: str, mentor: str, cadence_days: int = 42) -> MentorshipTerms:
    """A first draft in the product's words, to be changed by the two."""
    return MentorshipTerms(mentee, mentor, cadence_days=cadence_days)
