"""The journal: one's own; an entry is opened to somebody who helps, and taken back."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.confidentiality.words import who_can_see
from alongside.queries.relationships.mentoring_path import get_entry, get_helping, list_journal
from alongside.services.relationships.journal import (
    release_entry,
    remove_entry,
    rewrite_entry,
    take_back_entry,
    write_entry,
)
from alongside.web.answers import SeeOther, see_other, sent
from alongside.web.declare import shows
from alongside.web.forms.relationships.talking import WordsForm
from alongside.web.relationships.mentoring.pages import done, person_of, refused, show_form
from alongside.web.requests import HouseRequest

WHO = "journal_entry"


@shows("journal_entry", "create")
@require_http_methods(["GET", "POST"])
def edit_journal(request: HouseRequest) -> HttpResponse:
    """All entries, and a place to write."""
    lines = list_journal(request.viewer)
    form = WordsForm(
        sent(request),
        label=_("What is on your mind?"),
        help_text=_(
            "A thought before a conversation, what stayed with you after one, or nothing of the kind."
        ),
        who=_("only you, until you open an entry to somebody"),
    )
    if request.method == "POST" and form.is_valid():
        answer = write_entry(person_of(request.viewer), form.cleaned_data["text"], timezone.now())
        if not refused(form, answer):
            return done(request, answer, _("Kept in your journal."), "journal")
    return show_form(request, form, {"lines": lines}, "relationships/mentoring/journal.html")


@shows("journal_entry", "edit")
@require_http_methods(["GET", "POST"])
def edit_entry(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Change the words of an entry."""
    entry = get_entry(request.viewer, pk)
    form = WordsForm(sent(request), label=_("The entry"), who=who_can_see(WHO), initial={"text": entry.text})
    if request.method == "POST" and form.is_valid():
        answer = rewrite_entry(entry, form.cleaned_data["text"])
        if not refused(form, answer):
            return done(request, answer, _("Changed."), "journal")
    context = {
        "title": _("Change an entry"),
        "over": _("My journal"),
        "label": _("Keep it"),
        "back": "journal",
    }
    return show_form(request, form, context)


@shows("journal_entry", "close")
@require_POST
def edit_remove_entry(request: HouseRequest, pk: UUID) -> SeeOther:
    """Take an entry away for good."""
    remove_entry(get_entry(request.viewer, pk))
    return done(request, None, _("The entry is gone."), "journal")


@shows("journal_entry", "release")
@require_POST
def edit_release_entry(request: HouseRequest, pk: UUID, relationship_pk: UUID) -> SeeOther:
    """Open an entry to the coach or mentor of one relationship, or take it back."""
    entry, relationship = get_entry(request.viewer, pk), get_helping(request.viewer, relationship_pk)
    if request.POST.get("act") == "take_back":
        take_back_entry(entry, relationship, timezone.now())
        return done(request, None, _("It is yours alone again."), "journal")
    if request.POST.get("act") == "release":
        answer = release_entry(entry, relationship, timezone.now())
        return done(request, answer, _("They can read this one entry."), "journal")
    return see_other("journal")
