"""A rule on a column of the programme's own: the form is made from what its criterion can be told."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core.matching import Criterion, Rule
from alongside.web.forms.matching.rules import option_field

NUMBERS: Final = ""
AS_WRITTEN: Final = "as-written"  # a ladder that stands in the rule itself, as a rules file may have it
SIDES: Final = [
    ("", _("For everybody")),
    ("client", _("Only where the person asking …")),
    ("practitioner", _("Only where the person helping …")),
]
LABELS: Final = {
    "least": _("From how many steps above"),
    "most": _("To how many steps above"),
    "by": _("At least how many steps above"),
    "separator": _("What stands between the values of the list"),
    "quiet": _("Do not repeat the values in the reasons people read"),
    "when_empty": _("Where a value is empty or not on the ladder"),
}
HELP: Final = {
    "least": _("Counted from the person asking to the person helping. Below zero means lower."),
    "quiet": _("Choose this for anything personal."),
}
COLUMN: Final = {"list": "known-columns", "autocomplete": "off"}


class OwnRuleForm(forms.Form):
    """The settings of one rule. `column` is the same on both sides, unless the sides call it differently."""

    title = forms.CharField(
        label=_("What the rule is called"),
        help_text=_("People read it beside the reasons, such as “The same profession”."),
        max_length=80,
    )
    column = forms.CharField(
        label=_("Column"), required=False, max_length=60, widget=forms.TextInput(attrs=COLUMN)
    )
    client_column = forms.CharField(
        label=_("Column of the person asking"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs=COLUMN),
    )
    practitioner_column = forms.CharField(
        label=_("Column of the person helping"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs=COLUMN),
    )
    where_side = forms.ChoiceField(label=_("For whom it counts"), choices=SIDES, required=False)
    where_column = forms.CharField(
        label=_("… has in the column"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs=COLUMN),
    )
    where_value = forms.CharField(label=_("… the value"), required=False, max_length=200)

    def __init__(
        self, criterion: Criterion, ladders: Iterable[str], rule: Rule | None = None, data: Any = None
    ) -> None:
        super().__init__(data, initial=_initial(rule) if rule else {"title": ""})
        self.criterion = criterion
        self.written = rule.setting.get("ladder") if rule else None
        said = data or self.initial
        self.fields["column"].required = not (said.get("client_column") and said.get("practitioner_column"))
        self.special = [option.name for option in criterion.options if option.name not in _GENERAL]
        for option in criterion.options:
            if option.name in _GENERAL and option.name != "quiet":
                continue
            given = rule.setting.get(option.name, option.default) if rule else option.default
            self.fields[option.name] = self._field(option, given, ladders)
        if criterion.worth == "points":
            self.fields["points"] = forms.IntegerField(
                label=_("Points"), min_value=1, max_value=1000, initial=rule.points if rule else None
            )
            self.special.append("points")

    def _field(self, option: Any, given: Any, ladders: Iterable[str]) -> forms.Field:
        if option.sort == "texts":
            names = [(name, name) for name in ladders]
            if not isinstance(given, str | None):
                names.append((AS_WRITTEN, " – ".join(given)))
            return forms.ChoiceField(
                label=_("Compared"),
                choices=[(NUMBERS, _now("As numbers")), *names],
                required=False,
                initial=(given or NUMBERS) if isinstance(given, str | None) else AS_WRITTEN,
                help_text=_("By their place on a ladder, or as the numbers they are."),
            )
        if option.sort == "points":
            return forms.CharField(
                label=_("Points for each distance"),
                help_text=_("One a line: steps above = points, such as 2 = 12. Other distances give none."),
                widget=forms.Textarea(attrs={"rows": 4}),
                initial=as_lines(given or {}),
                max_length=1000,
            )
        field = option_field(option, given)
        field.label = LABELS.get(option.name, field.label)
        field.help_text = HELP.get(option.name, "")
        return field

    def special_fields(self) -> list[forms.BoundField]:
        """What only this kind of rule can be told."""
        return [self[name] for name in self.special]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        sides = (said.get("client_column"), said.get("practitioner_column"))
        if any(sides) and not all(sides):
            self.add_error("client_column", _("Name the column on both sides, or one for both."))
        if said.get("where_side") and not (said.get("where_column") and said.get("where_value")):
            self.add_error("where_column", _("Say which column and which value."))
        if "points_for" in said and (problem := _problem_with_lines(said["points_for"])):
            self.add_error("points_for", problem)
        return said

    def to_rule(self) -> Rule:
        """The rule as the core takes it."""
        said = self.cleaned_data
        setting = {name: said[name] for name in self._plain_names() if said.get(name) not in (None, "")}
        if setting.get("ladder") == AS_WRITTEN:
            setting["ladder"] = self.written
        if said.get("where_side"):
            setting["only_where"] = {
                "side": said["where_side"],
                "column": said["where_column"],
                "value": said["where_value"],
            }
        if "points_for" in said:
            setting["points_for"] = read_lines(said["points_for"])
        if not setting.get("quiet"):
            setting.pop("quiet", None)
        return Rule(self.criterion.key, setting, points=said.get("points"), title=said["title"].strip())

    def _plain_names(self) -> list[str]:
        columns = ["client_column", "practitioner_column"]
        both = all(self.cleaned_data.get(name) for name in columns)
        return [
            *(columns if both else ["column"]),
            *(name for name in self.special if name not in ("points", "points_for")),
            "quiet",
        ]


_GENERAL: Final = ("column", "client_column", "practitioner_column", "only_where", "quiet")


def _initial(rule: Rule) -> dict[str, Any]:
    where = rule.setting.get("only_where") or {}
    return {
        "title": rule.title,
        **{name: rule.setting.get(name, "") for name in ("column", "client_column", "practitioner_column")},
        "where_side": where.get("side", ""),
        "where_column": where.get("column", ""),
        "where_value": where.get("value", ""),
    }


def as_lines(table: Mapping[str, int]) -> str:
    """{"1": 9, "2": 12} → "1 = 9" and "2 = 12", a line each."""
    return "\n".join(f"{gap} = {points}" for gap, points in table.items())


def read_lines(text: str) -> dict[str, int]:
    """The table in such lines; lines that are none are passed over."""
    found: dict[str, int] = {}
    for line in text.splitlines():
        gap, sign, points = line.partition("=" if "=" in line else ":")
        if sign and _is_whole(gap) and _is_whole(points):
            found[str(int(gap))] = int(points)
    return found


def _problem_with_lines(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(read_lines(text)) != len(lines):
        return _now("Write one distance a line, such as 2 = 12, and none twice.")
    return ""


def _is_whole(text: str) -> bool:
    plain = text.strip()
    return plain.removeprefix("-").isascii() and plain.removeprefix("-").isdecimal() and len(plain) < 6
