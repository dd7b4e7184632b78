"""Forms around a run: what to try, and which pairs to look at."""

from django import forms
from django.utils.translation import gettext_lazy as _


class RunForm(forms.Form):
    """What a run may try out. Left empty, it takes things as they are."""

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


class PairsFilterForm(forms.Form):
    """Which pairs, in which order."""

    q = forms.CharField(label=_("Name"), required=False, max_length=100, widget=forms.TextInput)
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("By name")), ("fit", _("Least fitting first"))],
    )
