"""A request: the mentor answers, the mentee may take it back. A no is private and kind."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.relationships.agreement import LIMITS_OF_CONFIDENTIALITY
from alongside.queries.relationships.mentoring_room import get_between, get_mentorship
from alongside.queries.relationships.mentoring_who import who_sees
from alongside.services.relationships.mentoring.answering import (
    accept_request,
    ask_for_more_time,
    decline_request,
    put_on_list,
    step_back,
)
from alongside.services.relationships.mentoring.asking import take_back_request
from alongside.services.relationships.mentoring.walking import acknowledge_limits
from alongside.web.answers import SeeOther, see_other, sent
from alongside.web.declare import shows
from alongside.web.forms.relationships.coaching_start import DeclineForm
from alongside.web.forms.relationships.mentoring import LimitsForm
from alongside.web.relationships.mentoring.pages import done, person_of, refused, show_form
from alongside.web.requests import HouseRequest


@shows("mentorship", "decide")
@require_POST
def edit_answer(request: HouseRequest, pk: UUID) -> SeeOther:
    """Yes, later, or a little more time."""
    mentorship = get_mentorship(request.viewer, pk, "mentorship", "decide").record
    person, now = person_of(request.viewer), timezone.now()
    act = request.POST.get("act")
    if act == "accept":
        answer = accept_request(mentorship, person, now, limits_read="limits_read" in request.POST)
        return done(request, answer, _("You said yes. They will propose a first time."), "mentorship", pk)
    if act == "later":
        answer = put_on_list(mentorship, person, now)
        return done(
            request, answer, _("They are on your list, and may look elsewhere meanwhile."), "mentorship", pk
        )
    if act == "more_time":
        answer = ask_for_more_time(mentorship, person, now)
        return done(request, answer, _("They know that you need a little longer."), "mentorship", pk)
    return see_other("mentorship", pk)


@shows("mentorship", "decide")
@require_http_methods(["GET", "POST"])
def edit_decline(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Not this time. A reason is optional and goes nowhere."""
    sight = get_mentorship(request.viewer, pk, "mentorship", "decide")
    form = DeclineForm(who_sees(sight, "decline_reason"), sent(request))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        answer = decline_request(
            sight.record,
            person_of(request.viewer),
            timezone.now(),
            category=data["category"],
            text=data["text"],
            not_again=data["not_together_again"],
        )
        if not refused(form, answer):
            messages.success(
                request, _("They are told kindly that it is not possible this time, and not why.")
            )
            return see_other("portfolio")
    name = sight.record.mentee.name
    context = {
        "title": _("Not this time"),
        "over": name,
        "lead": _(
            "%(name)s is told kindly that you cannot this time. Whatever you write here is never shown to them."
        )
        % {"name": name},
        "label": _("Say no, kindly"),
        "back": "mentorship",
        "pk": pk,
    }
    return show_form(request, form, context)


@shows("mentorship", "close")
@require_http_methods(["GET", "POST"])
def edit_step_back(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The mentor cannot after all, before the two have met."""
    sight = get_between(request.viewer, pk, "mentorship", "close")
    form = DeclineForm(who_sees(sight, "decline_reason"), sent(request))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        answer = step_back(
            sight.record,
            person_of(request.viewer),
            timezone.now(),
            category=data["category"],
            text=data["text"],
            not_again=data["not_together_again"],
        )
        if not refused(form, answer):
            messages.success(
                request, _("They are told kindly that it is not possible after all, and not why.")
            )
            return see_other("portfolio")
    context = {
        "title": _("I cannot after all"),
        "over": sight.record.mentee.name,
        "lead": _("Things change. They are told kindly, and not why."),
        "label": _("Take my yes back"),
        "back": "mentorship",
        "pk": pk,
    }
    return show_form(request, form, context)


@shows("mentorship", "close")
@require_POST
def edit_take_back(request: HouseRequest, pk: UUID) -> SeeOther:
    """The mentee no longer asks."""
    mentorship = get_between(request.viewer, pk, "mentorship", "close").record
    answer = take_back_request(mentorship, person_of(request.viewer), timezone.now())
    return done(request, answer, _("Your request is taken back."), "find_mentor")


@shows("mentorship", "edit")
@require_http_methods(["GET", "POST"])
def edit_limits(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Where confidentiality ends, read once by each before they first meet."""
    sight = get_between(request.viewer, pk, "mentorship", "edit")
    form = LimitsForm(sent(request))
    if request.method == "POST" and form.is_valid():
        answer = acknowledge_limits(sight.record, person_of(request.viewer), timezone.now())
        return done(request, answer, _("Thank you."), "mentorship", pk)
    context = {
        "title": _("Where confidentiality ends"),
        "points": LIMITS_OF_CONFIDENTIALITY,
        "label": _("I have read this"),
        "back": "mentorship",
        "pk": pk,
    }
    return show_form(request, form, context)
