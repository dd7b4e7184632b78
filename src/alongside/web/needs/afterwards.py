"""Afterwards: was it the right kind of help? And whether the rules may be tested on a need."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.needs.following_up import Answer
from alongside.core.needs.routes import Route
from alongside.core.verdicts import Refused
from alongside.queries.access import Sight
from alongside.queries.needs.following_up import first_open, get_afterwards, get_need_to_follow_up
from alongside.queries.needs.own import get_need
from alongside.services.needs.following_up import allow_testing, answer_follow_up, choose_to_be_asked
from alongside.web.answers import see_other, sent, show_again
from alongside.web.declare import shows
from alongside.web.forms.needs_afterwards import FollowUpForm
from alongside.web.requests import HouseRequest

PAGE = "needs/follow_up.html"


@shows("need_follow_up", "list")
@require_GET
def show_open_question(request: HouseRequest) -> HttpResponse:
    """Where the letter leads: to the question that waits, whichever need it is about."""
    need = first_open(request.viewer, timezone.now())
    if need is None:
        messages.info(request, _("Nothing is asked of you at the moment."))
        return see_other("my_needs")
    return see_other("need_afterwards", need.pk)


@shows("need_follow_up", "edit")
@require_http_methods(["GET", "POST"])
def edit_follow_up(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The question on a page of its own. Leaving it is an answer, too."""
    sight = get_need_to_follow_up(request.viewer, pk, "edit")
    now = timezone.now()
    asked = get_afterwards(sight, now)
    if asked is None or asked.days is None:
        messages.info(request, _("There is nothing to answer here yet."))
        return see_other("need", pk)
    form = FollowUpForm(sent(request), initial=said_before(asked.given))
    if request.method != "POST":
        return render(request, PAGE, _page(sight, form))
    if request.POST.get("act") == "leave":
        answer_follow_up(sight.record, Answer(), now)
        messages.success(request, _("Left out. That is fine."))
        return see_other("today")
    if form.is_valid():
        done = answer_follow_up(sight.record, form.given(), now)
        if not isinstance(done, Refused):
            messages.success(request, _("Thank you. It stays yours, and you can change it."))
            return see_other("need", pk, query="#afterwards")
        form.add_error(None, done.because)
    return show_again(request, PAGE, _page(sight, form))


@shows("need_follow_up", "close")
@require_POST
def edit_being_asked(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Do not ask again about this need; or, ask after all."""
    sight = get_need_to_follow_up(request.viewer, pk, "close")
    wanted = request.POST.get("ask") == "yes"
    choose_to_be_asked(sight.record, wanted=wanted)
    messages.success(
        request,
        _("We will ask you again.") if wanted else _("You will not be asked about this again."),
    )
    return see_other("need", pk, query="#afterwards")


@shows("need", "release")
@require_POST
def edit_allow_testing(request: HouseRequest, pk: UUID) -> HttpResponse:
    """May the rules be tested on this need, without my name? Off until ticked, and taken back at any time."""
    sight = get_need(request.viewer, pk, "release")
    allowed = request.POST.get("allow") == "on"
    allow_testing(sight.record, timezone.now() if allowed else None)
    messages.success(
        request,
        _("Thank you. You can take it back at any time.") if allowed else _("Taken back."),
    )
    return see_other("need", pk, query="#testing")


def said_before(given: Any) -> dict[str, str]:
    """What was said before, to be changed."""
    if given is None:
        return {}
    return {"answer": given.answer, "would_have_been": given.would_have_been, "words": given.words}


def _page(sight: Sight[Any], form: FollowUpForm) -> dict[str, Any]:
    need = sight.record
    return {"need": need, "chosen": Route(need.chosen_route), "form": form}
