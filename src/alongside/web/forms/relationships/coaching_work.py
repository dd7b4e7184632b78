"""Forms of the work: skills and where they stand, mindset, circumstances, goals, steps, practice."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core.skills import LEVELS
from alongside.models import GapSkill, GoalLevels, Skill, Step, SupportLevel
from alongside.services.relationships.coaching.goals import FiveLevels, GoalWords
from alongside.services.relationships.coaching.plan import Occasion, StepWords
from alongside.web.forms.relationships.questionnaire import scale_field
from alongside.web.forms.relationships.when import DateInput

ONE_TO_THREE = (("1", gettext_lazy("1, a little")), ("2", gettext_lazy("2")), ("3", gettext_lazy("3, very")))


def level_choices() -> list[tuple[str, str]]:
    """The scale, with what one would see at each level."""
    return [(str(level.number), f"{level.number} · {_(level.name)}") for level in LEVELS]


def figure(label: Any, low_to_high: Iterable[tuple[str, Any]] = ONE_TO_THREE) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(low_to_high), widget=forms.RadioSelect, initial="2")


class NameSkillForm(forms.Form):
    """A skill this is about, and what the work asks for."""

    skill = forms.ModelChoiceField(
        label=gettext_lazy("Skill"),
        queryset=Skill.objects.none(),
        empty_label=gettext_lazy("Choose a skill"),
    )
    required = forms.ChoiceField(
        label=gettext_lazy("What does the work ask for?"), widget=forms.RadioSelect, initial="4"
    )
    importance = figure(gettext_lazy("How much does it matter?"))

    def __init__(self, skills: Iterable[Skill], who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        skill: Any = self.fields["skill"]
        skill.queryset = Skill.objects.filter(pk__in=[one.pk for one in skills])
        required: Any = self.fields["required"]
        required.choices = level_choices()
        last: Any = self.fields["importance"]
        last.who_sees = who


class RateForm(forms.Form):
    """One's own view of a level, and if there is one, what a piece of work or a test shows."""

    level = forms.ChoiceField(label=gettext_lazy("Where is it now, as you see it?"), widget=forms.RadioSelect)
    artefact = forms.ChoiceField(
        label=gettext_lazy("Is there a piece of work or a test that shows it?"),
        required=False,
        help_text=gettext_lazy("It counts more than anyone’s opinion."),
    )

    def __init__(self, who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        level: Any = self.fields["level"]
        artefact: Any = self.fields["artefact"]
        level.choices = level_choices()
        artefact.choices = [("", _("No")), *level_choices()]
        level.who_sees = who


class PriorityForm(forms.Form):
    """The coach's proposal: four figures from 1 to 3."""

    importance = figure(gettext_lazy("How much does it matter?"))
    urgency = figure(gettext_lazy("How soon is it needed?"))
    leverage = figure(gettext_lazy("How much else does it help?"))
    effort = figure(gettext_lazy("How much effort does it take?"))


class MindsetForm(forms.Form):
    """From … to …, in the client's words."""

    from_text = forms.CharField(
        label=gettext_lazy("From"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    to_text = forms.CharField(
        label=gettext_lazy("To"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    confidence = scale_field(gettext_lazy("How sure are you that you can?"), 0, 10, required=True)
    importance = scale_field(gettext_lazy("How much does it matter to you?"), 0, 10, required=True)

    def __init__(self, who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last: Any = self.fields["importance"]
        last.who_sees = who


class CircumstancesForm(forms.Form):
    """What the client has to work with, and how long it would take alone."""

    authority = scale_field(gettext_lazy("I may decide what I need to decide."), 1, 5, required=True)
    tools = scale_field(gettext_lazy("I have the tools for it."), 1, 5, required=True)
    time = scale_field(gettext_lazy("I have time to practise."), 1, 5, required=True)
    support = scale_field(gettext_lazy("People around me want me to succeed in this."), 1, 5, required=True)
    estimated_days_alone = forms.IntegerField(
        label=gettext_lazy("How many days would it take you alone?"),
        help_text=gettext_lazy("A guess is enough. It is asked once, now, so that it stays honest."),
        required=False,
        min_value=1,
        max_value=3650,
    )

    def __init__(self, who: str, ask_estimate: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not ask_estimate:
            del self.fields["estimated_days_alone"]
        last: Any = self.fields[list(self.fields)[-1]]
        last.who_sees = who

    def scales(self) -> list[forms.BoundField]:
        return [self[name] for name in ("authority", "tools", "time", "support")]


LEVEL_FIELDS = ("much_less", "less", "expected", "more", "much_more")


class GoalForm(forms.Form):
    """A goal with its five written levels."""

    title = forms.CharField(label=gettext_lazy("The goal"), max_length=200)
    much_less = forms.CharField(label=gettext_lazy("−2 · much less than hoped"), max_length=300)
    less = forms.CharField(label=gettext_lazy("−1 · less than hoped"), max_length=300)
    expected = forms.CharField(label=gettext_lazy("0 · what you hope for"), max_length=300)
    more = forms.CharField(label=gettext_lazy("+1 · more than hoped"), max_length=300)
    much_more = forms.CharField(label=gettext_lazy("+2 · much more than hoped"), max_length=300)
    gap_skill = forms.ModelChoiceField(
        label=gettext_lazy("Which skill does it rest on?"),
        queryset=GapSkill.objects.none(),
        required=False,
        empty_label=gettext_lazy("None in particular"),
    )
    importance = figure(gettext_lazy("How much does it matter?"))
    difficulty = figure(gettext_lazy("How hard is it?"))
    is_shared = forms.BooleanField(label=gettext_lazy("This goal is shared with the sponsor"), required=False)

    def __init__(
        self, gap_skills: Iterable[GapSkill], may_share: bool, must_share: bool, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        skills: Any = self.fields["gap_skill"]
        skills.queryset = GapSkill.objects.filter(pk__in=[one.pk for one in gap_skills]).select_related(
            "skill"
        )
        skills.label_from_instance = lambda one: one.skill.name
        self.must_share = must_share
        if must_share or not may_share:
            del self.fields["is_shared"]
        for name in LEVEL_FIELDS:
            self.fields[name].widget = forms.Textarea(attrs={"rows": 2})

    def keep_weights(self) -> None:
        """With confirmed levels the title and the weights are shown, and no longer asked for."""
        for name in ("title", "importance", "difficulty"):
            self.fields[name].disabled = True

    def words(self) -> GoalWords:
        """The goal as typed."""
        data = self.cleaned_data
        return GoalWords(
            title=data["title"],
            levels=FiveLevels(**{name: data[name].strip() for name in LEVEL_FIELDS}),
            is_shared=data.get("is_shared", self.must_share),
            importance=int(data["importance"]),
            difficulty=int(data["difficulty"]),
            gap_skill=data["gap_skill"],
        )

    @staticmethod
    def initial_for(levels: GoalLevels) -> dict[str, Any]:
        goal = levels.goal
        texts = {name: getattr(levels, name) for name in LEVEL_FIELDS}
        return texts | {
            "title": goal.title,
            "gap_skill": goal.gap_skill_id,
            "importance": str(goal.importance),
            "difficulty": str(goal.difficulty),
            "is_shared": goal.is_shared,
        }


class StepForm(forms.Form):
    """One step of the plan."""

    behaviour = forms.CharField(
        label=gettext_lazy("What will one see you do?"),
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    situation = forms.CharField(label=gettext_lazy("In which situation?"), max_length=240)
    support = forms.ChoiceField(
        label=gettext_lazy("With how much support?"),
        choices=SupportLevel.choices,
        widget=forms.RadioSelect,
        initial=SupportLevel.PROMPTED,
    )
    success_count = forms.IntegerField(
        label=gettext_lazy("It counts when it went well on"), min_value=1, max_value=20, initial=3
    )
    success_of = forms.IntegerField(
        label=gettext_lazy("of the next so many occasions"), min_value=1, max_value=20, initial=4
    )
    evidence = forms.CharField(label=gettext_lazy("What will show it?"), max_length=240, required=False)
    due_on = forms.DateField(label=gettext_lazy("By when?"), widget=DateInput())
    after = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Which steps come first?"),
        queryset=Step.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, others: Iterable[Step], who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        after: Any = self.fields["after"]
        after.queryset = Step.objects.filter(pk__in=[one.pk for one in others])
        after.label_from_instance = lambda one: one.behaviour
        if not list(others):
            del self.fields["after"]
        due_on: Any = self.fields["due_on"]
        due_on.who_sees = who

    def words(self) -> StepWords:
        """The step as typed."""
        data = self.cleaned_data
        names = ("behaviour", "situation", "support", "due_on", "success_count", "success_of", "evidence")
        return StepWords(**{name: data[name] for name in names})

    def comes_after(self) -> list[Step]:
        return list(self.cleaned_data.get("after", ()))

    @staticmethod
    def initial_for(step: Step) -> dict[str, Any]:
        names = ("behaviour", "situation", "support", "due_on", "success_count", "success_of", "evidence")
        return {name: getattr(step, name) for name in names} | {
            "after": [unlock.earlier_id for unlock in step.unlocked_by.all()]
        }


class PracticeForm(forms.Form):
    """One occasion of practice."""

    practised_on = forms.DateField(label=gettext_lazy("When"), widget=DateInput())
    went_well = forms.ChoiceField(
        label=gettext_lazy("Did it go as the step says?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("Not this time"))],
        widget=forms.RadioSelect,
    )
    aspect = forms.CharField(
        label=gettext_lazy("What did you look at in particular?"), max_length=240, required=False
    )
    repetitions = forms.IntegerField(
        label=gettext_lazy("How many times"), min_value=1, max_value=99, initial=1
    )
    feedback_source = forms.CharField(
        label=gettext_lazy("Who gave you feedback?"), max_length=120, required=False
    )
    feedback_delay_days = forms.IntegerField(
        label=gettext_lazy("How many days later?"), min_value=0, max_value=365, required=False
    )
    next_time = forms.CharField(label=gettext_lazy("What changes next time?"), max_length=300, required=False)

    def __init__(self, who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["practised_on"].initial = timezone.localdate
        last: Any = self.fields["next_time"]
        last.who_sees = who

    def occasion(self) -> Occasion:
        """The occasion as typed."""
        data = dict(self.cleaned_data)
        return Occasion(went_well=data.pop("went_well") == "yes", **data)
