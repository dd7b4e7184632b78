"""Pages for everybody: the front, help right now, and the picture of need against supply."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.core.needs.picture import Picture
from alongside.queries.needs.picture import get_organisation_picture, get_picture
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
    found = get_picture(request.viewer, pk, timezone.localdate())
    context = {
        "programme": found.programme,
        "over": found.programme.name,
        "tabs": programme_tabs(found.sight, pk, "programme_picture"),
        **drawn(found.picture),
    }
    return render(request, "needs/picture.html", context)


@shows("programme_picture", "read")
def show_organisation_picture(request: HouseRequest) -> HttpResponse:
    """The same for the whole organisation, or for the programme chosen (`?programme=`), for its administrators."""
    chosen = request.GET.get("programme", "")
    found = get_organisation_picture(
        request.viewer, uuid_or_404(chosen) if chosen else None, timezone.localdate()
    )
    context = {
        "over": str(request.viewer.organisation),
        "programmes": found.programmes,
        "chosen": found.chosen,
        "is_added_up": found.chosen is None,
        **drawn(found.picture),
    }
    return render(request, "needs/organisation_picture.html", context)


def drawn(picture: Picture) -> dict[str, Any]:
    """The picture, and the rows of its chart: those whose need may be shown."""
    wanted = [
        {"skill": row.skill, "need": row.need, "supply": row.places, "kind": row.kind}
        for row in picture.rows
        if row.need is not None
    ]
    return {"picture": picture, "wanted": wanted}


def uuid_or_404(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as wrong:
        raise Http404 from wrong
