from pathlib import Path

import pytest

from alongside.core.matching import (
    DEFAULTS,
    Pool,
    RuleSet,
    find_gaps_in_pool,
    read_json,
    read_rules,
    read_toml,
)
from alongside.core.verdicts import Refused
from tests.core.matching.people import client, practitioner

EXAMPLE = Path(__file__).parents[3] / "docs" / "howto" / "matching-rules.example.toml"


def rules(*some: dict, kind: str = "mentoring", **more: object) -> RuleSet | Refused:
    return read_rules({"kind": kind, "name": "Ours", "rules": list(some), **more})


@pytest.mark.parametrize(
    "given", [*DEFAULTS.values(), read_toml(EXAMPLE.read_text())], ids=lambda one: one.name
)
def test_a_rule_set_comes_back_from_its_file_the_same(given):
    assert given.problems() == ()
    assert read_toml(given.to_toml()) == given
    assert read_json(given.to_json()) == given
    assert read_rules(given.to_dict()) == given


def test_coaching_and_mentoring_start_with_different_rules():
    coaching, mentoring = ({rule.criterion for rule in one.rules} for one in DEFAULTS.values())
    assert {"standing", "skill_offered"} <= coaching - mentoring
    assert {"same_path", "path_similarity", "career_stage_gap"} <= mentoring - coaching


BETWEEN = {"criterion": "column_between", "column": "grade", "least": 1, "most": 2}
PROBLEMS = [
    ({"criterion": "sunshine"}, "There is no such criterion."),
    ({"criterion": "standing"}, "It is not used in mentoring."),
    ({"criterion": "skill_cover"}, "“weight” is missing."),
    ({"criterion": "skill_cover", "weight": 6}, "“weight” should be a whole number from 0 to 5."),
    ({"criterion": "skill_cover", "weight": True}, "“weight” should be a whole number from 0 to 5."),
    ({"criterion": "skill_cover", "weight": 1, "points": 3}, "It carries no points."),
    ({"criterion": "reporting_line", "weight": 2}, "It carries no weight."),
    ({"criterion": "reporting_line", "depth": 2}, "“depth” is not one of its options."),
    ({"criterion": "points_equal", "points": 3}, "Name a “column”"),
    (
        {"criterion": "points_equal", "points": 3, "column": "x", "only_where": "yes"},
        "“only_where” should be",
    ),
    (BETWEEN | {"least": 3}, "“least” is larger than “most”."),
    (BETWEEN | {"most": None}, "“most” is missing."),
    (BETWEEN | {"ladder": "no such ladder"}, "“ladder” should be a list of at least two values"),
    (BETWEEN | {"ladder": ["AA", " aa"]}, "“ladder” should be a list without the same value twice."),
    ({"criterion": "points_by_gap", "column": "x", "points_for": {"two": 2}}, "“points_for” should be"),
    ({"criterion": "points_by_gap", "column": "x", "points_for": {"2": 0}}, "“points_for” gives no points."),
    ({"criterion": "common_free_time", "when_unknown": "perhaps"}, "should be one of: allow, refuse."),
]


@pytest.mark.parametrize(("rule", "sentence"), PROBLEMS)
def test_what_is_wrong_with_a_rule_is_said_with_its_number(rule, sentence):
    found = rules(rule)
    assert isinstance(found, Refused)
    assert sentence in found.because
    assert found.because.startswith(f"Rule 1 ({rule['criterion']}): ")


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        {},
        {"kind": "therapy", "name": "", "rules": []},
        {"kind": "coaching", "name": "", "rules": [1]},
        {"kind": "coaching", "name": "", "rules": [{"criterion": ["standing"]}]},
        {"kind": "coaching", "name": "", "rules": [], "ladders": {"grade": "AA"}},
    ],
)
def test_what_is_no_rule_set_is_refused(raw):
    assert isinstance(read_rules(raw), Refused)


@pytest.mark.parametrize(
    ("read", "text"), [(read_toml, "kind = "), (read_json, "{"), (read_json, "[" * 100_000)]
)
def test_what_is_no_file_of_that_sort_is_refused(read, text):
    assert isinstance(read(text), Refused)


def test_a_standard_criterion_stands_once_and_an_own_column_as_often_as_wanted():
    assert isinstance(rules({"criterion": "reporting_line"}, {"criterion": "reporting_line"}), Refused)
    assert isinstance(rules(BETWEEN, BETWEEN | {"column": "age"}), RuleSet)


def test_a_preference_without_weight_does_not_count():
    found = rules({"criterion": "skill_cover", "weight": 0}, {"criterion": "same_place", "weight": 3})
    assert [rule.criterion.key for rule in found.in_force()] == [
        "two_different_people",
        "capacity",
        "same_place",
    ]
    assert [rule.points for rule in found.in_force()] == [0, 0, 6]


def test_the_manager_hears_which_columns_the_pool_lacks():
    found = rules(BETWEEN | {"ladder": "grade"}, ladders={"grade": ["AA", "AO"]})
    pool = Pool("mentoring", (client(columns={"grade": "A0"}), client("lena")), (practitioner(),))
    assert find_gaps_in_pool(pool, found) == (
        "1 of the clients or mentees have a value in “grade” that is not on its ladder.",
        "None of the coaches or mentors has a value in “grade”.",
    )
