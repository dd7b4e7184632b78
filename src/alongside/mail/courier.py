"""The courier: takes one letter after another from the outbox to the mail server.

A letter is claimed, sent, then marked. Killed between sending and marking, the courier leaves a letter that
goes out twice with one Message-ID; killed anywhere else, it leaves one that goes out once. None is lost.
"""

import smtplib
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from alongside.core.failures import name_of
from alongside.mail.letters import mail_of
from alongside.models import Letter
from alongside.services.outbox import claim_letter, mark_sent, mark_unsent

MOST_IN_ONE_ROUND = 200


def deliver_due(clock: Callable[[], datetime]) -> int:
    """Send what is due, up to 200 letters over one connection; return how many the server took.

    Without a mail server in the settings nothing is claimed: letters wait, and the demo shows them.
    """
    if not settings.SENDS_MAIL:
        return 0
    connection, sent = get_connection(), 0
    try:
        for _ in range(MOST_IN_ONE_ROUND):
            letter = claim_letter(clock())
            if letter is None:
                break
            sent += deliver(letter, connection, clock)
    finally:
        connection.close()
    return sent


def deliver(letter: Letter, connection: BaseEmailBackend, clock: Callable[[], datetime]) -> bool:
    """Hand one claimed letter to the server and mark what came of it."""
    try:
        connection.open()
        connection.send_messages([mail_of(letter, connection)])
    except (OSError, smtplib.SMTPException, ValueError) as problem:
        abandon(connection)
        mark_unsent(letter, words_for(problem), clock(), for_good=is_final(problem))
        return False
    mark_sent(letter, clock())
    return True


def abandon(connection: BaseEmailBackend) -> None:
    """Leave a connection that may be broken, so that the next letter begins with a new one."""
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        return


def is_final(problem: Exception) -> bool:
    """Whether trying again cannot help: the server says for good that it does not know the address."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in problem.recipients.values())
    return isinstance(problem, ValueError)


def words_for(problem: Exception) -> str:
    """The kind of a problem and the server's code; its text may quote an address and is left out."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return "recipient refused " + " ".join(str(code) for code, _ in problem.recipients.values())
    code = getattr(problem, "smtp_code", "")
    return f"{name_of(type(problem))} {code}".strip()
