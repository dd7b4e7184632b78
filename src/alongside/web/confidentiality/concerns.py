"""The safety channel: raise a concern; for leads, the concerns and what is done about each."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core.verdicts import Refused
from alongside.queries.confidentiality import (
    get_concern,
    leads_for,
    list_concerns,
    list_own_concerns,
    list_people_near,
)
from alongside.services.confidentiality import answer_concern, raise_concern, resolve_concern, take_concern
from alongside.web.answers import see_other, sent, show_again
from alongside.web.declare import shows
from alongside.web.forms.confidentiality import AnswerForm, ConcernForm
from alongside.web.needs.contacts import contacts_of
from alongside.web.requests import HouseRequest


@shows("safety_concern", "create")
def edit_raise_concern(request: HouseRequest) -> HttpResponse:
    """Write a concern. Without a lead the page says so and shows where else help is to be had."""
    person = request.viewer.person
    assert person is not None  # noqa: S101 - the declaration asks for a person before the view is reached
    form = ConcernForm(list_people_near(request.viewer), sent(request))
    context = {
        "form": form,
        "has_leads": bool(leads_for(person.organisation, None)),
        "contacts": contacts_of(request),
        "raised": list_own_concerns(request.viewer),
    }
    if request.method != "POST":
        return render(request, "confidentiality/raise_concern.html", context)
    if form.is_valid():
        done = raise_concern(person, form.cleaned_data["text"], timezone.now(), form.cleaned_data["about"])
        if not isinstance(done, Refused):
            messages.success(request, _("It has gone to the safeguarding leads, and to nobody else."))
            return see_other("raise_concern")
        form.add_error(None, done.because)
    return show_again(request, "confidentiality/raise_concern.html", context)


@shows("safety_concern", "list")
def show_concerns(request: HouseRequest) -> HttpResponse:
    concerns = list_concerns(request.viewer)
    return render(request, "confidentiality/concerns.html", {"concerns": concerns})


@shows("safety_concern", "read")
def show_concern(request: HouseRequest, pk: UUID) -> HttpResponse:
    """One concern: its author reads it, a lead also takes it on, answers and resolves it."""
    sight = get_concern(request.viewer, pk)
    concern = sight.record
    form = AnswerForm(initial={"answer": concern.answer, "handling": concern.handling})
    context = {
        "concern": concern,
        "fields": sight.fields,
        "handles": sight.may("safety_concern", "decide"),
        "form": form,
    }
    return render(request, "confidentiality/concern.html", context)


@shows("safety_concern", "decide")
def edit_concern(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A lead takes a concern on, answers it, or resolves it."""
    concern = get_concern(request.viewer, pk, "decide").record
    if request.method != "POST":
        return see_other("concern", pk)
    act = request.POST.get("act")
    person = request.viewer.person
    assert person is not None  # noqa: S101 - a lead is a person
    if act == "take":
        take_concern(concern, person, timezone.now())
    elif act == "resolve":
        refused = resolve_concern(concern, timezone.now())
        if refused is not None:
            messages.error(request, refused.because)
    else:
        form = AnswerForm(request.POST)
        if not form.is_valid():
            context = {
                "concern": concern,
                "fields": ("text", "about", "handling"),
                "handles": True,
                "form": form,
            }
            return show_again(request, "confidentiality/concern.html", context)
        answer_concern(concern, form.cleaned_data["answer"], form.cleaned_data["handling"])
        messages.success(request, _("Saved."))
    return see_other("concern", pk)
