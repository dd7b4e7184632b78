"""Forms around a run: what to try, and which pairs to look at."""

from typing import Any, Final

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

AIMS: Final = {
    "everyone_first": (
        _("Everyone first"),
        _("As many people as possible find somebody, and among those ways the best total fit."),
    ),
    "fairest": (
        _("Fairest"),
        _("As many as possible; then the pair that fits worst fits as well as it can; then the total."),
    ),
    "leximin": (
        _("Fairest all the way"),
        _("The same, and then the second worst, the third, and so on up to the best."),
    ),
    "their_choices": (
        _("Their choices"),
        _(
            "What people chose themselves: nobody is left with somebody while both would rather have each other."
        ),
    ),
}


class RunForm(forms.Form):
    """The aim of a run, and what it may try out. Left empty, it takes things as they are."""

    mode = forms.ChoiceField(
        label=_("What matters most"),
        choices=[(key, format_lazy("{}. {}", name, words)) for key, (name, words) in AIMS.items()],
        widget=forms.RadioSelect,
        required=False,
    )
    stays = forms.BooleanField(
        label=_("Leave the published pairs together where they can be"),
        help_text=_("Only as many others move as are needed to place more people."),
        required=False,
    )
    places = forms.IntegerField(
        label=_("Places each"),
        help_text=_("Try out another number of places for everybody. Nothing about the people changes."),
        min_value=1,
        max_value=100,
        required=False,
    )
    seed = forms.IntegerField(
        label=_("Lottery number"),
        help_text=_("Where several ways are equally good, a lottery decides. Another number draws anew."),
        min_value=0,
        max_value=2**31,
        required=False,
    )

    def __init__(self, *args: Any, has_published: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_published:
            del self.fields["stays"]
        self.fields["mode"].says_optional = False  # type: ignore[attr-defined]  # our own mark: one is always chosen


class PairsFilterForm(forms.Form):
    """Which pairs, in which order."""

    q = forms.CharField(label=_("Name"), required=False, max_length=100, widget=forms.TextInput)
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("By name")), ("fit", _("Least fitting first"))],
    )
