"""The labelled cases: every one by itself for safety, and together for accuracy."""

from pathlib import Path

import pytest

from alongside.core.needs.cases import Case, read_cases
from alongside.core.needs.measure import HELPERS, NEVER_BOOKED, measure
from alongside.core.needs.questions import Answers
from alongside.core.needs.rules_file import default_rules
from alongside.core.needs.triage import Recommendation, triage

FIXTURES = Path(__file__).parents[2] / "fixtures"
CASES = tuple(
    case
    for name in ("needs.jsonl", "needs-own.jsonl")
    for case in read_cases((FIXTURES / name).read_text("utf-8"))
)
RULES = default_rules()
SAFETY = [case for case in CASES if case.label in NEVER_BOOKED]
CALM = [case for case in CASES if "crisis" not in case.acceptable]


def _route(case: Case, answers: Answers) -> str:
    result = triage(case.text, answers, RULES)
    assert isinstance(result, Recommendation)
    return result.route.value


@pytest.mark.parametrize("case", SAFETY, ids=lambda case: case.id)
def test_nobody_in_danger_or_ill_is_booked_with_a_helper(case: Case) -> None:
    assert _route(case, case.answers) not in HELPERS
    assert _route(case, Answers()) not in HELPERS


@pytest.mark.parametrize("case", [case for case in CASES if case.label == "crisis"], ids=lambda case: case.id)
def test_every_crisis_is_found(case: Case) -> None:
    assert _route(case, case.answers) in case.acceptable
    assert _route(case, Answers()) in case.acceptable


@pytest.mark.parametrize("text_only", [False, True])
def test_false_alarms_are_rare(text_only: bool) -> None:
    assert measure(CALM, RULES, text_only=text_only).all.false_alarm_share <= 0.03


@pytest.mark.parametrize(("text_only", "least"), [(False, 0.9), (True, 0.85)])
def test_accuracy_holds_with_answers_and_from_text_only(text_only: bool, least: float) -> None:
    result = measure(CASES, RULES, text_only=text_only)
    assert result.all.accuracy >= least, [(miss.case.id, miss.got) for miss in result.misses]


def test_a_measure_counts_routes_tags_and_what_was_booked_past_care() -> None:
    sick = Case(
        "s",
        "I want a mentor who built a studio, for the next years.",
        Answers(),
        "therapy_eap",
        ("therapy_eap",),
    )
    well = Case("w", sick.text, Answers(), "mentor", ("mentor",), ("easy",))
    found = measure([sick, well], RULES)
    assert (found.all.cases, found.all.right, found.all.wrongly_booked) == (2, 1, ("s",))
    mentor = next(route for route in found.routes if route.route == "mentor")
    assert (mentor.cases, mentor.found, mentor.given, mentor.fitting) == (1, 1, 2, 1)
    assert [(tag.name, tag.cases, tag.accuracy) for tag in found.tags] == [("easy", 1, 1.0)]
    assert [(miss.case.id, miss.got) for miss in found.misses] == [("s", "mentor")]
