"""The gap, its check value, views that differ, priorities."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.skills import (
    LEVELS,
    Priority,
    Rating,
    RequiredSkill,
    Source,
    ViewKind,
    compare_views,
    current_level,
    find_gaps,
    level_words,
    load_catalogue,
    may_activate,
    may_plan,
    priority_score,
    rank,
    suggested_route,
)
from alongside.core.skills.catalogue import CatalogueError, parse_catalogue
from alongside.core.skills.priorities import may_confirm
from alongside.core.skills.ratings import weighted_median
from alongside.core.verdicts import ALLOWED, Refused


def rated(key: str, required: int, level: int, importance: int) -> RequiredSkill:
    return RequiredSkill(key, required, importance, (Rating(Source.COACH, level),))


CHECK = (rated("a", 4, 2, 3), rated("b", 3, 3, 2), rated("c", 4, 1, 2))


def test_the_gap_index_has_its_published_check_value() -> None:
    profile = find_gaps(CHECK)
    assert profile.index == pytest.approx(12 / 26)
    assert round(profile.index or 0, 4) == 0.4615
    assert [gap.key for gap in profile.gaps] == ["a", "c"]
    assert [gap.gap for gap in profile.skills] == [2, 0, 3]


def test_a_surplus_is_kept_as_a_strength() -> None:
    profile = find_gaps((rated("a", 2, 5, 1), rated("b", 3, 4, 1)))
    assert [(s.key, s.surplus) for s in profile.strengths] == [("a", 3), ("b", 1)]
    assert profile.index == 0


def test_what_nobody_rated_is_no_gap_and_not_in_the_index() -> None:
    profile = find_gaps((*CHECK, RequiredSkill("d", 5, 3)))
    assert profile.unrated == ("d",)
    assert profile.index == pytest.approx(12 / 26)
    assert find_gaps(()).index is None
    assert find_gaps((rated("a", 0, 0, 1),)).index is None


@pytest.mark.parametrize(
    ("pairs", "median"),
    [
        ([], None),
        ([(3, 1)], 3),
        ([(4, 1), (2, 2)], 2),
        ([(1, 1), (3, 1)], 2),
        ([(5, 1), (2, 3), (3, 2)], 2.5),
        ([(0, 1), (2, 2), (2, 2), (5, 3)], 2),
    ],
)
def test_the_weighted_median(pairs: list[tuple[int, int]], median: float | None) -> None:
    assert weighted_median(pairs) == median


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 3)), min_size=1, max_size=12))
def test_the_weighted_median_is_the_median_of_the_written_out_list(pairs: list[tuple[int, int]]) -> None:
    written_out = sorted(value for value, weight in pairs for _ in range(weight))
    middle = len(written_out) // 2
    low = written_out[middle - 1] if len(written_out) % 2 == 0 else written_out[middle]
    assert weighted_median(pairs) == (low + written_out[middle]) / 2


def test_a_newer_rating_of_the_same_person_replaces_the_older() -> None:
    old = Rating(Source.SELF, 1, "ife", date(2026, 1, 5))
    new = Rating(Source.SELF, 4, "ife", date(2026, 3, 5))
    assert current_level((new, old)) == 4
    assert current_level(()) is None


def test_own_and_others_views_that_differ_are_a_reason_to_talk() -> None:
    ratings = (Rating(Source.SELF, 4, "ife"), Rating(Source.COACH, 3, "n"), Rating(Source.OTHERS, 2, "o"))
    view = compare_views(ratings)
    assert view is not None
    assert (view.kind, view.own, view.others) == (ViewKind.BLIND_SPOT, 4, 2.5)
    hidden = compare_views((Rating(Source.SELF, 1), Rating(Source.OTHERS, 3)))
    assert hidden is not None
    assert hidden.kind == ViewKind.HIDDEN_STRENGTH
    assert compare_views((Rating(Source.SELF, 3), Rating(Source.OTHERS, 2))) is None
    assert compare_views((Rating(Source.SELF, 5),)) is None


@pytest.mark.parametrize(
    ("required", "level", "route"),
    [
        (3, 0, "training"),
        (3, 1, "training"),
        (4, 2, "coach"),
        (5, 3, "coach"),
        (5, 4, "mentor"),
        (3, 3, None),
    ],
)
def test_a_gap_suggests_a_kind_of_help(required: int, level: int, route: str | None) -> None:
    gap = find_gaps((rated("a", required, level, 1),)).skills[0]
    assert suggested_route(gap) == route
    assert suggested_route(gap, cause_is_outside=True) == (None if route is None else "manager_hr")


BASE = Priority("a", 2, 3, 2, 1, 2, "nadia", "ife")


def test_the_priority_formula() -> None:
    assert priority_score(BASE) == 6
    with pytest.raises(ValueError, match="1, 2 or 3"):
        priority_score(Priority("a", 2, 3, 2, 1, 0, "nadia"))


def test_ties_go_to_the_choice_of_the_client() -> None:
    first = Priority("a", 2, 3, 2, 1, 2, "nadia")
    chosen = Priority("z", 2, 3, 2, 1, 2, "nadia", client_rank=1)
    higher = Priority("m", 3, 3, 2, 1, 2, "nadia")
    assert [p.key for p in rank((first, chosen, higher))] == ["m", "z", "a"]


def test_at_most_two_skills_are_worked_on_at_once() -> None:
    assert may_activate(BASE, frozenset({"b"})) == ALLOWED
    assert may_activate(BASE, frozenset({"a", "b"})) == ALLOWED
    assert isinstance(may_activate(BASE, frozenset({"b", "c"})), Refused)


def test_an_unconfirmed_priority_gets_no_plan() -> None:
    unconfirmed = Priority("a", 2, 3, 2, 1, 2, "nadia")
    assert isinstance(may_plan(unconfirmed), Refused)
    assert isinstance(may_activate(unconfirmed, frozenset()), Refused)
    assert may_plan(BASE) == ALLOWED


def test_only_the_client_confirms() -> None:
    assert may_confirm(BASE, "ife", "ife") == ALLOWED
    assert isinstance(may_confirm(BASE, "nadia", "ife"), Refused)


def test_the_scale_runs_from_not_yet_seen_to_authority() -> None:
    assert [level.number for level in LEVELS] == [0, 1, 2, 3, 4, 5]
    assert level_words(2) == "does it with help"
    with pytest.raises(ValueError, match="0 to 5"):
        level_words(6)


def test_the_catalogue_that_ships_is_whole() -> None:
    skills = load_catalogue()
    assert len(skills) >= 60
    assert all(skill.description.endswith(".") for skill in skills)
    assert len({skill.category for skill in skills}) <= 10
    assert next(s for s in skills if s.key == "giving-feedback").example(4)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[skill]]\nkey = "a"\nname = "A"', "lacks category, description"),
        (
            '[[skill]]\nkey = "a"\nname = "A"\ncategory = "c"\ndescription = "d"\nseen.9 = "x"',
            "from 0 to 5",
        ),
        ('[[skill]]\nkey = "a"\nname = "A"\ncategory = "c"\ndescription = "d"\n' * 2, "twice"),
    ],
)
def test_a_broken_catalogue_says_where(text: str, words: str) -> None:
    with pytest.raises(CatalogueError, match=words):
        parse_catalogue(text)
