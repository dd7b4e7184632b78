"""Forms of mentoring: asking, answering, a conversation, what one expects, looking back, ending."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core.relationships.agreement import MentorshipTerms
from alongside.models import MentorshipForm
from alongside.services.relationships.meetings import TopicWords
from alongside.services.relationships.mentoring.agreeing import Wishes
from alongside.web.forms.relationships.when import WhenForm

FORMS = (
    (MentorshipForm.ONE_TO_ONE, gettext_lazy("A mentorship. It may last for years, and either can end it.")),
    (MentorshipForm.FLASH, gettext_lazy("One conversation. Nothing more is owed.")),
    (
        MentorshipForm.REVERSE,
        gettext_lazy("Reverse mentoring. I am further along, and would like to learn from them."),
    ),
    (MentorshipForm.PEER, gettext_lazy("Between peers. We are about as far along as each other.")),
)
Choices = list[tuple[str, str]]
LIMITS_LABEL = gettext_lazy("I have read where confidentiality ends.")
LIMITS_MISSING = gettext_lazy("Please read where confidentiality ends, and say so.")


def limits_field() -> forms.BooleanField:
    return forms.BooleanField(label=LIMITS_LABEL, error_messages={"required": LIMITS_MISSING})


class AskForm(forms.Form):
    """The message to the mentor, what is asked for, and the limits read."""

    text = forms.CharField(
        label=gettext_lazy("Your message"),
        help_text=gettext_lazy("What are you working on, and why them? A few honest sentences are enough."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": gettext_lazy("Write a few words to the person you ask.")},
    )
    form = forms.ChoiceField(
        label=gettext_lazy("What do you ask for?"),
        choices=FORMS,
        initial=MentorshipForm.ONE_TO_ONE,
        widget=forms.RadioSelect,
    )
    limits_read = limits_field()

    def __init__(self, who: str, *args: Any, only_one_talk: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text: Any = self.fields["text"]
        text.who_sees = who
        if only_one_talk:
            form: Any = self.fields["form"]
            form.choices = [choice for choice in FORMS if choice[0] == MentorshipForm.FLASH]
            form.initial = MentorshipForm.FLASH


PLACES_ON_LIST = ("first", "second", "third")


class RankForm(forms.Form):
    """Up to three mentors in order, the words each of them reads, and whether the next is asked without asking."""

    first = forms.ChoiceField(label=gettext_lazy("First"))
    second = forms.ChoiceField(label=gettext_lazy("Second"), required=False)
    third = forms.ChoiceField(label=gettext_lazy("Third"), required=False)
    text = forms.CharField(
        label=gettext_lazy("Your message"),
        help_text=gettext_lazy(
            "Each reads these words when it is their turn, and does not learn who else is on your list. "
            "So write what you are working on, and name nobody."
        ),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": gettext_lazy("Write a few words to the people you ask.")},
    )
    asks_on = forms.BooleanField(
        label=gettext_lazy("After a no, or no answer in time, ask the next one for me with the same words"),
        help_text=gettext_lazy("Without this you are told, and you ask the next one yourself."),
        required=False,
    )
    limits_read = limits_field()

    def __init__(self, suggested: Choices, others: Choices, who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text: Any = self.fields["text"]
        text.who_sees = who
        groups = [(_("Suggested for you"), suggested), (_("All others"), others)]
        for name in PLACES_ON_LIST:
            field: Any = self.fields[name]
            empty = _("Choose somebody") if name == PLACES_ON_LIST[0] else _("Nobody")
            field.choices = [("", empty), *(group for group in groups if group[1])]

    def chosen(self) -> list[str]:
        """The ids in order; a gap is closed up."""
        return [pk for name in PLACES_ON_LIST if (pk := self.cleaned_data[name])]


class LimitsForm(forms.Form):
    """Only that the limits were read."""

    limits_read = limits_field()


class ConversationForm(WhenForm):
    """When, how long, what about and where. Only a time is needed."""

    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes"), min_value=5, max_value=480, initial=45, required=True
    )
    topic = forms.CharField(
        label=gettext_lazy("What would you like to talk about?"), max_length=300, required=False
    )
    agenda = forms.CharField(
        label=gettext_lazy("Questions I bring"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    place = forms.CharField(label=gettext_lazy("Place"), max_length=200, required=False)
    link = forms.URLField(label=gettext_lazy("Link"), max_length=400, required=False, assume_scheme="https")

    def __init__(self, who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("topic", "agenda"):
            field: Any = self.fields[name]
            field.who_sees = who

    def words(self) -> TopicWords:
        data = self.cleaned_data
        return TopicWords(data["topic"], data["agenda"], data["place"], data["link"])


class ExpectationsForm(forms.Form):
    """The light agreement as text: a sentence a line."""

    expectations = forms.CharField(
        label=gettext_lazy("What we expect of each other"),
        help_text=gettext_lazy("One sentence a line."),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    boundaries = forms.CharField(
        label=gettext_lazy("What is not for here"),
        help_text=gettext_lazy("One sentence a line."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    cadence_days = forms.IntegerField(
        label=gettext_lazy("About how many days between two contacts feels right?"),
        help_text=gettext_lazy("A wish, not a duty. 42 days is six weeks."),
        min_value=7,
        max_value=365,
    )
    ending = forms.CharField(
        label=gettext_lazy("How either of us can end it"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, terms: MentorshipTerms, who: str, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "expectations": "\n".join(terms.expectations),
            "boundaries": "\n".join(terms.boundaries),
            "cadence_days": terms.cadence_days,
            "ending": terms.ending,
        }
        super().__init__(*args, **kwargs)
        first: Any = self.fields["expectations"]
        first.who_sees = who

    def wishes(self) -> Wishes:
        data = self.cleaned_data
        return Wishes(
            data["expectations"].splitlines(),
            data["boundaries"].splitlines(),
            data["cadence_days"],
            data["ending"],
        )


class YesForm(forms.Form):
    """Yes to the very version that is on the page."""

    shown_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)
    limits_read = limits_field()


CHECK_WISHES = (
    ("carry_on", gettext_lazy("Yes, let us carry on")),
    ("change", gettext_lazy("Yes, but something should change")),
    ("end", gettext_lazy("No, and that is nobody’s fault")),
)
LOOK_WISHES = (
    ("carry_on", gettext_lazy("Carry on")),
    ("change", gettext_lazy("Change something")),
    ("end", gettext_lazy("Come to an end")),
)


class LookBackForm(forms.Form):
    """How it is going, for oneself; shared with the other if one likes."""

    wish = forms.ChoiceField(label=gettext_lazy("What would you like?"), widget=forms.RadioSelect)
    text = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))
    is_shared = forms.BooleanField(required=False)

    def __init__(self, kind: str, other: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wish: Any = self.fields["wish"]
        text: Any = self.fields["text"]
        is_check = kind == "check"
        wish.label = _("Is this the right pairing?") if is_check else _("What would you like?")
        wish.choices = CHECK_WISHES if is_check else LOOK_WISHES
        text.label = _("In your own words") if is_check else _("What was it good for, and what comes next?")
        text.who_sees = _("only you, unless you tick the box below")
        self.fields["is_shared"].label = _("Let %(name)s read what I wrote") % {"name": other}


class ThanksForm(forms.Form):
    """A thank-you, in one's own words, if one has some."""

    text = forms.CharField(
        label=gettext_lazy("A thank-you, if you like"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, who: str, *args: Any, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text: Any = self.fields["text"]
        text.who_sees = who
        if label:
            text.label = label


class QuietForm(forms.Form):
    """For how long no contact is expected."""

    days = forms.TypedChoiceField(
        label=gettext_lazy("For how long?"),
        coerce=int,
        choices=[
            (14, gettext_lazy("Two weeks")),
            (28, gettext_lazy("Four weeks")),
            (56, gettext_lazy("Eight weeks")),
            (90, gettext_lazy("Three months")),
            (180, gettext_lazy("Half a year")),
        ],
        widget=forms.RadioSelect,
    )
