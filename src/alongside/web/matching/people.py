"""One person in a run: why this one, who else there is and what that would cost, and deciding by hand."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from alongside.core.matching.engine.choices import Choice
from alongside.core.verdicts import Refused
from alongside.jobs.matching import begin_run
from alongside.queries.access import Sight
from alongside.queries.matching.person import (
    PersonInRun,
    cost_of,
    get_enrolment,
    get_person_in_run,
    list_choices_of,
    place_worth_of,
)
from alongside.queries.matching.runs import get_run, kind_of, wishes_by_pair
from alongside.services.matching.wishes import wish_from_person
from alongside.web.answers import see_other
from alongside.web.declare import shows
from alongside.web.matching.kinds import page_of
from alongside.web.matching.searching import search_of
from alongside.web.requests import HouseRequest


@shows("proposal_pair", "read")
@require_GET
def show_person_in_run(request: HouseRequest, pk: UUID, person: UUID) -> HttpResponse:
    """A client with whom they got and whom they could get, or a practitioner with theirs and their places."""
    sight = get_run(request.viewer, "read", pk)
    run, found = sight.record, get_person_in_run(sight, person)
    context = page_of(sight, run.programme, run.kind, run.programme_id)
    context |= {"run": run, "found": found}
    context |= _choices(request, sight, found) if found.is_client else _places(sight, found)
    return render(request, "matching/person.html", context)


def _choices(request: HouseRequest, sight: Sight[Any], found: PersonInRun) -> dict[str, Any]:
    search = search_of(request)
    page = list_choices_of(sight, found.enrolment, search=search["q"], page=request.GET.get("page", "1"))
    wishes = wishes_by_pair(sight.record)
    rows = [
        {
            "shown": one,
            "percent": round(one.choice.fit / 100),
            "cost": say_cost(one.choice),
            "wish": wishes.get((found.enrolment.pk, one.enrolment.pk), ""),
        }
        for one in page
    ]
    return search | {"page": page, "rows": rows, "asked": _asked(request, sight, found)}


def _asked(request: HouseRequest, sight: Sight[Any], found: PersonInRun) -> dict[str, Any] | None:
    """What it would cost to put the two together, where that was asked for."""
    try:
        other = UUID(request.GET.get("with", ""))
    except ValueError:
        return None
    practitioner = get_enrolment(sight, other)
    cost = cost_of(sight, found.enrolment, practitioner)
    is_possible = not isinstance(cost, Refused) and not cost.refused
    return {"practitioner": practitioner, "because": cost.because, "is_possible": is_possible}


def _places(sight: Sight[Any], found: PersonInRun) -> dict[str, Any]:
    return {"one_more": place_worth_of(sight, found.enrolment)}


def say_cost(choice: Choice) -> str:
    """The least it would cost, in words; empty where nothing is known of it."""
    if choice.placed_lost:
        words = ngettext(
            "Would leave at least %(number)s more person without anybody.",
            "Would leave at least %(number)s more people without anybody.",
            choice.placed_lost,
        )
        return words % {"number": choice.placed_lost}
    if choice.fit_lost:
        return _("Would cost all together at least %(percent)s %% of one pair’s fit.") % {
            "percent": f"{choice.fit_lost / 100:g}"
        }
    return ""


@shows("proposal_pair", "edit")
@require_POST
def edit_two_by_hand(request: HouseRequest, pk: UUID, person: UUID, other: UUID) -> HttpResponse:
    """Keep two people together, rule them out, or neither; with `again` a run follows that changes as little else
    as it can."""
    wish = request.POST.get("wish", "")
    back = f"?{urlencode({'q': request.POST['q']})}" if request.POST.get("q") else ""
    refused = wish_from_person(request.viewer, pk, person, other, wish, timezone.now())
    if refused is not None:
        messages.error(request, refused.because)
        return see_other("person_in_run", pk, person, query=back)
    if request.POST.get("again"):
        return _run_again(request, pk, person)
    words = {"lock": _("Kept together from the next run on."), "forbid": _("Ruled out from the next run on.")}
    messages.success(request, words.get(wish, _("Taken back. It counts from the next run on.")))
    return see_other("person_in_run", pk, person, query=back)


def _run_again(request: HouseRequest, pk: UUID, person: UUID) -> HttpResponse:
    run = get_run(request.viewer, "read", pk).record
    begun = begin_run(
        request.viewer,
        run.programme_id,
        kind_of(run),
        timezone.now(),
        mode=run.mode,
        seed=run.seed,
        places=run.places_override,
        stays_with=run.pk,
    )
    if isinstance(begun, Refused):
        messages.error(request, begun.because)
        return see_other("person_in_run", pk, person)
    return see_other("match_run", begun)
