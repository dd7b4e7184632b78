"""A table and a mapping become people, and every problem says line, column and reason, never the value."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.imports import (
    FIELD,
    Known,
    Problem,
    Table,
    TableRow,
    find_mapping_problems,
    guess_mapping,
    name_columns,
    read_people,
)
from alongside.core.imports.cells import read_cell
from alongside.core.verdicts import Refused

KNOWN = Known(
    {"chairing": "Chairing", "giving feedback": "Giving feedback"},
    frozenset({"boss@harbour.example"}),
    frozenset({"Europe/London", "America/New_York"}),
)
HEADER = ("Name", "Mail", "Extra")
MAPPING = {"Name": "name", "Mail": "email"}


def table_of(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> Table:
    return Table(header, tuple(TableRow(line, cells) for line, cells in enumerate(rows, 2)))


def read_one(target: str, cell: str) -> object:
    """What one cell becomes under a target, or the reason it does not."""
    table = table_of(("Ada", "ada@harbour.example", cell))
    reading = read_people(table, MAPPING | {"Extra": target}, KNOWN)
    if reading.problems:
        assert [(one.line, one.column) for one in reading.problems] == [(2, "Extra")]
        return reading.problems[0].because
    person = reading.people[0]
    return person.values.get(target) or person.columns.get(target.removeprefix("own:"))


@pytest.mark.parametrize(
    ("target", "cell", "wanted"),
    [
        ("languages", "English, German and Polish", ["en", "de", "pl"]),
        ("languages", "en;fr;EN", ["en", "fr"]),
        ("languages", "English, Klingon", "Language 2 of 2 is not known. Try its English name."),
        ("time_zone", "europe/london", "Europe/London"),
        ("time_zone", "America/New York", "America/New_York"),
        ("time_zone", "London", "This is not the name of a time zone, such as Europe/London."),
        ("formats", "In person or online", ["remote", "in_person"]),
        ("formats", "Both", ["remote", "in_person"]),
        ("formats", "face-to-face", ["in_person"]),
        ("formats", "by pigeon", "Say online, in person, or both."),
        ("places", "3", 3),
        ("places", "3.0", 3),
        ("places", "13", "This is not a whole number from 0 to 12."),
        ("places", "-1", "This is not a whole number from 0 to 12."),
        ("places", "²", "This is not a whole number from 0 to 12."),
        ("places", "9" * 200, "This is longer than 120 letters."),
        ("skills", "Chairing 4; giving  feedback", {"Chairing": 4, "Giving feedback": 3}),
        ("skills", "Chairing: 5, Giving feedback (2)", {"Chairing": 5, "Giving feedback": 2}),
        ("skills", "Chairing 4; Juggling 2", "Skill 2 of 2 is not in your catalogue of skills."),
        ("skills", "Chairing 9", "The skill has a level that is not from 0 to 5."),
        ("line_manager", "BOSS@harbour.example", "boss@harbour.example"),
        ("line_manager", "nobody@harbour.example", "Nobody with this address is here or in this file."),
        ("line_manager", "Boss", "This is not an e-mail address."),
        ("line_manager", "ada@harbour.example", "Nobody is their own line manager."),
        ("answer_asked_for", "A mentor", "mentor"),
        ("answer_asked_for", "coach", "coach"),
        ("answer_asked_for", "wizard", "This is not one of the answers to this question."),
        ("answer_safe_now", "Yes, I am safe", "yes"),
        ("answer_tried", "none", ["none"]),
        ("about", "Two\r\nlines\x07", "Two\nlines"),
        ("about", "x" * 4001, "This is longer than 4,000 letters."),
        ("grade", "  Grade   7 ", "Grade 7"),
        ("own:profession", " Data  and  Digital ", "Data and Digital"),
        ("own:profession", "x" * 501, "This is longer than 500 letters."),
    ],
)
def test_a_cell_is_read_or_refused_with_a_reason(target: str, cell: str, wanted: object) -> None:
    assert read_one(target, cell) == wanted


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ([("Ada", "")], [(2, "Mail", "The e-mail address is missing.")]),
        ([("", "ada@harbour.example")], [(2, "Name", "The name is missing.")]),
        ([("Ada", "ada at harbour")], [(2, "Mail", "This is not an e-mail address.")]),
        ([("x" * 121, "ada@harbour.example")], [(2, "Name", "This is longer than 120 letters.")]),
        (
            [("", "nonsense")],
            [(2, "Mail", "This is not an e-mail address."), (2, "Name", "The name is missing.")],
        ),
        (
            [("Ada", "ada@h.example"), ("Bo", "bo@h.example"), ("Ada again", "ADA@h.example")],
            [(4, "Mail", "The same address stands in line 2 already.")],
        ),
        (
            [("Ada", "ada@h.example", "", "too", "many")],
            [(2, "", "This line has 5 values; the table has 3 columns.")],
        ),
    ],
)
def test_a_bad_line_says_line_column_and_reason(
    rows: list[tuple[str, ...]], problems: list[tuple[int, str, str]]
) -> None:
    reading = read_people(table_of(*rows), MAPPING, KNOWN)
    assert reading.problems == tuple(Problem(*one) for one in problems)
    assert {person.line for person in reading.people}.isdisjoint({line for line, _, _ in problems})


def test_first_and_last_name_make_a_name_and_short_rows_are_fine() -> None:
    header = ("Mail", "First", "Last", "Grade")
    mapping = {"Mail": "email", "First": "first_name", "Last": "last_name", "Grade": "grade"}
    reading = read_people(table_of(("ada@h.example", "Ada", "Okafor"), header=header), mapping, KNOWN)
    assert [(one.name, one.email, dict(one.values)) for one in reading.people] == [
        ("Ada Okafor", "ada@h.example", {})
    ]


def test_leaving_out_a_manager_leaves_out_those_who_report_to_them() -> None:
    rows = (
        ("Ada", "ada@h.example", "bo@h.example"),
        ("Bo", "bo@h.example", "cy@h.example"),
        ("Cy", "cy@h.example", "nobody@h.example"),
        ("Di", "di@h.example", "boss@harbour.example"),
    )
    reading = read_people(table_of(*rows), MAPPING | {"Extra": "line_manager"}, KNOWN)
    assert [one.name for one in reading.people] == ["Di"]
    assert [one.line for one in reading.problems] == [2, 3, 4]


# A sign that none of our sentences has, so that a cell is told from the words of a reason.
CELLS = st.text(max_size=30).map(lambda text: f"{text}¤" if len(text) > 3 else text)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=8))
def test_any_cells_give_people_or_problems_and_no_failure(rows: list[list[str]]) -> None:
    table = table_of(*(tuple(row) for row in rows))
    reading = read_people(table, MAPPING | {"Extra": "languages"}, KNOWN)
    lines = [row.line for row in table.rows]
    told = {one.line for one in reading.people} | {one.line for one in reading.problems}
    assert told == set(lines)
    assert len({one.email for one in reading.people}) == len(reading.people)
    for problem in reading.problems:
        values = [
            cell for row in table.rows if row.line == problem.line for cell in row.cells if len(cell) > 3
        ]
        assert not any(value in problem.because for value in values)


def test_headings_are_guessed_and_what_was_chosen_before_comes_first() -> None:
    header = ("E-Mail_Address", "Forename", "Surname", "Profession", "Date of birth", "Skills")
    assert guess_mapping(header, "mentor") == {
        "E-Mail_Address": "email",
        "Forename": "first_name",
        "Surname": "last_name",
        "Profession": "own:Profession",
        "Date of birth": "",
        "Skills": "skills",
    }
    before = {"profession": "function", "Skills": ""}
    again = guess_mapping(header, "mentee", before)
    assert (again["Profession"], again["Skills"]) == ("function", "")
    assert guess_mapping(("Skills",), "mentee") == {"Skills": "skills_wanted"}


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({"Name": "name"}, "Say which column holds the e-mail address."),
        ({"Mail": "email"}, "Say which column holds the name."),
        (MAPPING | {"Extra": "email"}, "Two columns become “E-mail address”. Keep one of them."),
        (MAPPING | {"Extra": "first_name"}, "Use either the whole name, or first and last name."),
        (MAPPING | {"Extra": "own:"}, "Every column of your own needs a name."),
        (MAPPING | {"Extra": "own:" + "x" * 61}, "Names of columns have at most 60 letters."),
        (MAPPING | {"Extra": "own:Grade"}, "“Grade” is a field of ours: choose it from the list instead."),
        (MAPPING | {"Extra": "places"}, "Not known for this part: places."),
        (MAPPING | {"Nowhere": ""}, "The file has no column “Nowhere”."),
    ],
)
def test_a_mapping_that_cannot_be_used_says_why(mapping: dict[str, str], words: str) -> None:
    assert find_mapping_problems(HEADER, mapping, "mentee") == (words,)
    assert find_mapping_problems(HEADER, MAPPING, "mentee") == ()


def test_columns_get_names_a_person_can_tell_apart() -> None:
    assert name_columns(["Name", "", "name", "Name"]) == ("Name", "Column 2", "name (2)", "Name (3)")


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Chairing 4", {"Chairing": 4}),
        ("Chairing: 4", {"Chairing": 4}),
        ("Chairing (4)", {"Chairing": 4}),
        ("Chairing – 4 )", {"Chairing": 4}),
        ("Chairing", {"Chairing": 3}),
    ],
)
def test_a_level_may_be_written_in_many_ways(raw: str, found: dict[str, int]) -> None:
    assert read_cell(raw, FIELD["skills"], KNOWN) == found


@pytest.mark.parametrize("raw", ["a" + " " * 3900 + "x", "(" * 2000 + "-" * 1900, "a " + "- " * 1990 + "b"])
def test_a_cell_of_skills_that_would_hold_up_a_pattern_is_read_at_once(raw: str) -> None:
    """Three pieces of a pattern that overlap take the third power of the length: minutes, for a cell of 4,000."""
    began = perf_counter()
    assert isinstance(read_cell(raw, FIELD["skills"], KNOWN), Refused)
    assert perf_counter() - began < 5


def test_a_long_line_of_managers_is_followed_at_once() -> None:
    rows = [(f"P{at}", f"p{at}@h.example", f"p{at + 1}@h.example") for at in range(5_000)]
    began = perf_counter()
    reading = read_people(table_of(*rows), MAPPING | {"Extra": "line_manager"}, KNOWN)
    assert (len(reading.people), len(reading.problems)) == (0, 5_000)
    assert perf_counter() - began < 20


@pytest.mark.parametrize("raw", ["#REF!", "#N/A", "#VALUE!"])
def test_the_error_of_a_formula_is_no_value(raw: str) -> None:
    found = read_cell(raw, FIELD["job_title"], KNOWN)
    assert isinstance(found, Refused)
    assert "error of a formula" in found.because
