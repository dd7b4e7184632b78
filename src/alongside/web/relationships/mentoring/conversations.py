"""Conversations of a mentorship: planned, moved, held, missed; recorded afterwards just as well."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.verdicts import Refused
from alongside.queries.relationships.mentoring_room import get_between
from alongside.queries.relationships.mentoring_who import who_sees
from alongside.queries.relationships.shared_pages import (
    get_meeting,
    list_actions,
    list_private_notes,
    list_shared_notes,
)
from alongside.queries.relationships.two_sides import other_side
from alongside.services.relationships.meetings import cancel_meeting, mark_missed, move_meeting, write_topic
from alongside.services.relationships.mentoring.conversations import hold_conversation, plan_conversation
from alongside.web.answers import SeeOther, see_other, sent
from alongside.web.declare import shows
from alongside.web.forms.relationships.mentoring import ConversationForm
from alongside.web.relationships.mentoring.pages import done, person_of, refused, show_form
from alongside.web.requests import HouseRequest


@shows("meeting", "create")
@require_http_methods(["GET", "POST"])
def edit_plan_conversation(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Propose a time; a time that is past is a conversation to be recorded."""
    sight = get_between(request.viewer, pk, "meeting", "create")
    person, now = person_of(request.viewer), timezone.now()
    form = ConversationForm(who_sees(sight, "meeting_topic"), sent(request))
    if request.method == "POST" and form.is_valid():
        planned = plan_conversation(
            sight.record,
            person,
            form.moment(),
            now,
            minutes=form.cleaned_data["minutes"],
            words=form.words(),
        )
        if not refused(form, planned) and not isinstance(planned, Refused):
            if form.moment() > now:
                return done(request, planned, _("It is in both your diaries."), "mentorship", pk)
            held = hold_conversation(planned, person, now)
            return done(request, held, _("The conversation is recorded."), "conversation", pk, planned.pk)
    other = other_side(sight.record, person)
    context = {
        "title": _("A conversation"),
        "over": other.name if other else "",
        "lead": _("Choose a time. If you have already talked, put in when it was."),
        "label": _("Put it in our diaries"),
        "back": "mentorship",
        "pk": pk,
    }
    return show_form(request, form, context)


@shows("meeting", "read")
@require_GET
def show_conversation(request: HouseRequest, pk: UUID, meeting_pk: UUID) -> HttpResponse:
    """One conversation: when and where, what about, the notes and what was agreed."""
    sight = get_between(request.viewer, pk, "meeting", "read")
    line = get_meeting(sight, meeting_pk)
    now = timezone.now()
    context = {
        "mentorship": sight.record,
        "other": other_side(sight.record, person_of(request.viewer)),
        "meeting": line.meeting,
        "topic": line.topic,
        "is_planned": line.meeting.state == "planned",
        "is_time": line.meeting.starts_at <= now + timedelta(hours=12),
        "notes": list_shared_notes(sight, line.meeting),
        "private_notes": list_private_notes(sight, line.meeting),
        "may_note_privately": sight.may("private_note", "create"),
        "actions": list_actions(sight, line.meeting),
        "who_topic": who_sees(sight, "meeting_topic"),
        "who_note": who_sees(sight, "shared_note"),
        "who_private": who_sees(sight, "private_note", "body"),
    }
    return render(request, "relationships/mentoring/conversation.html", context)


@shows("meeting", "edit")
@require_http_methods(["GET", "POST"])
def edit_conversation(request: HouseRequest, pk: UUID, meeting_pk: UUID) -> HttpResponse:
    """Another time, another place, another subject."""
    sight = get_between(request.viewer, pk, "meeting", "edit")
    line = get_meeting(sight, meeting_pk)
    initial = ConversationForm.initial_for(line.meeting.starts_at) | {"minutes": line.meeting.minutes}
    if line.topic:
        initial |= {name: getattr(line.topic, name) for name in ("topic", "agenda", "place", "link")}
    form = ConversationForm(who_sees(sight, "meeting_topic"), sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        answer = move_meeting(
            line.meeting,
            person_of(request.viewer),
            form.moment(),
            form.cleaned_data["minutes"],
            timezone.now(),
        )
        if not refused(form, answer) and not refused(form, write_topic(line.meeting, form.words())):
            return done(request, answer, _("Changed."), "conversation", pk, meeting_pk)
    context = {
        "title": _("Change a conversation"),
        "label": _("Change it"),
        "back": "conversation",
        "pk": pk,
        "second": meeting_pk,
    }
    return show_form(request, form, context)


@shows("meeting", "edit")
@require_POST
def edit_settle_conversation(request: HouseRequest, pk: UUID, meeting_pk: UUID) -> SeeOther:
    """It took place, it did not, or it is called off."""
    sight = get_between(request.viewer, pk, "meeting", "edit")
    meeting = get_meeting(sight, meeting_pk).meeting
    person, now = person_of(request.viewer), timezone.now()
    act = request.POST.get("act")
    if act == "held":
        answer: object = hold_conversation(meeting, person, now)
        return done(request, answer, _("Good that you talked."), "mentorship", pk)
    if act == "missed":
        answer = mark_missed(meeting, person, now)
        return done(
            request, answer, _("It happens. Find another time when it suits you both."), "mentorship", pk
        )
    if act == "cancel":
        answer = cancel_meeting(meeting, person, now)
        return done(request, answer, _("It is called off."), "mentorship", pk)
    return see_other("conversation", pk, meeting_pk)
