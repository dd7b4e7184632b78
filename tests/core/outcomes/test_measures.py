"""Attainment, change and the recommend score against their published check values."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.outcomes.attainment import (
    LevelTexts,
    ScoredGoal,
    attainment_score,
    goal_weight,
    may_edit_levels,
    may_freeze,
)
from alongside.core.outcomes.change import (
    GroupChange,
    Reference,
    Reliable,
    ThenTest,
    TimeToSkill,
    before_and_after,
    cronbach_alpha,
    reliable_change,
    t_point,
    then_test,
)
from alongside.core.outcomes.recommend import recommend_score
from alongside.core.outcomes.slots import SLOTS
from alongside.core.verdicts import ALLOWED, Refused


@pytest.mark.parametrize(
    ("weights", "levels", "score"),
    [
        ((6, 2, 3), (1, 0, -1), 53.570),
        ((6, 2, 3), (0, 0, 0), 50.0),
        ((1, 1, 1), (-1, -1, -1), 36.307),
        ((6, 2, 3), (-1, -1, -1), 36.908),
        ((1, 1, 1), (1, 1, 1), 63.693),
        ((1,), (2,), 70.0),
    ],
)
def test_attainment_has_its_check_values(
    weights: tuple[int, ...], levels: tuple[int, ...], score: float
) -> None:
    goals = [ScoredGoal(level, weight) for level, weight in zip(levels, weights, strict=True)]
    assert attainment_score(goals) == pytest.approx(score, abs=0.0005)


@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 9)), min_size=1, max_size=3), st.integers(2, 5))
def test_attainment_does_not_depend_on_the_unit_of_the_weights(
    goals: list[tuple[int, int]], factor: int
) -> None:
    once = attainment_score([ScoredGoal(x, w) for x, w in goals])
    assert attainment_score([ScoredGoal(x, w * factor) for x, w in goals]) == pytest.approx(once)


def test_attainment_without_any_weight_is_not_a_number() -> None:
    assert attainment_score([]) is None
    assert attainment_score([ScoredGoal(1, 0)]) is None
    with pytest.raises(ValueError, match="-2 to 2"):
        attainment_score([ScoredGoal(3)])


def test_the_weight_is_importance_times_difficulty() -> None:
    assert goal_weight(3, 2) == 6
    with pytest.raises(ValueError, match="0 to 3"):
        goal_weight(4, 1)


def test_levels_are_fixed_when_all_five_are_written_and_differ() -> None:
    assert may_freeze(LevelTexts("a", "b", "c", "d", "e")) == ALLOWED
    assert isinstance(may_freeze(LevelTexts("a", "b", " ", "d", "e")), Refused)
    assert isinstance(may_freeze(LevelTexts("a", "b", "c", "d", "A")), Refused)
    assert isinstance(may_edit_levels(frozen=True), Refused)
    assert may_edit_levels(frozen=False) == ALLOWED


def test_reliable_change_has_its_check_value() -> None:
    change = reliable_change(10, 16, Reference(5, 0.85))
    assert change.index == pytest.approx(2.19, abs=0.005)
    assert change.says == Reliable.HIGHER
    assert reliable_change(16, 10, Reference(5, 0.85)).says == Reliable.LOWER
    assert reliable_change(10, 12, Reference(5, 0.85)).says == Reliable.UNCERTAIN


@pytest.mark.parametrize("reference", [None, Reference(0, 0.8), Reference(5, 1.0), Reference(5, -0.1)])
def test_without_a_reference_change_is_not_testable(reference: Reference | None) -> None:
    change = reliable_change(1, 5, reference)
    assert (change.index, change.says) == (None, Reliable.NOT_TESTABLE)


def test_the_then_test_shows_three_figures_side_by_side() -> None:
    assert then_test(before=3, then=2, now=4) == ThenTest(before_to_now=1, then_to_now=2, shift=-1)


def test_before_and_after_keeps_those_who_did_not_answer_in_the_denominator() -> None:
    change = before_and_after([(2, 3), (3, 3), (2, 4), (1, None), (None, 5)], n_asked=9)
    assert (change.n_asked, change.n_answered) == (9, 3)
    assert change.difference == pytest.approx(1)
    # t(2) = 4.303, sd of (1, 0, 2) = 1, √3
    assert change.low == pytest.approx(1 - 4.303 / math.sqrt(3))
    assert change.high == pytest.approx(1 + 4.303 / math.sqrt(3))
    # both spreads are 0.57735
    assert change.d_av == pytest.approx(1 / 0.57735, abs=1e-4)


def test_one_pair_has_no_interval_and_none_has_nothing() -> None:
    one = before_and_after([(2, 3)], 4)
    assert (one.difference, one.low, one.d_av) == (1, None, None)
    assert before_and_after([], 4) == GroupChange(4, 0, None, None, None, None, None, None)
    with pytest.raises(ValueError, match="More people"):
        before_and_after([(1, 2)], 0)


@pytest.mark.parametrize(
    ("degrees", "point"), [(1, 12.706), (30, 2.042), (31, 2.0395), (60, 2.0003), (120, 1.9799)]
)
def test_the_t_points_are_those_of_the_tables(degrees: int, point: float) -> None:
    assert t_point(degrees) == pytest.approx(point, abs=0.0005)


def test_alpha_is_shown_from_thirty_people_on() -> None:
    chance = random.Random(4)
    rows = [[base + chance.random(), base + chance.random()] for base in range(30)]
    alpha = cronbach_alpha(rows)
    assert alpha is not None
    assert alpha > 0.99
    assert cronbach_alpha(rows[:29]) is None
    assert cronbach_alpha([[1, 1]] * 30) is None


def test_time_to_skill_stands_beside_the_own_estimate() -> None:
    assert TimeToSkill(90, 200).days_sooner == 110
    assert TimeToSkill(90, None).days_sooner is None


def test_the_recommend_score_has_its_check_value() -> None:
    score = recommend_score([9] * 10 + [7] * 8 + [3] * 2)
    assert score is not None
    assert score.score == pytest.approx(40)
    assert round(score.margin) == 29
    assert recommend_score([]) is None
    with pytest.raises(ValueError, match="0 to 10"):
        recommend_score([11])


def test_a_slot_scores_only_what_is_complete() -> None:
    who5 = SLOTS[0]
    assert who5.score([3, 4, 2, 5, 1]) == 60
    assert who5.score([3, 4]) is None
    with pytest.raises(ValueError, match="0 to 5"):
        who5.score([6, 0, 0, 0, 0])
