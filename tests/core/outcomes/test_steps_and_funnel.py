"""Figures in whole groups, how far people came, and measures through the gate."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.outcomes.funnel import COACHING_STAGES, Walk, draw_funnel
from alongside.core.outcomes.measures import (
    Once,
    Twice,
    latest_of_each,
    measure_change,
    measure_mean,
    measure_recommend,
    withheld,
)
from alongside.core.outcomes.small_groups import Hidden, K, count_in_steps, whole_groups

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def walk(person: object, furthest: int, day: int = 0) -> Walk:
    """Somebody who reached each stage ten days after the one before, up to `furthest`."""
    reached = (NOW + timedelta(days=day + 10 * place) if place <= furthest else None for place in range(7))
    return Walk(str(person), tuple(reached))


def once(*values: float) -> list[Once]:
    return [Once(str(n), value, NOW + timedelta(days=n)) for n, value in enumerate(values)]


# Steps


@given(st.integers(min_value=0, max_value=500))
def test_a_shown_count_could_be_any_of_five(n: int) -> None:
    shown = count_in_steps(n)
    assert isinstance(shown, Hidden) if n < K else shown == n - n % K


@given(st.lists(st.integers(min_value=0, max_value=60), min_size=7, max_size=7))
def test_nothing_worked_out_from_two_stages_is_narrower_than_five(counts: list[int]) -> None:
    """Whatever two stages show, a difference of none and one of four between their true counts both stay possible."""
    falling = sorted(counts, reverse=True)
    shown = [count_in_steps(n) for n in falling]
    for higher, lower in pairwise(shown):
        if isinstance(higher, Hidden) or isinstance(lower, Hidden):
            continue
        possible = {a - b for a in range(higher, higher + K) for b in range(lower, lower + K) if a >= b}
        assert len(possible) >= K


def test_only_whole_groups_are_taken_the_first_ones_first() -> None:
    assert whole_groups(range(12)) == tuple(range(10))
    assert whole_groups(range(4)) == ()


# The funnel


def test_five_people_at_a_stage_are_shown_and_four_are_not() -> None:
    lines = draw_funnel(COACHING_STAGES, [walk(n, 6 if n < 4 else 2) for n in range(5)])
    assert [line.people for line in lines[:3]] == [5, 5, 5]
    assert all(isinstance(line.people, Hidden) for line in lines[3:])
    assert [line.days for line in lines] == [None, 10, 10, None, None, None, None]


def test_an_empty_stage_looks_like_a_small_one() -> None:
    none = draw_funnel(COACHING_STAGES, [walk(n, 0) for n in range(5)])
    few = draw_funnel(COACHING_STAGES, [walk(n, 1 if n < 4 else 0) for n in range(5)])
    assert none == few


def test_a_person_counts_once_by_what_went_furthest() -> None:
    twice = [walk(n, 1) for n in range(5)] + [walk(n, 3) for n in range(5)]
    lines = draw_funnel(COACHING_STAGES, twice)
    assert [line.people for line in lines[:4]] == [5, 5, 5, 5]


def test_a_later_stage_means_the_earlier_ones_were_reached() -> None:
    gap = [Walk(str(n), (NOW, None, None, NOW + timedelta(days=40), None, None, None)) for n in range(5)]
    lines = draw_funnel(COACHING_STAGES, gap)
    assert [line.people for line in lines[:4]] == [5, 5, 5, 5]
    assert isinstance(lines[2].days, Hidden)


# Measures


@given(st.lists(st.integers(min_value=0, max_value=10), min_size=5, max_size=60))
def test_no_figure_ever_moves_by_fewer_than_five_people(values: list[int]) -> None:
    """Until the next group is whole, one answer more changes not one letter of the line."""
    before = measure_mean("x", once(*values), 100)
    if len(values) % K != K - 1:
        assert measure_mean("x", once(*values, 10), 100) == before


def test_a_mean_of_four_is_hidden_and_of_five_has_its_interval() -> None:
    assert measure_mean("x", once(1, 2, 3, 4), 9).value is None
    result = measure_mean("x", once(1, 2, 3, 4, 5), 12)
    assert (result.asked, result.answered, result.value) == (10, 5, 3)
    assert result.low is not None
    assert round(result.low, 3) == 1.037


def test_answers_that_are_all_alike_are_not_shown() -> None:
    assert measure_mean("x", once(4, 4, 4, 4, 4), 5).hidden is not None
    assert measure_recommend("x", once(*[10] * 10), 10).hidden is not None


def test_a_change_says_both_ends_and_its_interval() -> None:
    pairs = [Twice(str(n), 0.5, 0.1 * n, NOW) for n in range(5)]
    varied = [Twice(str(n), 0.5 + 0.01 * n, 0.1 * n, NOW) for n in range(5)]
    assert measure_change("x", pairs, 5).hidden is not None
    result = measure_change("x", varied, 20)
    assert result.before is not None
    assert (round(result.before, 2), result.after, result.asked) == (0.52, 0.2, 20)
    assert round(result.value or 0, 2) == -0.32


def test_a_recommend_score_needs_ten_people() -> None:
    values = (10, 9, 9, 5, 6, 10, 9, 8, 7, 10)
    assert measure_recommend("x", once(*values[:9]), 9).value is None
    result = measure_recommend("x", once(*values), 15)
    assert result.value == 40
    assert (result.asked, result.answered) == (15, 10)


def test_the_latest_answer_of_each_person_counts() -> None:
    first = [Once(str(n), 1, NOW) for n in range(5)]
    later = [Once(str(n), 2, NOW + timedelta(days=300)) for n in range(5)]
    assert [one.value for one in latest_of_each([*later, *first])] == [2] * 5


def test_a_line_that_is_withheld_keeps_no_figure() -> None:
    line = withheld(measure_mean("x", once(1, 2, 3, 4, 5), 12))
    assert (line.value, line.low, line.people) == (None, None, 0)
