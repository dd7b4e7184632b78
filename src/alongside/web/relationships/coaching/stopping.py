"""On hold, taken up again, and the ways out; and the messages between the two."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.core.relationships.coaching import offered
from alongside.queries.relationships.coaching.facts import facts_from
from alongside.queries.relationships.coaching.room import get_engagement, side_of, who_sees
from alongside.queries.relationships.shared_pages import list_messages
from alongside.services.relationships.coaching.stopping import leave, pause
from alongside.services.relationships.messages import mark_messages_read, send_message
from alongside.services.relationships.reasons import Reason
from alongside.web.answers import show_again
from alongside.web.declare import shows
from alongside.web.forms.relationships.coaching_sessions import LeaveForm, PauseForm
from alongside.web.forms.relationships.talking import WordsForm
from alongside.web.relationships.coaching.rooms import Room, enter, posted, settle, show, took
from alongside.web.requests import HouseRequest

THE_TWO = ("client", "coach")
MAY_BE_ARCHIVED = ("withdrawn", "referred_out", "closed_early", "terminated", "follow_up")
WAYS = ("withdraw", "refer_out", "close_early", "terminate")


@shows("engagement", "close")
def edit_leave_coaching(request: HouseRequest, pk: UUID) -> HttpResponse:
    """All that can be done about going on: a pause, taking it up again, and the ways out."""
    sight = get_engagement(request.viewer, pk, "engagement", "close")
    side, now = side_of(sight), timezone.now()
    ways = tuple(row.name for row in offered(facts_from(sight.record), side, now) if row.name in WAYS)
    form = LeaveForm(ways, who_sees(sight, "decline_reason"), side in THE_TWO, posted(request))
    if request.method == "POST" and form.is_valid():
        answer = _leave(request, sight, form)
        if took(form, answer):
            return settle(
                request, None, _("It has ended. Nothing of what you said is passed on."), "engagement", pk
            )
    return _leave_page(request, sight, ways, form=form, pause_form=PauseForm())


def _leave(request: HouseRequest, sight: Any, form: LeaveForm) -> Any:
    me, data = request.viewer.person, dict(form.cleaned_data)
    assert me is not None  # noqa: S101 - the declaration asks for a person before the view is reached
    way = data.pop("way")
    return leave(sight.record, way, me, timezone.now(), Reason(**data))


def _leave_page(request: HouseRequest, sight: Any, ways: tuple[str, ...], **forms: Any) -> HttpResponse:
    page = {
        "engagement": sight.record,
        "ways": ways,
        "may_pause": sight.record.state == "active" and side_of(sight) in THE_TWO,
        "may_resume": sight.record.state == "paused" and side_of(sight) in THE_TWO,
        "may_archive": side_of(sight) == "programme_manager" and sight.record.state in MAY_BE_ARCHIVED,
        **forms,
    }
    failed = any(form.errors for form in forms.values())
    return (show_again if failed else render)(request, "relationships/coaching/leave.html", page)


@shows("engagement", "edit")
@require_POST
def pause_coaching(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Put it on hold."""
    room = enter(request, pk, "engagement", "edit")
    form = PauseForm(request.POST)
    if form.is_valid():
        until = _end_of(form.cleaned_data["until"])
        if took(form, pause(room.engagement, room.me, until, timezone.now())):
            return settle(request, None, _("It is on hold."), "engagement", pk)
    ways = tuple(row.name for row in offered(room.facts, room.side, room.now) if row.name in WAYS)
    fresh = LeaveForm(ways, room.who("decline_reason"), True)
    return _leave_page(request, room.sight, ways, form=fresh, pause_form=form)


def _end_of(day: Any) -> datetime | None:
    return datetime.combine(day, time(12), timezone.get_current_timezone()) if day else None


@shows("message", "read")
def edit_coaching_messages(request: HouseRequest, pk: UUID) -> HttpResponse:
    """What the two wrote to each other, and the next word."""
    room = enter(request, pk, "message")
    form = _message_form(room, posted(request))
    if request.method == "POST" and form.is_valid():
        sent = send_message(room.engagement, room.me, form.cleaned_data["text"], timezone.now())
        if took(form, sent):
            return settle(request, None, _("Sent."), "coaching_messages", pk)
    return show(request, room, "messages", form=form, messages_of=list_messages(room.sight))


def _message_form(room: Room, data: Any) -> WordsForm:
    return WordsForm(data, label=_("Your message"), who=room.who("message"))


@shows("message", "create")
@require_POST
def read_coaching_messages(request: HouseRequest, pk: UUID) -> HttpResponse:
    """What the other wrote has been read."""
    room = enter(request, pk, "message", "create")
    mark_messages_read(room.engagement, room.me, timezone.now())
    return settle(request, None, "", "coaching_messages", pk)
