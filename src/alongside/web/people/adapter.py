"""How the account library meets the house: its mail goes through the outbox, its sign-up asks the organisation."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.utils import timezone

from alongside.services.post import queue_letter


class HouseAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Letters about an account are rows of the outbox like all others."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        message = self.render_mail(template_prefix, email, context)
        queue_letter(
            template_prefix.rsplit("/", 1)[-1],
            address=email,
            subject=str(message.subject),
            text=str(message.body),
            at=timezone.now(),
        )
