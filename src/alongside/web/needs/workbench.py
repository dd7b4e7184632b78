"""The workbench of the triage rules: what is in use, every version, and publishing or going back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from alongside.core.needs.rules_file import default_rules
from alongside.core.verdicts import Refused
from alongside.queries.needs.workbench import get_rules_place, get_rules_version, get_workbench
from alongside.services.needs.rules import begin_draft, text_of, throw_away_draft, use_version
from alongside.web.answers import see_other
from alongside.web.declare import shows
from alongside.web.navigation import NavItem
from alongside.web.requests import HouseRequest


def rules_tabs(page: str) -> list[NavItem]:
    """The two pages about the rules."""
    names = {"triage_rules": _("Rules"), "triage_calibration": _("How they do")}
    return [NavItem(words, reverse(name), name == page) for name, words in names.items()]


@shows("triage_rules", "list")
@require_GET
def show_rules(request: HouseRequest) -> HttpResponse:
    """The version in use, the draft, and every version there was."""
    bench = get_workbench(request.viewer)
    context = {
        "bench": bench,
        "tabs": rules_tabs("triage_rules"),
        "shipped": default_rules().version,
    }
    return render(request, "needs/rules/index.html", context)


@shows("triage_rules", "create")
@require_POST
def edit_begin_draft(request: HouseRequest) -> HttpResponse:
    """A draft made from the version in use."""
    begin_draft(request.viewer, timezone.now())
    return see_other("triage_draft")


@shows("triage_rules", "edit")
@require_POST
def edit_draft_of_version(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A draft made from an older version."""
    version = get_rules_version(request.viewer, pk, "edit").record
    draft = begin_draft(request.viewer, timezone.now(), of=pk)
    if draft.based_on != version.name:
        messages.info(request, _("There is a draft already. Publish it or throw it away first."))
    return see_other("triage_draft")


@shows("triage_rules", "close")
@require_POST
def edit_throw_away_draft(request: HouseRequest) -> HttpResponse:
    """The draft goes."""
    throw_away_draft(request.viewer)
    messages.success(request, _("The draft is gone. What was published stays."))
    return see_other("triage_rules")


@shows("triage_rules", "publish")
@require_POST
def edit_use_version(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Go back to a version published before."""
    return _used(request, use_version(request.viewer, pk, timezone.now()))


@shows("triage_rules", "publish")
@require_POST
def edit_use_shipped(request: HouseRequest) -> HttpResponse:
    """Go back to the rules that ship."""
    return _used(request, use_version(request.viewer, None, timezone.now()))


def _used(request: HouseRequest, done: Refused | None) -> HttpResponse:
    if isinstance(done, Refused):
        messages.error(request, done.because)
    else:
        messages.success(request, _("In use from now on. Earlier recommendations stay as they were."))
    return see_other("triage_rules")


@shows("triage_rules", "list")
@require_GET
def download_version(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A published version as a file."""
    return rules_file(*text_of(request.viewer, pk))


@shows("triage_rules", "list")
@require_GET
def download_shipped(request: HouseRequest) -> HttpResponse:
    """The rules that ship as a file."""
    get_rules_place(request.viewer, "list")
    return rules_file(*text_of(request.viewer, None))


def rules_file(name: str, text: str) -> HttpResponse:
    """A rules file to take away."""
    headers: dict[str, Any] = {
        "Content-Disposition": f'attachment; filename="{slugify(name) or "rules"}.toml"'
    }
    return HttpResponse(text, content_type="application/toml; charset=utf-8", headers=headers)
