"""One of the short questionnaires as a form. Every question may be skipped."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from alongside.core.outcomes.instrument import Instrument, Item, ItemKind


class QuestionnaireForm(forms.Form):
    """Fields made from the instrument; `answers()` has only what was answered."""

    def __init__(self, instrument: Instrument, who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instrument = instrument
        for item in instrument.items:
            field: Any = _field(instrument, item)
            field.required = False
            self.fields[item.key] = field
        last: Any = self.fields[instrument.items[-1].key]
        last.who_sees = who

    def scales(self) -> list[forms.BoundField]:
        """The questions answered on the scale, in order."""
        return [self[item.key] for item in self.instrument.scale_items]

    def others(self) -> list[forms.BoundField]:
        """The remaining questions."""
        scales = {item.key for item in self.instrument.scale_items}
        return [self[name] for name in self.fields if name not in scales and self._is_mine(name)]

    def _is_mine(self, name: str) -> bool:
        return any(item.key == name for item in self.instrument.items)

    def answers(self) -> dict[str, int | str]:
        """What was answered, by key."""
        given = {item.key: self.cleaned_data.get(item.key) for item in self.instrument.items}
        scales = {item.key for item in self.instrument.scale_items}
        return {
            key: int(answer) if key in scales else str(answer)
            for key, answer in given.items()
            if answer not in (None, "")
        }


def _field(instrument: Instrument, item: Item) -> forms.Field:
    if item.kind == ItemKind.TEXT:
        return forms.CharField(label=_(item.words), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    if item.kind == ItemKind.CHOICE:
        choices: Any = [(key, _(words)) for key, words in item.choices]
        return forms.ChoiceField(label=_(item.words), choices=choices, widget=forms.RadioSelect)
    return scale_field(_(item.words), instrument.low, instrument.high)


def scale_field(label: Any, low: int, high: int, required: bool = False) -> forms.ChoiceField:
    """A row of numbers to choose one from."""
    choices = [(str(number), str(number)) for number in range(low, high + 1)]
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, required=required)
