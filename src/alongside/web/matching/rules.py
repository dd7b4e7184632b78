"""The rules of a programme: the product's own criteria, ladders, versions, and what a rule set is as a file."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.matching import RuleSet, read_toml
from alongside.core.matching.editing import (
    describe,
    own_criteria,
    own_rules,
    with_ladder,
    with_standard,
    without_ladder,
)
from alongside.core.verdicts import Refused
from alongside.queries.access import Sight
from alongside.queries.matching.rules import (
    get_programme_rules,
    get_rules,
    get_version,
    list_columns,
    list_versions,
)
from alongside.services.matching.rules import restore_rules, save_rules
from alongside.web.answers import SeeOther, see_other, sent, show_again
from alongside.web.declare import shows
from alongside.web.forms.matching import LadderForm, RulesFileForm, StandardRulesForm
from alongside.web.matching.kinds import kind_asked, kind_tabs, page_of
from alongside.web.matching.rule_words import summary_of
from alongside.web.requests import HouseRequest


def to_rules(pk: UUID, kind: str, place: str = "") -> SeeOther:
    """Back to the page of the rules."""
    return see_other("match_rules", pk, query=f"?kind={kind}{place}")


def keep(request: HouseRequest, pk: UUID, rules: RuleSet | Refused, note: str, words: str) -> bool:
    """Save changed rules and say so, or say why not; whether they are in use now."""
    done = (
        rules if isinstance(rules, Refused) else save_rules(request.viewer, pk, rules, timezone.now(), note)
    )
    if isinstance(done, Refused):
        messages.error(request, done.because)
        return False
    messages.success(request, words if done else _("That is how it was already."))
    return True


@shows("match_rules", "edit")
@require_http_methods(["GET", "POST"])
def edit_rules(request: HouseRequest, pk: UUID) -> HttpResponse:
    """All rules on one page. Saving the product's own criteria makes a new version."""
    sight = get_programme_rules(request.viewer, "edit", pk)
    kind = kind_asked(request, sight.record)
    rules = get_rules(sight.record, kind).rules
    form = StandardRulesForm(rules, sent(request))
    if request.method != "POST":
        return render(request, "matching/rules.html", _rules_page(sight, kind, form))
    if not form.is_valid():
        return show_again(request, "matching/rules.html", _rules_page(sight, kind, form))
    changed = with_standard(rules, form.chosen())
    keep(request, pk, changed, _("Criteria changed"), _("Saved. The next run goes by these rules."))
    return to_rules(pk, kind)


def _rules_page(sight: Sight[Any], kind: Any, form: StandardRulesForm) -> dict[str, Any]:
    programme = sight.record
    in_use = get_rules(programme, kind)
    own = [
        {"at": at, "rule": rule, "words": describe(rule, in_use.rules.ladders)}
        for at, rule in own_rules(in_use.rules)
    ]
    return {
        **page_of(sight, programme, kind, programme.pk),
        "kind_tabs": kind_tabs(programme, kind, "match_rules"),
        "in_use": in_use,
        "form": form,
        "own": own,
        "own_criteria": own_criteria(),
        "ladders": in_use.rules.ladders.items(),
        "versions": list_versions(programme, kind),
    }


@shows("match_rules", "edit")
@require_http_methods(["GET", "POST"])
def edit_ladder(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A ladder: values in order, by which rules compare."""
    sight = get_programme_rules(request.viewer, "edit", pk)
    kind = kind_asked(request, sight.record)
    rules = get_rules(sight.record, kind).rules
    name = request.GET.get("name", "")
    steps = rules.ladders.get(name, ())
    form = LadderForm(sent(request), initial={"name": name, "steps": "\n".join(steps)})
    context = {
        **page_of(sight, sight.record, kind, pk),
        "form": form,
        "name": name if steps else "",
        "columns": [use for use in list_columns(sight.record, kind) if len(use.values) > 1][:8],
    }
    if request.method != "POST":
        return render(request, "matching/ladder.html", context)
    if form.is_valid():
        changed = with_ladder(rules, form.cleaned_data["name"].strip(), form.listed())
        if not isinstance(changed, Refused):
            keep(request, pk, changed, _("Ladder changed"), _("Saved."))
            return to_rules(pk, kind, "#ladders")
        form.add_error("steps", changed.because)
    return show_again(request, "matching/ladder.html", context)


@shows("match_rules", "edit")
@require_POST
def edit_remove_ladder(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Take a ladder away that no rule stands on."""
    sight = get_programme_rules(request.viewer, "edit", pk)
    kind = kind_asked(request, sight.record)
    changed = without_ladder(get_rules(sight.record, kind).rules, request.POST.get("name", ""))
    keep(request, pk, changed, _("Ladder taken away"), _("Taken away."))
    return to_rules(pk, kind, "#ladders")


@shows("match_rules", "edit")
@require_http_methods(["GET", "POST"])
def edit_rules_file(request: HouseRequest, pk: UUID) -> HttpResponse:
    """All rules at once, as a file to paste."""
    sight = get_programme_rules(request.viewer, "edit", pk)
    kind = kind_asked(request, sight.record)
    form = RulesFileForm(sent(request), initial={"text": get_rules(sight.record, kind).rules.to_toml()})
    context = {**page_of(sight, sight.record, kind, pk), "form": form}
    if request.method != "POST":
        return render(request, "matching/rules_file.html", context)
    if form.is_valid():
        read = read_toml(form.cleaned_data["text"])
        done = read if isinstance(read, Refused) else save_rules(request.viewer, pk, read, timezone.now())
        if not isinstance(done, Refused):
            messages.success(request, _("Saved. The next run goes by these rules."))
            return to_rules(pk, kind if isinstance(read, Refused) else read.kind)
        form.add_error("text", done.because)
    return show_again(request, "matching/rules_file.html", context)


@shows("match_rules", "read")
@require_GET
def show_rules_file(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The rules in use, or one version of them, to keep or to give to another programme."""
    sight = get_programme_rules(request.viewer, "read", pk)
    kind = kind_asked(request, sight.record)
    number = request.GET.get("version", "")
    given = (
        get_version(sight.record, kind, int(number)) if number.isdecimal() else get_rules(sight.record, kind)
    )
    name = f"{slugify(sight.record.name) or 'programme'}-{kind}-rules-{given.number}.toml"
    return HttpResponse(
        given.rules.to_toml(),
        content_type="application/toml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@shows("match_rules", "edit")
@require_http_methods(["GET", "POST"])
def edit_rules_version(request: HouseRequest, pk: UUID, number: int) -> HttpResponse:
    """An earlier version of the rules, to read and to put in use again."""
    sight = get_programme_rules(request.viewer, "edit", pk)
    kind = kind_asked(request, sight.record)
    version = get_version(sight.record, kind, number)
    if request.method == "POST":
        done = restore_rules(request.viewer, pk, kind, number, timezone.now())
        words = _("In use again, as a new version.") if done else _("These rules are in use already.")
        messages.success(request, done.because if isinstance(done, Refused) else words)
        return to_rules(pk, kind)
    context = {
        **page_of(sight, sight.record, kind, pk),
        "version": version,
        "in_use": get_rules(sight.record, kind),
        "summary": summary_of(version.rules),
        "ladders": version.rules.ladders.items(),
        "back": reverse("match_rules", args=[pk]) + f"?kind={kind}",
    }
    return render(request, "matching/rules_version.html", context)
