"""Trying a draft: what changes among the labelled cases, which crises would be lost, and own cases in tens."""

import pytest

from alongside.core.needs.cases import Case
from alongside.core.needs.drafting import check_rules, numbers_of, with_numbers
from alongside.core.needs.labelled import read_labelled, shipped_cases
from alongside.core.needs.measure import Outcome, give_routes, measure
from alongside.core.needs.questions import Answers
from alongside.core.needs.rules_file import default_rules, default_rules_text
from alongside.core.needs.triage_rules import TriageRules
from alongside.core.needs.trying import compare, group_own, lost_crises

CASES = tuple(case for number, case in enumerate(shipped_cases()) if number % 6 == 0)


@pytest.fixture(scope="module")
def deaf() -> TriageRules:
    """Rules whose gates open only for what nobody can say."""
    text = default_rules_text()
    hearing = [key for key in numbers_of(text)["thresholds"] if key.startswith(("gate", "read_"))]
    text = with_numbers(text, {"thresholds": dict.fromkeys(hearing, 90.0)})
    rules = check_rules(text)
    assert isinstance(rules, TriageRules)
    return rules


@pytest.mark.parametrize("way", ["answers", "text"])
def test_a_comparison_says_what_the_measure_says(way: str) -> None:
    now = tuple(give_routes(CASES, default_rules(), text_only=way == "text", read=read_labelled))
    found, measured = (
        compare(way, now, now),
        measure(CASES, default_rules(), text_only=way == "text", read=read_labelled).all,
    )
    assert (found.now.right, found.now.crises_found) == (measured.right, measured.crises_found)
    assert found.now == found.then
    assert not found.flips


def test_rules_that_hear_no_danger_lose_crises_and_say_which(deaf: TriageRules) -> None:
    lost = lost_crises(CASES, default_rules(), deaf)
    assert lost
    assert set(lost) <= {case.id for case in CASES if case.label == "crisis"}
    assert lost_crises(CASES, deaf, default_rules()) == ()
    now, then = (tuple(give_routes(CASES, rules, read=read_labelled)) for rules in (default_rules(), deaf))
    found = compare("answers", now, then)
    assert found.then.crises_found < found.now.crises_found
    assert {flip.case for flip in found.flips if flip.was_right and not flip.is_right}
    crisis = next(each for each in found.routes if each.route == "crisis")
    assert crisis.then < crisis.now


def own(right: bool, count: int) -> list[Outcome]:
    case = Case("0", "words", Answers(), "coach", ("coach",))
    return [Outcome(case, "coach" if right else "mentor")] * count


def test_own_cases_come_in_tens_without_a_total() -> None:
    groups = group_own([*own(True, 25), *own(False, 12)], [*own(True, 37)])
    assert groups == {"both": 20, "better": 10, "worse": None, "neither": None}


@pytest.mark.parametrize("count", range(10))
def test_fewer_than_ten_own_cases_look_like_none(count: int) -> None:
    assert group_own(own(True, count), own(False, count)) == group_own([], [])
