"""Programmes for those who run them: the list, a new one, its front page, its settings."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.confidentiality.relations import Relation
from alongside.core.verdicts import Refused
from alongside.queries.access import NotVisible, Sight
from alongside.queries.people import get_organisation, list_colleagues
from alongside.queries.programmes import (
    count_enrolments,
    get_programme,
    list_programmes,
    list_running_managers,
)
from alongside.services import programmes
from alongside.services.programmes.programmes import POLICY_FIELDS, SETTINGS
from alongside.web.answers import see_other, show_again
from alongside.web.declare import shows
from alongside.web.forms.programmes import COACHING_ONLY, MENTORING_ONLY, NewProgrammeForm, ProgrammeForm
from alongside.web.programmes.tabs import programme_tabs
from alongside.web.requests import HouseRequest


@shows("programme", "list")
@require_GET
def show_programmes(request: HouseRequest) -> HttpResponse:
    """The programmes one manages; for an administrator, all of the organisation by name."""
    viewer = request.viewer
    if not (viewer.programmes_managed() or viewer.is_org_admin):
        raise NotVisible
    context = {"lines": list_programmes(viewer), "may_create": viewer.is_org_admin}
    return render(request, "programmes/programmes.html", context)


@shows("programme", "create")
@require_http_methods(["GET", "POST"])
def edit_new_programme(request: HouseRequest) -> HttpResponse:
    """A template, a name, somebody who manages it; it begins as a draft."""
    here = get_organisation(request.viewer, "edit")
    people = list_colleagues(here)
    if request.method != "POST":
        own = str(request.viewer.person.pk) if request.viewer.person else ""
        form = NewProgrammeForm(people, initial={"manager": own})
        return render(request, "programmes/new_programme.html", {"form": form})
    form = NewProgrammeForm(people, request.POST)
    if not form.is_valid():
        return show_again(request, "programmes/new_programme.html", {"form": form})
    data = form.cleaned_data
    made = programmes.create_programme(
        request.viewer,
        template_key=data["template"],
        name=data["name"],
        manager_id=UUID(data["manager"]),
        at=timezone.now(),
    )
    messages.success(request, _("It is there, as a draft. Nobody else sees it yet."))
    return see_other("programme", made.pk)


@shows("programme", "read")
@require_GET
def show_programme(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The front page: for those who run it where it stands; for everybody else what it is."""
    sight = get_programme(request.viewer, "read", pk)
    runs = sight.is_any(Relation.PROGRAMME_MANAGER, Relation.ORG_ADMIN)
    if not runs and sight.record.state == "draft":
        raise NotVisible
    context = {
        "programme": sight.record,
        "tabs": programme_tabs(sight, pk, "programme"),
        "manages": sight.is_any(Relation.PROGRAMME_MANAGER),
        "runs": runs,
        "managers": list_running_managers(sight) if "managers" in sight.fields else (),
        "numbers": count_enrolments(sight) if sight.may("enrolment", "list") else {},
    }
    return render(request, "programmes/programme.html", context)


def opened_settings(sight: Sight[Any]) -> set[str]:
    """The settings this viewer may change, without those of a kind the programme does not run."""
    fields = sight.fields
    opened = {name for name in SETTINGS if POLICY_FIELDS.get(name, "settings") in fields}
    unused = {"coaching": MENTORING_ONLY, "mentoring": COACHING_ONLY}.get(sight.record.kind, frozenset())
    return opened - unused


def settings_page(sight: Sight[Any], form: ProgrammeForm) -> dict[str, Any]:
    return {
        "programme": sight.record,
        "tabs": programme_tabs(sight, sight.record.pk, "programme_settings"),
        "form": form,
        "may_open": sight.may("programme", "publish") and sight.record.state != "open",
        "may_close": sight.may("programme", "close") and sight.record.state == "open",
    }


@shows("programme", "edit")
@require_http_methods(["GET", "POST"])
def edit_settings(request: HouseRequest, pk: UUID) -> HttpResponse:
    """What the programme is and how it runs."""
    sight = get_programme(request.viewer, "edit", pk)
    opened = opened_settings(sight)
    if request.method != "POST":
        form = ProgrammeForm(opened, instance=sight.record)
        return render(request, "programmes/settings.html", settings_page(sight, form))
    form = ProgrammeForm(opened, request.POST, instance=sight.record)
    if form.is_valid():
        done = programmes.change_programme(request.viewer, pk, form.cleaned_data)
        if not isinstance(done, Refused):
            messages.success(request, _("Saved."))
            return see_other("programme_settings", pk)
        form.add_error(None, done.because)
    again = settings_page(get_programme(request.viewer, "edit", pk), form)
    return show_again(request, "programmes/settings.html", again)


@shows("programme", "publish")
@require_POST
def open_programme(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Let people see it and join it."""
    done = programmes.open_programme(request.viewer, pk)
    return told(request, pk, done, _("It is open. People can see it and join it."))


@shows("programme", "close")
@require_POST
def close_programme(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Take nobody new."""
    done = programmes.close_programme(request.viewer, pk)
    return told(request, pk, done, _("It takes nobody new. What runs goes on until it ends."))


def told(request: HouseRequest, pk: UUID, done: object, words: str) -> HttpResponse:
    """Back to the programme, with what happened or why it did not."""
    if isinstance(done, Refused):
        messages.error(request, done.because)
    else:
        messages.success(request, words)
    return see_other("programme", pk)
