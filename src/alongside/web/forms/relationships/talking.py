"""Messages, notes and actions: forms of both rooms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.web.forms.relationships.when import DateInput


class WordsForm(forms.Form):
    """One text of some length. `who` says who can see it, `label` what it is."""

    text = forms.CharField(max_length=8000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, label: str, who: str, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["text"]
        field.label, field.help_text, field.who_sees = label, help_text, who


class ActionForm(forms.Form):
    """Something one of the two will do, by a day."""

    text = forms.CharField(label=_("What will be done"), max_length=300)
    mine = forms.ChoiceField(label=_("By whom"), widget=forms.RadioSelect)
    due_on = forms.DateField(label=_("By when"), required=False, widget=DateInput())

    def __init__(self, me: str, other: str, who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine: Any = self.fields["mine"]
        mine.choices = [("yes", me), ("no", other)]
        mine.initial = "yes"
        text: Any = self.fields["text"]
        text.who_sees = who
