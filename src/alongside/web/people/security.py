"""How one signs in: password, address, passkeys, codes, sessions; each is changed on a page of its own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.queries.people import get_ways_in
from alongside.web.declare import shows
from alongside.web.requests import HouseRequest


@shows("account", "read", needs_person=False)
@require_GET
def show_my_security(request: HouseRequest) -> HttpResponse:
    """Every way into the account as it stands, with the page that changes it."""
    return render(request, "people/my_security.html", {"ways": get_ways_in(request.viewer)})
