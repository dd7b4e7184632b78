"""The agreement as a form: what the two may change of its text."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core.confidentiality.words import what_passes
from alongside.core.relationships.agreement import INFORMATION_FLOW, CoachingTerms
from alongside.web.forms.relationships.when import WhenForm

LONG = {"rows": 3}
PLAIN = (
    *("sessions", "minutes", "interval_days_from", "interval_days_to", "end_by_month"),
    *("format", "who_pays", "fee", "cancellation_hours", "cancellation", "records", "ending"),
)


class TermsForm(forms.Form):
    """The terms. What the product says about coaching and its limits is not for changing."""

    outcomes = forms.CharField(
        label=gettext_lazy("What it is for"),
        help_text=gettext_lazy(
            "One outcome a line, in the client’s words. With a sponsor you find them together."
        ),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs=LONG),
    )
    sessions = forms.IntegerField(label=gettext_lazy("Number of sessions"), min_value=1, max_value=24)
    minutes = forms.IntegerField(label=gettext_lazy("Minutes each"), min_value=15, max_value=240)
    interval_days_from = forms.IntegerField(
        label=gettext_lazy("Days between two sessions, at least"), min_value=1, max_value=120
    )
    interval_days_to = forms.IntegerField(
        label=gettext_lazy("Days between two sessions, at most"), min_value=1, max_value=120
    )
    end_by_month = forms.IntegerField(
        label=gettext_lazy("It ends within so many months"), min_value=1, max_value=24
    )
    format = forms.CharField(
        label=gettext_lazy("How you meet"), max_length=400, widget=forms.Textarea(attrs=LONG)
    )
    who_pays = forms.CharField(label=gettext_lazy("Who pays"), max_length=300)
    fee = forms.CharField(label=gettext_lazy("How much"), max_length=300, required=False)
    information_flow = forms.MultipleChoiceField(
        label=gettext_lazy("What passes to others"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Nothing else does. Take away as many as you like."),
    )
    cancellation_hours = forms.IntegerField(
        label=gettext_lazy("Hours ahead to move a session"), min_value=0, max_value=168
    )
    cancellation = forms.CharField(
        label=gettext_lazy("Moving and cancelling"), max_length=600, widget=forms.Textarea(attrs=LONG)
    )
    records = forms.CharField(
        label=gettext_lazy("Notes and records"), max_length=1000, widget=forms.Textarea(attrs=LONG)
    )
    ending = forms.CharField(
        label=gettext_lazy("How it can end"), max_length=1000, widget=forms.Textarea(attrs=LONG)
    )

    def __init__(self, terms: CoachingTerms, clauses: tuple[str, ...], *args: Any, **kwargs: Any) -> None:
        initial = {name: getattr(terms, name) for name in PLAIN}
        initial |= {"outcomes": "\n".join(terms.outcomes), "information_flow": list(terms.information_flow)}
        super().__init__(*args, **{**kwargs, "initial": initial})
        self.terms = terms
        flow: Any = self.fields["information_flow"]
        flow.choices = [(key, _(INFORMATION_FLOW[key])) for key in clauses]
        if not clauses:
            del self.fields["information_flow"]

    def new_terms(self) -> CoachingTerms:
        """The terms as they were typed."""
        data = self.cleaned_data
        outcomes = tuple(line.strip() for line in data["outcomes"].splitlines() if line.strip())
        flow = tuple(data.get("information_flow", ()))
        return replace(
            self.terms, outcomes=outcomes, information_flow=flow, **{name: data[name] for name in PLAIN}
        )


def clauses_for(has_sponsor: bool, has_line_manager: bool, self_referred: bool) -> tuple[str, ...]:
    """The clauses that can mean something here: nobody is named who is not there."""
    to_manager = has_line_manager and not self_referred
    return tuple(
        key for key in INFORMATION_FLOW if (to_manager if key.startswith("line_manager_") else has_sponsor)
    )


def passes_in_words(clause: str) -> tuple[str, ...]:
    """What a clause opens, for the page that explains it."""
    return what_passes(clause)


class SignForm(forms.Form):
    """Sign the version that is on the page."""

    shown_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)
    limits_read = forms.BooleanField(
        label=gettext_lazy("I have read where confidentiality ends."),
        error_messages={"required": gettext_lazy("Please read where confidentiality ends, and say so.")},
    )


class ThreeWayForm(WhenForm):
    """When the three met."""


class ExtendForm(forms.Form):
    """How many sessions more."""

    more_sessions = forms.IntegerField(
        label=gettext_lazy("How many more sessions"), min_value=1, max_value=12, initial=2
    )
