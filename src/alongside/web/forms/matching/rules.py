"""Forms of the rules: the product's own criteria, ladders, and rules as a file."""

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core.matching import Criterion, Rule, RuleSet
from alongside.core.matching.editing import standard_criteria
from alongside.core.matching.options import Option

WEIGHTS: Final = [
    (0, _("0, does not count")),
    (1, _("1, a little")),
    (2, _("2, some")),
    (3, _("3, clearly")),
    (4, _("4, much")),
    (5, _("5, most")),
]
CHOICES: Final[dict[str, str | Promise]] = {
    "allow": _("Let the pair be possible"),
    "refuse": _("Rule the pair out"),
    "one": _("One of them is enough"),
    "all": _("All of them are needed"),
}


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion on the page: its switch or weight, and what can be set."""

    criterion: Criterion
    main: forms.BoundField
    options: tuple[forms.BoundField, ...]


class StandardRulesForm(forms.Form):
    """A switch for every constraint of the product's own, a weight for every preference, and their options."""

    def __init__(self, rules: RuleSet, data: Any = None) -> None:
        super().__init__(data)
        self.rules = rules
        self.given = {rule.criterion: rule for rule in rules.rules}
        self.criteria = standard_criteria(rules.kind)
        for criterion in self.criteria:
            self._add(criterion)

    def _add(self, criterion: Criterion) -> None:
        rule = self.given.get(criterion.key)
        if criterion.kind == "constraint":
            self.fields[criterion.key] = forms.BooleanField(
                label=_now(criterion.title), required=False, initial=rule is not None
            )
        else:
            self.fields[criterion.key] = forms.TypedChoiceField(
                label=_now(criterion.title),
                choices=WEIGHTS,
                coerce=int,
                initial=rule.weight if rule else 0,
            )
        for option in criterion.options:
            given = rule.setting.get(option.name, option.default) if rule else option.default
            self.fields[f"{criterion.key}__{option.name}"] = option_field(option, given)

    def constraints(self) -> list[CriterionRow]:
        return [self._row(one) for one in self.criteria if one.kind == "constraint"]

    def preferences(self) -> list[CriterionRow]:
        return [self._row(one) for one in self.criteria if one.kind == "preference"]

    def _row(self, criterion: Criterion) -> CriterionRow:
        options = tuple(self[f"{criterion.key}__{option.name}"] for option in criterion.options)
        return CriterionRow(criterion, self[criterion.key], options)

    def chosen(self) -> tuple[Rule, ...]:
        """The rules as they were set. A preference that counts for nothing is left out."""
        return tuple(self._rule(one) for one in self.criteria if self.cleaned_data[one.key])

    def _rule(self, criterion: Criterion) -> Rule:
        setting = {
            option.name: self.cleaned_data[f"{criterion.key}__{option.name}"]
            for option in criterion.options
            if self.cleaned_data[f"{criterion.key}__{option.name}"] != option.default
        }
        before = self.given.get(criterion.key)
        weight = self.cleaned_data[criterion.key] if criterion.worth == "weight" else None
        return Rule(criterion.key, setting, weight=weight, title=before.title if before else "")


def option_field(option: Option, given: Any) -> forms.Field:
    """A field for one option of a criterion."""
    label = _now(option.words)
    if option.sort == "whole":
        return forms.IntegerField(
            label=label,
            min_value=option.least,
            max_value=option.most,
            initial=given,
            required=option.required or option.default is not None,
        )
    if option.sort == "yes_no":
        return forms.BooleanField(label=label, required=False, initial=bool(given))
    if option.sort == "choice":
        return forms.ChoiceField(
            label=label, choices=[(one, CHOICES.get(one, one)) for one in option.choices], initial=given
        )
    return forms.CharField(label=label, required=option.required, initial=given, max_length=200)


class LadderForm(forms.Form):
    """Values in order, one a line."""

    name = forms.CharField(label=_("Name of the ladder"), max_length=60)
    steps = forms.CharField(
        label=_("Its steps, lowest first"),
        help_text=_("One a line. Small and capital letters make no difference."),
        widget=forms.Textarea(attrs={"rows": 12}),
        max_length=5000,
    )

    def listed(self) -> list[str]:
        """The steps, without empty lines."""
        return [" ".join(line.split()) for line in self.cleaned_data["steps"].splitlines() if line.strip()]


class RulesFileForm(forms.Form):
    """A whole rule set as a file (TOML)."""

    text = forms.CharField(
        label=_("Rules file"),
        help_text=_("It replaces all rules of this kind. The earlier ones stay among the versions."),
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false", "class": "code"}),
        max_length=100_000,
    )
