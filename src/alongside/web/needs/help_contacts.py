"""The organisation's places for help, for its administrators: add, change, check, order, take away, put back."""

from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.core.needs.help_contacts import COUNTRIES, LOOKED_UP_ON, contacts_for, is_due, not_taken_over
from alongside.queries.needs.contacts import OwnContact, get_own_contact, list_own_contacts
from alongside.queries.people import get_organisation
from alongside.services.needs import contacts as services
from alongside.services.needs.contacts import ContactWords, TakenAway
from alongside.web.answers import see_other, show_again
from alongside.web.declare import shows
from alongside.web.forms.help_contacts import HelpContactForm
from alongside.web.requests import HouseRequest

PAGE = "needs/help_contacts.html"
TAKEN_AWAY = "help_contact_taken_away"  # in the session: the last one, until it is put back or another goes
AS_OWN = {"health": "eap"}  # what ships under another word than an organisation uses


@shows("organisation", "edit")
def edit_help_contacts(request: HouseRequest) -> HttpResponse:
    """The places in their order; by POST, a new one."""
    get_organisation(request.viewer, "edit")
    if request.method != "POST":
        return render(request, PAGE, page_of(request, HelpContactForm()))
    form = HelpContactForm(request.POST)
    if not form.is_valid():
        return show_again(request, PAGE, page_of(request, form))
    services.add_contact(request.viewer, ContactWords(**form.cleaned_data), today())
    messages.success(request, _("Added, as checked today."))
    return see_other("help_contacts")


def page_of(request: HouseRequest, form: HelpContactForm) -> dict[str, Any]:
    here = get_organisation(request.viewer, "edit").record
    own = list_own_contacts(here)
    was = request.session.get(TAKEN_AWAY)
    shipped = not_taken_over(contacts_for(here.country), (contact.reach for contact in own))
    return {
        "rows": [
            {
                "contact": each,
                "is_due": is_due(each.checked_on, today()),
                "country": COUNTRIES.get(each.country, ""),
            }
            for each in own
        ],
        "form": form,
        "taken_away": was["words"]["name"] if was else "",
        "shipped": [contact for contact in shipped if contact.reach],
        "country": COUNTRIES.get(here.country, ""),
        "looked_up_on": LOOKED_UP_ON,
    }


@shows("organisation", "edit")
def edit_help_contact(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Change one place."""
    contact = get_own_contact(get_organisation(request.viewer, "edit"), pk)
    template = "needs/help_contact.html"
    if request.method != "POST":
        return render(
            request, template, {"contact": contact, "form": HelpContactForm(initial=words_of(contact))}
        )
    form = HelpContactForm(request.POST)
    if not form.is_valid():
        return show_again(request, template, {"contact": contact, "form": form})
    services.change_contact(request.viewer, pk, ContactWords(**form.cleaned_data), today())
    messages.success(request, _("Saved, as checked today."))
    return see_other("help_contacts")


def words_of(contact: OwnContact) -> dict[str, str]:
    return {name: getattr(contact, name) for name in ("kind", "name", "reach", "hours", "country")}


@require_POST
@shows("organisation", "edit")
def check_help_contact(request: HouseRequest, pk: UUID) -> HttpResponse:
    """It is right as it stands: I made sure today."""
    contact = services.check_contact(request.viewer, pk, today())
    messages.success(request, _("“{name}” counts as checked today.").format(name=contact.name))
    return see_other("help_contacts")


@require_POST
@shows("organisation", "edit")
def move_help_contact(request: HouseRequest, pk: UUID) -> HttpResponse:
    """One place up or down."""
    services.move_contact(request.viewer, pk, up=request.POST.get("way") == "up")
    return see_other("help_contacts")


@require_POST
@shows("organisation", "edit")
def remove_help_contact(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Take it away; it can be put back from the next page."""
    was = services.remove_contact(request.viewer, pk)
    request.session[TAKEN_AWAY] = {
        "words": asdict(was.words),
        "checked_on": was.checked_on.isoformat(),
        "position": was.position,
    }
    return see_other("help_contacts")


@require_POST
@shows("organisation", "edit")
def put_back_help_contact(request: HouseRequest) -> HttpResponse:
    """The last one that was taken away, as it was."""
    was = request.session.pop(TAKEN_AWAY, None)
    if was is not None:
        words = ContactWords(**was["words"])
        kept = TakenAway(words, date.fromisoformat(was["checked_on"]), was["position"])
        services.put_back_contact(request.viewer, kept)
        messages.success(request, _("“{name}” is back.").format(name=words.name))
    return see_other("help_contacts")


@require_POST
@shows("organisation", "edit")
def take_over_help_contact(request: HouseRequest) -> HttpResponse:
    """Make one of those that ship the organisation's own: somebody has called it and it is right."""
    here = get_organisation(request.viewer, "edit").record
    known = {contact.name: contact for contact in contacts_for(here.country)}
    contact = known.get(request.POST.get("name", ""))
    if contact is not None:
        kind = AS_OWN.get(contact.kind, contact.kind)
        words = ContactWords(kind, contact.name, contact.reach, contact.hours, here.country)
        services.add_contact(request.viewer, words, today())
        messages.success(request, _("“{name}” is yours now, checked today.").format(name=contact.name))
    return see_other("help_contacts")


def today() -> date:
    return timezone.localdate()
