"""The guards and timers of the mentoring table, reaching out, cadence and load."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.relationships.cadence import (
    CadenceRules,
    Pause,
    Standing,
    assess_contact,
    days_without_contact,
    moment_after,
)
from alongside.core.relationships.crossing import Crossing, Kind, may_cross
from alongside.core.relationships.lifecycle import Moved
from alongside.core.relationships.load import may_take_another, mentor_load
from alongside.core.relationships.mentoring import (
    Form,
    MentoringFacts,
    MentoringRules,
    ReachingOut,
    advance,
    due,
    may_rank,
    may_reach_out,
    next_choice,
)
from alongside.core.verdicts import ALLOWED, Refused
from tests.core.relationships.cast import NOW, days_ago, mentoring

SPOILT = [
    ("requested", "accept", "mentor", {"mentor_has_room": False}, "no place free"),
    ("waitlisted", "accept", "mentor", {"mentee_still_asks": False}, "another way"),
    ("requested", "ask_for_time", "mentor", {"asked_for_time": True}, "once"),
    ("requested", "expire", "clock", {"requested_at": days_ago(6.9)}, "still time"),
    ("requested", "expire", "clock", {"requested_at": days_ago(13), "asked_for_time": True}, "still time"),
    ("accepted", "expire", "clock", {"entered_at": days_ago(29)}, "still time"),
    ("waitlisted", "expire", "clock", {"entered_at": days_ago(89)}, "still time"),
    ("accepted", "hold_first_meeting", "mentee", {"first_meeting_held": False}, "not taken place"),
    ("accepted", "hold_first_meeting", "mentee", {"limits_acknowledged_by": frozenset()}, "limits"),
    ("initiation", "deepen", "mentee", {"form": Form.FLASH}, "one conversation"),
    ("initiation", "deepen", "mentee", {"expectations_agreed_by": frozenset({"mentee"})}, "the mentor"),
    ("initiation", "deepen", "mentee", {"direction_shared": False}, "direction"),
    ("initiation", "end_flash", "mentee", {"form": Form.ONE_TO_ONE}, "single conversation"),
    ("cultivation", "go_dormant", "clock", {"last_contact_at": days_ago(120)}, "in touch"),
    ("cultivation", "go_dormant", "clock", {"last_contact_at": None}, "No contact"),
    ("separation", "close", "mentee", {"ending_conversation_offered": False}, "end well"),
    ("separation", "redefine", "mentee", {"redefine_wanted_by": frozenset()}, "other"),
    ("dormant", "lapse", "clock", {"entered_at": days_ago(179)}, "180 days"),
]


@pytest.mark.parametrize(("state", "name", "by", "spoilt", "words"), SPOILT)
def test_a_guard_refuses_with_its_reason(
    state: str, name: str, by: str, spoilt: dict[str, object], words: str
) -> None:
    answer = advance(mentoring(state, name, **spoilt), name, by, NOW)
    assert isinstance(answer, Refused)
    assert words in answer.because


def test_a_mentorship_has_no_place_for_a_sponsor_a_fee_or_a_report() -> None:
    fields = set(MentoringFacts.__dataclass_fields__)
    assert not [f for f in fields if any(w in f for w in ("sponsor", "fee", "report", "invoice", "price"))]


def names_due(state: str, **facts: object) -> set[str]:
    return {item.name for item in due(mentoring(state, **facts), NOW)}


def test_a_request_runs_out_after_seven_days_and_later_if_time_was_asked_for() -> None:
    assert names_due("requested", requested_at=days_ago(7)) == {"expire"}
    assert names_due("requested", requested_at=days_ago(8), asked_for_time=True) == set()
    assert names_due("requested", requested_at=days_ago(14), asked_for_time=True) == {"expire"}


def test_the_first_contact_is_nudged_at_ten_expected_at_fourteen_and_let_go_at_thirty() -> None:
    wait = {"first_meeting_held": False}
    assert names_due("accepted", entered_at=days_ago(9), **wait) == set()
    assert names_due("accepted", entered_at=days_ago(10), **wait) == {"first_contact_nudge"}
    assert "first_contact_target" in names_due("accepted", entered_at=days_ago(14), **wait)
    assert "expire" in names_due("accepted", entered_at=days_ago(30), **wait)


def test_both_are_asked_without_fault_after_two_meetings_and_at_three_months() -> None:
    assert "check_after_meetings" in names_due("initiation", meetings_held=2)
    assert "check_after_meetings" not in names_due("initiation", meetings_held=1)
    assert "check_at_months" in names_due("cultivation", began_at=days_ago(95))
    assert "check_at_months" not in names_due("cultivation", began_at=days_ago(95), checked_at_months=True)


def test_a_flash_conversation_is_never_chased() -> None:
    assert names_due("initiation", form=Form.FLASH) == {"end_flash"}


def test_a_growing_gap_prompts_both_and_nobody_else() -> None:
    found = due(mentoring("cultivation", last_look_back_at=NOW, checked_at_months=True), NOW)
    quiet = [item for item in found if item.name in {"drifting", "at_risk", "go_dormant"}]
    assert [item.name for item in quiet] == ["drifting", "at_risk", "go_dormant"]
    assert {item.tells for item in quiet} == {("mentee", "mentor")}


@pytest.mark.parametrize("timer", ["go_dormant", "expire", "lapse"])
def test_when_a_timer_falls_its_move_is_allowed(timer: str) -> None:
    state = {"go_dormant": "cultivation", "expire": "accepted", "lapse": "dormant"}[timer]
    fallen = next(item for item in due(mentoring(state), NOW) if item.name == timer)
    assert isinstance(advance(mentoring(state), timer, "clock", fallen.due_at), Moved)


@pytest.mark.parametrize(
    ("days", "standing"),
    [
        (52.5, Standing.ON_TRACK),
        (52.6, Standing.DRIFTING),
        (84, Standing.DRIFTING),
        (84.1, Standing.AT_RISK),
        (120, Standing.AT_RISK),
        (120.1, Standing.DORMANT),
    ],
)
def test_contact_stands_by_its_ratio(days: float, standing: Standing) -> None:
    assert assess_contact(days_ago(days), NOW).standing == standing


def test_a_short_interval_is_dormant_after_three_of_them() -> None:
    weekly = CadenceRules(every_days=7)
    assert assess_contact(days_ago(21), NOW, weekly).standing == Standing.AT_RISK
    assert assess_contact(days_ago(21.1), NOW, weekly).standing == Standing.DORMANT


def test_pauses_do_not_count() -> None:
    pauses = (Pause(days_ago(80), days_ago(40)), Pause(days_ago(60), days_ago(30)))
    assert days_without_contact(days_ago(100), NOW, pauses) == pytest.approx(50)
    assert days_without_contact(days_ago(100), NOW, (Pause(days_ago(90)),)) == pytest.approx(10)


def test_an_interval_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="interval"):
        CadenceRules(every_days=0)


SPANS = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 60)).map(
        lambda s: Pause(days_ago(300 - s[0]), days_ago(300 - s[0] - s[1]))
    ),
    max_size=5,
)


@given(pauses=SPANS, days=st.integers(1, 200))
def test_the_moment_after_so_many_days_is_so_many_days_later(pauses: list[Pause], days: int) -> None:
    moment = moment_after(days_ago(300), days, tuple(pauses))
    assert moment is not None
    assert days_without_contact(days_ago(300), moment, tuple(pauses)) == pytest.approx(days)


def test_an_open_pause_stops_the_clock() -> None:
    assert moment_after(days_ago(50), 20, (Pause(days_ago(40)),)) is None
    assert moment_after(days_ago(50), 5, (Pause(days_ago(40)),)) == days_ago(45)


def test_load_is_the_sum_of_the_stages() -> None:
    assert mentor_load(["initiation", "cultivation", "separation", "dormant", "closed", "requested"]) == 2.1
    assert mentor_load([]) == 0


@pytest.mark.parametrize(
    ("states", "allowed"),
    [
        (["initiation"] * 2, True),
        (["initiation"] * 3, False),
        (["cultivation"] * 2 + ["separation"] * 2, True),
        (["accepted"] * 3, False),
    ],
)
def test_a_mentor_takes_another_while_it_stays_below_the_cap(states: list[str], allowed: bool) -> None:
    assert may_take_another(states).allowed is allowed


def test_full_for_now_is_enough() -> None:
    assert may_take_another([], full_for_now=True) == Refused("This mentor is full for now.")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (ReachingOut("mentor"), "mentee who reaches out"),
        (ReachingOut("mentee", same_person=True), "own mentor"),
        (ReachingOut("mentee", open_requests=3), "3 requests"),
        (ReachingOut("mentee", already_between_them=True), "already"),
        (ReachingOut("mentee", in_reporting_line=True), "reporting line"),
    ],
)
def test_reaching_out_is_refused_with_a_reason(facts: ReachingOut, words: str) -> None:
    verdict = may_reach_out(facts, MentoringRules(requests_at_once=3))
    assert isinstance(verdict, Refused)
    assert words in verdict.because


def test_not_again_looks_like_not_open() -> None:
    assert (
        may_reach_out(ReachingOut("mentee", open_requests=2), MentoringRules(requests_at_once=3)) == ALLOWED
    )
    never = may_reach_out(ReachingOut("mentee", not_again=True))
    assert never == may_reach_out(ReachingOut("mentee", mentor_is_open=False))


def test_a_mentor_is_asked_by_as_many_as_they_can_answer() -> None:
    asked = ReachingOut("mentee", requests_waiting=2)
    assert may_reach_out(asked, MentoringRules(requests_per_mentor=3)) == ALLOWED
    full = may_reach_out(asked, MentoringRules(requests_per_mentor=2))
    assert isinstance(full, Refused)
    assert "Others were here first" in full.because
    own = ReachingOut("mentee", requests_waiting=1, requests_wanted=1)
    assert may_reach_out(own, MentoringRules(requests_per_mentor=12)) == full
    place = may_reach_out(ReachingOut("mentee", has_place=False))
    assert isinstance(place, Refused)
    assert "last free place" in place.because


@pytest.mark.parametrize(
    ("mentors", "words"), [((), "at least one"), (("a",) * 2, "twice"), (tuple("abcd"), "3")]
)
def test_up_to_three_different_mentors_stand_on_a_list(mentors: tuple[str, ...], words: str) -> None:
    assert may_rank(("a", "b", "c")) == ALLOWED
    verdict = may_rank(mentors)
    assert isinstance(verdict, Refused)
    assert words in verdict.because


def test_after_a_no_comes_the_next_of_the_own_choices() -> None:
    assert next_choice(("a", "b", "c"), frozenset({"a"}), frozenset({"b"})) == "c"
    assert next_choice(("a",), frozenset({"a"}), frozenset()) is None


CROSSING = Crossing(Kind.MENTORING, Kind.COACHING, True, True, False)


@pytest.mark.parametrize(
    ("crossing", "allowed"),
    [
        (CROSSING, True),
        (Crossing(Kind.COACHING, Kind.COACHING, True, True, False), False),
        (Crossing(Kind.COACHING, Kind.MENTORING, False, True, False), False),
        (Crossing(Kind.COACHING, Kind.MENTORING, True, False, False), False),
        (Crossing(Kind.COACHING, Kind.MENTORING, True, True, True), False),
        (Crossing(Kind.COACHING, Kind.MENTORING, True, True, True, True), True),
        (Crossing(Kind.COACHING, Kind.MENTORING, True, True, False, copies_records=True), False),
    ],
)
def test_crossing_over_begins_something_new(crossing: Crossing, allowed: bool) -> None:
    assert may_cross(crossing).allowed is allowed


def test_quiet_time_is_measured_from_the_last_contact() -> None:
    assert assess_contact(NOW, NOW).days == 0
    assert assess_contact(NOW + timedelta(days=2), NOW).standing == Standing.ON_TRACK
