"""Ending: a page with the ways there are from here, and the no-fault way out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.queries.relationships.mentoring_room import get_between, get_room
from alongside.queries.relationships.mentoring_who import who_sees
from alongside.queries.relationships.two_sides import other_side
from alongside.services.relationships.mentoring.ending import (
    begin_ending,
    close_mentorship,
    end_flash,
    offer_ending_talk,
    redefine,
    unwind,
)
from alongside.web.answers import SeeOther, see_other, sent
from alongside.web.declare import shows
from alongside.web.forms.relationships.coaching_start import DeclineForm
from alongside.web.forms.relationships.mentoring import ThanksForm
from alongside.web.relationships.mentoring.pages import done, person_of, refused, show_form
from alongside.web.requests import HouseRequest


@shows("mentorship", "close")
@require_GET
def show_ending(request: HouseRequest, pk: UUID) -> HttpResponse:
    """What ending means here, and the ways that are open in this state."""
    sight = get_between(request.viewer, pk, "mentorship", "close")
    room = get_room(request.viewer, pk, timezone.now())
    who = who_sees(sight, "message")
    begin_words = _("A few words to them, if you like")
    context = {
        "mentorship": sight.record,
        "other": room.standpoint.other,
        "room": room,
        "facts": room.standpoint.facts,
        "may_begin": room.may("begin_ending"),
        "may_close": room.may("close"),
        "may_end_flash": room.may("end_flash"),
        "may_unwind": room.may("unwind"),
        "in_ending": sight.record.state == "separation",
        "other_wishes": bool(room.standpoint.facts.redefine_wanted_by - {room.side}),
        "own_wish": room.side in room.standpoint.facts.redefine_wanted_by,
        "begin_form": ThanksForm(who, label=begin_words, auto_id="begin_%s"),
        "thanks_form": ThanksForm(who, auto_id="thanks_%s"),
    }
    return render(request, "relationships/mentoring/ending.html", context)


@shows("mentorship", "close")
@require_POST
def edit_ending(request: HouseRequest, pk: UUID) -> SeeOther:
    """One step of an ending."""
    mentorship = get_between(request.viewer, pk, "mentorship", "close").record
    person, now = person_of(request.viewer), timezone.now()
    act, words = request.POST.get("act"), request.POST.get("text", "")
    if act == "begin":
        answer: object = begin_ending(
            mentorship, person, now, words=words, offer_talk="offer_talk" in request.POST
        )
        return done(request, answer, _("You have begun to look back."), "ending", pk)
    if act == "offer":
        answer = offer_ending_talk(mentorship, person, now)
        return done(request, answer, _("The offer is made. Find a time together."), "ending", pk)
    if act == "colleagues":
        answer = redefine(mentorship, person, now)
        words_done = (
            _("Colleagues from here on.") if answer else _("Said. It counts once both of you have said so.")
        )
        return done(request, answer, words_done, "mentorship", pk)
    if act == "close":
        answer = close_mentorship(mentorship, person, now, thanks=words)
        return done(request, answer, _("Closed, with thanks."), "mentorship", pk)
    if act == "flash":
        answer = end_flash(mentorship, person, now, thanks=words)
        return done(request, answer, _("Thank you, from both of you."), "mentorship", pk)
    return see_other("ending", pk)


@shows("mentorship", "close")
@require_http_methods(["GET", "POST"])
def edit_unwind(request: HouseRequest, pk: UUID) -> HttpResponse:
    """This is not the right pairing: ended at once, without fault, and nobody is told why."""
    sight = get_between(request.viewer, pk, "mentorship", "close")
    person = person_of(request.viewer)
    other = other_side(sight.record, person)
    form = DeclineForm(who_sees(sight, "decline_reason"), sent(request))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        answer = unwind(
            sight.record,
            person,
            timezone.now(),
            category=data["category"],
            text=data["text"],
            not_again=data["not_together_again"],
        )
        if not refused(form, answer):
            messages.success(request, _("It is ended, and nobody is at fault."))
            return see_other("find_mentor" if person == sight.record.mentee else "portfolio")
    name = other.name if other else ""
    context = {
        "title": _("This is not the right pairing"),
        "over": name,
        "lead": _(
            "It ends now. %(name)s is told that it ended and that it is nobody’s fault. They are not told why."
        )
        % {"name": name},
        "label": _("End it, no fault"),
        "danger": True,
        "back": "ending",
        "pk": pk,
    }
    return show_form(request, form, context)
