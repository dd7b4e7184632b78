"""The labelled cases that come with the product: what a change of the rules is tried on before it is used."""

from functools import cache
from importlib import resources

from alongside.core.needs.cases import Case, read_cases


@cache
def shipped_cases() -> tuple[Case, ...]:
    """Every labelled case of the package, in the order of its file (`rules/cases.jsonl`)."""
    return read_cases(
        resources.files("alongside.core.needs").joinpath("rules/cases.jsonl").read_text("utf-8")
    )
