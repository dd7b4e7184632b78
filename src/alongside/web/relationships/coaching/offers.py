"""Asking for coaching, being offered coaches, the first talk, and a yes or a no from either."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.core.confidentiality.relations import Relation
from alongside.core.verdicts import Refused
from alongside.queries.access import NotVisible, require
from alongside.queries.programmes import get_programme
from alongside.queries.relationships.coaching.coaches import coaches_with_place
from alongside.queries.relationships.coaching.facts import latest_offers
from alongside.queries.relationships.coaching.lists import list_ask_choices
from alongside.queries.relationships.coaching.next_thing import talk_of
from alongside.queries.relationships.coaching.offering import (
    find_person_here,
    list_candidates,
    list_clients_to_refer,
)
from alongside.queries.relationships.coaching.room import (
    get_engagement,
    get_offer,
    skills_named_in_need,
    skills_shown_to_candidates,
    who_sees,
)
from alongside.queries.relationships.coaching.terms import verified_qualifications
from alongside.queries.relationships.searching import get_own_search
from alongside.services.relationships.coaching.asking import ask_for_coaching, refer_to_coaching
from alongside.services.relationships.coaching.offers import (
    choose_coach,
    declare_conflict,
    decline_match,
    mark_talk_held,
    move_talk,
    offer_coaches,
    say_yes,
)
from alongside.services.relationships.coaching.releasing import (
    hide_skills_from_candidates,
    show_skills_to_candidates,
)
from alongside.services.relationships.reasons import Reason
from alongside.web.answers import see_other, show_again
from alongside.web.declare import shows
from alongside.web.forms.relationships.coaching_start import (
    AskForm,
    DeclineForm,
    OfferCoachesForm,
    ReferForm,
    TalkForm,
)
from alongside.web.relationships.coaching.rooms import posted, settle, took
from alongside.web.requests import HouseRequest

HERE = "relationships/coaching/"


@shows("engagement", "create")
def edit_ask_for_coaching(request: HouseRequest) -> HttpResponse:
    """Ask for coaching in a programme one takes part in."""
    person = request.viewer.person
    assert person is not None  # noqa: S101 - the declaration asks for a person before the view is reached
    require(request.viewer, "engagement", "create", person)
    choices = list_ask_choices(request.viewer)
    said = {"need": request.GET.get("need"), "after_mentorship": request.GET.get("after")}
    form = AskForm(choices, posted(request), initial=said)
    if request.method == "POST" and form.is_valid():
        engagement = _ask(request, form, person)
        if engagement is not None:
            return settle(request, None, _("Your request is on its way."), "engagement", engagement.pk)
    page = {"form": form, "programmes": choices.programmes}
    answer = show_again if form.errors else render
    return answer(request, HERE + "ask.html", page)


def _ask(request: HouseRequest, form: AskForm, person: Any) -> Any:
    sponsor = find_person_here(request.viewer, form.sponsor_address())
    if form.sponsor_address() and sponsor is None:
        return form.nobody_there()
    asked = ask_for_coaching(
        form.cleaned_data["programme"],
        person,
        timezone.now(),
        need=form.cleaned_data.get("need"),
        sponsor=sponsor,
        after_mentorship=form.cleaned_data.get("after_mentorship"),
        show_skills=form.cleaned_data.get("show_skills", False),
    )
    return asked if took(form, asked) else None


@shows("engagement", "create")
def edit_refer_to_coaching(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The programme manager proposes coaching to somebody, who then says yes or no."""
    programme = get_programme(request.viewer, "read", pk).record
    require(request.viewer, "engagement", "create", programme)
    form = ReferForm(list_clients_to_refer(programme), programme.has_sponsors, posted(request))
    if request.method == "POST" and form.is_valid():
        sponsor = find_person_here(request.viewer, form.sponsor_address())
        if form.sponsor_address() and sponsor is None:
            form.nobody_there()
        else:
            client, by = form.cleaned_data["client"], request.viewer.person
            assert by is not None  # noqa: S101 - a manager is a person
            answer = refer_to_coaching(programme, client, by, timezone.now(), sponsor=sponsor)
            if took(form, answer):
                return settle(request, None, _("It was proposed."), "programme_relationships", pk)
    page = {"form": form, "programme_record": programme}
    return (show_again if form.errors else render)(request, HERE + "refer.html", page)


@shows("coach_offer", "create")
def edit_coaches_to_offer(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The programme manager chooses two or three coaches to offer, with what speaks for each."""
    sight = get_engagement(request.viewer, pk, "coach_offer", "create")
    candidates = list_candidates(sight.record, timezone.now())
    possible = [one for one in candidates if not one.forbidden]
    form = OfferCoachesForm([one.person for one in possible], posted(request))
    if request.method == "POST" and form.is_valid():
        wanted = set(form.cleaned_data["coaches"])
        chosen = [one for one in possible if one.person in wanted]
        assert request.viewer.person is not None  # noqa: S101 - a manager is a person
        answer = offer_coaches(
            sight.record,
            [one.person for one in chosen],
            request.viewer.person,
            timezone.now(),
            {one.person.pk: one.findings for one in chosen},
        )
        if took(form, answer):
            return settle(
                request, answer, _("The coaches are asked, and the client can see them."), "engagement", pk
            )
    page = {
        "form": form,
        "engagement": sight.record,
        "possible": possible,
        "others": [one for one in candidates if one.forbidden],
        "ticked": set(request.POST.getlist("coaches")),
    }
    return (show_again if form.errors else render)(request, HERE + "coaches_to_offer.html", page)


@shows("coach_offer", "read")
def show_coach_choice(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The client's page: the coaches on offer, the talk, and the yes."""
    sight = get_engagement(request.viewer, pk, "coach_offer", "read")
    if not sight.is_any(Relation.CLIENT):
        raise NotVisible
    return render(request, HERE + "coach_choice.html", choice_parts(sight))


def choice_parts(sight: Any) -> dict[str, Any]:
    """The offers as the client sees them, with verified qualifications and reasons."""
    now, talk = timezone.now(), talk_of(sight.record)
    with_place = coaches_with_place(sight.record, now)
    offers = [
        {
            "offer": offer,
            "qualifications": verified_qualifications(offer.coach, now),
            "reasons": [one["because"] for one in offer.findings[:3]],
            "has_place": offer.coach_id in with_place,
        }
        for offer in sorted(latest_offers(sight.record), key=lambda one: one != talk)  # whom I talk to first
    ]
    return {
        "engagement": sight.record,
        "offers": offers,
        "talk": talk,
        "form": TalkForm(),
        "open_to": who_sees(sight, "coach_offer"),
        "named": skills_named_in_need(sight.record),
        "shown": skills_shown_to_candidates(sight.record),
        "now": now,
        "search": get_own_search(sight.viewer, sight.record.programme, "coaching", now),
    }


@shows("coach_offer", "read")
def show_coach_offer(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The coach's page of an offer: can I take this on, when do we talk, do I want to."""
    sight, offer = get_offer(request.viewer, pk)
    form = TalkForm(initial=TalkForm.initial_for(offer.talk_at) if offer.talk_at else {})
    return render(request, HERE + "coach_offer.html", offer_parts(sight, offer, form))


def offer_parts(sight: Any, offer: Any, form: TalkForm) -> dict[str, Any]:
    """The offer as the coach sees it, with what the client agreed to show."""
    return {
        "offer": offer,
        "engagement": sight.record,
        "skills": skills_shown_to_candidates(sight.record),
        "form": form,
        "now": timezone.now(),
    }


@shows("coach_offer", "decide")
@require_POST
def show_skills(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The client shows the coaches on offer the skills they named, or takes that back."""
    sight = get_engagement(request.viewer, pk, "coach_offer", "decide")
    me = request.viewer.person
    if me is None or me.pk != sight.record.client_id:
        raise NotVisible
    if request.POST.get("act") == "hide":
        answer: object = hide_skills_from_candidates(sight.record, me, timezone.now())
        return settle(request, answer, _("Taken back."), "coach_choice", pk)
    answer = show_skills_to_candidates(sight.record, me, timezone.now())
    return settle(
        request, answer, _("They see these skills now, and nothing else of your need."), "coach_choice", pk
    )


@shows("coach_offer", "decide")
@require_POST
def answer_offer(request: HouseRequest, pk: UUID, offer_pk: UUID) -> HttpResponse:
    """A button around an offer was pressed, by the client or by the coach on offer."""
    sight = get_engagement(request.viewer, pk, "coach_offer", "decide")
    offer = next((one for one in latest_offers(sight.record) if one.pk == offer_pk), None)
    me = request.viewer.person
    if offer is None or me is None or me.pk not in {offer.coach_id, sight.record.client_id}:
        raise NotVisible
    is_client = me.pk == sight.record.client_id
    back: Any = ("coach_choice", pk) if is_client else ("coach_offer", offer_pk)
    act, now = request.POST.get("act", ""), timezone.now()
    if act in {"talk", "move"}:
        return _plan_talk(request, sight, offer, back, act)
    answers: dict[str, Any] = {
        "free": lambda: declare_conflict(offer, me, False, now),
        "conflict": lambda: declare_conflict(offer, me, True, now),
        "held": lambda: mark_talk_held(offer, me, now),
        "yes": lambda: say_yes(offer, me, now),
    }
    if act not in answers:
        return see_other(*back)
    answer = answers[act]()
    offer.refresh_from_db()
    if offer.state in {"declined", "chosen"} and not isinstance(answer, Refused):
        back = ("engagement", pk) if is_client or offer.state == "chosen" else ("portfolio",)
    return settle(request, answer, "", *back)


def _plan_talk(request: HouseRequest, sight: Any, offer: Any, back: Any, act: str) -> HttpResponse:
    form = TalkForm(request.POST)
    me = request.viewer.person
    assert me is not None  # noqa: S101 - checked by the view
    if form.is_valid():
        plan = choose_coach if act == "talk" else move_talk
        answer = plan(offer, me, form.moment(), timezone.now())
        if took(form, answer):
            return settle(request, answer, _("The talk is planned."), *back)
    if back[0] == "coach_choice":
        page = choice_parts(sight) | {"form": form, "chosen_pk": offer.pk}
        return show_again(request, HERE + "coach_choice.html", page)
    return show_again(request, HERE + "coach_offer.html", offer_parts(sight, offer, form))


@shows("coach_offer", "decide")
def edit_decline(request: HouseRequest, pk: UUID, offer_pk: UUID) -> HttpResponse:
    """Not the right fit. A reason is optional and stays with the one who gives it."""
    sight = get_engagement(request.viewer, pk, "coach_offer", "decide")
    offer = next((one for one in latest_offers(sight.record) if one.pk == offer_pk), None)
    me = request.viewer.person
    if offer is None or me is None or me.pk not in {offer.coach_id, sight.record.client_id}:
        raise NotVisible
    form = DeclineForm(who_sees(sight, "decline_reason"), posted(request))
    is_client = me.pk == sight.record.client_id
    if request.method == "POST" and form.is_valid():
        answer = decline_match(offer, me, timezone.now(), Reason(**form.cleaned_data))
        if took(form, answer):
            page = ("coach_choice", pk) if is_client else ("portfolio",)
            return settle(request, answer, _("That is said, kindly and without a reason."), *page)
    page_parts = {"form": form, "offer": offer, "engagement": sight.record, "is_client": is_client}
    return (show_again if form.errors else render)(request, HERE + "decline.html", page_parts)
