"""Forms of the topic needs. What is typed travels in the page until its owner says: keep this."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core.confidentiality.words import who_can_see
from alongside.core.needs.deciding import CHOOSABLE, MOST_SKILLS
from alongside.core.needs.questions import QUESTIONS, AnswerProblems, Answers, Kind, Question, clean_answers
from alongside.core.skills import LEVELS
from alongside.models import Organisation, Skill
from alongside.web.forms.seen_by import say_who_sees

LONGEST = 5000
NOBODY_YET = _("Nobody. It stays in this page until you choose to keep it.")


def question_field(question: Question) -> forms.Field:
    """The field of one question; every one may be skipped."""
    choices = [(option.key, option.label) for option in question.options if option.key != "not_asked"]
    kind, widget = (
        (forms.MultipleChoiceField, forms.CheckboxSelectMultiple)
        if question.kind is Kind.MANY
        else (forms.ChoiceField, forms.RadioSelect)
    )
    return kind(label=question.text, help_text=question.help, choices=choices, required=False, widget=widget)


class HelpForm(forms.Form):
    """The statement and the answers. `shown` are the questions asked on this page; the rest travels hidden."""

    statement = forms.CharField(
        label=_("What is on your mind?"),
        help_text=_(
            "A few sentences in your own words. What would you like to be different, and what gets in the way?"
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 7}),
    )

    def __init__(
        self, shown: tuple[str, ...] | None = None, *args: Any, shows_statement: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.shown = shown
        for question in QUESTIONS:
            field: Any = question_field(question)
            field.says_optional = False  # the page says once that everything may be left out
            if shown is not None and question.key not in shown:
                many = question.kind is Kind.MANY
                field.widget = forms.MultipleHiddenInput() if many else forms.HiddenInput()
            self.fields[question.key] = field
        if not shows_statement:
            self.fields["statement"].widget = forms.HiddenInput()
        statement: Any = self.fields["statement"]
        statement.who_sees = NOBODY_YET

    def clean_statement(self) -> str:
        text: str = self.cleaned_data["statement"]
        if len(text) > LONGEST:
            raise forms.ValidationError(
                _(
                    "Please say it a little shorter: up to 5,000 characters is plenty. What you wrote is still here."
                )
            )
        return text

    def answers(self) -> Answers:
        """What was ticked, read by the core; unreadable ticks were refused by the fields before."""
        raw = {question.key: self.cleaned_data.get(question.key) for question in QUESTIONS}
        read = clean_answers(raw)
        return Answers() if isinstance(read, AnswerProblems) else read


class DecideForm(forms.Form):
    """The person decides. Another kind than the recommended one needs no reason."""

    route = forms.ChoiceField(
        label=_("What would you like?"),
        choices=[(route.value, route.title) for route in CHOOSABLE],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("If you choose otherwise: why?"),
        help_text=_("Only if you like. It helps you to remember what you thought."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_who_sees(self, "need", {"route": "choice", "reason": "choice"})


class TalkForm(forms.Form):
    """What the one you want to talk to may see. Nothing is ticked beforehand."""

    statement = forms.BooleanField(label=_("What I wrote"), required=False)
    answers = forms.BooleanField(label=_("What I ticked"), required=False)
    route = forms.BooleanField(label=_("The kind of help that was suggested"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            field: Any = self.fields[name]
            field.who_sees = who_can_see("need_share", name)


class SkillsForm(forms.Form):
    """Up to three skills of the catalogue: where I am, where I want to be, how much it matters."""

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        skills = Skill.objects.filter(organisation=organisation, is_retired=False)
        levels = [("", "–"), *((str(level.number), f"{level.number}: {level.name}") for level in LEVELS)]
        for number in range(1, MOST_SKILLS + 1):
            self.fields[f"skill_{number}"] = forms.ModelChoiceField(
                label=_("Skill %(number)s") % {"number": number}, queryset=skills, required=False
            )
            self.fields[f"current_{number}"] = forms.ChoiceField(
                label=_("Where I am now"), choices=levels, required=False
            )
            self.fields[f"required_{number}"] = forms.ChoiceField(
                label=_("Where I would like to be"), choices=levels, required=False
            )

    def wanted(self) -> list[tuple[Any, int | None, int | None]]:
        """(skill id, current, required) of the rows that name a skill, each skill once."""
        found: dict[Any, tuple[int | None, int | None]] = {}
        for number in range(1, MOST_SKILLS + 1):
            skill = self.cleaned_data.get(f"skill_{number}")
            if skill is not None:
                figures = [self.cleaned_data.get(f"{name}_{number}") for name in ("current", "required")]
                found[skill.pk] = tuple(int(figure) if figure else None for figure in figures)  # type: ignore[assignment]  # - two figures in, two out
        return [(pk, current, required) for pk, (current, required) in found.items()]
