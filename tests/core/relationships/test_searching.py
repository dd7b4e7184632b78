"""When a person looks, who, and by when."""

from datetime import timedelta

import pytest

from alongside.core.relationships.searching import (
    Because,
    CoachSearch,
    Keeper,
    MentorSearch,
    choose_owner,
    look_by,
    why_coach_search_is_stuck,
    why_mentor_search_is_stuck,
)
from tests.core.relationships.cast import NOW


@pytest.mark.parametrize(
    ("search", "because"),
    [
        (MentorSearch(), None),
        (MentorSearch(tries=2), None),
        (MentorSearch(tries=3), Because.TRIES),
        (MentorSearch(tries=3, open_requests=1), None),
        (MentorSearch(tries=3, has_mentor=True), None),
        (MentorSearch(tries=3, has_list=True, choices_left=1), None),
        (MentorSearch(has_list=True), Because.LIST_USED_UP),
    ],
)
def test_a_mentee_goes_on_as_long_as_they_can(search: MentorSearch, because: Because | None) -> None:
    assert why_mentor_search_is_stuck(search) == because


@pytest.mark.parametrize(
    ("search", "because"),
    [
        (CoachSearch(on_offer=2), None),
        (CoachSearch(), Because.NOBODY_ON_OFFER),
        (CoachSearch(on_offer=1, talks=3), Because.TALKS_USED),
        (CoachSearch(on_offer=2, silent_since=NOW - timedelta(days=6)), None),
        (CoachSearch(on_offer=2, silent_since=NOW - timedelta(days=7)), Because.COACHES_SILENT),
    ],
)
def test_a_client_chooses_as_long_as_there_is_somebody(search: CoachSearch, because: Because | None) -> None:
    assert why_coach_search_is_stuck(search, NOW) == because


def test_who_has_the_fewest_looks_and_never_at_their_own() -> None:
    keepers = (Keeper("amara", 2), Keeper("rana", 1), Keeper("sol", 1))
    assert choose_owner(keepers, "ben") == "rana"
    assert choose_owner(keepers, "rana") == "sol"
    assert choose_owner((Keeper("amara", 0),), "amara") is None
    assert choose_owner((), "ben") is None


def test_it_is_looked_at_within_three_working_days() -> None:
    assert look_by(NOW) - NOW >= timedelta(days=3)
