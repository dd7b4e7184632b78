"""The form of what somebody says afterwards: everything in it may be left out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core.needs.deciding import CHOOSABLE
from alongside.core.needs.following_up import ANSWERS, LONGEST_WORDS, Answer
from alongside.web.forms.seen_by import say_who_sees


class FollowUpForm(forms.Form):
    """Was this the right kind of help?"""

    answer = forms.ChoiceField(
        label=_("Was this the right kind of help?"),
        choices=[(key, _(words)) for key, words in ANSWERS.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    would_have_been = forms.ChoiceField(
        label=_("If not quite: what would have been?"),
        choices=[(route.value, route.title) for route in CHOOSABLE],
        required=False,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("Only if you like. It stays yours."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_who_sees(self, "need_follow_up", {"words": "words"})

    def given(self) -> Answer:
        """What was filled in."""
        return Answer(**self.cleaned_data)
