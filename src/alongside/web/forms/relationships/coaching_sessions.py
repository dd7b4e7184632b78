"""Forms of sessions, reviews, pauses and endings."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core.outcomes.attainment import LEVEL_NAMES
from alongside.core.relationships.scope import SCOPE_WORDS, ScopeChoice, Topic
from alongside.core.relationships.sessions import TEMPLATES
from alongside.models import GapSkill, Goal
from alongside.queries.relationships.coaching.facts import level_texts
from alongside.services.relationships.coaching.reviews import ReviewWords
from alongside.services.relationships.meetings import TopicWords
from alongside.web.forms.relationships.coaching_start import DeclineForm
from alongside.web.forms.relationships.coaching_work import level_choices
from alongside.web.forms.relationships.when import DateInput, WhenForm


class SessionForm(WhenForm):
    """A session: when, how long, in which order of talk."""

    minutes = forms.IntegerField(label=gettext_lazy("Minutes"), min_value=5, max_value=480)
    template_key = forms.ChoiceField(label=gettext_lazy("Order of talk"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        template: Any = self.fields["template_key"]
        template.choices = [(one.key, f"{one.name}: {_(one.good_for)}") for one in TEMPLATES]
        template.initial = TEMPLATES[0].key


class MoveSessionForm(WhenForm):
    """Another time."""

    minutes = forms.IntegerField(label=gettext_lazy("Minutes"), min_value=5, max_value=480)


class TopicForm(forms.Form):
    """What a session is about and where it is."""

    topic = forms.CharField(label=gettext_lazy("What is it about?"), max_length=300, required=False)
    agenda = forms.CharField(
        label=gettext_lazy("Agenda"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("One part a line. It starts from the order of talk; change it as you like."),
    )
    place = forms.CharField(label=gettext_lazy("Place"), max_length=200, required=False)
    link = forms.URLField(label=gettext_lazy("Link"), max_length=400, required=False, assume_scheme="https")

    def __init__(self, who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("topic", "agenda"):
            field: Any = self.fields[name]
            field.who_sees = who

    def words(self) -> TopicWords:
        return TopicWords(**self.cleaned_data)


class ScopeForm(forms.Form):
    """Is the subject within what was agreed, and if not, what becomes of it?"""

    within = forms.ChoiceField(
        label=gettext_lazy("Is this within what you agreed?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No, it is something else"))],
        widget=forms.RadioSelect,
    )
    is_about_health_or_safety = forms.BooleanField(
        label=gettext_lazy("It is about health, or somebody’s safety"), required=False
    )
    needs_decision_of_others = forms.BooleanField(
        label=gettext_lazy("It needs a decision of somebody else"), required=False
    )
    choice = forms.ChoiceField(
        label=gettext_lazy("If it is something else, what becomes of it?"),
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["choice"]
        choice.choices = [
            ("", _("Nothing yet")),
            *((one.value, _(words)) for one, words in SCOPE_WORDS.items()),
        ]

    def asked(self) -> tuple[Topic, ScopeChoice | None]:
        data = self.cleaned_data
        topic = Topic(
            data["within"] == "yes", data["is_about_health_or_safety"], data["needs_decision_of_others"]
        )
        return topic, ScopeChoice(data["choice"]) if data["choice"] else None


DECISIONS = (
    ("continue", gettext_lazy("Carry on as agreed")),
    ("adjust", gettext_lazy("Carry on with changes: you change the goals, the plan or the agreement next")),
    (
        "change_coach",
        gettext_lazy("Look for another coach: this coach leaves now, and others are offered to the client"),
    ),
    (
        "refer",
        gettext_lazy("Other help is better: the coaching ends now, and what else it is stays with you"),
    ),
    ("stop", gettext_lazy("Close early: the coaching ends now")),
)


class ReviewForm(forms.Form):
    """What the two write down in a review."""

    what_helped = forms.CharField(
        label=gettext_lazy("What has helped so far?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    what_next = forms.CharField(
        label=gettext_lazy("What should be different from here on?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    for_all_three = forms.CharField(
        label=gettext_lazy("For all three"),
        help_text=gettext_lazy("The part your sponsor reads. Write it together."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, who: str, who_three: str, has_part_for_three: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        next_field: Any = self.fields["what_next"]
        next_field.who_sees = who
        three: Any = self.fields["for_all_three"]
        three.who_sees = who_three
        if not has_part_for_three:
            del self.fields["for_all_three"]

    def words(self) -> ReviewWords:
        data = self.cleaned_data
        return ReviewWords(data["what_helped"], data["what_next"], data.get("for_all_three", ""))


class DecisionForm(ReviewForm):
    """The mid-review with its decision."""

    decision = forms.ChoiceField(
        label=gettext_lazy("How do you go on?"), choices=list(DECISIONS), widget=forms.RadioSelect
    )


class ScoreForm(forms.Form):
    """Which of the five written levels each goal has reached, as this person sees it."""

    def __init__(self, goals: tuple[Goal, ...], who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = {f"goal-{goal.pk}": goal for goal in goals}
        for name, goal in self.goals.items():
            frozen = next((levels for levels in goal.levels.all() if levels.frozen_at), None)
            texts = level_texts(frozen) if frozen else ("",) * 5
            choices = [
                (str(number), f"{number:+d} · {text}" if number else f"0 · {text}")
                for (number, _name), text in zip(LEVEL_NAMES, texts, strict=True)
            ]
            field: Any = forms.ChoiceField(label=goal.title, choices=choices, widget=forms.RadioSelect)
            field.who_sees = who
            self.fields[name] = field

    def levels(self) -> list[tuple[Goal, int]]:
        return [(goal, int(self.cleaned_data[name])) for name, goal in self.goals.items()]


class LevelsForm(forms.Form):
    """A level for each skill, asked under one heading. Every one may be skipped."""

    def __init__(self, gap_skills: tuple[GapSkill, ...], *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.skills = {f"skill-{one.pk}": one for one in gap_skills}
        for name, one in self.skills.items():
            self.fields[name] = forms.ChoiceField(
                label=label % {"skill": one.skill.name},
                choices=[("", _("I would rather not say")), *level_choices()],
                required=False,
            )

    def levels(self) -> dict[GapSkill, int]:
        """Only what was answered."""
        given = ((one, self.cleaned_data[name]) for name, one in self.skills.items())
        return {one: int(level) for one, level in given if level}


class PauseForm(forms.Form):
    """Until when it is on hold, if that is known."""

    until = forms.DateField(
        label=gettext_lazy("Until when?"),
        required=False,
        widget=DateInput(),
        help_text=gettext_lazy("If you know it."),
    )


WAYS_OUT = (
    ("withdraw", gettext_lazy("I withdraw: I no longer want to take part, or cannot")),
    ("refer_out", gettext_lazy("Other help is better: a mentor, a course, somebody for health, or else")),
    ("close_early", gettext_lazy("We close early: it has done enough, or we agree that it is time")),
    ("terminate", gettext_lazy("I end it: it cannot go on like this")),
)


class LeaveForm(DeclineForm):
    """A way out, with a reason if one wishes."""

    way = forms.ChoiceField(label=gettext_lazy("How would you put it?"), widget=forms.RadioSelect)
    field_order = ("way", "category", "text", "not_together_again")

    def __init__(self, ways: tuple[str, ...], who: str, asks_why: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(who, *args, **kwargs)
        way: Any = self.fields["way"]
        way.choices = [(key, words) for key, words in WAYS_OUT if key in ways]
        if not asks_why:
            for name in ("category", "text", "not_together_again"):
                del self.fields[name]


class SponsorPartForm(forms.Form):
    """The sponsor's own words in a review."""

    text = forms.CharField(
        label=gettext_lazy("Your part of the review"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
