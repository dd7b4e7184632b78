"""Who is looking: the account, and the person they are in the organisation at hand."""

import zoneinfo
from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from alongside.queries.access import ANYBODY, Viewer, get_viewer
from alongside.web.requests import HouseRequest

PERSON_IN_SESSION = "person"


def viewer_of(request: HttpRequest) -> Viewer:
    """The viewer of a request; anybody, when nobody is signed in."""
    if not request.user.is_authenticated:
        return ANYBODY
    return get_viewer(request.user.pk, request.session.get(PERSON_IN_SESSION))


class KnowTheViewer:
    """Sets `request.viewer` and shows times in the viewer's own zone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        cast("HouseRequest", request).viewer = cast("Viewer", SimpleLazyObject(lambda: viewer_of(request)))
        if request.user.is_authenticated:
            timezone.activate(zone_named(request.user.time_zone))
        try:
            return self.get_response(request)
        finally:
            timezone.deactivate()


def zone_named(name: str) -> zoneinfo.ZoneInfo:
    """The zone of that name, UTC where there is none."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return zoneinfo.ZoneInfo("UTC")
