"""How a view answers: after a POST one looks elsewhere (303); a form that fails comes back filled (422)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


class SeeOther(HttpResponseRedirect):
    """303: what was asked is done, and this is the page to look at now."""

    status_code = 303


def see_other(page: str, *args: str | UUID, query: str = "") -> SeeOther:
    """To the page of that name; `query` ("?page=2", "#languages") is put behind its address."""
    return SeeOther(reverse(page, args=args) + query)


def see_own(request: HttpRequest, address: str, otherwise: str) -> SeeOther:
    """To an address a form sent along, if it is one of this site; else to the page named."""
    own = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return SeeOther(address if own else reverse(otherwise))


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form sent, even when all of it is empty; None when nothing was sent yet."""
    return request.POST if request.method == "POST" else None


def show_again(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """The page with its form as it was sent, and what is wrong with it (422)."""
    return render(request, template, context, status=422)
