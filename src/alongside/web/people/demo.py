"""The demo's door and its outbox. Anywhere else neither is there."""

from itertools import groupby

from allauth.usersessions.models import UserSession
from django.contrib import auth, messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from alongside.core.needs.routes import Route
from alongside.queries.access import require_demo
from alongside.queries.people import get_account_behind, list_doors, list_things_to_say
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
        grouped = [
            (organisation, list(group))
            for organisation, group in groupby(doors, lambda door: door.organisation)
        ]
        to_say = [(Route(one.route).title, one.words) for one in list_things_to_say()]
        return render(request, "people/demo_door.html", {"grouped": grouped, "to_say": to_say})
    chosen = next((door for door in doors if str(door.person_id) == request.POST.get("person")), None)
    if chosen is None:
        raise Http404
    account = get_account_behind(chosen)
    auth.login(request, account, backend=BACKEND)
    request.session[PERSON_IN_SESSION] = str(chosen.person_id)
    remember_session(request)
    messages.success(request, _("You are %(name)s now.") % {"name": chosen.name})
    return see_other(chosen.lands_on)


def remember_session(request: HouseRequest) -> None:
    """Put this browser on the list of those signed in, as signing in with a password would."""
    UserSession.objects.create_from_request(request)


@shows("outbox_mail", "list", anonymous=True)
@require_GET
def outbox(request: HouseRequest) -> HttpResponse:
    """The letters of the demo, newest first, as their readers would get them."""
    require_demo()
    page = Paginator(list_letters(), 20).get_page(request.GET.get("page"))
    return render(request, "people/outbox.html", {"page": page})
