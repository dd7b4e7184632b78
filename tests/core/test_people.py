from datetime import UTC, date, datetime

import pytest

from alongside.core.people import (
    Accepting,
    QualificationFacts,
    Standing,
    assess_qualification,
    credentials_are_current,
    may_accept,
    may_appoint,
    may_be_asked,
    may_end_appointment,
    may_found,
    may_verify,
    places_free,
    supervision_is_current,
    verified_titles,
)
from alongside.core.verdicts import ALLOWED, Refused

TODAY = date(2026, 3, 2)
SEEN = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize(("places", "taken", "free"), [(3, 1, 2), (3, 3, 0), (2, 4, 0)])
def test_places_free_never_fall_below_none(places: int, taken: int, free: int) -> None:
    assert places_free(places, taken) == free


def test_full_for_now_comes_before_counting() -> None:
    assert may_be_asked(3, 0, full_for_now=True) == Refused("This person is full for now.")
    assert isinstance(may_be_asked(3, 3, full_for_now=False), Refused)
    assert may_be_asked(3, 2, full_for_now=False) == ALLOWED


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        (QualificationFacts("Diploma"), Standing.CLAIMED),
        (QualificationFacts("Diploma", verified_at=SEEN), Standing.VERIFIED),
        (QualificationFacts("Diploma", expires_on=TODAY, verified_at=SEEN), Standing.VERIFIED),
        (QualificationFacts("Diploma", expires_on=date(2026, 3, 1), verified_at=SEEN), Standing.EXPIRED),
        (QualificationFacts("Diploma", expires_on=date(2026, 3, 1)), Standing.EXPIRED),
    ],
)
def test_a_qualification_is_claimed_verified_or_expired(
    facts: QualificationFacts, standing: Standing
) -> None:
    assert assess_qualification(facts, TODAY) == standing


def test_only_verified_titles_go_into_an_agreement() -> None:
    both = (QualificationFacts("Claimed"), QualificationFacts("Seen", verified_at=SEEN))
    assert verified_titles(both, TODAY) == ("Seen",)
    assert credentials_are_current(both, TODAY)
    assert not credentials_are_current(both[:1], TODAY)


def test_nobody_verifies_their_own() -> None:
    assert isinstance(may_verify("nadia", "nadia"), Refused)
    assert may_verify("amara", "nadia") == ALLOWED


def test_supervision_is_current_for_three_months() -> None:
    assert supervision_is_current(date(2025, 12, 1), TODAY)
    assert not supervision_is_current(date(2025, 11, 1), TODAY)
    assert not supervision_is_current(None, TODAY)


@pytest.mark.parametrize("office", ["safeguarding_lead", "reviewer", "supervisor", "assessor"])
def test_nobody_gives_themselves_an_office_that_opens_confidences(office: str) -> None:
    assert may_appoint(office, to_oneself=False, for_a_programme=False).allowed
    assert not may_appoint(office, to_oneself=True, for_a_programme=False).allowed


def test_a_programme_manager_manages_one_programme_and_a_lead_the_whole_organisation() -> None:
    assert may_appoint("programme_manager", to_oneself=True, for_a_programme=True).allowed
    assert not may_appoint("programme_manager", to_oneself=False, for_a_programme=False).allowed
    assert not may_appoint("safeguarding_lead", to_oneself=False, for_a_programme=True).allowed


def test_the_last_administrator_stays() -> None:
    assert not may_end_appointment("org_admin", holders=1).allowed
    assert may_end_appointment("org_admin", holders=2).allowed
    assert may_end_appointment("reviewer", holders=1).allowed


def test_the_wrong_account_learns_only_that_it_is_the_wrong_one() -> None:
    everything_else_wrong = Accepting(
        owns_address=False, place_is_taken=True, is_somebody_else_here=True, is_running=False
    )
    assert may_accept(everything_else_wrong) == may_accept(Accepting(owns_address=False))


def test_an_invitation_is_accepted_once_while_it_runs_by_whoever_owns_the_address() -> None:
    assert may_accept(Accepting(owns_address=True)).allowed
    assert not may_accept(Accepting(owns_address=True, is_running=False)).allowed
    assert not may_accept(Accepting(owns_address=True, place_is_taken=True)).allowed


def test_an_account_founds_only_the_first_organisation() -> None:
    assert may_found(0, has_verified_address=True).allowed
    assert not may_found(1, has_verified_address=True).allowed
    assert not may_found(0, has_verified_address=False).allowed
