"""Forms of the workbench of the triage rules."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from alongside.core.needs.drafting import LONGEST_FILE, FamilyText, Problems
from alongside.core.needs.routes import Route
from alongside.core.needs.rule_limits import LARGEST_NUMBER

MOST_PROBLEMS: Final = 30
LINES: Final = {"rows": 14, "spellcheck": "false", "autocomplete": "off", "autocapitalize": "off"}
DIMENSION_WORDS: Final = {
    "D1": _("Kind of gap: known and not done, or never learned"),
    "D2": _("Goal: specific or broad"),
    "D3": _("Horizon: weeks, months or years"),
    "D4": _("Focus: this role, or the whole career"),
    "D5": _("Where the answer comes from"),
    "D6": _("Whether the helper must have walked the same path"),
    "D7": _("Access: introductions, being seen"),
    "D8": _("Unwritten rules and politics"),
    "D9": _("Contact: planned, or as and when"),
    "D10": _("A transition"),
    "D11": _("Neutral outsider, or insider"),
    "D12": _("One person, or many"),
    "D13": _("Who pays"),
    "D14": _("Cause in the person, or outside"),
    "D15": _("Urgency"),
    "wish": _("What the person asks for"),
}
THRESHOLD_WORDS: Final = {
    "margin": _("Coach and mentor must differ by this much"),
    "least_evidence": _("With fewer pieces of evidence we ask"),
    "pull": _("Two needs: each must pull this much to its side"),
    "training": _("Score from which training comes first"),
    "manager": _("Score from which the cause lies outside the person"),
    "manager_lead": _("… unless a coach or mentor leads by more than this"),
    "gate": _("A gate is open from"),
    "gate_doubt": _("A gate is half open from"),
    "gate_by_ticks": _("Enough for a gate by ticks alone"),
    "for_a_helper": _("With health in doubt we ask, when a coach or mentor scores this much"),
    "soft_check": _("We ask softly whether the person is safe, from"),
    "next_step": _("A second route is worth naming from"),
    "read_danger": _("The second reader is this sure of danger: help at once"),
    "read_soft": _("The second reader asks softly whether the person is safe, from"),
    "read_sure": _("The second reader is this sure of a route: it goes before the scores"),
    "read_unlikely": _("The second reader thinks a gate less likely than this: the gate gives way to it"),
    "read_aloud": _("The second reader shows what it read, from"),
}
GATE_WORDS: Final = {
    "G1": _("Danger"),
    "G2": _("Health and daily life"),
    "G3": _("Rights, safety, fair treatment"),
    "G4": _("Not freely chosen"),
}
SCORED: Final = (Route.COACH, Route.MENTOR, Route.TRAINING, Route.MANAGER_HR)


def add_problems(form: forms.Form, problems: Problems) -> None:
    """Every mistake with its line in the file, above the form."""
    for problem in problems[:MOST_PROBLEMS]:
        words = f"{problem.message[:1].upper()}{problem.message[1:]}"
        line = _("Line %(line)s: %(words)s") % {"line": problem.line, "words": problem.message}
        form.add_error(None, line if problem.line else words)
    if len(problems) > MOST_PROBLEMS:
        form.add_error(None, _("And %(count)s more.") % {"count": len(problems) - MOST_PROBLEMS})


class NumbersForm(forms.Form):
    """Every weight and threshold of the draft. How long a statement may be is not for changing here."""

    def __init__(self, numbers: Mapping[str, Mapping[str, float]], data: Any = None) -> None:
        super().__init__(data)
        self.names: dict[str, list[str]] = {"weights": [], "thresholds": []}
        for table, words in (("weights", DIMENSION_WORDS), ("thresholds", THRESHOLD_WORDS)):
            for key, value in numbers[table].items():
                if key == "longest_statement":
                    continue
                self.names[table].append(name := f"{table}_{key}")
                label = words.get(key, key.replace("_", " "))
                self.fields[name] = forms.FloatField(
                    label=f"{key}: {label}" if table == "weights" and key != "wish" else label,
                    min_value=0,
                    max_value=LARGEST_NUMBER,
                    initial=f"{value:g}",
                    widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
                )

    @property
    def weights(self) -> list[Any]:
        return [self[name] for name in self.names["weights"]]

    @property
    def thresholds(self) -> list[Any]:
        return [self[name] for name in self.names["thresholds"]]

    def numbers(self) -> dict[str, dict[str, float]]:
        """What was filled in, as tables of the file."""
        return {
            table: {name.removeprefix(f"{table}_"): self.cleaned_data[name] for name in names}
            for table, names in self.names.items()
        }


class FamilyForm(forms.Form):
    """The words of one family."""

    because = forms.CharField(
        label=_("The sentence people read"),
        help_text=_("{quote} becomes the person's own words."),
        max_length=500,
        required=False,
    )
    phrases = forms.CharField(
        label=_("Phrases"),
        help_text=_("One a line. A line that begins with ; is a remark."),
        widget=forms.Textarea(attrs=LINES),
    )
    unless = forms.CharField(
        label=_("Unless the same sentence has"),
        help_text=_("Phrases that take the meaning away, one a line."),
        required=False,
        widget=forms.Textarea(attrs={**LINES, "rows": 5}),
    )


class NewFamilyForm(FamilyForm):
    """A family of one's own, on a dimension or a gate."""

    name = forms.CharField(
        label=_("Name"),
        help_text=_("Small letters, digits and _, such as own_shop_floor."),
        max_length=40,
        validators=[RegexValidator(r"^[a-z][a-z0-9_]*$", _("Use small letters, digits and _."))],
    )
    on = forms.ChoiceField(
        label=_("What it bears on"),
        choices=[
            (_("Dimensions"), [(key, f"{key}: {words}") for key, words in DIMENSION_WORDS.items()]),
            (_("Gates"), [(key, f"{key}: {words}") for key, words in GATE_WORDS.items()]),
        ],
    )
    toward = forms.ChoiceField(
        label=_("Toward which kind of help"),
        help_text=_("For a dimension."),
        choices=[("", "–"), *((route.value, route.title) for route in SCORED)],
        required=False,
    )
    against = forms.BooleanField(label=_("It speaks against that kind of help"), required=False)
    sort = forms.ChoiceField(label=_("Which sort of trigger"), help_text=_("For a gate."), required=False)
    opens = forms.FloatField(
        label=_("How far it opens the gate"),
        help_text=_("From 0.1 to 1; 1 opens it by itself."),
        min_value=0.1,
        max_value=1,
        initial=1,
        required=False,
    )
    field_order = ("name", "on", "toward", "against", "sort", "opens", "because", "phrases", "unless")

    def __init__(self, families: tuple[FamilyText, ...], data: Any = None) -> None:
        super().__init__(data)
        sorts = sorted({(each.on, each.toward) for each in families if each.kind == "gate"})
        field: Any = self.fields["sort"]
        field.choices = [
            ("", "–"),
            *((f"{gate}:{sort}", f"{gate}: {sort.replace('_', ' ')}") for gate, sort in sorts),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        on, sort = data.get("on", ""), data.get("sort", "")
        if on in GATE_WORDS and not sort.startswith(f"{on}:"):
            self.add_error("sort", _("Choose a sort of trigger that belongs to this gate."))
        if on in DIMENSION_WORDS and not data.get("toward"):
            self.add_error("toward", _("Choose a kind of help."))
        if "{quote}" not in data.get("because", ""):
            self.add_error("because", _("Write a sentence with {quote} in it."))
        return data

    def family(self) -> FamilyText:
        """The family as filled in."""
        data = self.cleaned_data
        is_gate = data["on"] in GATE_WORDS
        return FamilyText(
            name=data["name"],
            kind="gate" if is_gate else "dimension",
            on=data["on"],
            toward=data["sort"].partition(":")[2] if is_gate else data["toward"],
            against=data["against"] and not is_gate,
            because=data["because"],
            phrases=data["phrases"],
            unless=data["unless"],
            share=(data["opens"] or 1.0) if is_gate else None,
        )


class RulesFileForm(forms.Form):
    """The whole file: chosen from the machine, or changed here."""

    file = forms.FileField(
        label=_("A rules file"),
        help_text=_("TOML, such as the one you downloaded. It takes the place of the text below."),
        required=False,
        allow_empty_file=True,
    )
    text = forms.CharField(
        label=_("The file as text"),
        required=False,
        max_length=LONGEST_FILE,
        strip=False,
        widget=forms.Textarea(attrs={**LINES, "rows": 30}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        upload = data.get("file")
        if upload is not None:
            data["text"] = self._read(upload)
        return data

    def _read(self, upload: Any) -> str:
        if upload.size > LONGEST_FILE * 4:
            self.add_error("file", _("This file is too large for rules."))
            return ""
        try:
            text: str = upload.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            self.add_error("file", _("This file is not text in UTF-8."))
            return ""
        return text


class PublishForm(forms.Form):
    """The name of a version, for ever, and what is new in it."""

    name = forms.CharField(
        label=_("Name of the version"),
        help_text=_("Such as Harbour 2. Every recommendation remembers it, so it is never used again."),
        max_length=40,
    )
    note = forms.CharField(label=_("What is new"), required=False, max_length=200)


class FamilySearchForm(forms.Form):
    """Which families to look at."""

    q = forms.CharField(label=_("Find a family"), required=False, max_length=100)
