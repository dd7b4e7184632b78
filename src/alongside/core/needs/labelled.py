"""The labelled cases that come with the product: what a change of the rules is tried on before it is used."""

from functools import cache, lru_cache
from importlib import resources

from alongside.core.needs.cases import Case, read_cases
from alongside.core.needs.questions import Answers
from alongside.core.needs.second_reader import Opinion, WordsRead, default_reader, read_words, weigh


def read_labelled(statement: str, answers: Answers) -> Opinion | None:
    """The second reader's opinion on a labelled case; as `second_opinion.opinion_on`, but remembered.

    These cases are nobody's secret and are read again and again, with answers and without, under one version of the
    rules after the other.
    """
    if not statement.strip() and not answers.ticked():
        return None
    return weigh(_words(statement), answers, default_reader())


@lru_cache(maxsize=4_000)
def _words(statement: str) -> WordsRead:
    return read_words(statement, default_reader())


@cache
def shipped_cases() -> tuple[Case, ...]:
    """Every labelled case of the package, in the order of its file (`rules/cases.jsonl`)."""
    return read_cases(
        resources.files("alongside.core.needs").joinpath("rules/cases.jsonl").read_text("utf-8")
    )
