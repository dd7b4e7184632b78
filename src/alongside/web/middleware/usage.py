"""Usage statistics: for browsers whose cookie says `on`, and for nobody else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from alongside.services.usage import count_page

# Pages that nobody's count may tell of, whatever they said about counting.
NEVER_COUNTED = frozenset({"crisis_help", "raise_concern", "concerns", "concern"})


class CountIfAsked:
    """Adds one to a page's count of the day. This is the one write a GET makes, and only after a yes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        if (
            request.COOKIES.get("usage") == "on"
            and match
            and match.view_name
            and match.view_name not in NEVER_COUNTED
            and (request.method, response.status_code) == ("GET", 200)
        ):
            count_page(match.view_name, timezone.now().date())
        return response
