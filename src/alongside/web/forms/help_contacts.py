"""The form of one place for help, as an organisation names it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core.needs.help_contacts import COUNTRIES, EVERYWHERE
from alongside.models import HelpKind

KINDS = (
    (HelpKind.EMERGENCY, _("Emergency: somebody who comes at once")),
    (HelpKind.HELPLINE, _("Somebody to talk to: a helpline")),
    (HelpKind.EAP, _("Health: employee assistance, occupational health")),
    (HelpKind.HR, _("Human resources")),
    (HelpKind.SPEAK_UP, _("Speaking up: about wrongdoing or unfair treatment")),
)
FOR_WHOM = (
    ("", _("Everybody here")),
    *((code, name) for code, name in COUNTRIES.items() if code != EVERYWHERE),
)


class HelpContactForm(forms.Form):
    """What kind of help, what it is called, how it is reached, when, and for whom."""

    kind = forms.ChoiceField(label=_("What kind of help is it?"), choices=KINDS)
    name = forms.CharField(
        label=_("What is it called?"),
        max_length=120,
        error_messages={"required": _("Say what it is called, as people here know it.")},
    )
    reach = forms.CharField(
        label=_("How is it reached?"),
        help_text=_(
            "Such as “Call 0800 123 456” or “Text HELP to 85258”. Numbers can be tapped on a telephone."
        ),
        max_length=200,
        error_messages={"required": _("Write down how people reach it: a number, an address, a place.")},
    )
    hours = forms.CharField(
        label=_("When?"),
        help_text=_("Such as “day and night” or “weekdays, 8 to 6”."),
        max_length=120,
        required=False,
    )
    country = forms.ChoiceField(
        label=_("For whom?"),
        help_text=_("People in other countries are then not shown it."),
        choices=FOR_WHOM,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.who_sees = _("everybody in your organisation")  # type: ignore[attr-defined]  # read by the part that shows a field
