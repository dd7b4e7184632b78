"""A rule on a column of the programme's own: add one, change it, take it out."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.matching import Rule, RuleSet
from alongside.core.matching.criteria import BY_KEY
from alongside.core.matching.editing import is_own, with_rule, without_rule
from alongside.core.verdicts import Refused
from alongside.queries.matching.rules import get_programme_rules, get_rules, list_columns
from alongside.web.answers import sent, show_again
from alongside.web.declare import shows
from alongside.web.forms.matching import OwnRuleForm
from alongside.web.matching.kinds import kind_asked, page_of
from alongside.web.matching.rules import keep, to_rules
from alongside.web.requests import HouseRequest


@shows("match_rules", "edit")
@require_http_methods(["GET", "POST"])
def edit_own_rule(request: HouseRequest, pk: UUID, criterion: str) -> HttpResponse:
    """One rule. `at` in the address is its place among the rules; without it the rule is new."""
    sight = get_programme_rules(request.viewer, "edit", pk)
    kind = kind_asked(request, sight.record)
    wanted = BY_KEY.get(criterion)
    if wanted is None or not is_own(wanted):
        raise Http404
    rules = get_rules(sight.record, kind).rules
    at = _place(request.GET.get("at", ""), rules, criterion)
    rule = None if at is None else rules.rules[at]
    form = OwnRuleForm(wanted, rules.ladders, rule, sent(request))
    context = {
        **page_of(sight, sight.record, kind, pk),
        "criterion": wanted,
        "form": form,
        "at": at,
        "columns": list_columns(sight.record, kind),
        "ladders": rules.ladders.items(),
    }
    if request.method != "POST":
        return render(request, "matching/own_rule.html", context)
    if form.is_valid():
        changed = with_rule(rules, form.to_rule(), at)
        if not isinstance(changed, Refused):
            keep(
                request, pk, changed, form.cleaned_data["title"], _("Saved. The next run goes by this rule.")
            )
            return to_rules(pk, kind, "#own")
        form.add_error(None, changed.because)
    return show_again(request, "matching/own_rule.html", context)


@shows("match_rules", "edit")
@require_POST
def edit_remove_rule(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Take a rule out."""
    sight = get_programme_rules(request.viewer, "edit", pk)
    kind = kind_asked(request, sight.record)
    rules = get_rules(sight.record, kind).rules
    at = _place(request.POST.get("at", ""), rules, request.POST.get("criterion", ""))
    changed = Refused(_("This rule is not there any more.")) if at is None else without_rule(rules, at)
    keep(request, pk, changed, _("A rule taken out"), _("Taken out. Earlier versions still have it."))
    return to_rules(pk, kind, "#own")


def _place(said: str, rules: RuleSet, criterion: str) -> int | None:
    """The place named, if there is a rule of that kind: a list may have changed since the page was made."""
    if not said.isdecimal() or int(said[:6]) >= len(rules.rules):
        return None
    rule: Rule = rules.rules[int(said)]
    return int(said) if rule.criterion == criterion else None
