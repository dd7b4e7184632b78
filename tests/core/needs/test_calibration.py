"""Calibration: what was suggested, chosen and right, in whole tens, and nothing of where sensitive routes led."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.needs.calibration import COLUMNS, OTHERWISE, ROWS, Decision, draw_calibration
from alongside.core.needs.routes import SENSITIVE, Route
from alongside.core.outcomes.small_groups import Band, Hidden

START = datetime(2026, 3, 2, tzinfo=UTC)


def decisions(
    count: int, route: str = "coach", chosen: str = "coach", answer: str = "", first: int = 0
) -> list[Decision]:
    return [
        Decision(
            f"{route}-{chosen}-{number}",
            "triage-1",
            route,
            chosen,
            START + timedelta(hours=number),
            answer,
            START + timedelta(days=60, hours=number) if answer else None,
        )
        for number in range(first, first + count)
    ]


def everybody(answer: str = "") -> list[Decision]:
    """A hundred for whom each suggestion was kept, twenty for each other choice."""
    return [
        each
        for route in ROWS
        for chosen in COLUMNS
        for each in decisions(100 if route is chosen else 20, route.value, chosen.value, answer)
    ]


def test_kept_is_told_in_words() -> None:
    drawn = draw_calibration(everybody())
    assert [each.version for each in drawn] == ["triage-1"]
    assert drawn[0].sentences[0] == "A coach: suggested to 160 people, of whom 100 kept it."
    assert drawn[0].afterwards is None


def test_what_was_chosen_instead_is_in_the_table() -> None:
    chosen = draw_calibration(everybody())[0].chosen
    assert chosen is not None
    assert chosen.cells[0] == (100, 20, 20, 20)
    assert not chosen.is_rounded


def test_a_small_cell_is_hidden_and_others_with_it() -> None:
    few = [each for each in everybody() if (each.route, each.chosen) != ("coach", "mentor")]
    protected = draw_calibration([*few, *decisions(3, "coach", "mentor")])[0].chosen
    assert protected is not None
    hidden = [
        (i, j) for i, row in enumerate(protected.cells) for j, n in enumerate(row) if isinstance(n, Hidden)
    ]
    assert (0, 1) in hidden
    assert len(hidden) >= 4


def test_choosing_otherwise_is_one_row_of_what_was_said_afterwards() -> None:
    share = {"yes": 60, "partly": 20, "no": 20}
    everyone = [
        each
        for route in COLUMNS
        for chosen in (route, Route.MENTOR if route is Route.COACH else Route.COACH)
        for place, (answer, count) in enumerate(share.items())
        for each in decisions(count, route.value, chosen.value, answer, first=100 * place)
    ]
    drawn = draw_calibration(everyone)[0]
    assert drawn.afterwards is not None
    assert drawn.afterwards.rows[-1] == OTHERWISE
    assert drawn.afterwards.cells[-1] == (240, 80, 80)
    assert "A coach: of 100 who kept it and answered, 60 say it was right." in drawn.sentences


def test_with_few_people_there_are_shares_and_no_table() -> None:
    drawn = draw_calibration(
        [*decisions(34), *decisions(16, "coach", "mentor"), *decisions(9, "mentor", "mentor")]
    )[0]
    coach, mentor = drawn.shares[:2]
    assert drawn.chosen is drawn.afterwards is None
    assert (coach.route, coach.people) == ("coach", 50)
    assert coach.kept == 68.0
    assert isinstance(mentor.people, Hidden)
    assert isinstance(mentor.kept, Hidden)
    assert isinstance(coach.right, Hidden)


def test_where_all_kept_it_only_a_band_is_told() -> None:
    drawn = draw_calibration(decisions(40, answer="yes"))[0]
    assert [drawn.shares[0].kept, drawn.shares[0].right] == [Band("> 90 %"), Band("> 90 %")]


def test_below_ten_people_not_even_the_version_is_named() -> None:
    assert draw_calibration(decisions(9)) == ()
    assert draw_calibration([]) == ()


def test_one_more_person_moves_nothing_until_there_are_ten_more() -> None:
    drawn = [draw_calibration(decisions(count)) for count in range(40, 50)]
    assert all(each == drawn[0] for each in drawn)
    assert draw_calibration(decisions(50)) != drawn[0]


def test_one_more_answer_moves_nothing_until_there_are_ten_more() -> None:
    quiet = decisions(30, first=10)
    drawn = [draw_calibration([*decisions(10, answer="yes"), *quiet])]
    for answered in range(1, 10):
        more = [*decisions(10 + answered, answer="yes"), *quiet[answered:]]
        drawn.append(draw_calibration(more))
    assert all(each == drawn[0] for each in drawn)


def test_a_person_counts_once() -> None:
    many = [
        Decision("one", "triage-1", "coach", "coach", START + timedelta(hours=number)) for number in range(50)
    ]
    assert draw_calibration(many) == ()


routes = st.sampled_from([route.value for route in Route])
SECRET = {route.value for route in SENSITIVE}


@given(st.lists(st.tuples(routes, routes), max_size=30))
def test_sensitive_routes_change_nothing_that_is_shown(extra: list[tuple[str, str]]) -> None:
    known = [*everybody(), *decisions(20, "mentor", "training", "no", first=500)]
    secret = [
        Decision(f"extra-{number}", "triage-1", route, chosen, START, "no", START)
        for number, (route, chosen) in enumerate(extra)
        if SECRET & {route, chosen}
    ]
    assert draw_calibration([*known, *secret]) == draw_calibration(known)


def test_no_sensitive_route_has_a_row_or_a_column() -> None:
    assert not SENSITIVE & {*ROWS, *COLUMNS}
