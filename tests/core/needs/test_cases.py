"""The labelled cases: every one by itself for safety, and together for accuracy."""

from pathlib import Path

import pytest

from alongside.core.needs.measure import HELPERS, NEVER_BOOKED, Case, measure, read_cases
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


def test_false_alarms_are_rare() -> None:
    assert measure(CALM, RULES).false_alarm_share <= 0.03


def test_accuracy_holds_with_answers_and_from_text_only() -> None:
    result = measure(CASES, RULES)
    assert result.accuracy_with_answers >= 0.9, "\n".join(result.lines())
    assert result.accuracy_text_only >= 0.85, "\n".join(result.lines())


def test_the_measure_prints_counts_beside_shares() -> None:
    lines = measure(CASES[:5], RULES).lines()
    assert lines[0] == f"rules {RULES.version}, 5 cases"
    assert "of 5" in lines[1]


def test_a_broken_case_is_named_by_its_line() -> None:
    with pytest.raises(ValueError, match="line 2"):
        read_cases('{"text": "a", "label": "coach"}\n{"text": 3}')
