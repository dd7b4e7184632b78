"""Forms about organisations: founding one, joining one, its settings and its offices."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.models import Office

# Countries by code; each name is what people there call it in English.
COUNTRIES = (
    *(("GB", _("United Kingdom")), ("IE", _("Ireland")), ("US", _("United States")), ("CA", _("Canada"))),
    *(("AU", _("Australia")), ("NZ", _("New Zealand")), ("ZA", _("South Africa")), ("IN", _("India"))),
    *(("NG", _("Nigeria")), ("KE", _("Kenya")), ("GH", _("Ghana")), ("SG", _("Singapore"))),
    *(("DE", _("Germany")), ("AT", _("Austria")), ("CH", _("Switzerland")), ("FR", _("France"))),
    *(("BE", _("Belgium")), ("NL", _("Netherlands")), ("DK", _("Denmark")), ("SE", _("Sweden"))),
    *(("NO", _("Norway")), ("FI", _("Finland")), ("PL", _("Poland")), ("CZ", _("Czechia"))),
    *(("ES", _("Spain")), ("PT", _("Portugal")), ("IT", _("Italy")), ("GR", _("Greece"))),
    *(("BR", _("Brazil")), ("MX", _("Mexico")), ("JP", _("Japan")), ("OT", _("Another country"))),
)


class FoundingForm(forms.Form):
    """The first organisation of an install, and what its founder is called."""

    name = forms.CharField(label=_("What is the organisation called?"), max_length=120)
    country = forms.ChoiceField(
        label=_("In which country is it?"),
        help_text=_("So that the right help lines are shown. It can be changed."),
        choices=COUNTRIES,
    )
    person_name = forms.CharField(label=_("What is your name?"), max_length=120)


class JoiningForm(forms.Form):
    """What somebody is called who joins an organisation."""

    person_name = forms.CharField(label=_("What is your name?"), max_length=120)


class OrganisationForm(forms.Form):
    """The settings of an organisation."""

    name = forms.CharField(label=_("Name"), max_length=120)
    country = forms.ChoiceField(label=_("Country"), choices=COUNTRIES)
    is_open_to_sign_up = forms.BooleanField(
        label=_("Anyone with an account may join by themselves"),
        help_text=_("Then everyone who signs in to this install is shown the organisation’s name."),
        required=False,
    )


class AppointmentForm(forms.Form):
    """Whom to give which office, where."""

    person = forms.ChoiceField(label=_("Who"))
    office = forms.ChoiceField(label=_("Office"), choices=Office.choices)
    programme = forms.ChoiceField(
        label=_("For which programme"),
        help_text=_("A programme manager manages one programme; a reviewer may be there for one or for all."),
        required=False,
    )

    def __init__(
        self,
        people: Iterable[tuple[UUID, str]],
        programmes: Iterable[tuple[UUID, str]],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            "person": [("", _now("Choose somebody")), *((str(pk), name) for pk, name in people)],
            "programme": [
                ("", _now("The whole organisation")),
                *((str(pk), name) for pk, name in programmes),
            ],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices
