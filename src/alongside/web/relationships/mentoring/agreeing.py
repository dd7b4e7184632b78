"""What the two expect of each other: read, print, say yes, change."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.core.relationships.agreement import draft_mentorship_terms
from alongside.queries.relationships.mentoring_agreement import read_terms, what_changed, who_said_yes
from alongside.queries.relationships.mentoring_room import get_between, newest_agreement
from alongside.queries.relationships.mentoring_who import who_sees
from alongside.queries.relationships.two_sides import other_side
from alongside.services.relationships.mentoring.agreeing import AGREEING_STATES, draft_expectations, say_yes
from alongside.web.answers import see_other, sent
from alongside.web.declare import shows
from alongside.web.forms.relationships.mentoring import ExpectationsForm, YesForm
from alongside.web.relationships.mentoring.pages import done, person_of, refused, show_form
from alongside.web.requests import HouseRequest


@shows("mentorship_agreement", "sign")
@require_http_methods(["GET", "POST"])
def edit_yes(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The newest version, who has said yes to it, and one's own yes."""
    sight = get_between(request.viewer, pk, "mentorship_agreement", "sign")
    agreement, person = newest_agreement(sight), person_of(request.viewer)
    if agreement is None:
        return see_other("edit_expectations", pk)
    form = YesForm(sent(request), initial={"shown_hash": agreement.content_hash})
    if request.method == "POST" and form.is_valid():
        answer = say_yes(
            agreement,
            person,
            form.cleaned_data["shown_hash"],
            timezone.now(),
            limits_read=form.cleaned_data["limits_read"],
        )
        if not refused(form, answer):
            return done(request, answer, _("You said yes."), "mentorship", pk)
    said = who_said_yes(agreement)
    context = {
        "mentorship": sight.record,
        "agreement": agreement,
        "terms": read_terms(agreement.terms),
        "changes": what_changed(agreement),
        "said_yes": said,
        "own_yes": any(signature.person_id == person.pk for signature in said),
        "may_change": sight.record.state in AGREEING_STATES,
        "other": other_side(sight.record, person),
        "who": who_sees(sight, "mentorship_agreement", "expectations"),
    }
    return show_form(request, form, context, "relationships/mentoring/expectations.html")


@shows("mentorship_agreement", "edit")
@require_http_methods(["GET", "POST"])
def edit_expectations(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Write the text, or a new version of it."""
    sight = get_between(request.viewer, pk, "mentorship_agreement", "edit")
    mentorship, person = sight.record, person_of(request.viewer)
    agreement = newest_agreement(sight)
    terms = (
        read_terms(agreement.terms)
        if agreement
        else draft_mentorship_terms(mentorship.mentee.name, mentorship.mentor.name, mentorship.cadence_days)
    )
    form = ExpectationsForm(terms, who_sees(sight, "mentorship_agreement", "expectations"), sent(request))
    if request.method == "POST" and form.is_valid():
        answer = draft_expectations(mentorship, person, form.wishes(), timezone.now())
        if not refused(form, answer):
            return done(request, answer, _("Kept. Now both of you can say yes to it."), "expectations", pk)
    other = other_side(mentorship, person)
    context = {
        "title": _("What we expect of each other"),
        "over": other.name if other else "",
        "lead": _("A draft to be changed. A changed text asks both of you for a new yes."),
        "label": _("Keep this text"),
        "back": "mentorship",
        "pk": pk,
    }
    return show_form(request, form, context)
