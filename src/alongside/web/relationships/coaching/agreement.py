"""The agreement: read, change, sign, compare versions, print; the meeting of all three; the extension."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.queries.access import NotVisible
from alongside.queries.relationships.coaching.agreement_page import list_changes, load_agreement_page
from alongside.queries.relationships.coaching.room import get_engagement, who_sees
from alongside.queries.relationships.coaching.terms import current_version, terms_of
from alongside.services.relationships.coaching.agreement import (
    begin_extension,
    change_terms,
    drop_extension,
    record_three_way_meeting,
    sign_agreement,
)
from alongside.web.answers import see_other, show_again
from alongside.web.declare import shows
from alongside.web.forms.relationships.coaching_agreement import (
    ExtendForm,
    SignForm,
    TermsForm,
    ThreeWayForm,
    clauses_for,
)
from alongside.web.relationships.coaching.rooms import enter, posted, settle, show_form, took
from alongside.web.requests import HouseRequest

HERE = "relationships/coaching/"


@shows("coaching_agreement", "read")
def show_coaching_agreement(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The version asked for (`?version=2`) or the newest, to read, sign and print."""
    sight = get_engagement(request.viewer, pk, "coaching_agreement")
    version = request.GET.get("version", "")
    return _show(request, sight, int(version) if version.isdecimal() else None)


def _show(
    request: HouseRequest, sight: Any, version: int | None = None, form: Any = None, three_way: Any = None
) -> HttpResponse:
    page = load_agreement_page(sight, version)
    parts = {
        "page": page,
        "engagement": sight.record,
        "form": form or SignForm(),
        "three_way": three_way or ThreeWayForm(),
        "open_to": who_sees(
            sight, "coaching_agreement", "three_party_part" if sight.record.sponsor else "two_party_part"
        ),
    }
    failed = any(one is not None and one.errors for one in (form, three_way))
    return (show_again if failed else render)(request, HERE + "agreement.html", parts)


@shows("coaching_agreement", "sign")
@require_POST
def sign_coaching_agreement(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Put one's name to the version that was on the page."""
    sight = get_engagement(request.viewer, pk, "coaching_agreement", "sign")
    form = SignForm(request.POST)
    me = request.viewer.person
    assert me is not None  # noqa: S101 - a party is a person
    if form.is_valid():
        shown, read = form.cleaned_data["shown_hash"], form.cleaned_data["limits_read"]
        if took(form, sign_agreement(sight.record, me, shown, read, timezone.now())):
            return settle(request, None, _("Signed. Thank you."), "engagement", pk)
    return _show(request, sight, form=form)


@shows("coaching_agreement", "sign")
@require_POST
def meet_all_three(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Client, coach and sponsor have met."""
    sight = get_engagement(request.viewer, pk, "coaching_agreement", "sign")
    form = ThreeWayForm(request.POST)
    me = request.viewer.person
    assert me is not None  # noqa: S101 - a party is a person
    if form.is_valid():
        answer = record_three_way_meeting(sight.record, me, form.moment(), timezone.now())
        if took(form, answer):
            return settle(request, answer, _("Recorded."), "coaching_agreement", pk)
    return _show(request, sight, three_way=form)


@shows("coaching_agreement", "edit")
def edit_coaching_agreement(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Change the terms. Everyone signs a changed text anew."""
    room = enter(request, pk, "coaching_agreement", "edit")
    latest = current_version(room.engagement)
    if latest is None:
        raise NotVisible
    engagement = room.engagement
    clauses = clauses_for(
        engagement.sponsor is not None,
        engagement.client.line_manager_id is not None,
        engagement.is_self_referred,
    )
    form = TermsForm(terms_of(latest), clauses, posted(request))
    if request.method == "POST" and form.is_valid():
        answer = change_terms(engagement, form.new_terms(), room.me, timezone.now())
        if took(form, answer):
            return settle(request, None, _("This is the version to sign now."), "coaching_agreement", pk)
    lead = _("Everybody signs this exact text. If it changes after a signature, everybody signs again.")
    return show_form(request, room, form, _("The agreement"), _("Put it before everyone"), lead=lead)


@shows("coaching_agreement", "read")
def show_agreement_changes(request: HouseRequest, pk: UUID) -> HttpResponse:
    """What changed from version to version."""
    sight = get_engagement(request.viewer, pk, "coaching_agreement")
    page = load_agreement_page(sight)
    if page.in_words_only:
        raise NotVisible
    steps = [
        {"older": older, "newer": newer, "changes": list_changes(older, newer)}
        for newer, older in zip(page.versions, page.versions[1:], strict=False)
    ]
    return render(request, HERE + "agreement_changes.html", {"engagement": sight.record, "steps": steps})


@shows("coaching_agreement", "edit")
def edit_extension(request: HouseRequest, pk: UUID) -> HttpResponse:
    """More sessions, once, by an amendment that everyone signs; or back to the final review."""
    room = enter(request, pk, "coaching_agreement", "edit")
    if request.method == "POST" and request.POST.get("act") == "drop":
        dropped = drop_extension(room.engagement, room.me, timezone.now())
        return settle(request, dropped, _("Back to the final review."), "coaching_review", pk)
    form = ExtendForm(posted(request))
    if request.method == "POST" and form.is_valid():
        answer = begin_extension(room.engagement, room.me, form.cleaned_data["more_sessions"], timezone.now())
        if took(form, answer):
            return see_other("coaching_agreement", pk)
    lead = _(
        "More sessions do not mean more effect. Extend only for something you can name. It is possible once."
    )
    return show_form(request, room, form, _("A few more sessions"), _("Draft the amendment"), lead=lead)
