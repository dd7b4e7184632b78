"""The guards and timers of the coaching table, one fact spoilt at a time."""

from datetime import datetime, timedelta

import pytest

from alongside.core.calendar_days import after_months, after_working_days
from alongside.core.relationships.coaching import GoalFacts, OfferedCoach, advance, due, offered, weigh
from alongside.core.relationships.lifecycle import Moved
from alongside.core.verdicts import Refused
from tests.core.relationships.cast import NOW, coaching, days_ago

FINE = OfferedCoach("tom", conflict=False)

SPOILT = [
    ("enquiry", "accept_route", "client", {"accepted_route": None}, "recommendation"),
    ("enquiry", "accept_route", "client", {"accepted_route": "mentor"}, "not coaching"),
    ("triaged", "offer_coaches", "programme_manager", {"offered": (FINE,)}, "2 to 3"),
    ("triaged", "offer_coaches", "programme_manager", {"offered": (FINE,) * 4}, "2 to 3"),
    (
        "triaged",
        "offer_coaches",
        "programme_manager",
        {"offered": (FINE, OfferedCoach("a", in_reporting_line=True))},
        "reporting line",
    ),
    (
        "triaged",
        "offer_coaches",
        "programme_manager",
        {"offered": (FINE, OfferedCoach("a", conflict=True))},
        "ruled out",
    ),
    (
        "triaged",
        "offer_coaches",
        "programme_manager",
        {"offered": (FINE, OfferedCoach("a", has_place=False))},
        "place",
    ),
    (
        "triaged",
        "offer_coaches",
        "programme_manager",
        {"offered": (FINE, OfferedCoach("a", credentials_current=False))},
        "qualification",
    ),
    (
        "triaged",
        "offer_coaches",
        "programme_manager",
        {"offered": (FINE, OfferedCoach("a", supervision_current=False))},
        "supervision",
    ),
    (
        "matching",
        "renew_offer",
        "programme_manager",
        {"offered": (FINE, OfferedCoach("a", declined=True))},
        "ruled out",
    ),
    ("matching", "choose_coach", "client", {"chemistry_talks": 3}, "3 talks"),
    ("matching", "choose_coach", "client", {"chosen_coach": "somebody"}, "offered"),
    ("matching", "choose_coach", "client", {"offered": (OfferedCoach("nadia"), FINE)}, "not yet said"),
    ("chemistry", "confirm_match", "client", {"chemistry_held": False}, "first talk"),
    ("chemistry", "confirm_match", "client", {"said_yes": frozenset()}, "other"),
    ("agreement", "conclude_agreement", "coach", {"three_way_meeting_held": False}, "three of you"),
    (
        "agreement",
        "conclude_agreement",
        "coach",
        {"signed_this_version": frozenset({"client", "coach"})},
        "the sponsor",
    ),
    (
        "agreement",
        "conclude_agreement",
        "coach",
        {"limits_acknowledged_by": frozenset({"coach"})},
        "by the client",
    ),
    ("baseline", "hold_session", "coach", {"signed_this_version": frozenset({"client"})}, "not yet signed"),
    ("baseline", "hold_session", "coach", {"limits_acknowledged_by": frozenset()}, "limits"),
    ("baseline", "hold_session", "coach", {"gap_rated": False}, "where things are"),
    ("baseline", "hold_session", "coach", {"goals": ()}, "one to 3"),
    ("baseline", "hold_session", "coach", {"goals": (GoalFacts(5, True),) * 4}, "one to 3"),
    ("baseline", "hold_session", "coach", {"goals": (GoalFacts(4, True),)}, "five levels"),
    ("baseline", "hold_session", "coach", {"goals": (GoalFacts(5, False),)}, "confirmed"),
    ("baseline", "hold_session", "coach", {"readiness_asked": False}, "readiness"),
    ("active", "hold_session", "coach", {"sessions_held": 6, "mid_review_done": True}, "All 6"),
    ("active", "hold_session", "coach", {"sessions_held": 3}, "mid-review"),
    ("active", "hold_session", "coach", {"work_began_at": days_ago(366)}, "12 months"),
    ("active", "hold_mid_review", "client", {"sessions_held": 2}, "after session 3"),
    ("active", "hold_mid_review", "client", {"mid_review_done": True}, "has been held"),
    ("active", "pause", "client", {"pause_until": NOW + timedelta(days=91)}, "90 days"),
    ("paused", "resume", "client", {"paused_at": days_ago(91)}, "90 days"),
    ("paused", "lapse_pause", "clock", {"paused_at": days_ago(90)}, "may still"),
    ("active", "hold_final_review", "coach", {"goals_met": False, "sessions_held": 5}, "5 of 6"),
    ("final_review", "extend", "client", {"extensions": 1}, "extended once"),
    ("extended", "conclude_extension", "client", {"sessions_held": 6}, "greater"),
    (
        "extended",
        "conclude_extension",
        "client",
        {"sessions_agreed": 9, "signed_this_version": frozenset({"client"})},
        "not yet signed",
    ),
    ("final_review", "close", "client", {"goals_scored": False}, "level was reached"),
    ("final_review", "close", "client", {"final_questions_asked": False}, "closing questions"),
    ("final_review", "close", "client", {"signed_off_by": frozenset()}, "other"),
    ("closed", "begin_follow_up", "clock", {"closed_at": days_ago(80)}, "3 months"),
    ("follow_up", "archive", "clock", {"closed_at": days_ago(100)}, "6 months"),
]


@pytest.mark.parametrize(("state", "name", "by", "spoilt", "words"), SPOILT)
def test_a_guard_refuses_with_its_reason(
    state: str, name: str, by: str, spoilt: dict[str, object], words: str
) -> None:
    answer = advance(coaching(state, name, **spoilt), name, by, NOW)
    assert isinstance(answer, Refused)
    assert words in answer.because
    assert name not in {row.name for row in offered(coaching(state, name, **spoilt), by, NOW)}


def test_what_stands_in_the_way_can_be_shown_beside_the_button() -> None:
    choices = {c.transition.name: c.verdict for c in weigh(coaching("active", goals_met=False), "coach", NOW)}
    assert choices["hold_session"].allowed
    assert isinstance(choices["hold_final_review"], Refused)


def test_pressing_the_button_counts_as_the_own_yes() -> None:
    one = frozenset({"client"})
    assert isinstance(advance(coaching("chemistry", said_yes=one), "confirm_match", "coach", NOW), Moved)
    assert isinstance(advance(coaching("chemistry", said_yes=one), "confirm_match", "client", NOW), Refused)
    assert isinstance(advance(coaching("final_review", signed_off_by=one), "close", "coach", NOW), Moved)


def test_without_a_sponsor_no_three_way_meeting_and_no_third_signature_is_asked() -> None:
    facts = coaching(
        "agreement",
        has_sponsor=False,
        three_way_meeting_held=False,
        signed_this_version=frozenset({"client", "coach"}),
    )
    assert isinstance(advance(facts, "conclude_agreement", "client", NOW), Moved)


@pytest.mark.parametrize(("sessions", "after"), [(6, 3), (7, 4), (2, 1), (9, 5)])
def test_the_mid_review_comes_at_half_rounded_up(sessions: int, after: int) -> None:
    facts = coaching("active", sessions_agreed=sessions, sessions_held=after)
    assert facts.mid_review_after == after
    assert facts.mid_review_is_due
    assert not coaching("active", sessions_agreed=sessions, sessions_held=after - 1).mid_review_is_due


def test_a_single_session_has_no_middle() -> None:
    assert not coaching("active", sessions_agreed=1, sessions_held=1).mid_review_is_due


def names_due(at: datetime = NOW, **facts: object) -> set[str]:
    state = str(facts.pop("state"))
    return {item.name for item in due(coaching(state, **facts), at)}


def test_an_enquiry_is_acknowledged_within_two_working_days() -> None:
    friday = datetime(2026, 2, 27, 9, 0, tzinfo=NOW.tzinfo)
    tuesday = datetime(2026, 3, 3, 9, 0, tzinfo=NOW.tzinfo)
    assert after_working_days(friday, 2) == tuesday
    assert names_due(tuesday - timedelta(seconds=1), state="enquiry", entered_at=friday) == set()
    assert names_due(tuesday, state="enquiry", entered_at=friday) == {"acknowledge"}
    assert names_due(tuesday, state="enquiry", entered_at=friday, acknowledged_at=friday) == set()


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (6, set()),
        (8, {"book_next"}),
        (42, {"book_next", "gap_nudge"}),
        (70, {"book_next", "gap_nudge", "gap_at_risk"}),
    ],
)
def test_a_growing_gap_is_noticed_at_one_and_a_half_and_two_and_a_half_intervals(
    days: int, expected: set[str]
) -> None:
    assert names_due(state="active", last_session_at=days_ago(days)) == expected


def test_a_booked_session_ends_the_gap_unless_it_is_too_far_off() -> None:
    soon, far = NOW + timedelta(days=3), NOW + timedelta(days=60)
    assert names_due(state="active", last_session_at=days_ago(30), next_session_at=soon) == set()
    assert names_due(state="active", last_session_at=days_ago(50), next_session_at=far) == {"gap_nudge"}


def test_a_pause_reminds_and_then_lapses() -> None:
    at = days_ago(0)
    assert names_due(state="paused", paused_at=days_ago(90)) == set()
    lapsed = [d for d in due(coaching("paused", paused_at=days_ago(91)), at) if d.name == "pause_lapses"]
    assert lapsed[0].transition == "lapse_pause"
    facts = coaching("paused", paused_at=days_ago(91))
    assert isinstance(advance(facts, "lapse_pause", "clock", lapsed[0].due_at), Moved)


def test_the_end_is_expected_at_eight_months_and_stops_at_twelve() -> None:
    began = datetime(2025, 1, 31, 9, 0, tzinfo=NOW.tzinfo)
    booked = {"last_session_at": None, "state": "active", "work_began_at": began}
    assert names_due(after_months(began, 8), **booked) == {"end_target"}
    assert names_due(after_months(began, 12), **booked) == {"end_target", "hard_stop"}


def test_follow_ups_come_after_three_and_six_months() -> None:
    assert names_due(state="closed", closed_at=days_ago(89)) == set()
    assert names_due(state="closed", closed_at=days_ago(92)) == {"first_follow_up"}
    assert names_due(state="follow_up", closed_at=days_ago(185)) == {"second_follow_up"}
    assert names_due(state="follow_up", closed_at=days_ago(220)) == {"second_follow_up", "archive"}


def test_months_end_on_days_that_exist() -> None:
    assert after_months(datetime(2026, 1, 31, tzinfo=NOW.tzinfo), 1).day == 28
    assert after_months(datetime(2026, 12, 15, tzinfo=NOW.tzinfo), 1).year == 2027
