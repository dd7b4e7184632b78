"""What a run costs whom: the view of that name, and having the price of each rule worked out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from alongside.core.outcomes.small_groups import Band, Hidden
from alongside.jobs.matching import begin_rule_prices
from alongside.queries.access import Sight
from alongside.queries.matching.costs import get_rule_prices, list_fairness, list_place_worths
from alongside.queries.matching.rules import list_columns
from alongside.queries.matching.runs import get_run, kind_of
from alongside.web.answers import see_other
from alongside.web.declare import shows
from alongside.web.requests import HouseRequest


def costs_of(request: HouseRequest, sight: Sight[Any]) -> dict[str, Any]:
    """Rules, places and groups, for the view of a run."""
    run = sight.record
    columns = [one.name for one in list_columns(run.programme, kind_of(run))]
    by = request.GET.get("by", "")
    by = by if by in columns else ""
    rows = list_fairness(sight, by) if by else ()
    return {
        "prices": get_rule_prices(run),
        "places": list_place_worths(sight),
        "columns": columns,
        "by": by,
        "groups": [
            {
                "value": row.value or _("not said"),
                "placed": _share(row.placed_share),
                "fit": _fit(row.mean_fit),
            }
            for row in rows
            if not isinstance(row.placed_share, Hidden)
        ],
        "hidden": sum(isinstance(row.placed_share, Hidden) for row in rows),
    }


def _share(share: float | Band | Hidden) -> str:
    if isinstance(share, Band):
        return share.words
    return "" if isinstance(share, Hidden) else f"{share:.0f} %"


def _fit(fit: float | Hidden) -> str:
    return _("too few people to say") if isinstance(fit, Hidden) else f"{fit / 100:.0f} %"


@shows("match_run", "read")
@require_GET
def show_rule_prices(request: HouseRequest, pk: UUID) -> HttpResponse:
    """How far the prices of the rules are, for the page that waits for them."""
    run = get_run(request.viewer, "read", pk).record
    prices = get_rule_prices(run)
    if not request.htmx:
        return see_other("match_run", pk, query="?view=costs")
    if not prices.is_under_way:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "matching/_costs_progress.html", {"run": run, "prices": prices})


@shows("match_run", "run")
@require_POST
def edit_begin_rule_prices(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Have it worked out what each rule costs."""
    refused = begin_rule_prices(request.viewer, pk)
    if refused is not None:
        messages.error(request, refused.because)
    return see_other("match_run", pk, query="?view=costs")
