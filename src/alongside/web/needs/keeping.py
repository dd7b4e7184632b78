"""Keep a need, claim one kept before signing in, decide, name skills, forget."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.core.needs.routes import Route
from alongside.queries.needs.own import get_need
from alongside.queries.viewers import ANYBODY
from alongside.services.needs.deciding import SkillWanted, decide_need, name_skills
from alongside.services.needs.keeping import claim_need, forget_need, keep_need, keep_unclaimed
from alongside.web.answers import SeeOther, see_other, show_again
from alongside.web.declare import shows
from alongside.web.forms.needs import DecideForm, HelpForm, SkillsForm
from alongside.web.needs.help import recommend, rules_of_request, show_recommendation
from alongside.web.needs.own import need_context
from alongside.web.requests import HouseRequest

CLAIM_IN_SESSION = "need_claim"


@require_POST
@shows("need", "create", anonymous=True)
def edit_keep_need(request: HttpRequest) -> HttpResponse:
    """Keep this: in one's own account, or until one has signed in."""
    form = HelpForm((), request.POST)
    if not form.is_valid():
        return show_again(request, "needs/statement.html", {"form": form})
    statement, answers, at = form.cleaned_data["statement"], form.answers(), timezone.now()
    recommendation = recommend(statement, answers, rules_of_request(request))
    if not statement.strip() and not answers.ticked():
        messages.info(
            request, _("There is nothing to keep yet. Write a sentence or answer a question first.")
        )
        return show_recommendation(request, statement, answers, recommendation)
    person = getattr(request, "viewer", ANYBODY).person
    if person is not None:
        need = keep_need(person, statement, answers, recommendation, at)
        if route := request.POST.get("route"):
            decide_need(need, route, at, request.POST.get("reason", "")[:1000])
        messages.success(request, _("Kept. Only you can see it."))
        return see_other("need", need.pk)
    _need, token = keep_unclaimed(statement, answers, recommendation, at)
    request.session[CLAIM_IN_SESSION] = token
    return SeeOther(f"{reverse('account_signup')}?next={reverse('claim_need')}")


@shows("need", "edit")
def edit_claim_need(request: HouseRequest) -> HttpResponse:
    """Take what was kept before signing in into one's own account."""
    token = request.session.get(CLAIM_IN_SESSION)
    person = request.viewer.person
    if not token or person is None:
        return see_other("my_needs")
    if request.method != "POST":
        return render(request, "needs/claim.html")
    del request.session[CLAIM_IN_SESSION]
    need = claim_need(token, person)
    if need is None:
        messages.info(request, _("It is no longer there: what is not claimed goes after seven days."))
        return see_other("my_needs")
    messages.success(request, _("It is yours now. Only you can see it."))
    return see_other("need", need.pk)


@require_POST
@shows("need", "decide")
def edit_decide_need(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Accept what was suggested, or choose otherwise."""
    sight = get_need(request.viewer, pk, "decide")
    form = DecideForm(request.POST)
    if not form.is_valid():
        return show_again(request, "needs/need.html", need_context(sight, decide=form))
    decide_need(sight.record, form.cleaned_data["route"], timezone.now(), form.cleaned_data["reason"])
    messages.success(
        request, _("Noted: {route}.").format(route=Route(form.cleaned_data["route"]).title.lower())
    )
    return see_other("need", pk, query="#next")


@require_POST
@shows("need", "edit")
def edit_need_skills(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Name the skills the need is about."""
    sight = get_need(request.viewer, pk, "edit")
    person = sight.record.person
    assert person is not None  # noqa: S101 - only its owner may edit a need, so it has one
    form = SkillsForm(person.organisation, request.POST)
    if not form.is_valid():
        return show_again(request, "needs/need.html", need_context(sight, skills=form))
    name_skills(sight.record, [SkillWanted(*row) for row in form.wanted()])
    messages.success(request, _("Saved."))
    return see_other("need", pk, query="#skills")


@shows("need", "edit")
def edit_forget_need(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Ask once, then take the need away."""
    sight = get_need(request.viewer, pk, "edit")
    if request.method != "POST":
        return render(request, "needs/forget.html", {"need": sight.record})
    forget_need(sight.record)
    messages.success(request, _("It is gone, with all that was said in it."))
    return see_other("my_needs")
