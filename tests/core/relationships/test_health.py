"""How a coaching engagement is doing, from dates alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from alongside.core.relationships.coaching import CoachingFacts, CoachingState
from alongside.core.relationships.coaching.health import CoachingHealth, Health, assess_health

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)
BASE = CoachingFacts(
    ref="e",
    state=CoachingState.ACTIVE,
    entered_at=NOW - 100 * DAY,
    sessions_agreed=6,
    sessions_held=2,
    work_began_at=NOW - 100 * DAY,
)


def health(**more: object) -> CoachingHealth:
    found = assess_health(replace(BASE, **more), NOW)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("days", "expected"),
    [(41, Health.ON_TRACK), (42, Health.DRIFTING), (69, Health.DRIFTING), (70, Health.AT_RISK)],
)
def test_a_gap_of_one_and_a_half_intervals_is_drifting_and_of_two_and_a_half_at_risk(
    days: int, expected: Health
) -> None:
    found = health(last_session_at=NOW - days * DAY)
    assert found.health == expected
    assert found.because == f"Last session {days} days ago; one every 28 days was agreed."


def test_a_session_in_the_diary_in_time_ends_the_gap() -> None:
    assert health(last_session_at=NOW - 50 * DAY, next_session_at=NOW + 5 * DAY).health == Health.DRIFTING
    assert health(last_session_at=NOW - 40 * DAY, next_session_at=NOW + 1 * DAY).health == Health.ON_TRACK


def test_an_agreement_without_a_session_is_counted_from_when_it_was_made() -> None:
    waiting = {"state": CoachingState.BASELINE, "work_began_at": None, "sessions_held": 0}
    assert health(**waiting, entered_at=NOW - 10 * DAY).health == Health.ON_TRACK
    assert health(**waiting, entered_at=NOW - 50 * DAY).because == "Agreed 50 days ago; no session yet."
    assert health(**waiting, entered_at=NOW - 80 * DAY).health == Health.AT_RISK
    booked = health(**waiting, entered_at=NOW - 80 * DAY, next_session_at=NOW + DAY)
    assert booked.health == Health.ON_TRACK


def test_a_pause_is_no_gap_until_it_is_too_long() -> None:
    paused = {"state": CoachingState.PAUSED, "last_session_at": NOW - 95 * DAY}
    assert health(**paused, paused_at=NOW - 20 * DAY, pause_until=NOW + DAY).health == Health.ON_TRACK
    assert health(**paused, paused_at=NOW - 20 * DAY, pause_until=NOW - DAY).health == Health.DRIFTING
    assert health(**paused, paused_at=NOW - 92 * DAY).health == Health.AT_RISK


def test_an_engagement_past_its_ends_says_so() -> None:
    recent = {"last_session_at": NOW - 5 * DAY}
    assert health(**recent, work_began_at=NOW - 280 * DAY).because == "Was to end within 8 months."
    assert health(**recent, work_began_at=NOW - 380 * DAY).health == Health.AT_RISK


@pytest.mark.parametrize("state", ["enquiry", "matching", "agreement", "closed", "withdrawn", "referred_out"])
def test_before_an_agreement_and_after_the_end_there_is_nothing_to_say(state: str) -> None:
    assert assess_health(replace(BASE, state=CoachingState(state)), NOW) is None
