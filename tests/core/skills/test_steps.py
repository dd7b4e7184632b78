"""Plans of steps: what makes one, what comes next, and where it is drawn."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.skills.plan_picture import lay_out
from alongside.core.skills.steps import (
    AfterMisses,
    Step,
    StepStatus,
    Support,
    met_rule,
    next_steps,
    passed_share,
    problems_of_plan,
    suggest_after_misses,
    unlocked_by,
)

TODAY = date(2026, 3, 2)


def step(key: str, support: Support, days: int, *needs: str) -> Step:
    return Step(key, f"Say {key} first", "team meeting", support, TODAY + timedelta(days=days), needs)


PLAN = (
    step("watch", Support.MODELLED, 7),
    step("try", Support.GUIDED, 14, "watch"),
    step("write", Support.GUIDED, 14, "watch"),
    step("alone", Support.PROMPTED, 28, "try", "write"),
)


def spoilt(index: int, **changes: object) -> tuple[Step, ...]:
    steps = list(PLAN)
    steps[index] = replace(steps[index], **changes)  # type: ignore[arg-type]  # any field of a step
    return tuple(steps)


def test_a_good_plan_has_no_problems() -> None:
    assert problems_of_plan(PLAN, TODAY) == ()


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (PLAN[:2], "3 to 7 steps"),
        (tuple(step(str(n), Support.MODELLED, 7) for n in range(8)), "3 to 7 steps"),
        ((*PLAN, PLAN[0]), "same key"),
        (spoilt(1, needs=("nothing",)), "not there"),
        (spoilt(0, needs=("alone",)), "circle"),
        (spoilt(3, support=Support.HARDER), "one level at a time"),
        (spoilt(3, due_on=TODAY), "due before"),
        (spoilt(0, situation=" "), "a situation"),
        (spoilt(0, success_count=5), "rule for success"),
        (tuple(replace(s, due_on=s.due_on + timedelta(days=9)) for s in PLAN), "within 14 days"),
    ],
)
def test_a_plan_with_a_problem_says_which(steps: tuple[Step, ...], words: str) -> None:
    assert any(words in problem.because for problem in problems_of_plan(steps, TODAY))


def test_what_can_be_done_now_and_what_it_opens() -> None:
    assert [s.key for s in next_steps(PLAN)] == ["watch"]
    assert unlocked_by(PLAN, "watch") == ("try", "write")
    assert unlocked_by(PLAN, "try") == ()
    later = spoilt(0, status=StepStatus.PASSED)
    assert [s.key for s in next_steps(later)] == ["try", "write"]
    assert passed_share(later) == (1, 4)


def test_a_split_step_no_longer_stands_in_the_way() -> None:
    assert [s.key for s in next_steps(spoilt(0, status=StepStatus.SPLIT))] == ["try", "write"]
    assert passed_share(spoilt(0, status=StepStatus.SPLIT)) == (0, 3)


def test_two_misses_ask_for_a_smaller_step_or_another_goal() -> None:
    assert suggest_after_misses(PLAN[0], PLAN) is None
    stuck = spoilt(0, misses=2)
    assert suggest_after_misses(stuck[0], stuck) == AfterMisses.SPLIT_THE_STEP
    again = spoilt(0, misses=2, from_split=True)
    assert suggest_after_misses(again[0], again) == AfterMisses.REVISIT_THE_GOAL
    two = (replace(PLAN[0], misses=2), replace(PLAN[1], misses=3), *PLAN[2:])
    assert suggest_after_misses(two[0], two) == AfterMisses.REVISIT_THE_GOAL


@pytest.mark.parametrize(
    ("went_well", "met"),
    [
        ((), False),
        ((True, True), False),
        ((True, True, True), True),
        ((False, True, True, True), True),
        ((True, False, True, False, True), False),
        ((True, True, False, True), True),
    ],
)
def test_three_of_the_next_four_occasions(went_well: tuple[bool, ...], met: bool) -> None:
    assert met_rule(PLAN[0], went_well) is met


@st.composite
def plans(draw: st.DrawFn) -> tuple[Step, ...]:
    size = draw(st.integers(3, 7))
    needs = [[str(j) for j in range(i) if draw(st.booleans())] if i else [] for i in range(size)]
    return tuple(step(str(i), Support.GUIDED, i, *needs[i]) for i in range(size))


@given(plans())
def test_every_line_of_the_picture_runs_forward_and_no_two_spots_are_one(steps: tuple[Step, ...]) -> None:
    picture = lay_out(steps)
    layer = {spot.key: spot.layer for spot in picture.spots}
    assert set(layer) == {s.key for s in steps}
    assert all(layer[a] < layer[b] for a, b in picture.lines)
    assert len({(spot.layer, spot.column) for spot in picture.spots}) == len(steps)
    assert all(0 <= spot.column < spot.columns <= picture.columns for spot in picture.spots)
    assert picture.layers == max(layer.values()) + 1


@given(plans())
def test_the_picture_does_not_depend_on_the_order_of_the_steps(steps: tuple[Step, ...]) -> None:
    assert lay_out(steps) == lay_out(tuple(reversed(steps)))


@given(plans())
def test_following_the_next_steps_leads_to_the_end(steps: tuple[Step, ...]) -> None:
    for _ in itertools.repeat(None, len(steps)):
        first = next_steps(steps)[0]
        steps = tuple(replace(s, status=StepStatus.PASSED) if s.key == first.key else s for s in steps)
    assert next_steps(steps) == ()


def test_an_empty_plan_is_an_empty_picture() -> None:
    assert lay_out(()).layers == 0
    assert lay_out(()).spots == ()
