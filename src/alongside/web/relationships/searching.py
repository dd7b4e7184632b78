"""A search that found nobody: its owner suggests, writes, looks again, settles it; the person may call it off."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.confidentiality.relations import Relation
from alongside.core.confidentiality.words import who_can_see
from alongside.core.verdicts import Refused
from alongside.queries.access import NotVisible
from alongside.queries.relationships.searching import SearchPage, get_search, get_search_page
from alongside.services.relationships.searching.acts import (
    call_off,
    look_again,
    settle,
    suggest_by_hand,
    take_over,
    write_to_person,
)
from alongside.web.answers import SeeOther, see_other, show_again
from alongside.web.declare import shows
from alongside.web.forms.relationships.searching import SuggestForm, WriteForm
from alongside.web.requests import HouseRequest

PRESENT = frozenset({Relation.SUBJECT, Relation.PROGRAMME_MANAGER})


@shows("stuck_search", "decide")
@require_http_methods(["GET", "POST"])
def edit_search(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Who looked, who was asked, and what can be done about it."""
    page = get_search_page(request.viewer, pk, timezone.localdate())
    if request.method == "POST":
        return _act(request, page)
    return render(request, "relationships/searching/search.html", _parts(page, _forms(page)))


def _act(request: HouseRequest, page: SearchPage) -> HttpResponse:
    act, by, now = request.POST.get("act", ""), request.viewer.person, timezone.now()
    assert by is not None  # noqa: S101 - a manager is a person
    if act in ("suggest", "write"):
        return _say(request, page, act, by)
    plain: dict[str, tuple[Any, str]] = {
        "again": (look_again, _("They are told. It comes back to you in a week.")),
        "take": (take_over, _("You look after it now.")),
        "settle": (settle, _("It is settled.")),
    }
    if act in plain:
        do, words = plain[act]
        answer = do(page.search, by, now)
        if isinstance(answer, Refused):
            messages.warning(request, answer.because)
        else:
            messages.success(request, words)
    return see_other("stuck_search", page.search.pk)


def _say(request: HouseRequest, page: SearchPage, act: str, by: Any) -> HttpResponse:
    """The two acts with something to fill in; a refusal comes back with what was filled in."""
    forms = _forms(page, request.POST, act)
    form, now = forms[act], timezone.now()
    if form.is_valid():
        data = form.cleaned_data
        if act == "suggest":
            people = {str(card.person.pk): card.person for card in page.candidates}
            chosen = [people[mentor] for mentor in data["mentors"]]
            answer: Any = suggest_by_hand(page.search, by, chosen, data["words"], now)
            words = _("%(name)s is told, chooses, and reaches out.") % {"name": page.search.person.name}
        else:
            answer = write_to_person(page.search, by, data["words"], now, wants_talk=data["wants_talk"])
            words = _("%(name)s is told. It comes back to you in a week.") % {"name": page.search.person.name}
        if not isinstance(answer, Refused):
            messages.success(request, words)
            return see_other("stuck_search", page.search.pk)
        form.add_error(None, answer.because)
    return show_again(request, "relationships/searching/search.html", _parts(page, forms))


def _forms(page: SearchPage, data: Any = None, act: str = "") -> dict[str, Any]:
    who = who_can_see("stuck_search", "words", viewer=Relation.PROGRAMME_MANAGER, present=PRESENT)
    choices = [(str(card.person.pk), card.person.name) for card in page.candidates]
    return {
        "suggest": SuggestForm(choices, who, data if act == "suggest" else None, auto_id="suggest_%s"),
        "write": WriteForm(who, data if act == "write" else None, auto_id="write_%s"),
    }


def _parts(page: SearchPage, forms: dict[str, Any]) -> dict[str, Any]:
    return {
        "page": page,
        "search": page.search,
        "forms": forms,
        "is_open": page.search.closed_at is None,
        "is_mine": page.search.owner_id == (page.sight.viewer.person and page.sight.viewer.person.pk),
        "ticked": set(forms["suggest"].data.getlist("mentors")) if forms["suggest"].is_bound else set(),
        "kind": page.search.kind,
    }


@shows("stuck_search", "close")
@require_POST
def edit_call_off(request: HouseRequest, pk: UUID) -> SeeOther:
    """The person it is about: nobody need look any more."""
    sight = get_search(request.viewer, pk, "close")
    person = request.viewer.person
    if person is None or not sight.is_any(Relation.SUBJECT):
        raise NotVisible
    answer = call_off(sight.record, person, timezone.now())
    if isinstance(answer, Refused):
        messages.warning(request, answer.because)
    else:
        messages.success(request, _("Nobody looks for you any more."))
    return see_other("my_help")
