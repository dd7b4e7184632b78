"""Looking back: the no-fault check, every half year a look back and ahead, and a few questions."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.queries.relationships.mentoring_room import get_between
from alongside.queries.relationships.two_sides import other_side
from alongside.services.relationships.mentoring.walking import look_back
from alongside.web.answers import sent
from alongside.web.declare import shows
from alongside.web.forms.relationships.mentoring import LookBackForm
from alongside.web.relationships.mentoring.pages import done, person_of, refused, show_form
from alongside.web.requests import HouseRequest


@shows("mentorship", "edit")
@require_http_methods(["GET", "POST"])
def edit_pairing_check(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Is this the right pairing? Asked of each for themselves, and whatever they say, nobody is at fault."""
    return _look(
        request,
        pk,
        "check",
        _("Is this the right pairing?"),
        _("Asked of each of you. Your answer starts nothing by itself, and nobody else is told."),
    )


@shows("mentorship", "edit")
@require_http_methods(["GET", "POST"])
def edit_look_back(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A look back and ahead."""
    return _look(
        request,
        pk,
        "look_back",
        _("Look back and ahead"),
        _("Twice a year is enough. What has this been good for, and where is it going?"),
    )


def _look(request: HouseRequest, pk: UUID, kind: str, title: str, lead: str) -> HttpResponse:
    sight = get_between(request.viewer, pk, "mentorship", "edit")
    person = person_of(request.viewer)
    other = other_side(sight.record, person)
    name = other.name if other else ""
    form = LookBackForm(kind, name, sent(request))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        answer = look_back(
            sight.record,
            person,
            timezone.now(),
            kind=kind,
            wish=data["wish"],
            text=data["text"],
            is_shared=data["is_shared"],
        )
        if not refused(form, answer):
            page = "ending" if data["wish"] == "end" else "mentorship"
            return done(request, answer, _("Thank you. It is kept."), page, pk)
    context = {
        "title": title,
        "over": name,
        "lead": lead,
        "label": _("Keep it"),
        "back": "mentorship",
        "pk": pk,
    }
    return show_form(request, form, context)
