"""What is next in a mentorship, for each of the two."""

from dataclasses import replace
from typing import Any

import pytest

from alongside.core.relationships.mentoring import Desk, Form, MentoringFacts, MentoringState, next_thing
from tests.core.relationships.cast import NOW, days_ago

S = MentoringState
MENTEE, MENTOR = Desk("mentee"), Desk("mentor")
ACCEPTED = MentoringFacts(
    "m1", S.ACCEPTED, days_ago(1), limits_acknowledged_by=frozenset({"mentee", "mentor"})
)
BEGUN = replace(ACCEPTED, state=S.INITIATION, first_meeting_held=True, meetings_held=1, began_at=days_ago(1))
AGREED = replace(BEGUN, expectations_agreed_by=frozenset({"mentee", "mentor"}))
WALKING = replace(
    AGREED, state=S.CULTIVATION, direction_shared=True, began_at=days_ago(20), last_contact_at=days_ago(5)
)
CHECKED: dict[str, Any] = {"checked": True, "checked_late": True, "has_draft": True}


@pytest.mark.parametrize(
    ("facts", "desk", "next_is"),
    [
        (replace(ACCEPTED, limits_acknowledged_by=frozenset()), MENTEE, "read_limits"),
        (ACCEPTED, MENTEE, "book_first"),
        (ACCEPTED, MENTOR, "wait_for_first"),
        (ACCEPTED, replace(MENTEE, planned_ahead=True), "first_ahead"),
        (ACCEPTED, replace(MENTEE, planned_past=True), "say_you_met"),
        (replace(BEGUN, form=Form.FLASH), MENTEE, "say_thank_you"),
        (BEGUN, MENTOR, "write_expectations"),
        (BEGUN, replace(MENTOR, has_draft=True), "say_yes"),
        (replace(AGREED, meetings_held=2), replace(MENTEE, has_draft=True), "check"),
        (AGREED, replace(MENTEE, has_draft=True), "find_direction"),
        (replace(AGREED, direction_shared=True), replace(MENTEE, has_draft=True), "deepen"),
        (WALKING, Desk("mentee", **CHECKED), "ask"),
        (WALKING, Desk("mentor", **CHECKED), "be_there"),
        (WALKING, Desk("mentor", unread=True, **CHECKED), "read_message"),
        (replace(WALKING, last_contact_at=days_ago(60)), Desk("mentee", **CHECKED), "get_in_touch"),
        (
            replace(WALKING, last_contact_at=days_ago(60)),
            Desk("mentee", planned_ahead=True, **CHECKED),
            "next_ahead",
        ),
        (replace(WALKING, began_at=days_ago(190)), Desk("mentor", **CHECKED), "look_back"),
        (
            replace(WALKING, began_at=days_ago(190)),
            Desk("mentor", looked_back_at=days_ago(9), **CHECKED),
            "be_there",
        ),
        (replace(WALKING, window_ends_at=days_ago(1)), Desk("mentee", **CHECKED), "window_over"),
        (replace(WALKING, state=S.SEPARATION), MENTEE, "end_well"),
        (replace(WALKING, state=S.DORMANT), MENTEE, "wake"),
        (replace(WALKING, state=S.DORMANT), MENTOR, "rest"),
    ],
)
def test_the_next_thing(facts: MentoringFacts, desk: Desk, next_is: str) -> None:
    assert next_thing(facts, desk, NOW) == next_is


@pytest.mark.parametrize("state", [S.DECLINED, S.EXPIRED, S.UNWOUND, S.CLOSED])
def test_nothing_is_next_once_it_is_over(state: MentoringState) -> None:
    assert next_thing(replace(WALKING, state=state), MENTEE, NOW) is None
