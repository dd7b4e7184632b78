"""When which questionnaire may be answered, and by whom."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.core.outcomes.asking import (
    COACHING,
    KEPT_UNDER,
    MENTORING,
    AskingFacts,
    Window,
    is_asked_of,
    list_open,
    may_show_to_practitioner,
    open_window,
)
from alongside.core.outcomes.instruments import INSTRUMENT, INSTRUMENTS

BEGAN = datetime(2024, 2, 29, 9, tzinfo=UTC)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def coaching(state: str, side: str = "client", **more: object) -> AskingFacts:
    facts = {"began_at": BEGAN, "since_at": NOW - timedelta(days=1), **more}
    return AskingFacts(side, state, **facts)


def mentoring(state: str = "cultivation", side: str = "mentee", **more: object) -> AskingFacts:
    return coaching(state, side, **more)


def keys(facts: AskingFacts, at: datetime = NOW) -> list[tuple[str, str]]:
    return [(instrument.key, window.moment) for instrument, window in list_open(facts, at)]


def test_every_moment_of_every_questionnaire_is_known_and_kept_somewhere() -> None:
    moments = {moment for instrument in INSTRUMENTS for moment in instrument.moments}
    assert moments <= set(KEPT_UNDER)
    assert set(COACHING) == set(MENTORING) == set(KEPT_UNDER)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (coaching("baseline"), [("readiness", "baseline")]),
        (coaching("baseline", sessions_held=1), []),
        (coaching("active", sessions_held=1), []),
        (coaching("active", sessions_held=2), [("alliance", "early")]),
        (coaching("active", sessions_held=4), []),
        (coaching("active", sessions_held=3, mid_review_done=True), []),
        (coaching("mid_review", sessions_held=3), [("alliance", "mid"), ("practitioner_check", "mid")]),
        (
            coaching("final_review"),
            [("alliance", "final"), ("practitioner_check", "final"), ("recommend", "final")],
        ),
        (coaching("follow_up"), [("follow_up", "follow_up")]),
        (coaching("final_review", side="coach"), []),
    ],
)
def test_coaching_asks_at_its_own_moments(facts: AskingFacts, expected: list[tuple[str, str]]) -> None:
    assert keys(facts) == expected


@pytest.mark.parametrize("state", ["closed", "withdrawn", "referred_out", "closed_early", "terminated"])
def test_whoever_ended_early_is_asked_like_everybody_else_for_a_while(state: str) -> None:
    assert ("recommend", "final") in keys(coaching(state))
    assert keys(coaching(state, since_at=NOW - timedelta(days=31))) == []
    assert keys(coaching(state, began_at=None)) == []


def test_a_mentee_is_asked_after_three_months_and_then_once_a_year() -> None:
    assert keys(mentoring(), BEGAN + timedelta(days=60)) == []
    assert keys(mentoring(), BEGAN + timedelta(days=120)) == [("mentor_functions", "three_months")]
    yearly = [
        ("mentor_functions", "yearly"),
        ("practitioner_check", "yearly"),
        ("recommend", "yearly"),
        ("benefits_mentee", "yearly"),
    ]
    assert keys(mentoring()) == yearly
    assert keys(mentoring(side="mentor")) == [("benefits_mentor", "yearly")]


def test_a_year_runs_from_one_anniversary_to_the_next() -> None:
    recommend = INSTRUMENT["recommend"]
    day_before, day = datetime(2026, 2, 27, 9, tzinfo=UTC), datetime(2026, 2, 28, 9, tzinfo=UTC)
    assert open_window(recommend, "yearly", mentoring(), day_before) == Window(
        "yearly", datetime(2025, 2, 28, 9, tzinfo=UTC)
    )
    assert open_window(recommend, "yearly", mentoring(), day) == Window("yearly", day)


def test_one_conversation_and_a_quiet_time_ask_for_nothing() -> None:
    assert keys(mentoring(is_flash=True)) == []
    assert keys(mentoring("dormant")) == []
    assert keys(mentoring(began_at=None)) == []


@pytest.mark.parametrize("state", ["separation", "redefinition", "closed", "unwound"])
def test_a_mentorship_that_ends_is_looked_back_on(state: str) -> None:
    assert ("recommend", "final") in keys(mentoring(state))
    assert ("benefits_mentor", "final") in keys(mentoring(state, side="mentor"))


def test_a_questionnaire_is_for_one_side_only() -> None:
    assert is_asked_of(INSTRUMENT["recommend"], "mentee")
    assert not is_asked_of(INSTRUMENT["recommend"], "mentor")
    assert open_window(INSTRUMENT["alliance"], "mid", coaching("mid_review", side="coach"), NOW) is None
    assert open_window(INSTRUMENT["alliance"], "yearly", coaching("mid_review"), NOW) is None


def test_the_check_of_a_practitioner_is_never_shown_one_by_one() -> None:
    assert not may_show_to_practitioner(INSTRUMENT["practitioner_check"], "client")
    assert may_show_to_practitioner(INSTRUMENT["alliance"], "client")
    assert not may_show_to_practitioner(INSTRUMENT["benefits_mentor"], "mentor")
