"""Reading words and phrases: contractions, places, negation, the small language."""

import re

import pytest

from alongside.core.needs.phrases import PhraseError, compile_phrases, phrase_pattern
from alongside.core.needs.text import read_words


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("I can't. Won't!", "i can not . will not . "),
        ("I’m here, it's fine", "i am here , it is fine "),
        ("my mother's house", "my mother house "),
        ("one-off chat", "one off chat "),
        ("u dont know", "you do not know "),
        ("", ""),
    ],
)
def test_words_are_spelt_out(statement: str, words: str) -> None:
    assert read_words(statement).words == words


def test_a_place_in_the_words_leads_back_to_the_statement() -> None:
    reading = read_words("Well, I CAN'T  sleep, really.")
    at = reading.words.index("can not sleep")
    start, end, *_ = reading.place(at, at + len("can not sleep , "))
    assert reading.statement[start:end] == "CAN'T  sleep"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("harrassed", "harassed"), ("suicdal", "suicidal"), ("managers", "managers"), ("coach", "coach")],
)
def test_slips_of_listed_words_are_mended_and_other_forms_left_alone(typed: str, read: str) -> None:
    assert read_words(typed, ("harassed", "suicidal", "manager", "coach")).words == f"{read} "


@pytest.mark.parametrize(
    ("phrase", "words", "matches"),
    [
        ("a b", "a b ", True),
        ("a b", "a , b ", True),
        ("a b", "a . b ", False),
        ("a .. b", "a x y z b ", True),
        ("a .. b", "a x y z w b ", False),
        ("a [x] b", "a b ", True),
        ("a (b|c d) e", "a c d e ", True),
        ("a*", "abc ", True),
        ("*ing", "running ", True),
        ("# days", "12 days ", True),
        ("@fruit pie", "apple pie ", True),
        ("pie", "magpie ", False),
    ],
)
def test_the_language_of_phrases(phrase: str, words: str, matches: bool) -> None:
    pattern = compile_phrases((phrase,), {"fruit": "apple|pear"})
    assert pattern is not None
    assert bool(pattern.search(words)) is matches


@pytest.mark.parametrize("phrase", ["", "(a", "a)", "a|", "[a]", "@none", "don't", "a.b"])
def test_phrases_that_cannot_be_read_are_refused(phrase: str) -> None:
    with pytest.raises((PhraseError, re.error)):
        phrase_pattern(phrase, {})
