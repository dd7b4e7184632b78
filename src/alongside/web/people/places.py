"""Where an account has its place: none yet, one of several, an invitation to take."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.verdicts import Refused
from alongside.queries.people import (
    is_anything_founded,
    list_open_places,
    list_places,
    list_waiting_invitations,
)
from alongside.services import people
from alongside.web.answers import see_other, show_again
from alongside.web.declare import shows
from alongside.web.forms.people import FoundingForm, JoiningForm
from alongside.web.middleware.viewer import PERSON_IN_SESSION
from alongside.web.requests import HouseRequest


def signed_in_account(request: HouseRequest) -> int:
    """The account that asks; the declaration of the view has seen to it that there is one."""
    account_id = request.viewer.account_id
    assert account_id is not None  # noqa: S101 - see above
    return account_id


def places_page(request: HouseRequest, **more: Any) -> dict[str, Any]:
    return {
        "waiting": list_waiting_invitations(request.viewer, timezone.now()),
        "open_places": list_open_places(request.viewer),
        "is_first_run": not is_anything_founded(),
        "founding": FoundingForm(),
        "joining": JoiningForm(),
        **more,
    }


@shows("account", "read", needs_person=False)
def show_no_place_yet(request: HouseRequest) -> HttpResponse:
    """What somebody can do who has signed in: take a kept place, join where it is open, found the first."""
    return render(request, "people/no_place_yet.html", places_page(request))


@shows("account", "edit", needs_person=False)
@require_POST
def found(request: HouseRequest) -> HttpResponse:
    """Make the first organisation of this install."""
    form = FoundingForm(request.POST)
    if form.is_valid():
        done = people.found_organisation(signed_in_account(request), **form.cleaned_data, at=timezone.now())
        if not isinstance(done, Refused):
            messages.success(request, _("The organisation is there, and you look after it."))
            return see_other("today")
        form.add_error(None, done.because)
    return show_again(request, "people/no_place_yet.html", places_page(request, founding=form))


@shows("account", "edit", needs_person=False)
@require_POST
def join(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Take a place in an organisation that is open to everyone."""
    form = JoiningForm(request.POST)
    if form.is_valid():
        done = people.join_organisation(
            signed_in_account(request), pk, name=form.cleaned_data["person_name"], at=timezone.now()
        )
        if not isinstance(done, Refused):
            request.session[PERSON_IN_SESSION] = str(done.pk)
            return see_other("today")
        form.add_error(None, done.because)
    return show_again(request, "people/no_place_yet.html", places_page(request, joining=form, joining_at=pk))


@shows("invitation", "decide", needs_person=False)
@require_POST
def accept_waiting(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Take a place kept for one of the account's own addresses."""
    done = people.accept_waiting_invitation(signed_in_account(request), pk, timezone.now())
    return welcome(request, done)


def welcome(request: HouseRequest, done: Any) -> HttpResponse:
    """To today as the new person, or to the page that says why not."""
    if isinstance(done, Refused):
        messages.error(request, done.because)
        return see_other("no_place_yet")
    request.session[PERSON_IN_SESSION] = str(done.pk)
    messages.success(request, _("Your place is yours."))
    return see_other("today")


@shows("invitation", "decide", anonymous=True)
@require_http_methods(["GET", "POST"])
def accept_invitation(request: HouseRequest, token: str) -> HttpResponse:
    """The page behind the link of a letter. The token is looked up once somebody has signed in, not before."""
    signed_in = request.user.is_authenticated
    if request.method == "POST" and signed_in:
        done = people.accept_invitation(signed_in_account(request), token, timezone.now())
        if not isinstance(done, Refused):
            return welcome(request, done)
        return show_again(request, "people/invitation.html", {"why_not": done.because, "signed_in": True})
    return render(request, "people/invitation.html", {"signed_in": signed_in})


@shows("account", "edit", needs_person=False)
@require_http_methods(["GET", "POST"])
def choose_person(request: HouseRequest) -> HttpResponse:
    """As whom to look, for an account with a place in several organisations."""
    places = list_places(request.viewer)
    if request.method != "POST":
        return render(request, "people/choose_person.html", {"places": places})
    chosen = request.POST.get("person", "")
    if chosen not in {str(place.person_id) for place in places}:
        raise Http404
    request.session[PERSON_IN_SESSION] = chosen
    return see_other("today")
