"""Programmes for those who may take part: which are open, joining one, leaving one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.verdicts import Refused
from alongside.queries.programmes import get_open_programme, list_open_programmes, list_own_enrolments
from alongside.services import programmes
from alongside.web.answers import see_other, sent, show_again
from alongside.web.declare import shows
from alongside.web.forms.programmes import JoinForm
from alongside.web.requests import HouseRequest


@shows("programme", "list")
@require_GET
def show_open_programmes(request: HouseRequest) -> HttpResponse:
    """Programmes to join, and the places one has."""
    context = {
        "offered": list_open_programmes(request.viewer),
        "own": list_own_enrolments(request.viewer),
    }
    return render(request, "programmes/open_programmes.html", context)


@shows("programme", "read")
@require_http_methods(["GET", "POST"])
def edit_join(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Take a part, or ask to."""
    offer = get_open_programme(request.viewer, pk)
    parts = offer.free_parts if offer.can_be_joined else tuple(each.part for each in offer.invited)
    form = JoinForm(parts, sent(request), initial={"part": request.GET.get("part", "")})
    context = {"programme": offer.programme, "offer": offer, "form": form, "parts": parts}
    if request.method != "POST":
        return render(request, "programmes/join.html", context)
    if form.is_valid():
        done = programmes.join_programme(
            request.viewer,
            pk,
            form.cleaned_data["part"],
            timezone.now(),
            places=form.cleaned_data["places"] or 1,
        )
        if not isinstance(done, Refused):
            asked = done.state == "requested"
            told = _("You have asked. The programme manager answers.") if asked else _("You take part now.")
            messages.success(request, told)
            return see_other("today")
        form.add_error(None, done.because)
    return show_again(request, "programmes/join.html", context)


@shows("enrolment", "close")
@require_POST
def leave(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Give one's place up."""
    done = programmes.leave_programme(request.viewer, pk, timezone.now())
    if isinstance(done, Refused):
        messages.error(request, done.because)
    else:
        messages.success(request, _("You have left. You can come back later."))
    return see_other("open_programmes")
