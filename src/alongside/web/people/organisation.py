"""The organisation, for its administrators: settings and offices."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.verdicts import Refused
from alongside.queries.people import get_organisation, list_colleagues, list_offices, list_programmes_to_run
from alongside.services import people
from alongside.web.answers import see_other, show_again
from alongside.web.declare import shows
from alongside.web.forms.people import AppointmentForm, OrganisationForm
from alongside.web.requests import HouseRequest

PAGE = "people/organisation.html"


def organisation_page(request: HouseRequest, **more: Any) -> dict[str, Any]:
    sight = get_organisation(request.viewer, "edit")
    here = sight.record
    settings = {
        "name": here.name,
        "country": here.country,
        "is_open_to_sign_up": here.is_open_to_sign_up,
    }
    return {
        "offices": list_offices(sight),
        "form": OrganisationForm(initial=settings),
        "appointing": AppointmentForm(list_colleagues(sight), list_programmes_to_run(sight)),
        **more,
    }


@shows("organisation", "edit")
@require_http_methods(["GET", "POST"])
def edit_organisation(request: HouseRequest) -> HttpResponse:
    """Name, country, and whether people may join by themselves."""
    if request.method != "POST":
        return render(request, PAGE, organisation_page(request))
    get_organisation(request.viewer, "edit")
    form = OrganisationForm(request.POST)
    if not form.is_valid():
        return show_again(request, PAGE, organisation_page(request, form=form))
    people.change_organisation(request.viewer, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return see_other("organisation")


@shows("organisation", "edit")
@require_POST
def appoint(request: HouseRequest) -> HttpResponse:
    """Give somebody an office."""
    sight = get_organisation(request.viewer, "edit")
    form = AppointmentForm(list_colleagues(sight), list_programmes_to_run(sight), request.POST)
    if form.is_valid():
        data = form.cleaned_data
        programme = UUID(data["programme"]) if data["programme"] else None
        done = people.appoint(request.viewer, UUID(data["person"]), data["office"], programme, timezone.now())
        if not isinstance(done, Refused):
            messages.success(request, _("Appointed."))
            return see_other("organisation", query="#offices")
        form.add_error(None, done.because)
    return show_again(request, PAGE, organisation_page(request, appointing=form))


@shows("organisation", "edit")
@require_POST
def end_appointment(request: HouseRequest, pk: UUID) -> HttpResponse:
    """End somebody's office."""
    done = people.end_appointment(request.viewer, pk, timezone.now())
    if isinstance(done, Refused):
        messages.error(request, done.because)
    else:
        messages.success(request, _("The office has ended."))
    return see_other("organisation", query="#offices")
