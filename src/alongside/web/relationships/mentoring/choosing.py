"""A mentee's own list: up to three mentors in order, asked one at a time; and a person who looks when none is left."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.relationships.agreement import LIMITS_OF_CONFIDENTIALITY
from alongside.core.verdicts import Refused
from alongside.queries.access import NotVisible, require
from alongside.queries.relationships.mentoring_search import list_mentee_programmes, list_to_rank, newest_need
from alongside.queries.relationships.mentoring_who import who_sees_list
from alongside.services.relationships.mentoring.asking import stop_asking_on
from alongside.services.relationships.mentoring.choosing import Choosing, rank_mentors
from alongside.services.relationships.searching.acts import ask_for_a_look
from alongside.web.answers import SeeOther, see_other, sent
from alongside.web.declare import shows
from alongside.web.forms.relationships.mentoring import RankForm
from alongside.web.relationships.mentoring.pages import person_of, refused, show_form
from alongside.web.requests import HouseRequest


@shows("mentor_list", "create")
@require_http_methods(["GET", "POST"])
def edit_rank_mentors(request: HouseRequest, programme_pk: UUID) -> HttpResponse:
    """Choose up to three mentors, in order."""
    person, now = person_of(request.viewer), timezone.now()
    require(request.viewer, "mentor_list", "create", person)
    programme, cards = list_to_rank(request.viewer, programme_pk, timezone.localdate())
    by_pk = {str(card.person.pk): card for card in cards}
    suggested = [(pk, card.person.name) for pk, card in by_pk.items() if card.reasons]
    others = [(pk, card.person.name) for pk, card in by_pk.items() if not card.reasons]
    form = RankForm(
        suggested, others, who_sees_list(), sent(request), initial={"first": request.GET.get("first", "")}
    )
    if request.method == "POST" and form.is_valid():
        chosen = [by_pk[pk] for pk in form.chosen()]
        answer = rank_mentors(
            programme,
            person,
            [card.person for card in chosen],
            _choosing(form, person),
            now,
            {card.person.pk: card.reasons for card in chosen},
        )
        if not refused(form, answer):
            words = _("Your list is kept, and %(name)s is asked first.")
            messages.success(request, words % {"name": chosen[0].person.name})
            return see_other("find_mentor", query=f"?programme={programme_pk}")
    context = {"programme": programme, "cards": cards, "limits": LIMITS_OF_CONFIDENTIALITY}
    return show_form(request, form, context, "relationships/mentoring/rank_mentors.html")


def _choosing(form: RankForm, person: Any) -> Choosing:
    data = form.cleaned_data
    return Choosing(
        data["text"], limits_read=data["limits_read"], asks_on=data["asks_on"], need=newest_need(person)
    )


@shows("mentor_list", "edit")
@require_POST
def edit_stop_asking_on(request: HouseRequest, programme_pk: UUID) -> SeeOther:
    """Nobody else on the list is asked without asking me."""
    stop_asking_on(_programme(request, programme_pk, "mentor_list", "edit"), person_of(request.viewer))
    messages.success(request, _("Nobody else is asked for you. You can ask the next one yourself."))
    return see_other("find_mentor", query=f"?programme={programme_pk}")


@shows("stuck_search", "create")
@require_POST
def edit_ask_for_a_look(request: HouseRequest, programme_pk: UUID) -> SeeOther:
    """I find nobody: a person looks."""
    programme = _programme(request, programme_pk, "stuck_search", "create")
    answer = ask_for_a_look(programme, person_of(request.viewer), timezone.now())
    if isinstance(answer, Refused):
        messages.warning(request, answer.because)
    else:
        messages.success(request, _("Somebody who runs the programme looks for you."))
    return see_other("find_mentor", query=f"?programme={programme_pk}")


def _programme(request: HouseRequest, pk: UUID, resource: str, action: str) -> Any:
    """A programme in which the viewer is a mentee."""
    require(request.viewer, resource, action, person_of(request.viewer))
    found = next((one for one in list_mentee_programmes(request.viewer) if one.pk == pk), None)
    if found is None:
        raise NotVisible
    return found
