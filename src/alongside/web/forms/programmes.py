"""Forms of the topic programmes."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core.programmes import PROGRAMME_TEMPLATES
from alongside.models import EnrolmentKind, EnrolmentState, Part, Programme, ProgrammeKind

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


# One of these is always chosen, so there is no empty choice.
ALWAYS_CHOSEN = {"kind": ProgrammeKind.choices, "enrolment_kind": EnrolmentKind.choices}


class NewProgrammeForm(forms.Form):
    """A template, a name, and who manages it."""

    template = forms.ChoiceField(
        label=_("What is it to be like?"),
        help_text=_("Everything can be changed afterwards."),
        choices=[(each.key, f"{each.name}. {each.purpose}") for each in PROGRAMME_TEMPLATES],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label=_("What is it called?"), max_length=120)
    manager = forms.ChoiceField(
        label=_("Who manages it?"), help_text=_("They see who takes part, and match people.")
    )

    def __init__(self, people: Iterable[tuple[UUID, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["manager"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(pk), name) for pk, name in people]


class ProgrammeForm(forms.ModelForm[Programme]):
    """The settings, as far as the viewer may change them; a kind that is not run has none of its settings."""

    class Meta:
        model = Programme
        fields = (
            *("name", "purpose", "kind", "enrolment_kind", "opens_on", "closes_on"),
            *("sessions_total", "session_minutes", "interval_days_least", "interval_days_most"),
            *("end_months", "hard_stop_months", "has_sponsors"),
            *("cadence_days", "window_months", "answer_days", "requests_at_once", "requests_per_mentor"),
            "load_cap",
        )
        labels = {
            "name": _("Name"),
            "purpose": _("What it is for"),
            "kind": _("What it offers"),
            "enrolment_kind": _("How people join"),
            "opens_on": _("Takes people from"),
            "closes_on": _("Takes people until"),
            "sessions_total": _("Sessions"),
            "session_minutes": _("Length of a session, in minutes"),
            "interval_days_least": _("Shortest time between sessions, in days"),
            "interval_days_most": _("Longest time between sessions, in days"),
            "end_months": _("Expected to end after, in months"),
            "hard_stop_months": _("Ends at the latest after, in months"),
            "has_sponsors": _("Somebody may pay and agree shared outcomes"),
            "cadence_days": _("Usual time between two conversations, in days"),
            "window_months": _("Window of the programme, in months"),
            "answer_days": _("Days a mentor has to answer"),
            "requests_at_once": _("Mentors a mentee may have asked at once"),
            "requests_per_mentor": _("Requests that may wait for one mentor at once"),
            "load_cap": _("How much one mentor holds at most"),
        }
        help_texts = {
            "sessions_total": _("More sessions do not do more, as far as trials show."),
            "has_sponsors": _("A sponsor sees what the signed agreement says, and nothing else."),
            "window_months": _("A mentorship may outlive it."),
            "requests_at_once": _(
                "1 to 3. With 1, each mentor who is asked knows that the question is for them alone."
            ),
            "requests_per_mentor": _(
                "Whoever comes after that is told to ask somebody else. A mentor can set their own number."
            ),
            "load_cap": _("A new mentorship counts 1, a settled one 0.7, one that is ending 0.3."),
        }
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 4}),
            "opens_on": DATE,
            "closes_on": DATE,
            "kind": forms.RadioSelect,
            "enrolment_kind": forms.RadioSelect,
        }

    def __init__(self, opened: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - set(opened):
            del self.fields[name]
        for name, choices in ALWAYS_CHOSEN.items():
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    def _post_clean(self) -> None:
        """Fill the instance, and leave what must hold together to the core, which says it in a sentence."""
        for name, value in self.cleaned_data.items():
            setattr(self.instance, name, value)


COACHING_ONLY = frozenset(
    {
        *("sessions_total", "session_minutes", "interval_days_least", "interval_days_most"),
        *("end_months", "hard_stop_months", "has_sponsors"),
    }
)
MENTORING_ONLY = frozenset(
    {
        *("cadence_days", "window_months", "answer_days", "load_cap"),
        *("requests_at_once", "requests_per_mentor"),
    }
)


class AddPersonForm(forms.Form):
    """One person, put into the programme by hand."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("Address"), max_length=254)
    part = forms.ChoiceField(label=_("Part"))
    places = forms.IntegerField(
        label=_("Places"),
        help_text=_("For a coach or mentor: how many people they can take on."),
        min_value=0,
        max_value=12,
        initial=1,
        required=False,
    )

    def __init__(self, parts: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["part"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(part, Part(part).label) for part in parts]


class FilterForm(forms.Form):
    """What to look for among the people of a programme; nonsense finds nothing wrong, it filters nothing."""

    q = forms.CharField(label=_("Name or job"), required=False, max_length=120)
    part = forms.ChoiceField(label=_("Part"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)

    def __init__(self, parts: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _now("All"))
        offered = {
            "part": [every, *((part, Part(part).label) for part in parts)],
            "state": [every, *EnrolmentState.choices],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices


class JoinForm(forms.Form):
    """Which part to take, and for a coach or mentor how many people at once."""

    part = forms.ChoiceField(label=_("How would you like to take part?"), widget=forms.RadioSelect)
    places = forms.IntegerField(
        label=_("How many people can you take on at once?"),
        help_text=_("Only if you offer help. You can change it at any time."),
        min_value=1,
        max_value=12,
        initial=1,
        required=False,
    )

    def __init__(self, parts: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["part"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(part, WORDS_OF_PART[Part(part)]) for part in parts]


WORDS_OF_PART = {
    Part.CLIENT: _("As a client: I would like coaching"),
    Part.COACH: _("As a coach: I coach others"),
    Part.MENTEE: _("As a mentee: I would like a mentor"),
    Part.MENTOR: _("As a mentor: I share what I have learnt"),
}
