"""The journal of a client or mentee: their own, one entry at a time opened to the one who helps them."""

from datetime import datetime

from django.db import IntegrityError, transaction

from alongside.core.verdicts import Refused
from alongside.models import CoachingEngagement, JournalEntry, Person, Release
from alongside.queries.relationships.two_sides import Relationship, helped_side, helping_side, owned_by

ENTRY = "journal_entry"
NOTHING_WRITTEN = Refused("Write something first.")


@transaction.atomic
def write_entry(author: Person, text: str, at: datetime) -> JournalEntry | Refused:
    if not text.strip():
        return NOTHING_WRITTEN
    return JournalEntry.objects.create(author=author, text=text.strip(), created_at=at)


@transaction.atomic
def rewrite_entry(entry: JournalEntry, text: str) -> Refused | None:
    """Change the words; those it is open to read the new ones."""
    if not text.strip():
        return NOTHING_WRITTEN
    entry.text = text.strip()
    entry.save(update_fields=["text"])
    return None


@transaction.atomic
def remove_entry(entry: JournalEntry) -> None:
    """Take it away for good, and every opening of it."""
    Release.objects.filter(resource=ENTRY, item_id=entry.pk).delete()
    entry.delete()


@transaction.atomic
def release_entry(entry: JournalEntry, relationship: Relationship, at: datetime) -> Release | Refused:
    """Open this one entry to the coach or mentor of that relationship."""
    author = entry.author
    if helped_side(relationship).pk != author.pk or helping_side(relationship) is None:
        return Refused("An entry is opened to somebody who helps you.")
    to = "coach" if isinstance(relationship, CoachingEngagement) else "mentor"
    try:
        with transaction.atomic():
            release, _ = Release.objects.get_or_create(
                **owned_by(relationship),
                resource=ENTRY,
                item_id=entry.pk,
                to_relation=to,
                withdrawn_at=None,
                defaults={"released_by": author, "released_at": at},
            )
    except IntegrityError:
        return Refused(f"This entry is open to another {to} already. Take it back there first.")
    return release


@transaction.atomic
def take_back_entry(entry: JournalEntry, relationship: Relationship, at: datetime) -> None:
    """Close it again. What was read cannot be unread, and the page says so."""
    Release.objects.filter(
        **owned_by(relationship), resource=ENTRY, item_id=entry.pk, withdrawn_at__isnull=True
    ).update(withdrawn_at=at)
