"""Messages between the two of a relationship. The letter says that there is one, never what it says."""

from datetime import datetime

from django.db import transaction

from alongside.core.verdicts import Refused
from alongside.models import Message, Person
from alongside.queries.relationships.two_sides import Relationship, other_side, owned_by
from alongside.services.post import queue_notice

LONGEST = 4000


@transaction.atomic
def send_message(relationship: Relationship, author: Person, text: str, at: datetime) -> Message | Refused:
    """Send a message to the other of the two; what they wrote before counts as read."""
    to = other_side(relationship, author)
    if to is None:
        return Refused("There is nobody to write to yet.")
    if not text.strip():
        return Refused("Write something first.")
    mark_messages_read(relationship, author, at)
    message = Message.objects.create(
        **owned_by(relationship), author=author, text=text.strip()[:LONGEST], sent_at=at
    )
    queue_notice("message", to, at=at)
    return message


@transaction.atomic
def mark_messages_read(relationship: Relationship, reader: Person, at: datetime) -> int:
    """Everything the other wrote is read now. How many there were."""
    unread = Message.objects.filter(**owned_by(relationship), read_at__isnull=True)
    return unread.exclude(author=reader).update(read_at=at)
