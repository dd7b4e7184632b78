"""A row of the outbox as the mail that goes out: plain text first, and the same words in the house's look."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string

from alongside.models import Letter

HEADERS = {
    "Auto-Submitted": "auto-generated",  # nobody's holiday notice answers it (RFC 3834)
    "X-Auto-Response-Suppress": "All",
}
BUTTON = re.compile(r"(?P<words>[^\n:]{1,80}): (?P<link>https?://\S+)")


@dataclass(frozen=True, slots=True)
class Button:
    words: str
    link: str


def mail_of(letter: Letter, connection: BaseEmailBackend) -> EmailMultiAlternatives:
    """The mail for a letter. Sent twice, it carries the same Message-ID, so that a mailbox can drop one."""
    mail = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[letter.address],
        headers={**HEADERS, "Message-ID": letter.message_id},
        connection=connection,
    )
    mail.attach_alternative(letter.html or html_of(letter), "text/html")
    return mail


def html_of(letter: Letter) -> str:
    """The letter's words in the house's look: no picture, no script, nothing fetched, nothing counted."""
    paragraphs = [part.strip() for part in letter.text.split("\n\n") if part.strip()]
    parts = [button_of(paragraph) or paragraph for paragraph in paragraphs]
    return render_to_string(
        "mail/letter.html",
        {"subject": letter.subject, "parts": [(isinstance(part, Button), part) for part in parts]},
    )


def button_of(paragraph: str) -> Button | None:
    """A paragraph that is nothing but "words: address" is shown as a button."""
    found = BUTTON.fullmatch(paragraph)
    return Button(found["words"], found["link"]) if found else None
