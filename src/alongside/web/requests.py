"""What a request is once it has passed the middleware: it knows who is looking."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from alongside.queries.viewers import Viewer


class HouseRequest(HttpRequest):
    """The type to write in the signature of a view. Nothing is ever built from it: the middleware adds both."""

    viewer: Viewer
    htmx: HtmxDetails
