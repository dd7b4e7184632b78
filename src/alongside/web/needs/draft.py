"""The draft of the triage rules: numbers, families, the whole file, trying it, publishing it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.needs.drafting import (
    Problems,
    families_of,
    numbers_of,
    with_family,
    with_new_family,
    with_numbers,
)
from alongside.core.verdicts import Refused
from alongside.jobs.needs import begin_trial
from alongside.queries.access import NotVisible
from alongside.queries.needs.workbench import (
    find_family,
    get_draft,
    get_workbench,
    hash_of_draft,
    search_families,
)
from alongside.services.needs.rules import publish_draft, save_draft
from alongside.web.answers import see_other, sent, show_again
from alongside.web.declare import shows
from alongside.web.forms.triage_rules import (
    FamilyForm,
    FamilySearchForm,
    NewFamilyForm,
    NumbersForm,
    PublishForm,
    RulesFileForm,
    add_problems,
)
from alongside.web.needs.workbench import rules_file
from alongside.web.requests import HouseRequest


def draft_page(request: HouseRequest, publish: PublishForm | None = None) -> dict[str, Any]:
    """What the page of the draft shows."""
    bench = get_workbench(request.viewer)
    if bench.draft is None:
        raise NotVisible
    asked = FamilySearchForm(request.GET)
    wanted = asked.cleaned_data["q"] if asked.is_valid() else ""
    trial = bench.trial
    return {
        "bench": bench,
        "draft": bench.draft,
        "search": asked,
        "wanted": wanted,
        "families": search_families(bench.draft.text, wanted),
        "publish": publish or PublishForm(),
        "trial": trial,
        "is_tried": trial is not None and trial.draft_hash == hash_of_draft(bench.draft.text),
    }


@shows("triage_rules", "edit")
@require_GET
def show_draft(request: HouseRequest) -> HttpResponse:
    """The draft: its families, the last trial, and publishing."""
    return render(request, "needs/rules/draft.html", draft_page(request))


def keep(request: HouseRequest, form: Any, text: str | None) -> bool:
    """Save a changed text as the draft, or put every mistake above the form; whether it is saved."""
    problems: Problems = save_draft(request.viewer, text or "", timezone.now())
    add_problems(form, problems)
    if problems:
        return False
    messages.success(request, _("Saved in the draft. Nothing changes for anybody until you publish it."))
    return True


@shows("triage_rules", "edit")
@require_http_methods(["GET", "POST"])
def edit_numbers(request: HouseRequest) -> HttpResponse:
    """Weights and thresholds."""
    text = get_draft(request.viewer).record.text
    form = NumbersForm(numbers_of(text), sent(request))
    context = {"form": form}
    if request.method != "POST":
        return render(request, "needs/rules/numbers.html", context)
    if form.is_valid() and keep(request, form, with_numbers(text, form.numbers())):
        return see_other("triage_draft")
    return show_again(request, "needs/rules/numbers.html", context)


@shows("triage_rules", "edit")
@require_http_methods(["GET", "POST"])
def edit_family(request: HouseRequest, name: str) -> HttpResponse:
    """The words of one family."""
    text = get_draft(request.viewer).record.text
    family = find_family(text, name)
    if family is None:
        raise Http404
    initial = {"because": family.because, "phrases": family.phrases, "unless": family.unless}
    form = FamilyForm(sent(request), initial=initial)
    context = {"form": form, "family": family}
    if request.method != "POST":
        return render(request, "needs/rules/family.html", context)
    if form.is_valid() and keep(request, form, with_family(text, name, **form.cleaned_data)):
        return see_other("triage_draft", query="#families")
    return show_again(request, "needs/rules/family.html", context)


@shows("triage_rules", "edit")
@require_http_methods(["GET", "POST"])
def edit_add_family(request: HouseRequest) -> HttpResponse:
    """One family more."""
    text = get_draft(request.viewer).record.text
    form = NewFamilyForm(families_of(text), sent(request))
    if request.method != "POST":
        return render(request, "needs/rules/add_family.html", {"form": form})
    if form.is_valid() and keep(request, form, with_new_family(text, form.family())):
        return see_other("triage_draft", query="#families")
    return show_again(request, "needs/rules/add_family.html", {"form": form})


@shows("triage_rules", "edit")
@require_http_methods(["GET", "POST"])
def edit_file(request: HouseRequest) -> HttpResponse:
    """The whole file at once. What cannot be used comes back as text, to be put right here."""
    draft = get_draft(request.viewer).record
    form = RulesFileForm(sent(request), request.FILES or None, initial={"text": draft.text})
    if request.method != "POST":
        return render(request, "needs/rules/file.html", {"form": form})
    if form.is_valid() and keep(request, form, form.cleaned_data["text"]):
        return see_other("triage_draft")
    if form.cleaned_data.get("file") and form.cleaned_data.get("text"):
        form.data = {**request.POST.dict(), "text": form.cleaned_data["text"]}
    return show_again(request, "needs/rules/file.html", {"form": form})


@shows("triage_rules", "edit")
@require_GET
def download_draft(request: HouseRequest) -> HttpResponse:
    """The draft as a file."""
    draft = get_draft(request.viewer).record
    return rules_file(f"{draft.based_on} draft", draft.text)


@shows("triage_rules", "run")
@require_POST
def edit_try_draft(request: HouseRequest) -> HttpResponse:
    """Run the cases."""
    trial: UUID = begin_trial(request.viewer, timezone.now())
    return see_other("triage_trial", trial)


@shows("triage_rules", "publish")
@require_POST
def edit_publish_draft(request: HouseRequest) -> HttpResponse:
    """Put the draft in use, under a name that stays."""
    get_draft(request.viewer, "publish")
    form = PublishForm(request.POST)
    if form.is_valid():
        done = publish_draft(
            request.viewer, form.cleaned_data["name"], form.cleaned_data["note"], timezone.now()
        )
        if not isinstance(done, Refused):
            messages.success(
                request,
                _("{name} is in use from now on, for everybody who is signed in.").format(name=done.name),
            )
            return see_other("triage_rules")
        form.add_error(None, done.because)
    return show_again(request, "needs/rules/draft.html", draft_page(request, publish=form))
