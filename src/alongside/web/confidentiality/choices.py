"""Two choices that a browser remembers in a cookie each: usage statistics, and the colours."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from alongside.web.answers import see_own
from alongside.web.declare import shows

A_YEAR_SECONDS = 60 * 60 * 24 * 365
USAGE = ("on", "off")
THEMES = ("light", "dark")


@shows("usage_choice", "decide", anonymous=True)
@require_POST
def set_usage(request: HttpRequest) -> HttpResponse:
    """Yes or no to being counted. Either way one cookie, which holds just that word."""
    answer = see_own(request, request.POST.get("next", ""), "privacy")
    if request.POST.get("usage") in USAGE:
        remember(answer, "usage", request.POST["usage"])
    return answer


@shows("public_page", "read", anonymous=True)
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Light, dark, or as the device has it, for which nothing needs remembering."""
    answer = see_own(request, request.POST.get("next", ""), "front")
    if request.POST.get("theme") in THEMES:
        remember(answer, "theme", request.POST["theme"])
    else:
        answer.delete_cookie("theme", samesite="Lax")
    return answer


def remember(answer: HttpResponse, name: str, value: str) -> None:
    answer.set_cookie(
        name, value, max_age=A_YEAR_SECONDS, samesite="Lax", httponly=True, secure=settings.IS_HTTPS
    )
