"""The questionnaire: few questions, only those that could still change the answer."""

import pytest

from alongside.core.needs.questionnaire import (
    QUESTIONS,
    AnswerProblems,
    Answers,
    clean_answers,
    next_questions,
)


def keys(answers: Answers, statement: str, limit: int = 3) -> list[str]:
    return [question.key for question in next_questions(answers, statement, limit)]


def test_there_are_twelve_questions_and_each_may_be_skipped() -> None:
    assert len(QUESTIONS) == 12
    assert all(question.skippable and question.text and question.options for question in QUESTIONS)


def test_the_first_questions_are_the_ones_that_tell_most() -> None:
    assert keys(Answers(), "") == ["need_type", "help_style", "horizon"]


def test_what_the_text_settles_is_not_asked_again() -> None:
    assert "horizon" not in keys(Answers(), "I want this done within three months", limit=12)


def test_what_was_answered_is_not_asked_again() -> None:
    assert "horizon" not in keys(Answers(horizon="unknown"), "", limit=12)


def test_nothing_is_asked_once_danger_is_found() -> None:
    assert keys(Answers(), "I want to end my life") == []


def test_safety_comes_first_where_the_text_half_raises_it() -> None:
    assert keys(Answers(), "I see no way out")[0] == "safe_now"


def test_questions_about_helpers_are_left_out_once_health_comes_first() -> None:
    asked = keys(Answers(), "I have panic attacks at work and panic attacks at home", limit=12)
    assert asked[:2] == ["safe_now", "daily_life"]
    assert "contact" not in asked


@pytest.mark.parametrize("blank", [None, "", [], [""], ()])
def test_blank_answers_are_skips(blank: object) -> None:
    assert clean_answers({"need_type": blank, "horizon": None}) == Answers()


def test_answers_are_read_from_words_and_lists() -> None:
    raw = {"need_type": ["career_direction", "career_direction", "other"], "horizon": ["open_ended"]}
    assert clean_answers(raw) == Answers(need_type=("career_direction", "other"), horizon="open_ended")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"colour": "red"}, "no such question"),
        ({"horizon": "soon"}, "not one of the choices"),
        ({"horizon": ["open_ended", "unknown"]}, "choose one"),
        ({"need_type": [3]}, "not a choice"),
        ({"horizon": 3}, "not a choice"),
    ],
)
def test_answers_that_cannot_be_read_are_problems_in_words(raw: dict[str, object], words: str) -> None:
    problems = clean_answers(raw)
    assert isinstance(problems, AnswerProblems)
    assert words in problems.problems[0].because
