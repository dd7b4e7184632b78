"""The mentoring room: one page for a mentorship, as far as the one who looks may see it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.confidentiality.relations import Relation
from alongside.core.relationships.agreement import LIMITS_OF_CONFIDENTIALITY
from alongside.queries.outcomes.answers import list_to_answer
from alongside.queries.relationships.mentoring_asking import was_taken_back
from alongside.queries.relationships.mentoring_path import line_of
from alongside.queries.relationships.mentoring_ranking import get_own_list
from alongside.queries.relationships.mentoring_room import (
    Room,
    first_words,
    get_between,
    get_mentorship,
    load_room,
)
from alongside.queries.relationships.mentoring_who import who_sees
from alongside.queries.relationships.mentoring_words import BADGES, CONTACTS, FORMS, stage_words
from alongside.services.relationships.mentoring.conversations import agree_on_quiet
from alongside.services.relationships.mentoring.walking import carry_on, deepen, share_direction
from alongside.web.answers import SeeOther, see_other, sent
from alongside.web.declare import shows
from alongside.web.forms.relationships.mentoring import LimitsForm, QuietForm
from alongside.web.forms.relationships.talking import WordsForm
from alongside.web.relationships.mentoring.pages import done, person_of, refused, show_form
from alongside.web.requests import HouseRequest

ASKED = ("requested", "waitlisted")
OVER = ("declined", "expired")
SECTIONS = (
    "message",
    "meeting",
    "shared_note",
    "private_note",
    "action_item",
    "career_path",
    "journal_entry",
)


@shows("mentorship", "read")
@require_GET
def show_mentorship(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The room for the two; the request while it is one; that it exists, for the programme's manager."""
    sight = get_mentorship(request.viewer, pk)
    mentorship = sight.record
    context: dict[str, Any] = {
        "mentorship": mentorship,
        "stage": stage_words(
            mentorship.state, "mentor" if sight.is_any(Relation.MENTOR, Relation.CANDIDATE) else "mentee"
        ),
        "badge": BADGES[mentorship.state],
        "form_words": FORMS.get(mentorship.form, ""),
        "programme": mentorship.programme,
    }
    if not sight.is_any(Relation.MENTEE, Relation.MENTOR, Relation.CANDIDATE):
        return render(request, "relationships/mentoring/outside.html", context)
    is_mentee = sight.is_any(Relation.MENTEE)
    context |= {"side": "mentee" if is_mentee else "mentor"}
    context |= {"other": mentorship.mentor if is_mentee else mentorship.mentee}
    if mentorship.state in (*ASKED, *OVER):
        context |= {
            "words": first_words(mentorship) if mentorship.state in ASKED or is_mentee else "",
            "who": who_sees(sight, "mentorship", "request"),
            "limits": LIMITS_OF_CONFIDENTIALITY,
            "limits_form": LimitsForm(auto_id="accept_%s"),
        }
        if is_mentee:
            context |= _how_it_ended(request, mentorship)
        return render(request, "relationships/mentoring/request.html", context)
    return render(
        request, "relationships/mentoring/room.html", context | _room(load_room(sight, timezone.now()))
    )


def _how_it_ended(request: HouseRequest, mentorship: Any) -> dict[str, Any]:
    """For the mentee: whether time ran out, and who is next on their list."""
    own_list = get_own_list(request.viewer, mentorship.programme)
    taken_back = was_taken_back(mentorship)
    before_a_yes = mentorship.state == "expired" and mentorship.accepted_at is None
    return {
        "taken_back": taken_back,
        "ran_out": before_a_yes and not taken_back,
        "next_mentor": own_list.next_mentor if own_list and not own_list.waits else None,
        "asks_on": bool(own_list and own_list.ranking.asks_on),
    }


def _room(room: Room) -> dict[str, Any]:
    """What the room's page needs beside the room itself."""
    now, mentorship, standpoint = timezone.now(), room.mentorship, room.standpoint
    contact = standpoint.contact
    other = standpoint.other.name
    words = room.next_words
    return {
        "room": room,
        "next_do": words.do_with(other) if words else "",
        "next_text": words.text_with(other) if words else "",
        "contact_words": CONTACTS[contact.standing] if contact else "",
        "drifting": bool(contact and standpoint.next_name == "get_in_touch"),
        "line": line_of(room.path, mentorship.mentee.job_title),
        "questions": list_to_answer(mentorship, standpoint.person, now),
        "who": {name: who_sees(room.sight, name) for name in SECTIONS}
        | {"direction": who_sees(room.sight, "mentorship", "depth")},
        "message_form": WordsForm(
            label=_("Your message"), who=who_sees(room.sight, "message"), auto_id="message_%s"
        ),
    }


@shows("mentorship", "edit")
@require_http_methods(["GET", "POST"])
def edit_direction(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Where this is going, in a sentence; with it and both yeses the two walk together."""
    sight = get_between(request.viewer, pk, "mentorship", "edit")
    mentorship, person, now = sight.record, person_of(request.viewer), timezone.now()
    form = WordsForm(
        sent(request),
        label=_("Our direction"),
        help_text=_("For example: “Towards leading a team of my own, without losing the craft.”"),
        who=who_sees(sight, "mentorship", "depth"),
        initial={"text": mentorship.direction},
    )
    if request.method == "POST" and form.is_valid():
        answer = share_direction(mentorship, person, form.cleaned_data["text"], now)
        if not refused(form, answer):
            if mentorship.state != "initiation":
                return done(request, answer, _("Kept."), "mentorship", pk)
            moved = deepen(mentorship, person, now)
            return done(request, moved, _("From here on you walk together."), "mentorship", pk)
    context = {
        "title": _("A direction you share"),
        "over": mentorship.mentor.name if person == mentorship.mentee else mentorship.mentee.name,
        "lead": _("Not a goal with a date: the way you are looking. It may change as you go."),
        "label": _("Keep it"),
        "back": "mentorship",
        "pk": pk,
    }
    return show_form(request, form, context)


@shows("mentorship", "edit")
@require_http_methods(["GET", "POST"])
def edit_quiet(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A quiet time that both know of, so that nobody is reminded of it."""
    sight = get_between(request.viewer, pk, "mentorship", "edit")
    form = QuietForm(sent(request))
    if request.method == "POST" and form.is_valid():
        answer = agree_on_quiet(
            sight.record, person_of(request.viewer), form.cleaned_data["days"], timezone.now()
        )
        if not refused(form, answer):
            return done(request, answer, _("Until then nobody is reminded of anything."), "mentorship", pk)
    context = {
        "title": _("A quiet time"),
        "lead": _("Leave, a full season, a new child: no contact is expected, and nobody is reminded."),
        "label": _("Agree on it"),
        "back": "mentorship",
        "pk": pk,
    }
    return show_form(request, form, context)


@shows("mentorship", "edit")
@require_POST
def edit_carry_on(request: HouseRequest, pk: UUID) -> SeeOther:
    """The programme's time is over, and the two carry on."""
    mentorship = get_between(request.viewer, pk, "mentorship", "edit").record
    answer = carry_on(mentorship, person_of(request.viewer), timezone.now())
    return done(request, answer, _("You carry on. The programme’s time no longer counts."), "mentorship", pk)


@shows("mentorship", "read")
@require_GET
def show_want_coaching(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Wanting a coach now is a new need: asked about afresh, agreed anew, normally with somebody else."""
    sight = get_between(request.viewer, pk)
    if not sight.is_any(Relation.MENTEE):
        return see_other("mentorship", pk)
    context = {"mentorship": sight.record}
    return render(request, "relationships/mentoring/want_coaching.html", context)
