"""*Which kind of help?*: the statement, a few questions at a time, the recommendation. Nothing is kept here.

These pages answer a POST with a page instead of a redirect, on purpose: what somebody typed about themselves goes
into no session, no address and no database before they choose to keep it. It travels in the page alone.
"""

from dataclasses import asdict
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.core.needs.questionnaire import next_questions
from alongside.core.needs.questions import QUESTION, QUESTIONS, Answers
from alongside.core.needs.routes import Route
from alongside.core.needs.second_opinion import Reads, opinion_on
from alongside.core.needs.triage import Recommendation, triage
from alongside.core.needs.triage_rules import TriageRules
from alongside.core.verdicts import Refused
from alongside.queries.needs.rules import rules_for
from alongside.queries.viewers import ANYBODY
from alongside.web.answers import show_again
from alongside.web.declare import shows
from alongside.web.forms.needs import DecideForm, HelpForm
from alongside.web.needs.contacts import contacts_of

AT_A_TIME = 3


@shows("need", "create", anonymous=True)
def show_which_help(request: HttpRequest) -> HttpResponse:
    """The first page; then, by POST, a few more questions, or the recommendation."""
    if request.method != "POST":
        return render(request, "needs/statement.html", {"form": HelpForm(())})
    asked = tuple(key for key in request.POST.getlist("asked") if key in QUESTION)
    shown = tuple(key for key in request.POST.getlist("shown") if key in QUESTION)
    form = HelpForm(shown, request.POST)
    if not form.is_valid():
        return show_again(
            request, "needs/statement.html", {"form": HelpForm((), request.POST), "asked": asked}
        )
    statement, answers = form.cleaned_data["statement"], form.answers()
    if request.POST.get("act") == "change":
        return show_everything(request, statement, answers)
    return show_next(request, statement, answers, (*asked, *shown))


def show_next(request: HttpRequest, statement: str, answers: Answers, asked: tuple[str, ...]) -> HttpResponse:
    """A crisis at once; else the questions that could still change the answer; else the recommendation."""
    rules, read = (
        rules_of_request(request),
        cache(opinion_on),
    )  # read once for this page, and forgotten with it
    recommendation = recommend(statement, answers, rules, read)
    if recommendation.route is Route.CRISIS:
        return show_recommendation(request, statement, answers, recommendation)
    questions = next_questions(answers, statement, limit=len(QUESTIONS), rules=rules, read=read)
    left = tuple(question.key for question in questions if question.key not in asked)[:AT_A_TIME]
    if not left or request.POST.get("act") == "answer":
        return show_recommendation(request, statement, answers, recommendation)
    context = {
        "form": HelpForm(left, initial=initial_of(statement, answers), shows_statement=False),
        "asked": asked,
        "left": left,
        "soft_check": recommendation.soft_check,
        "count": len(asked),
    }
    return render(request, "needs/questions.html", context)


def show_everything(request: HttpRequest, statement: str, answers: Answers) -> HttpResponse:
    """The statement and every question on one page, as answered so far."""
    form = HelpForm(None, initial=initial_of(statement, answers))
    return render(
        request, "needs/everything.html", {"form": form, "all": [question.key for question in QUESTIONS]}
    )


def show_recommendation(
    request: HttpRequest, statement: str, answers: Answers, recommendation: Recommendation
) -> HttpResponse:
    """What we suggest, why, what would change it, and the next thing to do."""
    context = {
        "form": HelpForm((), initial=initial_of(statement, answers), shows_statement=False),
        "statement": statement,
        "ticks": ticks_of(answers),
        "suggestion": recommendation,
        "route": recommendation.route,
        "decide": DecideForm(initial={"route": preselected(recommendation)}),
        "questions": HelpForm(
            recommendation.questions, initial=initial_of(statement, answers), shows_statement=False
        ),
        "contacts": contacts_of(request),
    }
    page = "needs/crisis.html" if recommendation.route is Route.CRISIS else "needs/recommendation.html"
    return render(request, page, context)


def rules_of_request(request: HttpRequest) -> TriageRules:
    """The rules the organisation of whoever is signed in uses; those that ship for visitors."""
    return rules_for(getattr(request, "viewer", ANYBODY))


def recommend(
    statement: str, answers: Answers, rules: TriageRules, read: Reads = opinion_on
) -> Recommendation:
    """The recommendation for a statement that the form has found short enough."""
    found = triage(statement, answers, rules, read=read)
    if isinstance(found, Refused):
        raise AssertionError("The form lets no statement through that triage refuses.")
    return found


def preselected(recommendation: Recommendation) -> str:
    """The recommended route where a person may choose it, else nothing."""
    return "" if recommendation.route in (Route.CRISIS, Route.CLARIFY) else recommendation.route.value


def initial_of(statement: str, answers: Answers) -> dict[str, Any]:
    return {"statement": statement, **asdict(answers)}


def ticks_of(answers: Answers) -> list[tuple[str, str]]:
    """Question and answer, in words."""
    return [(QUESTION[key].text, QUESTION[key].label_of(option) or "") for key, option in answers.ticked()]
