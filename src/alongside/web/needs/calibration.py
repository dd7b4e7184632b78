"""How the recommendations do in use: kept, chosen otherwise, right afterwards. For administrators."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from alongside.core.needs.calibration import OTHERWISE, Calibration, RouteShares
from alongside.core.needs.following_up import ANSWERS
from alongside.core.needs.routes import Route
from alongside.core.outcomes.small_groups import Band, Hidden, ProtectedTable
from alongside.queries.needs.calibration import get_calibration
from alongside.web.declare import shows
from alongside.web.needs.workbench import rules_tabs
from alongside.web.requests import HouseRequest


@shows("triage_calibration", "read")
@require_GET
def show_calibration(request: HouseRequest) -> HttpResponse:
    """A table and its words for each version of the rules."""
    versions = [_version(each) for each in get_calibration(request.viewer)]
    context = {"versions": versions, "tabs": rules_tabs("triage_calibration")}
    return render(request, "needs/rules/calibration.html", context)


def _version(found: Calibration) -> dict[str, Any]:
    return {
        "version": found.version,
        "sentences": found.sentences,
        "shares": found.shares and _shares(found.shares),
        "chosen": found.chosen and _table(found.chosen, _("Suggested"), _("Chose: {what}")),
        "afterwards": found.afterwards and _table(found.afterwards, _("What they chose"), "{what}"),
    }


def _shares(shares: tuple[RouteShares, ...]) -> dict[str, Any]:
    columns = [
        _("Suggested"),
        _("To so many people at least"),
        _("Kept it"),
        _("It was right, of those who kept it"),
    ]
    rows = [
        [_words(each.route), _figure(each.people), _percent(each.kept), _percent(each.right)]
        for each in shares
    ]
    return {"columns": [{"label": each, "number": n > 0} for n, each in enumerate(columns)], "rows": rows}


def _percent(share: float | Band | Hidden) -> str:
    return f"{share:.0f} %" if isinstance(share, float) else _(share.words).rstrip(".").lower()


def _table(table: ProtectedTable, first: str, heading: str) -> dict[str, Any]:
    columns = [first, *(heading.format(what=_words(key)) for key in table.columns), _("All")]
    rows = [
        [_words(key), *(_figure(cell) for cell in cells), _figure(total)]
        for key, cells, total in zip(table.rows, table.cells, table.row_totals, strict=True)
    ]
    last = [_("All"), *(_figure(cell) for cell in table.column_totals), _figure(table.total)]
    numbers = [{"label": label, "number": place > 0} for place, label in enumerate(columns)]
    return {"columns": numbers, "rows": [*rows, last], "is_rounded": table.is_rounded}


def _words(key: str) -> str:
    if key == OTHERWISE:
        return _("Chose otherwise than suggested")
    if key in ANSWERS:
        return {"yes": _("It was right"), "partly": _("Partly"), "no": _("It was not")}[key]
    return Route(key).title


def _figure(figure: int | Hidden) -> str:
    return _("too few to say") if isinstance(figure, Hidden) else str(figure)
