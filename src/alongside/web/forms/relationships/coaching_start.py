"""Forms of the beginning: asking, referring, offering coaches, the first talk, a no."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.models import Mentorship, Need, Person, Programme
from alongside.queries.relationships.coaching.lists import AskChoices
from alongside.services.relationships.reasons import CATEGORIES
from alongside.web.forms.relationships.when import WhenForm


class SponsorField(forms.EmailField):
    """The address of somebody in the organisation who pays and takes part in the agreement."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            required=False,
            label=gettext_lazy("Sponsor’s e-mail address"),
            help_text=gettext_lazy(
                "Only if somebody pays for this and takes part in the agreement. You decide together what they see."
            ),
            **more,
        )


class WithSponsor(forms.Form):
    """A form that may name a sponsor; the page looks the address up and says when there is nobody."""

    def sponsor_address(self) -> str:
        return str(self.cleaned_data.get("sponsor") or "")

    def nobody_there(self) -> None:
        self.add_error("sponsor", _("Nobody with this address can be a sponsor here."))


class AskForm(WithSponsor):
    """Ask for coaching: in which programme, about which need, with whom paying."""

    programme = forms.ModelChoiceField(
        label=gettext_lazy("Programme"), queryset=Programme.objects.none(), empty_label=None
    )
    need = forms.ModelChoiceField(
        label=gettext_lazy("Is it about a need you kept?"),
        queryset=Need.objects.none(),
        required=False,
        empty_label=gettext_lazy("No, I will say it in my own words later"),
        help_text=gettext_lazy("It stays yours. The programme manager does not read it."),
    )
    show_skills = forms.BooleanField(
        label=gettext_lazy("Show the skills I named to the coaches I am offered"),
        required=False,
        help_text=gettext_lazy(
            "They decide whether they can take it on. Without this they see your name and the programme, no more."
        ),
    )
    after_mentorship = forms.ModelChoiceField(
        label=gettext_lazy("Does it follow a mentorship?"),
        queryset=Mentorship.objects.none(),
        required=False,
        empty_label=gettext_lazy("No"),
        help_text=gettext_lazy("The two are kept apart. Nothing is copied from one to the other."),
    )
    sponsor = SponsorField()

    def __init__(self, choices: AskChoices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programmes: Any = self.fields["programme"]
        programmes.queryset = Programme.objects.filter(pk__in=[one.pk for one in choices.programmes])
        need: Any = self.fields["need"]
        need.queryset = Need.objects.filter(pk__in=[one.pk for one in choices.needs])
        need.label_from_instance = need_words
        mentorship: Any = self.fields["after_mentorship"]
        mentorship.queryset = Mentorship.objects.filter(pk__in=[one.pk for one in choices.mentorships])
        mentorship.label_from_instance = lambda one: _("With %(name)s") % {"name": one.mentor.name}
        if not any(programme.has_sponsors for programme in choices.programmes):
            del self.fields["sponsor"]
        if not choices.needs:
            del self.fields["need"], self.fields["show_skills"]
        if not choices.mentorships:
            del self.fields["after_mentorship"]


def need_words(need: Need) -> str:
    """The beginning of a need in its owner's own list."""
    statement = need.statement.strip()
    first = statement[:70] + ("…" if len(statement) > 70 else "")
    return first or _("A need without words")


class ReferForm(WithSponsor):
    """The programme manager proposes coaching to somebody who takes part as a client."""

    client = forms.ModelChoiceField(label=gettext_lazy("To whom"), queryset=Person.objects.none())
    sponsor = SponsorField()

    def __init__(self, clients: Iterable[Person], has_sponsors: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        client: Any = self.fields["client"]
        client.queryset = Person.objects.filter(pk__in=[one.pk for one in clients]).order_by("name")
        if not has_sponsors:
            del self.fields["sponsor"]


class OfferCoachesForm(forms.Form):
    """Two or three coaches to offer."""

    coaches = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Coaches to offer"),
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose two or three coaches.")},
    )

    def __init__(self, coaches: Iterable[Person], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["coaches"]
        field.queryset = Person.objects.filter(pk__in=[coach.pk for coach in coaches])


class TalkForm(WhenForm):
    """When the first talk is."""


class DeclineForm(forms.Form):
    """A no. Everything is optional, and the other side never reads any of it."""

    category = forms.ChoiceField(
        label=gettext_lazy("Would you like to say why?"), required=False, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=gettext_lazy("In your own words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    not_together_again = forms.BooleanField(
        label=gettext_lazy("Please do not bring the two of us together again"), required=False
    )

    def __init__(self, who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        category: Any = self.fields["category"]
        category.choices = [
            ("", _("I would rather not say")),
            *((key, _(words)) for key, words in CATEGORIES),
        ]
        category.initial = ""
        text: Any = self.fields["text"]
        text.who_sees = who
