"""Small rules about people: free places, full for now, and what a qualification is worth today."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from alongside.core.verdicts import Refused, Verdict, allow_if, first_refusal

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


# What nobody gives themselves: each of these opens what others said or wrote in confidence.
NEVER_FROM_ONESELF: Final = frozenset({"safeguarding_lead", "reviewer", "supervisor", "assessor"})
OF_ONE_PROGRAMME: Final = frozenset({"programme_manager", "reviewer"})
ALWAYS_OF_A_PROGRAMME: Final = frozenset({"programme_manager"})


def may_appoint(office: str, *, to_oneself: bool, for_a_programme: bool) -> Verdict:
    """May an administrator give this office, for one programme or for the whole organisation?"""
    return first_refusal(
        (
            allow_if(
                not (to_oneself and office in NEVER_FROM_ONESELF),
                "You cannot give yourself this office. Another administrator can.",
            ),
            allow_if(
                for_a_programme or office not in ALWAYS_OF_A_PROGRAMME, "Say which programme it is for."
            ),
            allow_if(
                not for_a_programme or office in OF_ONE_PROGRAMME,
                "This office is for the whole organisation, not for one programme.",
            ),
        )
    )


def may_end_appointment(office: str, holders: int) -> Verdict:
    """May this office be taken from one of its holders? An organisation keeps an administrator."""
    last_admin = office == "org_admin" and holders <= 1
    return allow_if(not last_admin, "This is the only administrator. Appoint another one first.")


@dataclass(frozen=True, slots=True)
class Accepting:
    """An account opens an invitation. `owns_address` means that it has verified the address invited."""

    owns_address: bool
    is_them_already: bool = False
    place_is_taken: bool = False
    is_somebody_else_here: bool = False
    is_running: bool = True


def may_accept(facts: Accepting) -> Verdict:
    """May this account take the invited place? To the wrong account nothing is told but that it is the wrong one."""
    return first_refusal(
        (
            allow_if(
                facts.owns_address,
                "This invitation was sent to another address. Sign out, and sign in with the account that has "
                "that address; or ask for a new invitation to this one.",
            ),
            allow_if(not facts.is_them_already, "You have taken this place already."),
            allow_if(not facts.place_is_taken, "Somebody has taken this place. Ask whoever invited you."),
            allow_if(
                not facts.is_somebody_else_here,
                "Your account is somebody else in this organisation already.",
            ),
            allow_if(
                facts.is_running, "This invitation no longer works. Ask whoever invited you for a new one."
            ),
        )
    )


def may_found(organisations: int, has_verified_address: bool) -> Verdict:
    """May this account make an organisation by itself? Only the first of an install, and only as itself."""
    return first_refusal(
        (
            allow_if(organisations == 0, "There is an organisation here already. Ask it for an invitation."),
            may_join_openly(has_verified_address),
        )
    )


def may_join_openly(has_verified_address: bool) -> Verdict:
    """May this account take a place where anyone may? The address has to be known to be its own."""
    return allow_if(
        has_verified_address, "First show that your address is yours: enter the code we sent to it."
    )
