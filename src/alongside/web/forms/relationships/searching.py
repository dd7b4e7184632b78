"""Forms for whoever looks after a search that found nobody."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

OWN_WORDS = 2000


class SuggestForm(forms.Form):
    """Up to three mentors, and a few words."""

    mentors = forms.MultipleChoiceField(
        error_messages={"required": _("Choose one to three mentors.")}, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=_("A few words to them"),
        required=False,
        max_length=OWN_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, choices: Iterable[tuple[str, str]], who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mentors: Any = self.fields["mentors"]
        mentors.choices = list(choices)
        words: Any = self.fields["words"]
        words.who_sees = who


class WriteForm(forms.Form):
    """A few words, and whether a talk would help."""

    words = forms.CharField(
        label=_("What would you like to say?"),
        max_length=OWN_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write a few words.")},
    )
    wants_talk = forms.BooleanField(
        label=_("I would like to talk with them about it"),
        help_text=_("They see your address, so that they can find a time with you."),
        required=False,
    )

    def __init__(self, who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words: Any = self.fields["words"]
        words.who_sees = who
