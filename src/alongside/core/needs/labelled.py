"""The labelled cases that come with the product: what a change of the rules is tried on before it is used."""

from functools import cache, lru_cache
from importlib import resources

from alongside.core.needs.cases import Case, read_cases
from alongside.core.needs.second_opinion import opinion_on

# These cases are nobody's secret and are read again and again, under one version of the rules after the other.
read_labelled = lru_cache(maxsize=2_000)(opinion_on)


@cache
def shipped_cases() -> tuple[Case, ...]:
    """Every labelled case of the package, in the order of its file (`rules/cases.jsonl`)."""
    return read_cases(
        resources.files("alongside.core.needs").joinpath("rules/cases.jsonl").read_text("utf-8")
    )
