"""Forms of the safety channel."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core.confidentiality.relations import Relation
from alongside.models import Person
from alongside.web.forms.seen_by import say_who_sees


class ConcernForm(forms.Form):
    """What worries somebody, and, if they wish, whom it is about."""

    text = forms.CharField(
        label=_("What worries you?"),
        help_text=_("In your own words. You need not be sure, and you need no proof."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Write down what worries you. A few words are enough.")},
    )
    about = forms.ModelChoiceField(
        label=_("Is it about one of these people?"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("No, or I would rather not say"),
        help_text=_("The person you name never gets to see this, whatever their office."),
    )

    def __init__(self, people: tuple[Person, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about = self.fields["about"]
        if isinstance(about, forms.ModelChoiceField):
            about.queryset = Person.objects.filter(pk__in=[person.pk for person in people]).order_by("name")
        say_who_sees(self, "safety_concern", {name: name for name in self.fields})


class AnswerForm(forms.Form):
    """What the author of a concern is told, and what the leads keep for themselves."""

    answer = forms.CharField(
        label=_("What the person who raised it is told"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    handling = forms.CharField(
        label=_("Note on how it is handled"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_who_sees(
            self, "safety_concern", {name: name for name in self.fields}, viewer=Relation.SAFEGUARDING_LEAD
        )
