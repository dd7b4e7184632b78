"""The labelled cases: danger and ill health one by one, everything together for accuracy.

`training/cases.jsonl` is what the phrases and the second reader were made with. The cases that ship
(`labelled.shipped_cases`) were written apart and only measure.
"""

from functools import cache
from pathlib import Path

import pytest

from alongside.core.needs.cases import Case, read_cases
from alongside.core.needs.labelled import read_labelled, shipped_cases
from alongside.core.needs.measure import Measure, measure
from alongside.core.needs.questions import Answers
from alongside.core.needs.rules_file import default_rules
from alongside.core.needs.triage import Recommendation, triage
from alongside.core.verdicts import Refused

TUNED = read_cases((Path(__file__).parents[3] / "training" / "cases.jsonl").read_text("utf-8"))
KEPT = shipped_cases()
RULES = default_rules()
DANGER = [case for case in TUNED if case.label == "crisis" and len(case.text.split()) > 6]
CARE = [case for case in TUNED if case.label == "therapy_eap"]


@cache
def measured(text_only: bool) -> Measure:
    return measure(KEPT, RULES, text_only=text_only, read=read_labelled)


def test_danger_we_have_read_of_is_found() -> None:
    result = measure(DANGER, RULES, read=read_labelled)
    assert result.all.crises_found >= 0.98 * result.all.crises, [miss.case.id for miss in result.misses]


def test_nobody_ill_is_booked_with_a_helper() -> None:
    assert len(measure(CARE, RULES, read=read_labelled).all.wrongly_booked) <= 0.01 * len(CARE)


def test_no_kept_case_was_learned_from() -> None:
    assert not {case.id for case in KEPT} & {case.id for case in TUNED}
    told = {case.text.strip().lower() for case in TUNED if len(case.text.split()) > 6}
    assert not [case.id for case in KEPT if case.text.strip().lower() in told]


@pytest.mark.parametrize(("text_only", "least"), [(False, 0.85), (True, 0.8)])
def test_accuracy_holds_on_cases_that_only_measure(text_only: bool, least: float) -> None:
    result = measured(text_only)
    assert result.all.accuracy >= least, [(miss.case.id, miss.got) for miss in result.misses]


@pytest.mark.parametrize("text_only", [False, True])
def test_false_alarms_are_rare(text_only: bool) -> None:
    assert measured(text_only).all.false_alarm_share <= 0.05
    calm = [case for case in TUNED if "crisis" not in case.acceptable][::8]
    assert measure(calm, RULES, text_only=text_only, read=read_labelled).all.false_alarm_share <= 0.03


def test_nearly_every_danger_is_found_and_nearly_each_other_one_is_asked_about() -> None:
    dangers = [case for case in KEPT if case.label == "crisis"]
    found = [triage(case.text, case.answers, RULES, read=read_labelled) for case in dangers]
    assert all(isinstance(each, Recommendation) for each in found)
    routes = [each.route.value for each in found if isinstance(each, Recommendation)]
    assert routes.count("crisis") >= 0.9 * len(dangers)
    unheard = [case.id for case, each in zip(dangers, found, strict=True) if not _is_raised(each)]
    assert len(unheard) <= 0.02 * len(dangers), unheard


def _is_raised(found: Recommendation | Refused) -> bool:
    return isinstance(found, Recommendation) and found.safety_raised


def test_a_measure_counts_routes_tags_and_what_was_booked_past_care() -> None:
    words = "I want a mentor who built a studio, for the next years."
    sick = Case("s", words, Answers(), "therapy_eap", ("therapy_eap",))
    well = Case("w", words, Answers(), "mentor", ("mentor",), ("easy",))
    found = measure([sick, well], RULES)
    assert (found.all.cases, found.all.right, found.all.wrongly_booked) == (2, 1, ("s",))
    mentor = next(route for route in found.routes if route.route == "mentor")
    assert (mentor.cases, mentor.found, mentor.given, mentor.fitting) == (1, 1, 2, 1)
    assert [(tag.name, tag.cases, tag.accuracy) for tag in found.tags] == [("easy", 1, 1.0)]
    assert [(miss.case.id, miss.got) for miss in found.misses] == [("s", "mentor")]
