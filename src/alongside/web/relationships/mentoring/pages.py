"""How the pages of mentoring answer: what was done, or the sentence why not, and the page to look at next."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from alongside.core.verdicts import Refused
from alongside.queries.viewers import Viewer
from alongside.web.answers import SeeOther, see_other
from alongside.web.requests import HouseRequest

FORM_PAGE = "relationships/mentoring/form_page.html"


def person_of(viewer: Viewer) -> Any:
    """The person who acts. Views that ask for a person are not reached without one."""
    assert viewer.person is not None  # noqa: S101 - the declaration asks for a person before the view is reached
    return viewer.person


def done(
    request: HouseRequest, answer: object, words: str | Promise, page: str, *args: str | UUID
) -> SeeOther:
    """After a POST without fields: say what was done, or why not, on the page to look at next."""
    if isinstance(answer, Refused):
        messages.warning(request, answer.because)
    else:
        messages.success(request, str(words))
    return see_other(page, *args)


def show_form(
    request: HouseRequest, form: BaseForm, context: dict[str, Any], template: str = FORM_PAGE
) -> HttpResponse:
    """The page with its form: 200 to begin with, 422 when what was sent needs another look."""
    status = 422 if request.method == "POST" else 200
    return render(request, template, {**context, "form": form}, status=status)


def refused(form: BaseForm, answer: object) -> bool:
    """Whether the service said no; its sentence goes to the head of the form."""
    if not isinstance(answer, Refused):
        return False
    form.add_error(None, answer.because)
    return True
