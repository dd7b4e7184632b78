"""Notes and actions. Shared ones belong to both; a private note belongs to the practitioner who wrote it."""

from datetime import date, datetime

from django.db import transaction

from alongside.core.verdicts import Refused
from alongside.models import ActionItem, Meeting, Person, PrivateNote, SharedNote
from alongside.queries.relationships.two_sides import (
    Relationship,
    helping_side,
    other_side,
    owned_by,
    why_not_write,
)

NOTHING_WRITTEN = Refused("Write something first.")


@transaction.atomic
def write_shared_note(
    relationship: Relationship, author: Person, text: str, at: datetime, meeting: Meeting | None = None
) -> SharedNote | Refused:
    """A note that both read."""
    if (refused := why_not_write(relationship)) is not None:
        return refused
    if not text.strip():
        return NOTHING_WRITTEN
    return SharedNote.objects.create(
        **owned_by(relationship), author=author, text=text.strip(), meeting=meeting, created_at=at
    )


@transaction.atomic
def write_private_note(
    relationship: Relationship, author: Person, text: str, at: datetime, meeting: Meeting | None = None
) -> PrivateNote | Refused:
    """The practitioner's own note. The one who is helped has a journal for the same purpose."""
    if author != helping_side(relationship):
        return Refused("Private notes are the practitioner’s. Your own place for thoughts is the journal.")
    if not text.strip():
        return NOTHING_WRITTEN
    return PrivateNote.objects.create(
        **owned_by(relationship), author=author, text=text.strip(), meeting=meeting, created_at=at
    )


@transaction.atomic
def rewrite_note(note: SharedNote | PrivateNote, by: Person, text: str) -> Refused | None:
    """Only the author changes a note; an empty text takes it away, whenever they like."""
    if note.author_id != by.pk:
        return Refused("Only the one who wrote a note can change it.")
    if not text.strip():
        note.delete()
        return None
    if isinstance(note, SharedNote) and (refused := why_not_write(note.relationship)) is not None:
        return refused
    note.text = text.strip()
    note.save(update_fields=["text"])
    return None


@transaction.atomic
def agree_action(
    relationship: Relationship,
    owner: Person,
    text: str,
    at: datetime,
    due_on: date | None = None,
    meeting: Meeting | None = None,
) -> ActionItem | Refused:
    """Something one of the two will do."""
    if (refused := why_not_write(relationship)) is not None:
        return refused
    if not text.strip():
        return NOTHING_WRITTEN
    if owner != helping_side(relationship) and other_side(relationship, owner) is None:
        return Refused("An action belongs to one of the two.")
    return ActionItem.objects.create(
        **owned_by(relationship),
        owner=owner,
        text=text.strip(),
        due_on=due_on,
        meeting=meeting,
        created_at=at,
    )


@transaction.atomic
def finish_action(action: ActionItem, at: datetime) -> Refused | None:
    """It is done; doing so again takes the mark away, since a mistake is easily made."""
    if (refused := why_not_write(action.relationship)) is not None:
        return refused
    action.done_at = None if action.done_at else at
    action.save(update_fields=["done_at"])
    return None
