"""My needs, one need, and the talks people asked for."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.core.needs.deciding import Sharing
from alongside.core.needs.questions import AnswerProblems, clean_answers
from alongside.core.needs.routes import Route
from alongside.core.verdicts import Refused
from alongside.queries.access import Sight
from alongside.queries.needs.following_up import get_afterwards
from alongside.queries.needs.own import get_need, get_running_talk, get_talk, list_needs, list_talks
from alongside.services.needs.deciding import ask_to_talk, finish_talk, take_back_talk
from alongside.web.answers import see_other, show_again
from alongside.web.declare import shows
from alongside.web.forms.needs import DecideForm, SkillsForm, TalkForm
from alongside.web.forms.needs_afterwards import FollowUpForm
from alongside.web.needs.afterwards import said_before
from alongside.web.needs.help import ticks_of
from alongside.web.requests import HouseRequest


@shows("need", "list")
def show_my_needs(request: HouseRequest) -> HttpResponse:
    """What I kept, the newest first."""
    rows = [
        (need, Route(need.route), route_or_none(need.chosen_route)) for need in list_needs(request.viewer)
    ]
    return render(request, "needs/my_needs.html", {"rows": rows})


@shows("need", "read")
def show_need(request: HouseRequest, pk: UUID) -> HttpResponse:
    """One need: what was said, what was suggested, what I chose, what is next."""
    return render(request, "needs/need.html", need_context(get_need(request.viewer, pk)))


def need_context(
    sight: Sight[Any],
    *,
    decide: DecideForm | None = None,
    skills: SkillsForm | None = None,
    talk: TalkForm | None = None,
) -> dict[str, Any]:
    """What the page of one need shows, with a form that failed in the place of a fresh one."""
    need = sight.record
    named = list(need.skills.all())
    initial = {
        f"{name}_{number}": value
        for number, row in enumerate(named, 1)
        for name, value in (("skill", row.skill_id), ("current", row.current), ("required", row.required))
    }
    chosen = route_or_none(need.chosen_route)
    asked = get_afterwards(sight, timezone.now())
    return {
        "need": need,
        "owns": sight.may("need", "edit"),
        "route": Route(need.route),
        "chosen": chosen,
        "runner_up": route_or_none(need.runner_up),
        "then": [Route(key) for key in need.recommendation.get("then", ())],
        "ticks": ticks_of(answers)
        if not isinstance(answers := clean_answers(need.answers), AnswerProblems)
        else [],
        "decide": decide or DecideForm(initial={"route": need.chosen_route or need.route}),
        "skills": skills or SkillsForm(need.person.organisation, initial=initial),
        "named": named,
        "ask_about": f"?need={need.pk}",
        "afterwards": asked,
        "follow_up_form": FollowUpForm(initial=said_before(asked.given if asked else None)),
        "may_test": sight.may("need", "release") and need.route != Route.CRISIS.value,
        "talk": get_running_talk(sight),
        "talk_form": talk or TalkForm(),
    }


def route_or_none(key: str) -> Route | None:
    return Route(key) if key else None


@require_POST
@shows("need_share", "create")
def edit_ask_to_talk(request: HouseRequest, pk: UUID) -> HttpResponse:
    """I would like to talk to someone: they see what I tick."""
    sight = get_need(request.viewer, pk, "edit")
    form = TalkForm(request.POST)
    if form.is_valid():
        done = ask_to_talk(sight.record, Sharing(**form.cleaned_data), timezone.now())
        if not isinstance(done, Refused):
            messages.success(request, _("They have been asked, and see what you ticked, nothing else."))
            return see_other("need", pk, query="#talk")
        form.add_error(None, done.because)
    return show_again(request, "needs/need.html", need_context(sight, talk=form))


@require_POST
@shows("need_share", "close")
def edit_take_back_talk(request: HouseRequest, pk: UUID) -> HttpResponse:
    """From now on the one I asked sees nothing of it any more."""
    talk = get_talk(request.viewer, pk, "close").record
    take_back_talk(talk, timezone.now())
    messages.success(request, _("Taken back. Nobody but you sees it now."))
    return see_other("need", talk.need_id, query="#talk")


@shows("need_share", "list")
def show_talks(request: HouseRequest) -> HttpResponse:
    """The talks people asked me for, each with what they ticked."""
    talks = [(get_talk(request.viewer, talk.pk), talk) for talk in list_talks(request.viewer)]
    rows = [
        {
            "talk": talk,
            "route": Route(talk.need.route) if talk.shares_route else None,
            "ticks": shared_ticks(talk),
        }
        for _sight, talk in talks
    ]
    return render(request, "needs/talks.html", {"rows": rows})


def shared_ticks(talk: Any) -> list[tuple[str, str]]:
    """The ticks, if the person chose to show them."""
    read = clean_answers(talk.need.answers) if talk.shares_answers else None
    return [] if read is None or isinstance(read, AnswerProblems) else ticks_of(read)


@require_POST
@shows("need_share", "edit")
def edit_finish_talk(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The talk has been had."""
    finish_talk(get_talk(request.viewer, pk, "edit").record, timezone.now())
    return see_other("talks")
