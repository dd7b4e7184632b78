"""Need against supply: counted once, hidden where few, said in words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.needs.picture import (
    SPANS_DAYS,
    Demand,
    Stay,
    Supply,
    add_up,
    counted_people,
    draw_picture,
)

FIRST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def people(count: int, skill: str = "Giving feedback", kind: str = "coaching") -> tuple[Demand, ...]:
    return tuple(Demand(skill, kind, f"{kind}-{number}") for number in range(count))


def test_a_person_counts_once_for_a_skill_and_a_kind_of_help() -> None:
    picture = draw_picture(people(7) + people(7), (Supply("carla", "coaching", ("Giving feedback",), 2),))
    assert [(row.need, row.places, row.short_by) for row in picture.rows] == [(5, 2, 3)]
    assert picture.sentences == ("At least 5 people need a coach for giving feedback; there is room for 2.",)


def test_fewer_than_five_are_not_shown_and_make_no_row_of_their_own() -> None:
    picture = draw_picture(people(4) + people(9, "Chairing"), ())
    assert [row.skill for row in picture.rows] == ["Chairing"]


def test_without_anything_there_is_nothing_to_say() -> None:
    assert draw_picture((), ()).rows == ()


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["coaching", "mentoring"])), max_size=60))
def test_no_need_below_five_ever_shows(pairs: list[tuple[str, str]]) -> None:
    demand = tuple(Demand(skill, kind, str(number)) for number, (skill, kind) in enumerate(pairs))
    assert all(row.need and row.need % 5 == 0 for row in draw_picture(demand, ()).rows)


def test_a_zero_looks_like_a_four() -> None:
    supply = (Supply("carla", "coaching", ("Giving feedback",), 2),)
    assert draw_picture((), supply) == draw_picture(people(4), supply)


@given(
    st.lists(st.integers(0, 30), max_size=25),
    st.lists(st.integers(0, 24), unique=True, max_size=25),
)
def test_people_come_into_the_count_and_leave_it_five_at_a_time(came: list[int], gone: list[int]) -> None:
    days = [FIRST + timedelta(days=day) for day in came]
    stays = [
        Stay(f"p{at:02}", day, FIRST + timedelta(days=60) if at in gone else None)
        for at, day in enumerate(days)
    ]
    counted = counted_people(stays)
    assert len(counted_people(replace(stay, went_at=None) for stay in stays)) == len(stays) // 5 * 5
    later = counted_people((*stays, Stay("new", FIRST + timedelta(days=90))))
    assert counted <= later
    assert len(counted_people((*stays, Stay("new", FIRST + timedelta(days=90)))) - counted) in {
        0,
        1,
        2,
        3,
        4,
        5,
    }
    if "new" in later:
        assert (len(stays) + 1) % 5 == 0


TODAY = date(2026, 3, 2)


def waiting(*days: int, skill: str = "Chairing") -> tuple[Demand, ...]:
    return tuple(
        Demand(skill, "coaching", f"{skill}{at}", TODAY - timedelta(days=day)) for at, day in enumerate(days)
    )


def test_waiting_is_told_as_a_span_that_half_are_beyond() -> None:
    picture = draw_picture(waiting(2, 3, 40, 50, 300), (), TODAY)
    assert [row.waiting_days for row in picture.rows] == [30]
    assert picture.sentences == (
        "At least 5 people need a coach for chairing; there is no place left; "
        "at least half decided for it more than 30 days ago.",
    )


def test_who_has_just_decided_is_not_said_to_wait() -> None:
    assert [row.waiting_days for row in draw_picture(waiting(1, 2, 3, 4, 90), (), TODAY).rows] == [None]


def test_a_sixth_person_does_not_move_the_waiting_time_of_five() -> None:
    five = draw_picture(waiting(20, 40, 100, 200, 400), (), TODAY)
    assert draw_picture(waiting(20, 40, 100, 200, 400, 1), (), TODAY) == five


@given(st.lists(st.integers(0, 400), max_size=40))
def test_at_least_half_of_those_counted_have_waited_so_long(days: list[int]) -> None:
    for row in draw_picture(waiting(*days), (), TODAY).rows:
        assert row.need and row.need >= 5
        assert row.waiting_days in (None, *SPANS_DAYS)
        counted = sorted(days, reverse=True)[: row.need]
        assert 2 * sum(day > (row.waiting_days or 0) for day in counted) >= row.need or not row.waiting_days


def test_an_organisation_adds_up_what_its_programmes_show_and_nothing_else() -> None:
    supply = (Supply("carla", "coaching", ("Chairing",), 2), Supply("carla", "coaching", ("Chairing",), 1))
    pictures = [
        draw_picture(waiting(40, 40, 40, 40, 40, 40), (), TODAY),
        draw_picture(waiting(20, 20, 20, 20), (), TODAY),
        draw_picture(waiting(*[100] * 11), (), TODAY),
    ]
    (row,) = add_up(pictures, supply).rows
    assert (row.need, row.practitioners, row.places, row.waiting_days) == (15, 1, 3, 30)
