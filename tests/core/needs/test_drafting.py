"""A draft of the rules is changed piece by piece, and everything else stays as it was written."""

from difflib import unified_diff

import pytest

from alongside.core.needs.drafting import (
    FamilyText,
    check_rules,
    families_of,
    is_good_name,
    numbers_of,
    with_family,
    with_new_family,
    with_numbers,
    with_version,
)
from alongside.core.needs.questions import Answers
from alongside.core.needs.rules_file import default_rules, default_rules_text
from alongside.core.needs.triage import Recommendation, triage
from alongside.core.needs.triage_rules import TriageRules

TEXT = default_rules_text()
OWN = FamilyText(
    "own_banana",
    "gate",
    "G1",
    "self",
    because="You wrote “{quote}”.",
    phrases="the banana hour",
    unless="(smoothie|cake)",
    share=1.0,
)


def changed(text: str) -> list[str]:
    lines = unified_diff(TEXT.splitlines(), text.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def problems(text: str) -> list[str]:
    found = check_rules(text)
    assert not isinstance(found, TriageRules)
    return [str(each) for each in found]


def test_the_rules_that_ship_are_within_the_limits() -> None:
    assert isinstance(check_rules(TEXT), TriageRules)


def test_nothing_changed_is_the_same_file() -> None:
    family = families_of(TEXT)[4]
    same = with_family(
        TEXT, family.name, because=family.because, phrases=family.phrases, unless=family.unless
    )
    assert same == with_numbers(TEXT, numbers_of(TEXT)) == TEXT


def test_a_number_changes_one_line() -> None:
    assert changed(with_numbers(TEXT, {"weights": {"D1": 2.5, "D2": 1.5}})) == ["-D1 = 2", "+D1 = 2.5"]


def test_a_phrase_more_changes_one_line() -> None:
    family = next(each for each in families_of(TEXT) if each.kind == "dimension")
    text = with_family(
        TEXT,
        family.name,
        because=family.because,
        phrases=f"{family.phrases}\r\n  on the night shift  ",
        unless=family.unless,
    )
    assert text is not None
    assert changed(text) == ["+on the night shift"]
    assert with_family(TEXT, "no_such_family", because="", phrases="a", unless="") is None


def test_a_family_of_ones_own_is_heard_at_once() -> None:
    rules = check_rules(with_new_family(TEXT, OWN))
    assert isinstance(rules, TriageRules)
    for words, route in (("It is the banana hour again.", "crisis"), ("The banana hour cake.", "clarify")):
        found = triage(words, Answers(), rules)
        assert isinstance(found, Recommendation)
        assert found.route.value == route


def test_every_mistake_is_told_with_its_line() -> None:
    family = families_of(TEXT)[0]
    text = with_family(TEXT, family.name, because="", phrases="good words\nisn't (so", unless="")
    assert text is not None
    line = text.splitlines().index("isn't (so") + 1
    assert problems(text) == [
        f"line {line}: “isn't (so”: “isn't” is not a word; write contractions out, without punctuation"
    ]


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("D1 = 2\n", "D1 = nan\n", "“D1” must be from 0 to 100"),
        ("D1 = 2\n", "D1 = 1e999\n", "“D1” must be from 0 to 100"),
        ("D1 = 2\n", f"D1 = {'9' * 5000}\n", "out of all bounds"),
        ("longest_statement = 5000", "longest_statement = 10", "from 5000 to 20000"),
        ("joking aside\n", ".. .. .. .. .. .. .. .. a\n", "too many gaps"),
        ("joking aside\n", "[a] " * 12 + "b\n", "too many gaps"),
        ("joking aside\n", "..999999999999 a\n", "too many gaps"),
        ("joking aside\n", "a*b*c*d\n", "at most two *"),
        ("joking aside\n", "((((((((a))))))))\n", "brackets more than"),
        ("joking aside\n", "a " * 1500 + "\n", "longer than 2,000"),
        ('month = "', 'month = "@season|', "no @ and no .."),
        ('version = "', "version = ", "not TOML"),
    ],
)
def test_what_would_make_reading_slow_or_wrong_is_refused(old: str, new: str, word: str) -> None:
    assert old in TEXT
    assert any(word in problem for problem in problems(TEXT.replace(old, new, 1)))


@pytest.mark.parametrize(
    "text", ["", "a = " + "[" * 9000, "family = 3", "x" * 500_001, "family = [1]\nlists = 2"]
)
def test_what_is_no_rules_file_is_refused_in_words(text: str) -> None:
    assert problems(text)


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("Harbour 2", True),
        ("v1.0-rc_1", True),
        ("triage-2", False),
        ("Triage-1", False),
        ("", False),
        ("a" * 41, False),
        ('x"\ny', False),
        (" leads", False),
    ],
)
def test_names_of_versions(name: str, good: bool) -> None:
    assert is_good_name(name) is good


def test_a_version_takes_its_name_into_every_recommendation() -> None:
    rules = check_rules(with_version(TEXT, "Harbour 2"))
    assert isinstance(rules, TriageRules)
    assert rules.version == "Harbour 2"
    assert default_rules().version != "Harbour 2"
