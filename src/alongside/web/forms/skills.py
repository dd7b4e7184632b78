"""Forms of the catalogue of skills."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from alongside.core.imports import Table
from alongside.core.skills import LONGEST
from alongside.imports import MOST_BYTES

SALT = "a catalogue of skills"


class SkillForm(forms.Form):
    """One skill."""

    name = forms.CharField(
        label=_("What it is called"),
        max_length=LONGEST["name"],
        help_text=_("In the words people here use."),
        error_messages={"required": _("Give it a name.")},
    )
    category = forms.CharField(
        label=_("Where it belongs"),
        max_length=LONGEST["category"],
        required=False,
    )
    description = forms.CharField(
        label=_("What one would see"),
        max_length=LONGEST["description"],
        required=False,
        help_text=_("One sentence: what somebody does who has it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, categories: tuple[str, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if categories:
            self.fields["category"].help_text = _("In use so far: %(categories)s.") % {
                "categories": ", ".join(categories)
            }


class SkillsFileForm(forms.Form):
    """A catalogue in a file."""

    file = forms.FileField(
        label=_("The catalogue"),
        help_text=_(
            "A CSV or XLSX file with a column “name”, and if you like “key”, “category” and “description”; "
            "or the skills of ESCO as they are published."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.txt,.tsv,text/csv"}),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file.")},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("This file is larger than 10 MB. Please split it."))
        return file


class TakeInForm(forms.Form):
    """The same catalogue after the dry run: it travels in the page, signed, so that nothing is kept before a yes."""

    table = forms.CharField(widget=forms.HiddenInput)
    replaces = forms.BooleanField(
        label=_("Retire the skills that are not in this file"),
        required=False,
        help_text=_("They stay where they are in use, and can be brought back."),
    )

    def clean_table(self) -> Table:
        try:
            header, rows = signing.loads(self.cleaned_data["table"], salt=SALT, max_age=86400)
        except signing.BadSignature as broken:
            raise forms.ValidationError(_("Please choose the file again.")) from broken
        return Table.from_plain(header, rows)


def sealed(table: Table) -> str:
    """The table as text that only this install can have written."""
    return signing.dumps(table.to_plain(), salt=SALT, compress=True)
