"""Reasons people give for a no, a change or an end. They are optional, and the other side never reads them."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from alongside.models import Person, PrivateReason
from alongside.queries.relationships.two_sides import Relationship, owned_by

CATEGORIES = (
    ("no_time", "There is no time for it"),
    ("no_fit", "It is not the right fit"),
    ("other_help", "Other help is the right one"),
    ("done", "What it was for is done"),
    ("changed", "Things have changed"),
    ("uneasy", "Something did not feel right"),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason somebody may give for a no or an end. All of it may be empty."""

    category: str = ""
    text: str = ""
    not_together_again: bool = False


@transaction.atomic
def keep_reason(
    relationship: Relationship,
    author: Person,
    at: datetime,
    *,
    about: Person | None = None,
    category: str = "",
    text: str = "",
    not_together_again: bool = False,
) -> PrivateReason | None:
    """Keep a reason if one was given; None when nothing was said, which is a good answer too."""
    if not (category or text.strip() or not_together_again):
        return None
    return PrivateReason.objects.create(
        **owned_by(relationship),
        author=author,
        about=about,
        category=category,
        text=text.strip(),
        not_together_again=not_together_again,
        created_at=at,
    )
