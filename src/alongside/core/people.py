"""Small rules about people: free places, full for now, and what a qualification is worth today."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from alongside.core.verdicts import Refused, Verdict, allow_if

SUPERVISED_WITHIN_DAYS: Final = 92


def places_free(places: int, taken: int) -> int:
    """How many more people this practitioner has room for; never below 0."""
    return max(0, places - taken)


def may_be_asked(places: int, taken: int, full_for_now: bool) -> Verdict:
    """May this practitioner be offered to one more person?"""
    if full_for_now:
        return Refused("This person is full for now.")
    return allow_if(places_free(places, taken) > 0, "This person has no place free.")


class Standing(StrEnum):
    """What may be said about a qualification. A claim is shown as a claim."""

    CLAIMED = "claimed"
    VERIFIED = "verified"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class QualificationFacts:
    """`verified_at` is when somebody other than its holder saw the paper. No expiry means it does not run out."""

    title: str
    awarded_on: date | None = None
    expires_on: date | None = None
    verified_at: datetime | None = None


def assess_qualification(qualification: QualificationFacts, on: date) -> Standing:
    """What this qualification is worth on that day. It still counts on the day it expires."""
    if qualification.expires_on is not None and qualification.expires_on < on:
        return Standing.EXPIRED
    verified = qualification.verified_at is not None and qualification.verified_at.date() <= on
    return Standing.VERIFIED if verified else Standing.CLAIMED


def verified_titles(qualifications: tuple[QualificationFacts, ...], on: date) -> tuple[str, ...]:
    """The titles that may stand in an agreement on that day."""
    return tuple(q.title for q in qualifications if assess_qualification(q, on) == Standing.VERIFIED)


def credentials_are_current(qualifications: tuple[QualificationFacts, ...], on: date) -> bool:
    """At least one qualification is verified and has not expired."""
    return bool(verified_titles(qualifications, on))


def may_verify(verifier: str, holder: str) -> Verdict:
    """May this person verify the qualification of that one? Nobody verifies their own."""
    return allow_if(verifier != holder, "Somebody else has to verify your qualification.")


def supervision_is_current(last_on: date | None, on: date, within_days: int = SUPERVISED_WITHIN_DAYS) -> bool:
    """A coach was in supervision within the last three months (or what the programme asks for)."""
    return last_on is not None and on - last_on <= timedelta(days=within_days)
