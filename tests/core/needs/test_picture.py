"""Need against supply: counted once, hidden where few, said in words."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.needs.picture import Demand, Supply, draw_picture


def people(count: int, skill: str = "Giving feedback", kind: str = "coaching") -> tuple[Demand, ...]:
    return tuple(Demand(skill, kind, f"{kind}-{number}") for number in range(count))


def test_a_person_counts_once_for_a_skill_and_a_kind_of_help() -> None:
    picture = draw_picture(people(6) + people(6), (Supply("carla", "coaching", ("Giving feedback",), 2),))
    assert [(row.need, row.places, row.short_by) for row in picture.rows] == [(6, 2, 4)]
    assert picture.sentences == ("6 people need a coach for giving feedback; there is room for 2.",)


def test_fewer_than_five_are_not_shown_and_make_no_row_of_their_own() -> None:
    picture = draw_picture(people(4) + people(9, "Chairing"), ())
    assert [row.skill for row in picture.rows] == ["Chairing"]
    assert picture.hides_some


def test_without_anything_there_is_nothing_to_say() -> None:
    assert draw_picture((), ()).rows == ()


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["coaching", "mentoring"])), max_size=60))
def test_no_need_below_five_ever_shows(pairs: list[tuple[str, str]]) -> None:
    demand = tuple(Demand(skill, kind, str(number)) for number, (skill, kind) in enumerate(pairs))
    assert all(row.need is None or row.need == 0 or row.need >= 5 for row in draw_picture(demand, ()).rows)
