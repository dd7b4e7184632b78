"""One matching run: how far it is, what came of it and why, and what to do with it."""

import json
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.matching.reasons import telling_reasons
from alongside.core.verdicts import Refused
from alongside.queries.access import Sight
from alongside.queries.matching.comparing import list_comparable
from alongside.queries.matching.nobody import list_shortages, list_unmatched
from alongside.queries.matching.published import list_standings
from alongside.queries.matching.rules import rules_of
from alongside.queries.matching.runs import (
    count_by_fit,
    count_wishes,
    get_audit,
    get_figures,
    get_run,
    is_over,
    list_for_picture,
    list_pairs,
    wishes_by_pair,
)
from alongside.services.matching.publishing import Published, publish_run, withdraw_run
from alongside.services.matching.runs import cancel_run
from alongside.services.matching.wishes import wish_by_pair
from alongside.web.answers import see_other, see_own
from alongside.web.declare import shows
from alongside.web.forms.matching import PairsFilterForm
from alongside.web.matching.costs import costs_of
from alongside.web.matching.kinds import page_of
from alongside.web.matching.rule_words import summary_of
from alongside.web.matching.searching import search_of
from alongside.web.pictures.bars import measure_funnel
from alongside.web.requests import HouseRequest

LAST_BAND = 9
VIEWS = ("pairs", "nobody", "picture", "costs", "standing", "how")


@shows("match_run", "read")
@require_GET
def show_run(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A run in one of its views; while it runs, how far it is."""
    sight = get_run(request.viewer, "read", pk)
    run = sight.record
    context = page_of(sight, run.programme, run.kind, run.programme_id) | {"run": run}
    if not is_over(run):
        return _show_progress(request, context)
    if request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if run.placed is not None:
        context |= _result(request, sight)
    return render(request, "matching/run.html", context)


def _show_progress(request: HouseRequest, context: dict[str, Any]) -> HttpResponse:
    template = "matching/_run_progress.html" if request.htmx else "matching/run.html"
    return render(request, template, context | {"is_running": True})


def _result(request: HouseRequest, sight: Sight[Any]) -> dict[str, Any]:
    run = sight.record
    view = request.GET.get("view", "pairs")
    view = view if view in VIEWS else "pairs"
    figures = get_figures(run)
    common = {
        "view": view,
        "figures": figures,
        "views": _view_tabs(run, view),
        "has_others": bool(list_comparable(sight)),
    }
    return common | _VIEW[view](request, sight)


def _view_tabs(run: Any, view: str) -> list[dict[str, Any]]:
    names = {
        "pairs": _("Pairs"),
        "nobody": _("Nobody yet"),
        "picture": _("Picture"),
        "costs": _("What it costs"),
        "standing": _("Where it stands"),
        "how": _("How it was found"),
    }
    counts = {"pairs": run.placed, "nobody": run.asked - run.placed}
    url = reverse("match_run", args=[run.pk])
    return [
        {
            "label": names[one],
            "url": url if one == "pairs" else f"{url}?view={one}",
            "current": one == view,
            "count": counts.get(one, ""),
        }
        for one in VIEWS
        if one != "standing" or _has_offers(run)
    ]


def _has_offers(run: Any) -> bool:
    """Whether somebody was offered coaches by this run, so that there is something to follow."""
    return bool(run.kind == "coaching" and run.published_at)


def _pairs(request: HouseRequest, sight: Sight[Any]) -> dict[str, Any]:
    asked = {name: request.GET.get(name, "").strip() for name in ("q", "order")}
    page = list_pairs(sight, search=asked["q"], order=asked["order"], page=request.GET.get("page", "1"))
    query = urlencode({name: value for name, value in asked.items() if value})
    wishes = wishes_by_pair(sight.record)
    rows = [
        {
            "pair": pair,
            "percent": round(pair.fit / 100),
            "reasons": telling_reasons(pair.findings),
            "wish": wishes.get((pair.client_id, pair.practitioner_id), ""),
        }
        for pair in page
    ]
    return {
        "form": PairsFilterForm(asked),
        "page": page,
        "rows": rows,
        "query": f"{query}&" if query else "",
        "is_filtered": bool(asked["q"]),
    }


def _nobody(request: HouseRequest, sight: Sight[Any]) -> dict[str, Any]:
    search = search_of(request, view="nobody")
    return search | {
        "page": list_unmatched(sight, search=search["q"], page=request.GET.get("page", "1")),
        "shortages": () if search["q"] else list_shortages(sight),
    }


def _picture(request: HouseRequest, sight: Sight[Any]) -> dict[str, Any]:
    run = sight.record
    pairs = list_for_picture(sight)
    kept = wishes_by_pair(run)
    rows = [
        {
            "left": pair.client.person.name,
            "left_id": str(pair.client_id),
            "right": pair.practitioner.person.name,
            "right_id": str(pair.practitioner_id),
            "fit": pair.fit / 10_000,
            "kind": run.kind,
            "reasons": telling_reasons(pair.findings),
            "locked": kept.get((pair.client_id, pair.practitioner_id)) == "lock",
        }
        for pair in pairs
    ]
    bands = [
        {
            "label": f"{10 * n}–{10 * n + (10 if n == LAST_BAND else 9)} %",
            "people": number,
            "words": str(number),
        }
        for n, number in enumerate(count_by_fit(sight))
    ]
    first = next((n for n, band in enumerate(bands) if band["people"]), 0)
    return {
        "rows": rows,
        "is_too_large": not pairs and bool(run.placed),
        "bands": measure_funnel(bands[first:]),
    }


def _standing(request: HouseRequest, sight: Sight[Any]) -> dict[str, Any]:
    return {"standings": list_standings(sight)}


def _how(request: HouseRequest, sight: Sight[Any]) -> dict[str, Any]:
    run = sight.record
    return {"rules": summary_of(rules_of(run.rule_set)), "wishes": count_wishes(run)}


_VIEW = {
    "pairs": _pairs,
    "nobody": _nobody,
    "picture": _picture,
    "costs": costs_of,
    "standing": _standing,
    "how": _how,
}


@shows("match_run", "read")
@require_GET
def show_audit(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The audit file: facts, rules, result and proof, to check with `alongside check`."""
    sight = get_run(request.viewer, "read", pk)
    text = json.dumps(get_audit(sight), ensure_ascii=False, sort_keys=True, indent=1)
    return HttpResponse(
        text,
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="run-{pk}.json"'},
    )


@shows("match_run", "close")
@require_POST
def edit_cancel_run(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Stop a run."""
    refused = cancel_run(request.viewer, pk, timezone.now())
    if refused is not None:
        messages.error(request, refused.because)
    return see_other("match_run", pk)


@shows("proposal_pair", "edit")
@require_POST
def edit_wish(request: HouseRequest, pk: UUID, pair: UUID) -> HttpResponse:
    """Keep a pair, rule it out, or neither."""
    wish = request.POST.get("wish", "")
    refused = wish_by_pair(request.viewer, pk, pair, wish, timezone.now())
    words = {
        "lock": _("Kept together from the next run on."),
        "forbid": _("Ruled out from the next run on."),
    }
    if refused is not None:
        messages.error(request, refused.because)
    else:
        messages.success(request, words.get(wish, _("Taken back. It counts from the next run on.")))
    return see_own(request, request.POST.get("next", ""), "programmes")


@shows("match_run", "publish")
@require_http_methods(["GET", "POST"])
def edit_publish_run(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Say what publishing does, then do it."""
    sight = get_run(request.viewer, "publish", pk)
    run = sight.record
    if request.method != "POST" and run.placed is None:
        return see_other("match_run", pk)
    if request.method != "POST":
        context = page_of(sight, run.programme, run.kind, run.programme_id) | {"run": run}
        return render(request, "matching/publish.html", context)
    done = publish_run(request.viewer, pk, timezone.now())
    if isinstance(done, Refused):
        messages.error(request, done.because)
    else:
        _tell_published(request, done)
    return see_other("match_run", pk)


def _tell_published(request: HouseRequest, done: Published) -> None:
    """How many see something now, and why others do not; who they are stands on the page only."""
    words = ngettext("%(number)s person sees it now.", "%(number)s people see it now.", done.shown)
    messages.success(request, words % {"number": done.shown})
    if done.asked_first:
        words = ngettext(
            "%(number)s person is asked first whether they want coaching.",
            "%(number)s people are asked first whether they want coaching.",
            len(done.asked_first),
        )
        messages.info(request, words % {"number": len(done.asked_first)})
    for because in dict.fromkeys(because for _name, because in done.not_shown):
        messages.warning(request, because)


@shows("match_run", "publish")
@require_POST
def edit_withdraw_run(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Take a publication back."""
    refused = withdraw_run(request.viewer, pk)
    if refused is not None:
        messages.error(request, refused.because)
    else:
        messages.success(request, _("Taken back. Nobody sees it any more."))
    return see_other("match_run", pk)
