"""The rules file: read strictly, every mistake with its line."""

import re
from importlib import resources
from pathlib import Path

import pytest

from alongside.core.needs.drafting import numbers_of, with_numbers
from alongside.core.needs.rules_file import InvalidRulesError, RulesProblem, default_rules, load_rules

TEXT = resources.files("alongside.core.needs").joinpath("rules/triage-1.toml").read_text("utf-8")


def problems_of(text: str) -> tuple[RulesProblem, ...]:
    with pytest.raises(InvalidRulesError) as caught:
        load_rules(text)
    return caught.value.problems


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def test_our_own_rules_load_from_text_and_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(TEXT, "utf-8")
    assert load_rules(path).version == load_rules(TEXT).version == default_rules().version == "triage-1"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("G" + '1"\ntoward = "self"', 'G9"\ntoward = "self"', "there is no gate “G9”"),
        ("D3 = 2", "D3 = -2", "needs a number, 0 or more, for “D3”"),
        ("margin = 1.0", "margins = 1.0", "unknown key “margins”"),
        ("i wan die", "i (wan die", "“(” is not closed"),
        ("i wan die", "i @wan die", "there is no list called “wan”"),
        ("i wan die", "don't", "write contractions out"),
        ("i wan die", "[i]", "matches nothing at all"),
        ('option = "1_3_months"', 'option = "soon"', "“horizon” has no option “soon”"),
        ('question = "horizon"', 'question = "season"', "there is no question “season”"),
        ('toward = "mentor"', 'toward = "guru"', "there is no route “guru”"),
        ("opens = 0.9", "opens = 9", "“opens” must be more than 0 and at most 1"),
        ('certainty = "wish"', 'certainty = "hunch"', "there is no certainty “hunch”"),
        ('negated = "keep"', 'negates = "keep"', "unknown key “negates”"),
        ('name = "sleep"', 'name = "panic"', "the name “panic” is used twice"),
    ],
)
def test_a_mistake_is_named_with_a_line_near_it(old: str, new: str, message: str) -> None:
    broken = TEXT.replace(old, new, 1)
    assert broken != TEXT
    found = [each for each in problems_of(broken) if message in each.message]
    assert found, problems_of(broken)
    lines = [n for n, line in enumerate(broken.splitlines(), 1) if new.partition("\n")[0] in line]
    assert any(0 <= line - found[0].line <= 8 for line in lines)


def test_a_broken_phrase_is_named_with_its_very_line() -> None:
    broken = TEXT.replace("i wan die", "i (wan die", 1)
    assert problems_of(broken)[0].line == line_of(broken, "i (wan die")


def test_all_mistakes_are_reported_at_once() -> None:
    broken = TEXT.replace("i wan die", "i (wan die", 1).replace("D3 = 2", "D3 = -2", 1)
    assert len(problems_of(broken)) == 2


def test_text_that_is_not_toml_is_named_with_its_line() -> None:
    assert problems_of("version = 'x'\n[weights\n")[0].line == 2


def test_an_empty_file_says_all_that_is_missing() -> None:
    messages = " ".join(each.message for each in problems_of(""))
    for word in ("version", "weights", "thresholds", "family", "tick"):
        assert word in messages


def test_a_file_written_before_a_threshold_came_reads_as_if_it_held_it() -> None:
    older = re.sub(r"(?m)^read_unlikely = .*\n", "", TEXT)
    assert older != TEXT
    assert load_rules(older).thresholds["read_unlikely"] == default_rules().thresholds["read_unlikely"]
    assert numbers_of(older) == numbers_of(TEXT)
    changed = with_numbers(older, {"thresholds": {"read_unlikely": 0.2}})
    assert load_rules(changed).thresholds["read_unlikely"] == 0.2
