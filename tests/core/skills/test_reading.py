"""Somebody's catalogue of skills, in our columns or as ESCO is published."""

from alongside.core.imports import Table, TableRow
from alongside.core.skills import KnownSkill, SkillsReading, acknowledgement_for, key_for, read_skills
from alongside.core.verdicts import Refused

ESCO_HEADER = ("conceptType", "conceptUri", "preferredLabel", "altLabels", "description", "broaderConceptPT")


def table(header: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    return Table(header, tuple(TableRow(number, cells) for number, cells in enumerate(rows, 2)))


def read(given: Table, *known: KnownSkill) -> SkillsReading:
    reading = read_skills(given, known)
    assert isinstance(reading, SkillsReading)
    return reading


def test_our_own_columns_are_read_and_a_key_is_made_where_none_is_given():
    reading = read(
        table(("name", "category", "description"), ("chairing meetings", "Meetings", "Keeps time."))
    )
    line = reading.new[0]
    assert (line.key, line.name, line.category) == ("chairing-meetings", "Chairing meetings", "Meetings")
    assert reading.acknowledgement == ""


def test_a_published_esco_table_is_read_under_its_commonest_groups_and_acknowledged():
    row = ("Skill", "http://data.europa.eu/esco/skill/{}", "{}", "x | y", "About it.", "{}")
    rows = [
        tuple(cell.format(value) for cell, value in zip(row, ("", one, name, "", "", groups), strict=True))
        for one, name, groups in (
            ("a-1", "give advice", "social interaction | advising"),
            ("a-2", "advise others", "advising"),
        )
    ]
    reading = read(table(ESCO_HEADER, *rows))
    assert [line.key for line in reading.new] == ["esco-a-1", "esco-a-2"]
    assert {line.category for line in reading.new} == {"Advising"}
    assert reading.acknowledgement == "This service uses the ESCO classification of the European Commission."


def test_a_table_without_names_is_refused():
    assert isinstance(read_skills(table(("thing",), ("x",)), ()), Refused)


def test_what_is_there_is_changed_by_key_left_alone_when_equal_and_named_when_missing():
    same = KnownSkill("chairing", "Chairing", "", "")
    old = KnownSkill("writing", "Writing", "", "Old words.")
    gone = KnownSkill("typing", "Typing", "", "")
    given = table(
        ("key", "name", "description"), ("chairing", "Chairing", ""), ("writing", "Writing", "New.")
    )
    reading = read(given, same, old, gone)
    assert (reading.new, reading.unchanged) == ((), 1)
    assert [line.key for line in reading.changed] == ["writing"]
    assert reading.leaving == (gone,)


def test_a_retired_skill_that_is_not_in_the_table_is_not_named_again():
    gone = KnownSkill("typing", "Typing", "", "", is_retired=True)
    assert read(table(("name",), ("Writing",)), gone).leaving == ()


def test_every_problem_names_its_line():
    given = table(("key", "name"), ("a", "One"), ("b", "one"), ("c", ""), ("a", "Two"), ("d", "x" * 121))
    found = {problem.line: problem.because for problem in read(given).problems}
    assert set(found) == {3, 4, 5, 6}
    assert "line 2" in found[3]


def test_taking_the_name_of_another_skill_is_a_problem_before_the_database_says_so():
    known = (KnownSkill("a", "Writing", "", ""), KnownSkill("b", "Speaking", "", ""))
    given = table(("key", "name"), ("b", "Writing"))
    assert [problem.line for problem in read(given, *known).problems] == [2]


def test_a_long_description_ends_at_a_word():
    reading = read(table(("name", "description"), ("Writing", "word " * 200)))
    assert len(reading.new[0].description) <= 400
    assert reading.new[0].description.endswith("word…")


def test_keys_are_plain_letters():
    assert key_for("Ünïque Skill, no. 1") == "unique-skill-no-1"


def test_only_skills_of_esco_are_acknowledged():
    assert acknowledgement_for(["writing"]) == ""
    assert acknowledgement_for(["writing", "esco-1"])
