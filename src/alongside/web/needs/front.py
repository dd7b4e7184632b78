"""Pages for everybody: the front, help right now, and the programme's picture for its manager."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.queries.needs.picture import get_picture
from alongside.web.declare import shows
from alongside.web.needs.contacts import contacts_of
from alongside.web.programmes.tabs import programme_tabs
from alongside.web.requests import HouseRequest


@shows("public_page", anonymous=True)
def show_front(request: HttpRequest) -> HttpResponse:
    return render(request, "needs/front.html")


@shows("public_page", anonymous=True)
def show_crisis_help(request: HttpRequest) -> HttpResponse:
    """Help right now: no account, nothing kept, printable."""
    return render(request, "needs/crisis.html", {"contacts": contacts_of(request)})


@shows("programme_picture", "read")
def show_programme_picture(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Need against supply, and what the programme could most use."""
    found = get_picture(request.viewer, pk)
    wanted = [
        {"skill": row.skill, "need": row.need, "supply": row.places, "kind": row.kind}
        for row in found.picture.rows
        if row.need is not None
    ]
    return render(
        request,
        "needs/picture.html",
        {
            "programme": found.programme,
            "picture": found.picture,
            "wanted": wanted,
            "tabs": programme_tabs(found.sight, pk, "programme_picture"),
        },
    )
