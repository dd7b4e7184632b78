"""Input no page should ever meet: refused here, once, with a plain sentence instead of a failure."""

import codecs
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from alongside.web import errors


class RefuseBadInput:
    """Answers 400 to NUL bytes and unknown character sets, wherever they hide in a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if has_nul(request) or names_unknown_charset(request):
            return errors.show_bad_request(request)
        return self.get_response(request)


def has_nul(request: HttpRequest) -> bool:
    """A NUL in the path or the query, raw or percent-encoded."""
    raw = request.META.get("QUERY_STRING", "")
    return "\x00" in request.path or "\x00" in raw or "%00" in raw


def names_unknown_charset(request: HttpRequest) -> bool:
    """A charset in the content type that no codec knows."""
    name = request.content_params.get("charset") if request.content_params else None
    if not name:
        return False
    try:
        codecs.lookup(name)
    except LookupError:
        return True
    return False
