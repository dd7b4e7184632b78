"""The demo's door and its outbox. Anywhere else neither is there."""

from itertools import groupby

from django.contrib import auth, messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from alongside.queries.access import require_demo
from alongside.queries.people import get_account_behind, list_doors
from alongside.queries.post import list_letters
from alongside.web.answers import see_other
from alongside.web.declare import shows
from alongside.web.middleware.viewer import PERSON_IN_SESSION
from alongside.web.requests import HouseRequest

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@shows("demo_door", "run", anonymous=True)
@require_http_methods(["GET", "POST"])
def demo_door(request: HouseRequest) -> HttpResponse:
    """Everybody one can be in the demo; a POST signs in as that person."""
    doors = list_doors()
    if request.method != "POST":
        by_organisation = groupby(
            sorted(doors, key=lambda door: door.organisation), lambda door: door.organisation
        )
        grouped = [(organisation, list(group)) for organisation, group in by_organisation]
        return render(request, "people/demo_door.html", {"grouped": grouped})
    chosen = next((door for door in doors if str(door.person_id) == request.POST.get("person")), None)
    if chosen is None:
        raise Http404
    account = get_account_behind(chosen)
    auth.login(request, account, backend=BACKEND)
    request.session[PERSON_IN_SESSION] = str(chosen.person_id)
    messages.success(request, _("You are %(name)s now.") % {"name": chosen.name})
    return see_other("today")


@shows("outbox_mail", "list", anonymous=True)
@require_GET
def outbox(request: HouseRequest) -> HttpResponse:
    """The letters of the demo, newest first, as their readers would get them."""
    require_demo()
    page = Paginator(list_letters(), 20).get_page(request.GET.get("page"))
    return render(request, "people/outbox.html", {"page": page})
