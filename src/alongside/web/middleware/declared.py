"""Only views that declare what they show are there; the anonymous are answered before anything is looked up."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from alongside.queries.access import NotVisible
from alongside.web.declare import declaration_of
from alongside.web.errors import show_wrong_method
from alongside.web.requests import HouseRequest


class OnlyDeclaredViews:
    """404 for an undeclared view and for what the viewer may not see; sign-in first where it is needed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            return show_wrong_method(request, response.headers["Allow"].split(", "))
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        declaration = declaration_of(view)
        if declaration is None:
            raise Http404
        if declaration.anonymous:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if declaration.needs_person and cast("HouseRequest", request).viewer.person is None:
            return redirect("no_place_yet")
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        if isinstance(exception, NotVisible):
            raise Http404 from exception
