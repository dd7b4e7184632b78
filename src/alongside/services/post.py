"""Writing letters: a row in the outbox, in the same transaction as what it tells of. Sending is the courier's."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.urls import reverse

from alongside.core.notices import NOTICES
from alongside.models import Letter, Organisation, Person


def queue_notice(
    key: str,
    to: Person,
    *,
    at: datetime,
    page_args: Sequence[str | UUID] = (),
    once_key: str | None = None,
) -> Letter | None:
    """Put the notice of that key for that person in the outbox; None when `once_key` was used before."""
    notice = NOTICES[key]
    link = settings.BASE_URL + reverse(notice.page, args=page_args)
    return queue_letter(
        key,
        address=to.email,
        subject=notice.subject,
        text=f"{notice.text}\n\n{notice.button}: {link}\n",
        organisation=to.organisation,
        account_id=to.account_id,
        at=at,
        once_key=once_key,
    )


def queue_letter(
    key: str,
    *,
    address: str,
    subject: str,
    text: str,
    at: datetime,
    html: str = "",
    organisation: Organisation | None = None,
    account_id: int | None = None,
    once_key: str | None = None,
) -> Letter | None:
    """Put a letter in the outbox; None when one with that `once_key` is there already."""
    if once_key and Letter.objects.filter(once_key=once_key).exists():
        return None
    return Letter.objects.create(
        notice=key,
        address=address,
        subject=subject,
        text=text,
        html=html,
        organisation=organisation,
        account_id=account_id,
        once_key=once_key,
        message_id=f"<{uuid4()}@alongside>",
        created_at=at,
    )
