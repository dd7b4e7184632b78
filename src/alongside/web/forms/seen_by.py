"""Every field says who can see it, in the words of the policy. One way to say so for all forms."""

from collections.abc import Mapping
from typing import Any

from django import forms

from alongside.core.confidentiality.conditions import NOTHING_KNOWN, Facts
from alongside.core.confidentiality.relations import Relation
from alongside.core.confidentiality.words import who_can_see


def say_who_sees(
    form: forms.BaseForm,
    resource: str,
    fields: Mapping[str, str | None],
    *,
    facts: Facts = NOTHING_KNOWN,
    viewer: Relation | None = None,
    present: frozenset[Relation] | None = None,
) -> None:
    """Set the sentence on each form field named; the value names the policy's field (None: the resource as a whole)."""
    for name, policy_field in fields.items():
        field: Any = form.fields[name]
        field.who_sees = who_can_see(resource, policy_field, facts, viewer=viewer, present=present)
