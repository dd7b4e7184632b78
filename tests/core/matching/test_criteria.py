"""Every criterion in the list is tested by being listed; the table below says what each does in its own words."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given

from alongside.core.matching import CRITERIA, ClientFacts, Finding, Pool, PractitionerFacts, SkillWanted
from alongside.core.matching.criteria import ALWAYS, BY_KEY
from alongside.core.matching.criterion import Criterion
from alongside.core.matching.engine.blocks import Scorer, milli
from alongside.core.matching.rules import RuleInForce
from alongside.core.verdicts import Refused
from tests.core.matching.people import LADDER, client, pools, practitioner

GRADE = {"column": "grade", "ladder": LADDER}
SETTINGS = {
    "column_equal": {"column": "house"},
    "column_different": {"column": "house", "quiet": True},
    "column_at_least": GRADE | {"by": 1},
    "column_between": GRADE | {"least": 1, "most": 2},
    "points_equal": {
        "column": "house",
        "only_where": {"side": "client", "column": "wish", "value": "Yes"},
    },
    "points_by_gap": GRADE | {"points_for": {"1": 7, "2": 12}},
    "points_in_list": {"client_column": "house", "practitioner_column": "tags"},
}


def ready(criterion: Criterion, **setting: object) -> dict[str, object]:
    defaults = {option.name: option.default for option in criterion.options}
    return defaults | SETTINGS.get(criterion.key, {}) | setting


def columns(**values: str) -> dict[str, dict[str, str]]:
    return {"columns": values}


# criterion, setting, client's facts, practitioner's facts, fit (None: refused)
CASES = [
    ("two_different_people", {}, {"key": "ines"}, {"key": "ines"}, None),
    ("two_different_people", {}, {}, {}, 1),
    ("reporting_line", {}, {"line_manager": "otto"}, {}, None),
    ("reporting_line", {}, {}, {"line_manager": "ines"}, None),
    ("reporting_line", {}, {"managers_above": frozenset({"otto"})}, {}, None),
    ("reporting_line", {}, {"line_manager": "third"}, {"line_manager": "third"}, 1),
    ("conflict_of_interest", {}, {"conflicts": frozenset({"otto"})}, {}, None),
    ("conflict_of_interest", {}, {}, {"conflicts": frozenset({"ines"})}, None),
    ("conflict_of_interest", {}, {}, {"conflicts": frozenset({"third"})}, 1),
    ("not_together_before", {}, {}, {"together_before": frozenset({"ines"})}, None),
    ("not_together_before", {"together_before": "allow"}, {}, {"together_before": frozenset({"ines"})}, 1),
    ("not_together_before", {"together_before": "allow"}, {"not_again": frozenset({"otto"})}, {}, None),
    ("shared_language", {}, {"languages": frozenset({"de"})}, {"languages": frozenset({"en"})}, None),
    ("shared_language", {}, {"languages": frozenset({"de"})}, {"languages": frozenset({"en", "de"})}, 1),
    ("shared_language", {}, {}, {"languages": frozenset({"en"})}, 1),
    ("shared_language", {"when_unknown": "refuse"}, {}, {"languages": frozenset({"en"})}, None),
    ("common_free_time", {}, {"free_time": 0b111}, {"free_time": 0b110}, 1),
    ("common_free_time", {}, {"free_time": 0b111}, {"free_time": 0b100}, None),
    ("common_free_time", {"least_minutes": 30}, {"free_time": 0b111}, {"free_time": 0b100}, 1),
    ("common_free_time", {}, {}, {"free_time": 0}, 1),
    ("shared_format", {}, {"formats": frozenset({"remote"})}, {"formats": frozenset({"in_person"})}, None),
    (
        "shared_format",
        {},
        {"formats": frozenset({"in_person"}), "place": "Kiel"},
        {"formats": frozenset({"in_person"}), "place": " kiel"},
        1,
    ),
    ("shared_format", {}, {"formats": frozenset({"in_person"})}, {"formats": frozenset({"in_person"})}, None),
    ("capacity", {}, {}, {"places": 2, "load": 1}, 1),
    ("capacity", {}, {}, {"places": 2, "load": 2}, None),
    ("capacity", {}, {}, {"places": 2, "full_for_now": True}, None),
    ("standing", {}, {}, {"credential_current": True, "verified": True}, None),
    ("standing", {"supervision": False}, {}, {"credential_current": True, "verified": True}, 1),
    (
        "skill_offered",
        {},
        {"skills_wanted": frozenset({SkillWanted("x", 2, 4)})},
        {"skills_offered": {"x": 3}},
        None,
    ),
    (
        "skill_offered",
        {},
        {"skills_wanted": frozenset({SkillWanted("x", 2, 4)})},
        {"skills_offered": {"x": 4}},
        1,
    ),
    ("skill_offered", {}, {}, {}, 1),
    ("same_path", {}, {"same_path_essential": True, "roles_wanted": frozenset({"Director"})}, {}, None),
    (
        "same_path",
        {},
        {"same_path_essential": True, "roles_wanted": frozenset({"Director"})},
        {"roles_held": frozenset({"director"})},
        1,
    ),
    ("same_path", {}, {"roles_wanted": frozenset({"Director"})}, {}, 1),
    (
        "skill_cover",
        {},
        {"skills_wanted": frozenset({SkillWanted("x", 2, 4, 3), SkillWanted("y", 3, 4, 2)})},
        {"skills_offered": {"x": 3, "y": 5}},
        5 / 8,
    ),
    ("path_similarity", {}, {"roles_wanted": frozenset({"a"})}, {"roles_held": frozenset({"a"})}, 0.5),
    ("career_stage_gap", {}, {"career_stage": 2}, {"career_stage": 4}, 1),
    ("career_stage_gap", {}, {"career_stage": 2}, {"career_stage": 5}, 2 / 3),
    ("career_stage_gap", {}, {"career_stage": 2}, {"career_stage": 2}, 0),
    ("career_stage_gap", {}, {}, {"career_stage": 2}, 0),
    ("same_place", {}, {"place": "Graz"}, {"place": "graz"}, 1),
    ("same_place", {}, {}, {}, 0),
    ("same_function", {}, {"function": "care"}, {"function": "finance"}, 0),
    (
        "extra_language",
        {},
        {"languages": frozenset({"de", "en"})},
        {"languages": frozenset({"de", "en"})},
        0.5,
    ),
    ("goals_text", {}, {"text": "leading wards"}, {"text": "Leading budgets"}, 0.5),
    ("own_choices", {}, {"choices": ("otto",)}, {}, 0.7),
    ("own_choices", {}, {"choices": ("otto",)}, {"choices": ("third", "ines")}, 0.9),
    ("load_fairness", {}, {}, {"places": 4, "load": 1}, 0.75),
    ("column_equal", {}, columns(house="North"), columns(house=" north"), 1),
    ("column_equal", {}, columns(house=""), columns(house=""), None),
    ("column_different", {}, columns(house="North"), columns(house="north"), None),
    ("column_different", {}, columns(house=""), columns(house=""), 1),
    ("column_at_least", {}, columns(grade="low"), columns(grade="low"), None),
    ("column_at_least", {"ladder": None, "by": 0}, columns(grade="2"), columns(grade="10"), 1),
    ("column_between", {}, columns(grade="low"), columns(grade="high"), 1),
    ("column_between", {}, columns(grade="low"), columns(grade="top"), None),
    ("column_between", {}, columns(grade="high"), columns(grade="low"), None),
    ("column_between", {}, columns(grade="low"), columns(grade="elsewhere"), None),
    ("column_between", {"when_empty": "allow"}, columns(grade="low"), columns(), 1),
    ("points_equal", {}, columns(house="North", wish="yes"), columns(house="North"), 1),
    ("points_equal", {}, columns(house="North", wish="no"), columns(house="North"), 0),
    ("points_by_gap", {}, columns(grade="low"), columns(grade="high"), 1),
    ("points_by_gap", {}, columns(grade="low"), columns(grade="middle"), 7 / 12),
    ("points_by_gap", {}, columns(grade="low"), columns(grade="top"), 0),
    ("points_in_list", {}, columns(house="north"), columns(tags="South, North"), 1),
    ("points_in_list", {}, columns(house=""), columns(tags=""), 0),
    ("points_in_list", {}, columns(house="nor"), columns(tags="North"), 0),
]


@pytest.mark.parametrize(("key", "setting", "ours", "theirs", "fit"), CASES)
def test_a_criterion_finds_what_its_table_says(key, setting, ours, theirs, fit):
    criterion = BY_KEY[key]
    found = criterion.assess(client(**ours), practitioner(**theirs), ready(criterion, **setting))
    assert isinstance(found, Refused) if fit is None else found.fit == pytest.approx(fit)


def test_every_criterion_stands_in_the_table():
    assert {case[0] for case in CASES} == set(BY_KEY)
    assert len(BY_KEY) == len(CRITERIA)


def test_what_is_always_in_force_are_constraints_for_both_kinds():
    assert all(BY_KEY[key].kind == "constraint" and len(BY_KEY[key].applies_to) == 2 for key in ALWAYS)


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda one: one.key)
class TestEveryCriterion:
    def test_it_says_in_words_what_it_and_each_of_its_options_do(self, criterion):
        sentences = [criterion.words, *(option.words for option in criterion.options)]
        assert criterion.title
        assert all(sentence.endswith((".", ")")) and len(sentence) > 15 for sentence in sentences)

    def test_its_defaults_are_valid(self, criterion):
        assert not [
            option for option in criterion.options if not option.required and option.problem(option.default)
        ]
        assert criterion.check(ready(criterion)) == ()


@given(pool=pools())
def test_every_criterion_finds_or_refuses_and_says_why_without_naming_anybody(pool):
    for criterion, ours, theirs in product(CRITERIA, pool.clients, pool.practitioners):
        found = criterion.assess(ours, theirs, ready(criterion))
        assert isinstance(found, Finding) or criterion.kind == "constraint"
        assert isinstance(found, Refused) or criterion.kind == "preference" or found.fit == 1
        assert found.because.endswith(".")
        assert not [key for key in _keys(pool) if key in found.because]


@given(pool=pools())
def test_a_block_of_people_gives_what_each_pair_gives(pool):
    for criterion in CRITERIA:
        rule = RuleInForce(criterion, ready(criterion), 7, criterion.title)
        block, expected = Scorer([rule], pool.practitioners).block(pool.clients), _one_by_one(criterion, pool)
        np.testing.assert_array_equal(block.refused, np.isnan(expected), criterion.key)
        np.testing.assert_array_equal(block.earned_milli, milli(expected, 7), criterion.key)


def _keys(pool: Pool) -> list[str]:
    return [person.key for side in (pool.clients, pool.practitioners) for person in side]


def _one_by_one(criterion: Criterion, pool: Pool) -> np.ndarray:
    rows = [[_fit(criterion, ours, theirs) for theirs in pool.practitioners] for ours in pool.clients]
    return np.array(rows, dtype=float).reshape(len(pool.clients), len(pool.practitioners))


def _fit(criterion: Criterion, ours: ClientFacts, theirs: PractitionerFacts) -> float:
    found = criterion.assess(ours, theirs, ready(criterion))
    return np.nan if isinstance(found, Refused) else found.fit


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999999", "12 or so", "¹"])
def test_a_number_that_is_none_is_not_known(number):
    criterion = BY_KEY["column_between"]
    found = criterion.assess(
        client(**columns(grade="1")), practitioner(**columns(grade=number)), ready(criterion, ladder=None)
    )
    assert found == Refused("Not known: grade.")


def test_a_quiet_rule_keeps_the_values_to_itself():
    criterion = BY_KEY["column_different"]
    people = client(**columns(house="North")), practitioner(**columns(house="South"))
    assert criterion.assess(*people, ready(criterion, quiet=False)) == Finding(
        1, "house: different (North, South)."
    )
    assert criterion.assess(*people, ready(criterion, quiet=True)) == Finding(1, "house: different.")


def test_what_somebody_wrote_about_their_goals_is_not_repeated():
    found = BY_KEY["goals_text"].assess(client(text="burnout"), practitioner(text="burnout"), {})
    assert found == Finding(1, "Their texts have 1 word in common.")


def test_a_wish_not_to_meet_again_reads_like_a_declared_conflict():
    again = BY_KEY["not_together_before"]
    declared = BY_KEY["conflict_of_interest"].assess(
        client(conflicts=frozenset({"otto"})), practitioner(), {}
    )
    assert again.assess(client(), practitioner(not_again=frozenset({"ines"})), ready(again)) == declared
