"""The matching workbench of a programme: what there is, run it, and what earlier runs came to."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from alongside.core.verdicts import Refused
from alongside.jobs.matching import begin_run
from alongside.queries.matching.rules import get_rules
from alongside.queries.matching.runs import (
    find_published,
    get_programme_to_match,
    list_runs,
    list_wishes,
    look_before_run,
)
from alongside.services.matching.wishes import take_wish_back
from alongside.web.answers import see_other, show_again
from alongside.web.declare import shows
from alongside.web.forms.matching import RunForm
from alongside.web.matching.kinds import kind_asked, kind_tabs, page_of
from alongside.web.matching.rule_words import summary_of
from alongside.web.requests import HouseRequest


@shows("match_run", "list")
@require_GET
def show_workbench(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Who waits, who has places, the rules in short, the button, and the runs so far."""
    sight = get_programme_to_match(request.viewer, "list", pk)
    return render(request, "matching/workbench.html", _page(request, sight, None))


def _page(request: HouseRequest, sight: Any, form: RunForm | None) -> dict[str, Any]:
    programme = sight.record
    kind = kind_asked(request, programme)
    form = form or RunForm(
        initial={"mode": "everyone_first"}, has_published=bool(find_published(programme, kind))
    )
    in_use = get_rules(programme, kind)
    return {
        **page_of(sight, programme, kind, programme.pk),
        "kind_tabs": kind_tabs(programme, kind, "programme_matching"),
        "form": form,
        "before": look_before_run(programme, kind),
        "in_use": in_use,
        "summary": summary_of(in_use.rules),
        "page": list_runs(sight, kind, request.GET.get("page", "1")),
        "wishes": list_wishes(programme, kind),
        "query": f"kind={kind}&",
    }


@shows("match_run", "run")
@require_POST
def edit_begin_run(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Set a run going."""
    sight = get_programme_to_match(request.viewer, "run", pk)
    kind = kind_asked(request, sight.record)
    published = find_published(sight.record, kind)
    form = RunForm(request.POST, has_published=published is not None)
    if not form.is_valid():
        return show_again(request, "matching/workbench.html", _page(request, sight, form))
    said = form.cleaned_data
    begun = begin_run(
        request.viewer,
        pk,
        kind,
        timezone.now(),
        mode=said["mode"] or "everyone_first",
        seed=said["seed"] or 0,
        places=said["places"],
        stays_with=published if said.get("stays") else None,
    )
    if isinstance(begun, Refused):
        messages.error(request, begun.because)
        return see_other("programme_matching", pk)
    return see_other("match_run", begun)


@shows("match_run", "edit")
@require_POST
def edit_take_wish_back(request: HouseRequest, pk: UUID, wish: UUID) -> HttpResponse:
    """Let go of a pair that was kept or ruled out by hand."""
    kind = take_wish_back(request.viewer, pk, wish)
    messages.success(request, _("Taken back. It counts from the next run on."))
    return see_other("programme_matching", pk, query=f"?kind={kind}")
