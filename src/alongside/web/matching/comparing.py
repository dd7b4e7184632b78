"""Two runs side by side."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from alongside.queries.matching.comparing import (
    Beside,
    default_other,
    get_beside,
    list_changes,
    list_comparable,
)
from alongside.queries.matching.runs import get_run
from alongside.web.answers import see_other
from alongside.web.declare import shows
from alongside.web.matching.kinds import page_of
from alongside.web.matching.searching import search_of
from alongside.web.requests import HouseRequest


@shows("match_run", "read")
@require_GET
def show_comparison(request: HouseRequest, pk: UUID) -> HttpResponse:
    """What is different from another run (`with`) to this one; the one it follows, if none is named."""
    sight = get_run(request.viewer, "read", pk)
    run, others = sight.record, list_comparable(sight)
    asked = request.GET.get("with", "")
    other = next((one for one in others if str(one.pk) == asked), None) or default_other(sight, others)
    if run.placed is None or other is None:
        return see_other("match_run", pk)
    beside = get_beside(sight, other.pk)
    change = _change(request, beside)
    search = search_of(request, **{"with": str(other.pk), "change": change})
    context = (
        page_of(sight, run.programme, run.kind, run.programme_id)
        | search
        | {
            "run": run,
            "beside": beside,
            "others": others,
            "asked_differently": [_asked()[one] for one in beside.found.inputs],
            "changes": _tabs(pk, beside, change),
            "change": change,
            "page": list_changes(
                sight, beside, change, search=search["q"], page=request.GET.get("page", "1")
            ),
        }
    )
    return render(request, "matching/comparison.html", context)


def _names() -> dict[str, str]:
    return {
        "moved": _("With somebody else"),
        "newly_placed": _("Newly placed"),
        "no_longer_placed": _("No longer placed"),
        "same": _("With the same"),
        "came": _("Came in"),
        "left": _("Left"),
        "without_still": _("Without anybody still"),
    }


def _asked() -> dict[str, str]:
    return {
        "kind": _("the kind of help"),
        "facts": _("the people, or what they say"),
        "rules": _("the rules"),
        "mode": _("the aim"),
        "seed": _("the lottery"),
        "by_hand": _("what was decided by hand"),
    }


def _change(request: HouseRequest, beside: Beside) -> str:
    """The change asked for, else the first that anybody went through."""
    names, asked = _names(), request.GET.get("change", "")
    first = next((one for one in names if beside.found.of(one)), "same")  # type: ignore[arg-type]  # the names are those of the changes
    return asked if asked in names else first


def _tabs(pk: UUID, beside: Beside, change: str) -> list[dict[str, Any]]:
    url = reverse("compare_match_run", args=[pk])
    counts = {one: len(beside.found.of(one)) for one in _names()}  # type: ignore[arg-type]  # the names are those of the changes
    return [
        {
            "label": name,
            "url": f"{url}?{urlencode({'with': str(beside.other.pk), 'change': one})}",
            "current": one == change,
            "count": counts[one],
        }
        for one, name in _names().items()
        if counts[one] or one == change
    ]
