"""Sessions: plan, prepare, talk, note, agree, record."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.core.relationships.sessions import get_template
from alongside.core.verdicts import Refused
from alongside.queries.relationships.shared_pages import (
    get_action,
    get_meeting,
    list_actions,
    list_meetings,
    list_private_notes,
    list_shared_notes,
)
from alongside.queries.relationships.two_sides import why_not_write
from alongside.services.relationships.coaching.sessions import decide_scope, hold_session, plan_session
from alongside.services.relationships.meetings import (
    TopicWords,
    cancel_meeting,
    mark_missed,
    move_meeting,
    write_topic,
)
from alongside.services.relationships.notes import (
    agree_action,
    finish_action,
    write_private_note,
    write_shared_note,
)
from alongside.web.declare import shows
from alongside.web.forms.relationships.coaching_sessions import (
    MoveSessionForm,
    ScopeForm,
    SessionForm,
    TopicForm,
)
from alongside.web.forms.relationships.talking import ActionForm, WordsForm
from alongside.web.relationships.coaching.rooms import Room, enter, posted, settle, show, show_form, took
from alongside.web.requests import HouseRequest

PLANNED = "planned"


@shows("meeting", "create")
def edit_plan_session(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Find a time for the next session."""
    room = enter(request, pk, "meeting", "create")
    if room.facts.sessions_held >= room.facts.sessions_agreed:
        return settle(request, Refused(_("All the sessions you agreed on are held.")), "", "engagement", pk)
    last = room.facts.last_session_at
    suggested = (
        max(room.now, last + timedelta(days=room.engagement.interval_days))
        if last
        else room.now + timedelta(7)
    )
    initial = SessionForm.initial_for(suggested.replace(minute=0)) | {
        "minutes": room.engagement.session_minutes
    }
    form = SessionForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        answer = plan_session(
            room.engagement,
            room.me,
            form.moment(),
            timezone.now(),
            minutes=data["minutes"],
            words=TopicWords(agenda=agenda_of(data["template_key"])),
            template_key=data["template_key"],
        )
        if took(form, answer) and not isinstance(answer, Refused):
            return settle(request, None, _("It is in both diaries."), "coaching_session", pk, answer.pk)
    number = _("Session %(number)s of %(total)s") % {
        "number": room.facts.sessions_held + 1,
        "total": room.facts.sessions_agreed,
    }
    return show_form(request, room, form, number, _("Plan it"))


def agenda_of(template_key: str) -> str:
    """The order of talk as lines to change."""
    return "\n".join(f"{_(part.heading)}: {_(part.question)}" for part in get_template(template_key).parts)


@shows("meeting", "read")
def show_coaching_session(request: HouseRequest, pk: UUID, meeting_pk: UUID) -> HttpResponse:
    """One session with all that belongs to it."""
    room = enter(request, pk, "meeting")
    return show(request, room, "session", **session_parts(room, meeting_pk))


def session_parts(room: Room, meeting_pk: UUID, **forms: Any) -> dict[str, Any]:
    """The page of a session; forms given replace the fresh ones."""
    line = get_meeting(room.sight, meeting_pk)
    meeting, topic = line.meeting, line.topic
    words = {name: getattr(topic, name, "") for name in ("topic", "agenda", "place", "link")}
    held = [one.meeting.pk for one in list_meetings(room.sight) if one.meeting.state == "held"]
    number = held.index(meeting.pk) + 1 if meeting.pk in held else len(held) + 1
    me, other = _("Me"), room.other.name if room.other else _("The other")
    fresh = {
        "topic_form": TopicForm(room.who("meeting_topic"), initial=words),
        "scope_form": ScopeForm(),
        "move_form": MoveSessionForm(
            initial=MoveSessionForm.initial_for(meeting.starts_at) | {"minutes": meeting.minutes}
        ),
        "shared_form": note_form(room, "shared"),
        "private_form": note_form(room, "private"),
        "action_form": ActionForm(me, other, room.who("action_item"), prefix="action"),
    }
    return {
        "meeting": meeting,
        "topic": topic,
        "number": number,
        "may_write": why_not_write(room.engagement) is None,
        "total": room.facts.sessions_agreed,
        "is_planned": meeting.state == PLANNED,
        "is_past": meeting.starts_at <= room.now,
        "shared_notes": list_shared_notes(room.sight, meeting),
        "private_notes": list_private_notes(room.sight, meeting),
        "writes_private": room.sight.may("private_note", "create"),
        "actions": list_actions(room.sight, meeting),
        "who_topic": room.who("meeting_topic"),
        "who_notes": room.who("shared_note"),
        "who_private": room.who("private_note", "body"),
        **fresh,
        **forms,
    }


def note_form(room: Room, kind: str, data: Any = None) -> WordsForm:
    """A form for a note: one for both, or the practitioner's own."""
    if kind == "private":
        return WordsForm(data, label=_("My own note"), who=room.who("private_note", "body"), prefix="private")
    return WordsForm(data, label=_("A note for both of you"), who=room.who("shared_note"), prefix="shared")


@shows("meeting", "edit")
@require_POST
def press_session(request: HouseRequest, pk: UUID, meeting_pk: UUID) -> HttpResponse:
    """Held, missed, or called off."""
    room = enter(request, pk, "meeting", "edit")
    meeting, now = get_meeting(room.sight, meeting_pk).meeting, timezone.now()
    acts: dict[str, tuple[Any, str]] = {
        "held": (lambda: hold_session(meeting, room.me, now), _("Recorded as held.")),
        "missed": (lambda: mark_missed(meeting, room.me, now), _("Recorded. It happens.")),
        "cancel": (lambda: cancel_meeting(meeting, room.me, now), _("It is called off.")),
    }
    act, done = acts.get(request.POST.get("act", ""), (None, ""))
    return settle(request, act() if act else None, done, "coaching_session", pk, meeting_pk)


@shows("meeting", "edit")
@require_POST
def move_session(request: HouseRequest, pk: UUID, meeting_pk: UUID) -> HttpResponse:
    """Another time."""
    room = enter(request, pk, "meeting", "edit")
    form = MoveSessionForm(request.POST)
    meeting = get_meeting(room.sight, meeting_pk).meeting
    if form.is_valid():
        moved = move_meeting(meeting, room.me, form.moment(), form.cleaned_data["minutes"], timezone.now())
        if took(form, moved):
            return settle(request, None, _("Moved. The other is told."), "coaching_session", pk, meeting_pk)
    return show(request, room, "session", **session_parts(room, meeting_pk, move_form=form))


@shows("meeting_topic", "edit")
@require_POST
def write_session_topic(request: HouseRequest, pk: UUID, meeting_pk: UUID) -> HttpResponse:
    """What it is about, and where."""
    room = enter(request, pk, "meeting_topic", "edit")
    form = TopicForm(room.who("meeting_topic"), request.POST)
    if form.is_valid():
        written = write_topic(get_meeting(room.sight, meeting_pk).meeting, form.words())
        if took(form, written):
            return settle(request, None, _("Kept."), "coaching_session", pk, meeting_pk)
    return show(request, room, "session", **session_parts(room, meeting_pk, topic_form=form))


@shows("meeting_topic", "edit")
@require_POST
def decide_session_scope(request: HouseRequest, pk: UUID, meeting_pk: UUID) -> HttpResponse:
    """A subject outside what was agreed is put in scope, parked or referred; never just taken on."""
    room = enter(request, pk, "meeting_topic", "edit")
    form = ScopeForm(request.POST)
    if form.is_valid():
        topic, choice = form.asked()
        meeting = get_meeting(room.sight, meeting_pk).meeting
        if took(form, decide_scope(meeting, topic, choice, room.me)):
            return settle(request, None, _("Kept."), "coaching_session", pk, meeting_pk)
    return show(request, room, "session", **session_parts(room, meeting_pk, scope_form=form))


@shows("shared_note", "create")
@require_POST
def write_session_note(request: HouseRequest, pk: UUID, meeting_pk: UUID, kind: str) -> HttpResponse:
    """A note for both, or the coach's own."""
    room = enter(request, pk, "private_note" if kind == "private" else "shared_note", "create")
    form = note_form(room, kind, request.POST)
    write = write_private_note if kind == "private" else write_shared_note
    if form.is_valid():
        meeting = get_meeting(room.sight, meeting_pk).meeting
        if took(form, write(room.engagement, room.me, form.cleaned_data["text"], timezone.now(), meeting)):
            return settle(request, None, _("Kept."), "coaching_session", pk, meeting_pk)
    return show(request, room, "session", **session_parts(room, meeting_pk, **{f"{kind}_form": form}))


@shows("action_item", "create")
@require_POST
def agree_session_action(request: HouseRequest, pk: UUID, meeting_pk: UUID) -> HttpResponse:
    """Something one of the two will do."""
    room = enter(request, pk, "action_item", "create")
    other = room.other.name if room.other else _("The other")
    form = ActionForm(_("Me"), other, room.who("action_item"), request.POST, prefix="action")
    if form.is_valid():
        data = form.cleaned_data
        owner = room.me if data["mine"] == "yes" or room.other is None else room.other
        meeting = get_meeting(room.sight, meeting_pk).meeting
        answer = agree_action(room.engagement, owner, data["text"], timezone.now(), data["due_on"], meeting)
        if took(form, answer):
            return settle(request, None, _("Kept."), "coaching_session", pk, meeting_pk)
    return show(request, room, "session", **session_parts(room, meeting_pk, action_form=form))


@shows("action_item", "edit")
@require_POST
def press_action(request: HouseRequest, pk: UUID, action_pk: UUID) -> HttpResponse:
    """An action is done, or not yet after all."""
    room = enter(request, pk, "action_item", "edit")
    finished = finish_action(get_action(room.sight, action_pk), timezone.now())
    return settle(request, finished, "", "engagement", pk)
