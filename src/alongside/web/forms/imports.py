"""Forms of imports: a file for a part, and what each of its columns becomes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core.imports import LEAVE_OUT, OWN, fields_for, own_name
from alongside.imports import MOST_BYTES
from alongside.models import PRACTITIONER_PARTS, Part

PLURALS: Final = {
    Part.CLIENT: _("Clients"),
    Part.MENTEE: _("Mentees"),
    Part.COACH: _("Coaches"),
    Part.MENTOR: _("Mentors"),
}
KEEP: Final = "own"


class UploadForm(forms.Form):
    """Who is in the table, and the table."""

    part = forms.ChoiceField(label=_("Who is in the table?"), widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("The table"),
        help_text=_(
            "A CSV or XLSX file with one line per person and headings in the first line. "
            "At most 10 MB and 20,000 lines."
        ),
        widget=forms.FileInput(
            attrs={"accept": ".csv,.xlsx,.txt,.tsv,text/csv"},
        ),
        allow_empty_file=True,
    )

    def __init__(self, parts: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        part = self.fields["part"]
        if isinstance(part, forms.ChoiceField):
            part.choices = [(value, PLURALS[Part(value)]) for value in parts]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("This file is larger than 10 MB. Please split it."))
        return file


class ColumnsForm(forms.Form):
    """One choice per column: a field of ours, a column of the programme's own with a name, or nothing."""

    def __init__(
        self,
        header: Sequence[str],
        part: str,
        mapping: Mapping[str, str],
        usual_places: int,
        data: Any = None,
    ) -> None:
        super().__init__(data)
        self.header = header
        choices = _choices(part)
        for at, heading in enumerate(header):
            target = mapping.get(heading, LEAVE_OUT)
            is_own = target.startswith(OWN)
            self.fields[f"target_{at}"] = forms.ChoiceField(
                label=_now("What “%(column)s” becomes") % {"column": heading},
                choices=choices,
                required=False,
                initial=KEEP if is_own else target,
            )
            self.fields[f"name_{at}"] = forms.CharField(
                label=_now("Name of the column kept from “%(column)s”") % {"column": heading},
                required=False,
                max_length=60,
                initial=target.removeprefix(OWN) if is_own else own_name(heading),
            )
        if part in PRACTITIONER_PARTS:
            self.fields["usual_places"] = forms.IntegerField(
                label=_("Places, where the file says nothing"),
                min_value=0,
                max_value=12,
                initial=usual_places,
            )

    def rows(self) -> list[tuple[Any, Any]]:
        """Choice and name, column by column."""
        return [(self[f"target_{at}"], self[f"name_{at}"]) for at in range(len(self.header))]

    def mapping(self) -> dict[str, str]:
        """What was chosen, as the core takes it."""
        return {heading: self._target(at, heading) for at, heading in enumerate(self.header)}

    def _target(self, at: int, heading: str) -> str:
        target = str(self.cleaned_data[f"target_{at}"])
        name = " ".join(str(self.cleaned_data[f"name_{at}"]).split())
        return OWN + (name or own_name(heading)) if target == KEEP else target


def _choices(part: str) -> list[Any]:
    """The choices in groups, as a person would look for them."""
    fields = fields_for(part)
    answers = [field for field in fields if field.sort == "answer"]
    plain = [field for field in fields if field.sort != "answer"]
    found: list[Any] = [
        (LEAVE_OUT, _now("Leave out")),
        (KEEP, _now("Keep as a column of this programme")),
        (_now("A field of ours"), [(field.key, _now(field.label)) for field in plain]),
    ]
    if answers:
        found.append((_now("An answer to a question"), [(field.key, _now(field.label)) for field in answers]))
    return found
