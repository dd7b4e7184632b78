"""Finding a mentor: suggestions with reasons, all others to browse, and asking one."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from alongside.core.relationships.agreement import LIMITS_OF_CONFIDENTIALITY
from alongside.core.verdicts import Refused
from alongside.queries.access import require
from alongside.queries.relationships.mentoring_ranking import get_own_list
from alongside.queries.relationships.mentoring_search import (
    find_mentors,
    get_mentor_to_ask,
    list_mentee_programmes,
    newest_need,
)
from alongside.queries.relationships.mentoring_who import who_sees_request
from alongside.queries.relationships.searching import get_own_search
from alongside.services.relationships.mentoring.asking import Asking, ask_mentor
from alongside.web.answers import see_other, sent
from alongside.web.declare import shows
from alongside.web.forms.relationships.mentoring import AskForm
from alongside.web.relationships.mentoring.pages import person_of, show_form
from alongside.web.requests import HouseRequest

LONGEST_SEARCH = 100


@shows("suggestion", "list")
@require_GET
def show_find_mentor(request: HouseRequest) -> HttpResponse:
    """Whom one could ask, in one of the programmes one is a mentee in."""
    programmes = list_mentee_programmes(request.viewer)
    chosen = next(
        (one for one in programmes if str(one.pk) == request.GET.get("programme")),
        programmes[0] if programmes else None,
    )
    if chosen is None:
        return render(request, "relationships/mentoring/no_programme.html")
    words = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    found = find_mentors(request.viewer, chosen, words, request.GET.get("page", "1"), timezone.localdate())
    tabs = _tabs(programmes, chosen)
    kept = ({"programme": chosen.pk} if tabs else {}) | ({"q": words} if words else {})
    context = {
        "found": found,
        "own_list": get_own_list(request.viewer, chosen),
        "search": get_own_search(request.viewer, chosen, "mentoring", timezone.now()),
        "tabs": tabs,
        "programme": chosen,
        "words": words,
        "query": urlencode(kept) + "&" if kept else "",
    }
    return render(request, "relationships/mentoring/find_mentor.html", context)


def _tabs(programmes: Any, chosen: Any) -> list[dict[str, Any]]:
    """A tab for each programme, where there is more than one."""
    if len(programmes) < 2:
        return []
    return [
        {"label": one.name, "url": f"?programme={one.pk}", "current": one == chosen} for one in programmes
    ]


@shows("mentorship", "create")
@require_http_methods(["GET", "POST"])
def edit_ask_mentor(request: HouseRequest, programme_pk: UUID, pk: UUID) -> HttpResponse:
    """Ask one mentor, in one's own words."""
    person = person_of(request.viewer)
    require(request.viewer, "mentorship", "create", person)
    programme, card = get_mentor_to_ask(request.viewer, programme_pk, pk, timezone.localdate())
    own_list = get_own_list(request.viewer, programme)
    written = own_list.ranking.words if own_list and own_list.next_mentor == card.person else ""
    form = AskForm(
        who_sees_request(), sent(request), only_one_talk=card.only_one_talk, initial={"text": written}
    )
    if request.method == "POST" and form.is_valid():
        asking = Asking(
            words=form.cleaned_data["text"],
            form=form.cleaned_data["form"],
            limits_read=form.cleaned_data["limits_read"],
            need=newest_need(person),
            findings=card.reasons,
        )
        answer = ask_mentor(programme, person, card.person, asking, timezone.now())
        if not isinstance(answer, Refused):
            messages.success(request, _("Your request is on its way."))
            return see_other("mentorship", answer.pk)
        form.add_error(None, answer.because)
    context = {"programme": programme, "card": card, "limits": LIMITS_OF_CONFIDENTIALITY}
    return show_form(request, form, context, "relationships/mentoring/ask_mentor.html")
