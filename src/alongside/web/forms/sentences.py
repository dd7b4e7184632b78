"""What a form says when something is missing or does not fit: a sentence that fits the field, for every form.

The form renderer of the settings gives every field of every form (also of the account library) the bound field
below. A field with words of its own (`error_messages`, or an error a form adds) keeps them; only the library's stock
sentences are exchanged, by the two tables here.
"""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList
from django.utils.translation import gettext_lazy as _

# The first row that fits the field or its control counts.
MISSING: Final[tuple[tuple[type, Any], ...]] = (
    (forms.BooleanField, _("Please tick this to go on.")),
    (forms.FileField, _("Please choose a file.")),
    (forms.MultipleChoiceField, _("Please choose at least one of these.")),
    (forms.ChoiceField, _("Please choose one of these.")),
    (forms.ModelChoiceField, _("Please choose one of these.")),
    (forms.DateField, _("Please say on which day.")),
    (forms.TimeField, _("Please say at what time.")),
    (forms.IntegerField, _("Please give a number.")),
    (forms.EmailField, _("Please give an email address.")),
    (forms.PasswordInput, _("Please type the password.")),
    (forms.Textarea, _("Please write a few words.")),
    (forms.Field, _("Please fill this in.")),
)

# By the code of an error: the library's stock sentences, and what is said instead of them.
OUTSIDE: Final[dict[str, tuple[tuple[Any, ...], Any]]] = {
    "max_value": ((MaxValueValidator.message,), _("At most %(limit)s, please.")),
    "min_value": ((MinValueValidator.message,), _("At least %(limit)s, please.")),
    "max_length": (
        (MaxLengthValidator.message,),
        _("This is too long: there is room for %(limit)s characters, and it has %(given)s."),
    ),
    "invalid_choice": (
        tuple(
            kind.default_error_messages["invalid_choice"]
            for kind in (forms.ChoiceField, forms.MultipleChoiceField, forms.ModelChoiceField)
        ),
        _("Please choose one of those that are offered."),
    ),
}


def say(error: ValidationError, field: forms.Field) -> ValidationError:
    """The error in the house's words where its own are the library's stock sentence; else as it is."""
    if error.code == "required":
        is_stock = error.message is forms.Field.default_error_messages["required"]
        return ValidationError(_missing(field), error.code) if is_stock else error
    stock, words = OUTSIDE.get(error.code or "", ((), ""))
    if not any(error.message is one for one in stock):
        return error
    numbers = error.params or {}
    given = {"limit": numbers.get("limit_value", ""), "given": numbers.get("show_value", "")}
    return ValidationError(words, error.code, given)


def _missing(field: forms.Field) -> Any:
    return next(words for kind, words in MISSING if isinstance(field, kind) or isinstance(field.widget, kind))


class PlainBoundField(forms.BoundField):
    """A field on a page, whose errors are said in the house's words."""

    @property
    def errors(self) -> ErrorList:
        """What is wrong with it, each a sentence; empty when nothing is."""
        found = super().errors
        plain = found.copy()
        plain.data = [say(error, self.field) for error in found.as_data()] if found else []
        return plain


class HouseFormRenderer(TemplatesSetting):
    """Forms draw their controls from the project's templates and say errors in the house's words."""

    bound_field_class = PlainBoundField
