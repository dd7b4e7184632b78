"""The people of a programme, for those who manage it."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.confidentiality.relations import Relation
from alongside.core.programmes import PARTS, ProgrammeKind
from alongside.core.verdicts import Refused
from alongside.queries.access import NotVisible, Sight
from alongside.queries.programmes import (
    count_enrolments,
    get_programme,
    line_of,
    list_enrolments,
    list_uninvited,
)
from alongside.services import programmes
from alongside.web.answers import see_other, see_own, sent, show_again
from alongside.web.declare import shows
from alongside.web.forms.programmes import AddPersonForm, FilterForm
from alongside.web.programmes.tabs import programme_tabs
from alongside.web.requests import HouseRequest


def managed(request: HouseRequest, pk: UUID) -> Sight[Any]:
    """The programme, for somebody who manages it; who takes part is nobody else's business."""
    sight = get_programme(request.viewer, "edit", pk)
    if not sight.is_any(Relation.PROGRAMME_MANAGER):
        raise NotVisible
    return sight


def parts_of(sight: Sight[Any]) -> tuple[str, ...]:
    return PARTS[ProgrammeKind(sight.record.kind)]


@shows("enrolment", "list")
@require_GET
def show_people(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Everybody in the programme: looked for by name, part and state, a page at a time."""
    sight = managed(request, pk)
    form = FilterForm(parts_of(sight), request.GET or None)
    asked = {name: request.GET.get(name, "") for name in ("q", "part", "state")}
    page = list_enrolments(
        sight,
        timezone.now(),
        search=asked["q"].strip(),
        part=asked["part"],
        state=asked["state"],
        page=request.GET.get("page", "1"),
    )
    query = urlencode({name: value for name, value in asked.items() if value})
    context = {
        "programme": sight.record,
        "tabs": programme_tabs(sight, pk, "programme_people"),
        "form": form,
        "page": page,
        "lines": [line_of(row) for row in page],
        "query": f"{query}&" if query else "",
        "is_filtered": bool(query),
        "numbers": count_enrolments(sight),
        "uninvited": list_uninvited(sight, timezone.now()).count(),
    }
    return render(request, "programmes/people.html", context)


@shows("enrolment", "create")
@require_http_methods(["GET", "POST"])
def add_person(request: HouseRequest, pk: UUID) -> HttpResponse:
    """One person by hand."""
    sight = managed(request, pk)
    form = AddPersonForm(parts_of(sight), sent(request))
    context = {
        "programme": sight.record,
        "tabs": programme_tabs(sight, pk, "programme_people"),
        "form": form,
    }
    if request.method != "POST":
        return render(request, "programmes/add_person.html", context)
    if form.is_valid():
        data = {**form.cleaned_data, "places": form.cleaned_data["places"] or 0}
        done = programmes.add_person(request.viewer, pk, **data, at=timezone.now())
        if not isinstance(done, Refused):
            messages.success(request, _("Added. They get a letter once you invite them."))
            return see_other("programme_people", pk)
        form.add_error(None, done.because)
    return show_again(request, "programmes/add_person.html", context)


@shows("enrolment", "decide")
@require_POST
def decide(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Yes or no to a request."""
    approve = request.POST.get("answer") == "yes"
    done = programmes.decide_enrolment(request.viewer, pk, approve=approve, at=timezone.now())
    return back(request, done, _("They take part now.") if approve else _("They are told that it is a no."))


@shows("enrolment", "edit")
@require_POST
def invite(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A letter to one person."""
    done = programmes.invite_to_programme(request.viewer, pk, timezone.now())
    return back(request, done, _("A letter is on its way."))


@shows("invitation", "close")
@require_POST
def withdraw(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Make the letter to one person useless."""
    done = programmes.withdraw_letter(request.viewer, pk, timezone.now())
    return back(request, done, _("The link in the letter no longer works."))


@shows("enrolment", "close")
@require_POST
def remove(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Take somebody out of the programme. Relationships that run are not touched."""
    done = programmes.leave_programme(request.viewer, pk, timezone.now())
    return back(request, done, _("They no longer take part."))


@shows("enrolment", "decide")
@require_POST
def bring_back(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Undo that somebody was taken out."""
    done = programmes.bring_back(request.viewer, pk, timezone.now())
    return back(request, done, _("They take part again."))


@shows("invitation", "create")
@require_POST
def invite_everyone(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A letter to everyone who has had none."""
    number = programmes.invite_everyone(request.viewer, pk, timezone.now())
    words = ngettext("%(number)s letter is on its way.", "%(number)s letters are on their way.", number)
    messages.success(request, words % {"number": number})
    return see_other("programme_people", pk)


def back(request: HouseRequest, done: object, words: str) -> HttpResponse:
    """To the list as it was filtered, with what happened or why it did not."""
    if isinstance(done, Refused):
        messages.error(request, done.because)
    else:
        messages.success(request, words)
    return see_own(request, request.POST.get("next", ""), "programmes")
