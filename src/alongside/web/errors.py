"""The pages for when something is not there, not allowed, not understood, or broken."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

# A token would differ from one answer to the next; 404.html leaves out the forms that need it.
WITHOUT_TOKEN = {"csrf_token": ""}


def show_missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, the same bytes for "not there" and "not yours"."""
    return render(request, "404.html", WITHOUT_TOKEN, status=404)


def show_forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def show_csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that was open too long or came from elsewhere."""
    return render(request, "403.html", {"is_form": True}, status=403)


def show_bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, static: the request may be too broken to know who asks."""
    return HttpResponse(render_to_string("400.html"), status=400)


def show_too_long(request: HttpRequest) -> HttpResponse:
    """413, static: the rest of the request was not read."""
    return HttpResponse(render_to_string("413.html"), status=413)


def show_wrong_method(request: HttpRequest, allowed: Iterable[str]) -> HttpResponse:
    """405, static, with the methods that would do."""
    return HttpResponse(render_to_string("405.html"), status=405, headers={"Allow": ", ".join(allowed)})


def show_failure(request: HttpRequest) -> HttpResponse:
    """500, static: nothing of what failed is asked for again."""
    return HttpResponse(render_to_string("500.html"), status=500)
