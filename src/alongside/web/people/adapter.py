"""How the account library meets the house: its mail goes through the outbox, and it never tells who has an account."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from django.utils.crypto import get_random_string

from alongside.services.post import queue_letter


class HouseAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Letters about an account are rows of the outbox like all others."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        message = self.render_mail(template_prefix, email, {"email": email, **context})
        queue_letter(
            template_prefix.rsplit("/", 1)[-1],
            address=email,
            subject=str(message.subject),
            text=str(message.body),
            account_id=getattr(context.get("user"), "pk", None),
            at=timezone.now(),
        )

    def send_account_already_exists_mail(self, email: str) -> None:
        """Take as long as making a new account takes, so that the time of the answer tells nothing."""
        make_password(get_random_string(20))
        super().send_account_already_exists_mail(email)
