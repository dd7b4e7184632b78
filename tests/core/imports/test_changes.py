"""The dry run and the import ask the same function what would change."""

from typing import Any

import pytest

from alongside.core.imports import ReadPerson, ThereAlready, find_changes
from alongside.core.imports.changes import NOT_YOURS_TO_SET, OTHER_MANAGER


def person(**values: Any) -> ReadPerson:
    columns = values.pop("columns", {})
    return ReadPerson(2, "ada@h.example", "Ada Okafor", values, columns)


def there(**more: Any) -> ThereAlready:
    plain: dict[str, Any] = {"name": "Ada Okafor", "has_account": False, "values": {}, "columns": {}}
    return ThereAlready(**plain | {"state": "approved", "places": 2} | more)


def change(read: ReadPerson, before: ThereAlready | None, part: str = "mentor") -> Any:
    found = find_changes([read], {} if before is None else {read.email: before}, part)
    assert not found.problems
    return found.lines[0]


def test_somebody_new_is_enrolled_with_the_usual_places() -> None:
    one = change(person(grade="SEO"), None)
    assert (one.outcome, one.enrols, one.places) == ("new", True, 1)
    assert one.person == {"name": "Ada Okafor", "grade": "SEO"}
    assert change(person(), None, "mentee").places is None


def test_the_same_again_changes_nothing() -> None:
    before = there(values={"grade": "SEO"}, columns={"profession": "Policy"}, skills={"Chairing": 4})
    same = person(grade="SEO", columns={"profession": "Policy"}, skills={"Chairing": 4}, places=2)
    assert change(same, before).outcome == "unchanged"


def test_an_empty_cell_says_nothing() -> None:
    before = there(values={"grade": "SEO", "about": "Words"}, columns={"profession": "Policy"})
    assert change(person(), before).outcome == "unchanged"


def test_somebody_with_an_account_keeps_their_own_words_and_gets_what_they_left_empty() -> None:
    before = there(
        has_account=True,
        name="Ada O.",
        values={"about": "Mine", "languages": [], "time_zone": "Europe/London", "grade": "HEO"},
        skills={"Chairing": 5},
    )
    read = person(
        about="Theirs", languages=["en"], time_zone="UTC", grade="SEO", skills={"Chairing": 1}, places=3
    )
    one = change(read, before)
    assert one.person == {"grade": "SEO", "languages": ["en"]}
    assert (one.skills, one.places) == ({}, 3)


def test_a_time_zone_nobody_chose_may_be_written() -> None:
    before = there(has_account=True, values={"time_zone": "UTC"})
    assert change(person(time_zone="Europe/London"), before).person == {"time_zone": "Europe/London"}


def test_a_need_is_made_once_and_brought_up_to_date() -> None:
    read = person(statement="I want to chair", answer_asked_for="coach")
    wanted = {"statement": "I want to chair", "answers": {"asked_for": "coach"}, "skills_wanted": {}}
    assert change(read, there(), "client").need == wanted
    had = there(has_need=True, **wanted)
    assert change(read, had, "client").outcome == "unchanged"
    kept = there(has_need=True, has_account=True, statement="My own")
    assert change(read, kept, "client").need == {}


@pytest.mark.parametrize(("state", "enrols"), [("", True), ("requested", True), ("invited", False)])
def test_who_is_enrolled(state: str, enrols: bool) -> None:
    assert change(person(), there(state=state), "mentee").enrols is enrols


@pytest.mark.parametrize("state", ["left", "declined"])
def test_nobody_who_left_is_brought_back_by_a_file(state: str) -> None:
    found = find_changes([person()], {"ada@h.example": there(state=state)}, "mentor")
    assert found.lines == ()
    assert (found.problems[0].line, found.problems[0].column) == (2, "")


@pytest.mark.parametrize(
    ("had", "is_elsewhere", "by_administrator", "because"),
    [
        (None, False, False, ""),
        (None, True, False, NOT_YOURS_TO_SET),
        (None, True, True, ""),
        ("boss@h.example", True, False, ""),
        ("other@h.example", False, False, OTHER_MANAGER),
        ("other@h.example", True, True, OTHER_MANAGER),
    ],
)
def test_a_line_manager_who_is_set_stays_and_strangers_set_none(
    had: str | None, is_elsewhere: bool, by_administrator: bool, because: str
) -> None:
    before = there(values={"line_manager": had}, is_elsewhere=is_elsewhere)
    found = find_changes(
        [person(line_manager="boss@h.example")],
        {"ada@h.example": before},
        "mentor",
        by_administrator=by_administrator,
        manager_heading="Boss",
    )
    assert [(one.column, one.because) for one in found.problems] == ([("Boss", because)] if because else [])
