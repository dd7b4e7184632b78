"""Answers to the short questionnaires: one way for every one of them, in coaching and in mentoring."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.verdicts import Refused
from alongside.queries.outcomes.answers import get_answers, get_own_response, get_question
from alongside.queries.outcomes.feedback import get_feedback
from alongside.services.outcomes import answer_instrument, hide_answers, show_answers
from alongside.web.answers import see_other, sent, show_again
from alongside.web.declare import shows
from alongside.web.forms.relationships.questionnaire import QuestionnaireForm
from alongside.web.outcomes.figures import figure_rows
from alongside.web.requests import HouseRequest

ROOM = {"coaching": "engagement", "mentoring": "mentorship"}


@shows("response", "create")
@require_GET
def show_answers_page(request: HouseRequest, about: str, pk: UUID) -> HttpResponse:
    """What may be answered now, what has been, and what was opened to the one who looks."""
    found = get_answers(request.viewer, about, pk, timezone.now())
    return render(request, "outcomes/answers.html", {"found": found, "room": ROOM[found.kind]})


@shows("response", "create")
@require_http_methods(["GET", "POST"])
def edit_answer_instrument(
    request: HouseRequest, about: str, pk: UUID, instrument: str, moment: str
) -> HttpResponse:
    """One questionnaire at one moment: to answer while the moment lasts, to read again afterwards."""
    now = timezone.now()
    question = get_question(request.viewer, about, pk, instrument, moment, now)
    given = question.asked.response.answers if question.asked.response else {}
    form = QuestionnaireForm(question.asked.instrument, question.who, sent(request), initial=given)
    context: dict[str, Any] = {
        "question": question,
        "instrument": question.asked.instrument,
        "form": form,
        "is_open": question.asked.window is not None,
        "room": ROOM[question.kind],
    }
    if request.method != "POST":
        return render(request, "outcomes/questionnaire.html", context)
    if form.is_valid():
        done = answer_instrument(request.viewer, about, pk, instrument, moment, form.answers(), now)
        if not isinstance(done, Refused):
            messages.success(request, _("Thank you. Your answers are kept."))
            return see_other("answers", about, pk)
        form.add_error(None, done.because)
    return show_again(request, "outcomes/questionnaire.html", context)


@shows("response", "release")
@require_POST
def release_answers(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Open one's answers to one's coach or mentor, or close them again."""
    response = get_own_response(request.viewer, pk).record
    if request.POST.get("show") == "yes":
        done = show_answers(request.viewer, pk, timezone.now())
        if isinstance(done, Refused):
            messages.error(request, done.because)
        else:
            messages.success(request, _("They can read these answers now."))
    else:
        hide_answers(request.viewer, pk, timezone.now())
        messages.success(request, _("They are yours alone again."))
    about = "coaching" if response.engagement_id else "mentoring"
    return see_other("answers", about, response.engagement_id or response.mentorship_id or pk)


@shows("feedback_summary", "read")
@require_GET
def show_feedback(request: HouseRequest) -> HttpResponse:
    """How one works, as five people or more see it."""
    found = get_feedback(request.viewer)
    return render(request, "outcomes/feedback.html", {"found": found, "rows": figure_rows(found.lines)})
