"""A trial of the draft: how far it is, and what would change."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from alongside.core.needs.labelled import shipped_cases
from alongside.core.needs.measure import share
from alongside.core.needs.routes import Route
from alongside.core.needs.trying import OWN_GROUPS, WAYS
from alongside.queries.access import NotVisible
from alongside.queries.needs.workbench import get_draft, get_trial, hash_of_draft, is_over
from alongside.web.declare import shows
from alongside.web.requests import HouseRequest


@dataclass(frozen=True, slots=True)
class FlipLine:
    """A labelled case that changes, in words."""

    case: str
    text: str
    label: str
    now: str
    then: str
    verdict: str  # better, worse, or other


@shows("triage_rules", "list")
@require_GET
def show_trial(request: HouseRequest, pk: UUID) -> HttpResponse:
    """While it runs, how far it is; then the version in use and the draft side by side."""
    trial = get_trial(request.viewer, pk).record
    context: dict[str, Any] = {"trial": trial, "is_running": not is_over(trial)}
    if context["is_running"]:
        page = "needs/rules/_progress.html" if request.htmx else "needs/rules/trial.html"
        return render(request, page, context)
    if request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if trial.result:
        context["ways"] = [_way(way) for way in trial.result["ways"]]
        context["own"] = own_words(trial.result["own"])
    context["is_of_this_draft"] = _is_of_this_draft(request, trial.draft_hash)
    return render(request, "needs/rules/trial.html", context)


def _is_of_this_draft(request: HouseRequest, made_with: str) -> bool:
    try:
        return hash_of_draft(get_draft(request.viewer).record.text) == made_with
    except NotVisible:
        return False


def _way(way: dict[str, Any]) -> dict[str, Any]:
    now, then = way["now"], way["then"]
    texts = {case.id: case.text for case in shipped_cases()}
    flips = [_flip(each, texts) for each in way["flips"]]
    return {
        "title": _(WAYS[way["way"]]),
        "figures": [
            [words, *(_of(each[part], each[whole]) for each in (now, then))]
            for words, part, whole in (
                (_("Right"), "right", "cases"),
                (_("Crises found"), "crises_found", "crises"),
                (_("False alarms"), "false_alarms", "calm"),
                (_("Danger or ill health sent to a coach, a mentor or a course"), "wrongly_booked", "cases"),
            )
        ],
        "routes": [
            [Route(each["route"]).title, str(each["cases"]), str(each["now"]), str(each["then"])]
            for each in way["routes"]
            if each["cases"]
        ],
        "flips": flips,
        "summary": _(
            "{count} of {cases} labelled cases would be answered otherwise: {better} become right, "
            "{worse} become wrong."
        ).format(
            count=len(flips),
            cases=now["cases"],
            better=sum(flip.verdict == "better" for flip in flips),
            worse=sum(flip.verdict == "worse" for flip in flips),
        ),
    }


def _of(part: int, whole: int) -> str:
    return _("{part} of {whole} ({percent:.1f} %)").format(
        part=part, whole=whole, percent=100 * share(part, whole)
    )


def _flip(each: dict[str, Any], texts: dict[str, str]) -> FlipLine:
    verdicts = {(False, True): "better", (True, False): "worse"}
    return FlipLine(
        case=each["case"],
        text=texts.get(each["case"], ""),
        label=title_of(each["label"]),
        now=title_of(each["now"]),
        then=title_of(each["then"]),
        verdict=verdicts.get((each["was_right"], each["is_right"]), "other"),
    )


def title_of(route: str) -> str:
    """The route in words; a statement may also have been refused as too long."""
    known = {each.value: each.title for each in Route}
    return known.get(route, route)


def own_words(groups: dict[str, int | None]) -> list[list[str]]:
    """The four numbers about the organisation's own cases, as rows of a table."""
    names = {
        "both": _("Right with both"),
        "better": _("Right with the draft only"),
        "worse": _("Right with the version in use only"),
        "neither": _("Right with neither"),
    }
    few = _("fewer than ten, or none")
    return [[names[key], few if groups[key] is None else _at_least(groups[key])] for key in OWN_GROUPS]


def _at_least(count: int | None) -> str:
    return _("{count} or a few more").format(count=count)
