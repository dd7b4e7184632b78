"""Fits and points of matching, as pages write them."""

from django import template

from alongside.core.matching.engine.result import Totals

register = template.Library()


@register.filter
def fit_percent(fit: int, digits: int = 2) -> str:
    """A fit of 0…10,000 as percent, with so many decimals at most."""
    return f"{round(fit / 100, digits):g}"


@register.filter
def mean_fit(totals: Totals) -> str:
    """The mean fit of those placed, in percent."""
    return f"{totals.fit / totals.placed / 100:.1f}" if totals.placed else "0"


@register.filter
def points(milli: int) -> str:
    """Points from thousandths, with one decimal at most."""
    return f"{round(milli / 1000, 1):g}"


@register.filter
def whole_fits(fit: int) -> str:
    """A sum of fits of 0…10,000 each, in whole ones."""
    return f"{fit / 10_000:.2f}"
