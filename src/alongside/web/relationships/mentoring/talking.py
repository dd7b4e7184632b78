"""Messages, notes and actions of a mentorship."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.verdicts import Refused
from alongside.queries.relationships.mentoring_room import get_between, get_own_action, get_own_note
from alongside.queries.relationships.mentoring_who import who_sees
from alongside.queries.relationships.shared_pages import get_meeting, list_messages
from alongside.queries.relationships.two_sides import other_side
from alongside.services.relationships.mentoring.conversations import WRITING_STATES, write_to_other
from alongside.services.relationships.messages import mark_messages_read
from alongside.services.relationships.notes import (
    agree_action,
    finish_action,
    rewrite_note,
    write_private_note,
    write_shared_note,
)
from alongside.web.answers import SeeOther, see_other, sent
from alongside.web.declare import shows
from alongside.web.forms.relationships.talking import ActionForm, WordsForm
from alongside.web.relationships.mentoring.pages import done, person_of, refused, show_form
from alongside.web.requests import HouseRequest


@shows("message", "create")
@require_http_methods(["GET", "POST"])
def edit_messages(request: HouseRequest, pk: UUID) -> HttpResponse:
    """What the two wrote, and a place to write. Ask my mentor, answer my mentee."""
    sight = get_between(request.viewer, pk, "message", "create")
    mentorship, person = sight.record, person_of(request.viewer)
    other = other_side(mentorship, person)
    form = WordsForm(
        sent(request), label=_("Your message"), who=who_sees(sight, "message"), auto_id="message_%s"
    )
    if request.method == "POST" and form.is_valid():
        answer = write_to_other(mentorship, person, form.cleaned_data["text"], timezone.now())
        if not refused(form, answer):
            return done(request, answer, _("Your message is sent."), "mentoring_messages", pk)
    written = list_messages(sight)
    context = {
        "mentorship": mentorship,
        "other": other,
        "written": written,
        "unread": any(one.read_at is None and one.author != person for one in written),
        "may_write": mentorship.state in WRITING_STATES,
        "is_mentee": person == mentorship.mentee,
    }
    return show_form(request, form, context, "relationships/mentoring/messages.html")


@shows("message", "create")
@require_POST
def edit_messages_read(request: HouseRequest, pk: UUID) -> SeeOther:
    """The one who looks has read what was written to them."""
    mentorship = get_between(request.viewer, pk, "message", "create").record
    mark_messages_read(mentorship, person_of(request.viewer), timezone.now())
    return see_other("mentorship", pk)


@shows("shared_note", "create")
@require_http_methods(["GET", "POST"])
def edit_shared_note(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A note for both; about one conversation if it names one."""
    sight = get_between(request.viewer, pk, "shared_note", "create")
    form = WordsForm(sent(request), label=_("A note for both of you"), who=who_sees(sight, "shared_note"))
    about = request.GET.get("about", "")
    meeting = get_meeting(sight, about).meeting if about else None
    if request.method == "POST" and form.is_valid():
        answer = write_shared_note(
            sight.record, person_of(request.viewer), form.cleaned_data["text"], timezone.now(), meeting
        )
        if not refused(form, answer):
            return _back(request, pk, about, answer, _("The note is kept."))
    context = {"title": _("A shared note"), "label": _("Keep the note"), "back": "mentorship", "pk": pk}
    return show_form(request, form, context)


@shows("private_note", "create")
@require_http_methods(["GET", "POST"])
def edit_private_note(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The mentor's own note."""
    sight = get_between(request.viewer, pk, "private_note", "create")
    form = WordsForm(
        sent(request), label=_("A note for yourself"), who=who_sees(sight, "private_note", "body")
    )
    about = request.GET.get("about", "")
    meeting = get_meeting(sight, about).meeting if about else None
    if request.method == "POST" and form.is_valid():
        answer = write_private_note(
            sight.record, person_of(request.viewer), form.cleaned_data["text"], timezone.now(), meeting
        )
        if not refused(form, answer):
            return _back(request, pk, about, answer, _("The note is kept, for you alone."))
    context = {"title": _("A private note"), "label": _("Keep the note"), "back": "mentorship", "pk": pk}
    return show_form(request, form, context)


@shows("shared_note", "edit")
@require_http_methods(["GET", "POST"])
def edit_note(request: HouseRequest, pk: UUID, note_pk: UUID) -> HttpResponse:
    """Change a note for both that one wrote; an empty text takes it away."""
    return rewrite(request, pk, note_pk, "shared_note")


@shows("private_note", "create")
@require_http_methods(["GET", "POST"])
def edit_own_note(request: HouseRequest, pk: UUID, note_pk: UUID) -> HttpResponse:
    """Change a note for oneself; an empty text takes it away. Only its author finds it."""
    return rewrite(request, pk, note_pk, "private_note")


def rewrite(request: HouseRequest, pk: UUID, note_pk: UUID, resource: str) -> HttpResponse:
    """The page on which one of one's own notes is changed."""
    sight = get_between(request.viewer, pk, resource, "create" if resource == "private_note" else "edit")
    note = get_own_note(sight, note_pk, resource == "private_note")
    form = WordsForm(
        sent(request),
        label=_("The note"),
        help_text=_("Empty it to take the note away."),
        who=who_sees(sight, resource, "body"),
        initial={"text": note.text},
    )
    form.fields["text"].required = False
    if request.method == "POST" and form.is_valid():
        answer = rewrite_note(note, person_of(request.viewer), form.cleaned_data["text"])
        if not refused(form, answer):
            return done(request, answer, _("Kept."), "mentorship", pk)
    context = {"title": _("Change a note"), "label": _("Keep it"), "back": "mentorship", "pk": pk}
    return show_form(request, form, context)


@shows("action_item", "create")
@require_http_methods(["GET", "POST"])
def edit_new_action(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Something one of the two will do."""
    sight = get_between(request.viewer, pk, "action_item", "create")
    person = person_of(request.viewer)
    other = other_side(sight.record, person)
    assert other is not None  # noqa: S101 - a mentorship has two sides from the start
    form = ActionForm(
        _("I will do it"),
        _("%(name)s will do it") % {"name": other.name},
        who_sees(sight, "action_item", "text"),
        sent(request),
    )
    about = request.GET.get("about", "")
    meeting = get_meeting(sight, about).meeting if about else None
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        owner = person if data["mine"] == "yes" else other
        answer = agree_action(sight.record, owner, data["text"], timezone.now(), data["due_on"], meeting)
        if not refused(form, answer):
            return _back(request, pk, about, answer, _("Written down."))
    context = {"title": _("Something to do"), "label": _("Write it down"), "back": "mentorship", "pk": pk}
    return show_form(request, form, context)


@shows("action_item", "edit")
@require_POST
def edit_finish_action(request: HouseRequest, pk: UUID, action_pk: UUID) -> SeeOther:
    """Done, or not done after all."""
    sight = get_between(request.viewer, pk, "action_item", "edit")
    finished = finish_action(get_own_action(sight, action_pk), timezone.now())
    if isinstance(finished, Refused):
        messages.warning(request, finished.because)
    return see_other("mentorship", pk, query="#actions")


def _back(request: HouseRequest, pk: UUID, about: str, answer: object, words: str) -> SeeOther:
    """To the conversation it was about, else to the room."""
    if about:
        return done(request, answer, words, "conversation", pk, about)
    return done(request, answer, words, "mentorship", pk)
