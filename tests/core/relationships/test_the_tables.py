"""The two tables are the test. What may lead where is written out here a second time, as a manager would."""

import itertools
from typing import Any

import pytest

from alongside.core.events import EVENTS
from alongside.core.relationships.coaching import COACHING, CoachingState
from alongside.core.relationships.lifecycle import Lifecycle, Moved
from alongside.core.relationships.mentoring import MENTORING, MentoringState
from alongside.core.verdicts import Refused
from tests.core.relationships.cast import NOW, coaching, mentoring

WAYS_OUT = {"withdrawn", "referred_out", "closed_early", "terminated"}

COACHING_GOES_TO = {
    "enquiry": {"triaged"} | WAYS_OUT,
    "triaged": {"matching"} | WAYS_OUT,
    "matching": {"matching", "chemistry"} | WAYS_OUT,
    "chemistry": {"agreement", "matching"} | WAYS_OUT,
    "agreement": {"agreed"} | WAYS_OUT,
    "agreed": {"baseline"} | WAYS_OUT,
    "baseline": {"active"} | WAYS_OUT,
    "active": {"active", "mid_review", "paused", "final_review"} | WAYS_OUT,
    "mid_review": {"active", "matching"} | WAYS_OUT,
    "paused": {"active"} | WAYS_OUT,
    "final_review": {"closed", "extended"} | WAYS_OUT,
    "extended": {"active", "final_review"} | WAYS_OUT,
    "closed": {"follow_up"},
    "follow_up": {"archived"},
    "withdrawn": {"archived"},
    "referred_out": {"archived"},
    "closed_early": {"archived"},
    "terminated": {"archived"},
    "archived": set(),
}

MENTORING_GOES_TO = {
    "requested": {"requested", "accepted", "declined", "waitlisted", "expired"},
    "waitlisted": {"accepted", "declined", "expired"},
    "accepted": {"initiation", "expired"},
    "declined": set(),
    "expired": set(),
    "initiation": {"cultivation", "unwound", "closed"},
    "cultivation": {"separation", "dormant", "unwound"},
    "separation": {"redefinition", "closed"},
    "dormant": {"cultivation", "closed"},
    "redefinition": set(),
    "unwound": set(),
    "closed": set(),
}

KINDS = [
    pytest.param(COACHING, COACHING_GOES_TO, CoachingState, coaching, id="coaching"),
    pytest.param(MENTORING, MENTORING_GOES_TO, MentoringState, mentoring, id="mentoring"),
]


@pytest.mark.parametrize(("lifecycle", "goes_to", "states", "facts"), KINDS)
def test_every_state_leads_exactly_where_the_design_says(
    lifecycle: Lifecycle[Any], goes_to: dict[str, set[str]], states: Any, facts: Any
) -> None:
    found = {key: {t.to for t in lifecycle.transitions if key in t.from_states} for key in goes_to}
    assert found == goes_to
    assert {state.key for state in lifecycle.states} == set(states) == set(goes_to)


@pytest.mark.parametrize(("lifecycle", "goes_to", "states", "facts"), KINDS)
def test_every_state_can_be_reached_from_the_start(
    lifecycle: Lifecycle[Any], goes_to: dict[str, set[str]], states: Any, facts: Any
) -> None:
    assert lifecycle.reachable() == set(goes_to)


def cells() -> list[Any]:
    return [
        pytest.param(lifecycle, make, state.key, transition.name, id=f"{state.key}-{transition.name}")
        for lifecycle, make in ((COACHING, coaching), (MENTORING, mentoring))
        for state, transition in itertools.product(lifecycle.states, lifecycle.transitions)
    ]


@pytest.mark.parametrize(("lifecycle", "make", "state", "name"), cells())
def test_a_move_is_made_from_its_states_and_refused_from_every_other(
    lifecycle: Lifecycle[Any], make: Any, state: str, name: str
) -> None:
    row = lifecycle.transition(name)
    for by in row.by:
        answer = lifecycle.advance(make(state, name), name, by, NOW)
        if state in row.from_states:
            assert answer == Moved(row.to, row.event(make(state).ref, by, NOW))
        else:
            assert answer == Refused(row.refused)


@pytest.mark.parametrize(("lifecycle", "make", "state", "name"), cells())
def test_a_move_is_refused_to_whoever_is_not_named(
    lifecycle: Lifecycle[Any], make: Any, state: str, name: str
) -> None:
    row = lifecycle.transition(name)
    for by in {"client", "coach", "sponsor", "mentee", "mentor", "line_manager", "clock", "none"} - set(
        row.by
    ):
        assert isinstance(lifecycle.advance(make(state, name), name, by, NOW), Refused)


@pytest.mark.parametrize(("lifecycle", "make", "state", "name"), cells())
def test_a_button_is_offered_exactly_when_the_move_would_be_made(
    lifecycle: Lifecycle[Any], make: Any, state: str, name: str
) -> None:
    for by in ("client", "coach", "sponsor", "programme_manager", "mentee", "mentor", "clock"):
        facts = make(state, name)
        buttons = {row.name for row in lifecycle.offered(facts, by, NOW)}
        assert (name in buttons) == isinstance(lifecycle.advance(facts, name, by, NOW), Moved)


@pytest.mark.parametrize(("lifecycle", "make"), [(COACHING, coaching), (MENTORING, mentoring)])
def test_every_row_has_words_a_person_understands(lifecycle: Lifecycle[Any], make: Any) -> None:
    names = [row.name for row in lifecycle.transitions]
    assert len(set(names)) == len(names)
    for row in lifecycle.transitions:
        assert row.refused.endswith(".")
        assert row.refused[0].isupper()
        assert row.words[0].isupper()
        assert "!" not in row.words + row.refused
        assert row.event in EVENTS.values()


def test_an_unknown_move_is_a_bug() -> None:
    with pytest.raises(KeyError):
        COACHING.advance(coaching("active"), "convert_to_mentorship", "client", NOW)


def test_every_timer_that_moves_names_a_move_of_the_clock() -> None:
    for lifecycle in (COACHING, MENTORING):
        for timer in lifecycle.timers:
            assert set(timer.states) <= {state.key for state in lifecycle.states}
            if timer.transition:
                row = lifecycle.transition(timer.transition)
                assert "clock" in row.by
                assert set(timer.states) <= set(row.from_states)
