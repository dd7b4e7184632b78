"""When somebody is asked afterwards, and what counts as the kind of help they found right."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.core.needs.following_up import (
    Answer,
    check_answer,
    days_to_come,
    is_asked_about,
    moment_reached,
    route_found_right,
)
from alongside.core.verdicts import Refused

DECIDED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "moment"), [(0, None), (59.9, None), (60, 60), (119.9, 60), (120, 120), (900, 120)]
)
def test_the_moment_that_has_come(days: float, moment: int | None) -> None:
    assert moment_reached(DECIDED, DECIDED + timedelta(days=days)) == moment


def test_the_days_to_come() -> None:
    assert days_to_come(DECIDED, DECIDED) == (date(2026, 5, 1), date(2026, 6, 30))
    assert days_to_come(DECIDED, DECIDED + timedelta(days=60)) == (date(2026, 6, 30),)


@pytest.mark.parametrize(
    ("route", "chosen", "asked"),
    [
        ("coach", "mentor", True),
        ("therapy_eap", "coach", True),
        ("crisis", "coach", False),
        ("coach", "", False),
    ],
)
def test_which_needs_are_asked_about(route: str, chosen: str, asked: bool) -> None:
    assert is_asked_about(route, chosen) is asked


@pytest.mark.parametrize(
    ("answer", "instead", "right"),
    [
        ("yes", "", "coach"),
        ("yes", "mentor", "coach"),
        ("partly", "mentor", "mentor"),
        ("no", "", ""),
        ("", "", ""),
    ],
)
def test_the_kind_of_help_found_right(answer: str, instead: str, right: str) -> None:
    assert route_found_right(answer, "coach", instead) == right


def test_after_a_yes_nothing_else_would_have_been_better() -> None:
    assert check_answer(Answer("yes", "mentor", " fine ")) == Answer("yes", "", "fine")


@pytest.mark.parametrize("given", [Answer("perhaps"), Answer("no", "crisis"), Answer(words="a" * 2001)])
def test_what_is_not_on_the_page_is_refused(given: Answer) -> None:
    assert isinstance(check_answer(given), Refused)
