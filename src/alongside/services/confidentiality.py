"""The safety channel: raise a concern, take it on, answer, resolve. It never rides on programme pages or mails."""

from datetime import datetime

from django.db import transaction

from alongside.core.confidentiality.concerns import ConcernFacts, may_raise, may_resolve
from alongside.core.verdicts import Refused
from alongside.models import Person, SafetyConcern
from alongside.queries.confidentiality import leads_for
from alongside.services.post import queue_notice


@transaction.atomic
def raise_concern(
    author: Person, text: str, at: datetime, about: Person | None = None
) -> SafetyConcern | Refused:
    """Put the concern before the safeguarding leads; the one it is about is never among them."""
    leads = leads_for(author.organisation, about)
    verdict = may_raise(text, len(leads))
    if isinstance(verdict, Refused):
        return verdict
    concern = SafetyConcern.objects.create(
        organisation=author.organisation, author=author, about=about, text=text.strip(), created_at=at
    )
    for lead in leads:
        # The plainest letter there is: not even its kind says that a concern was raised.
        queue_notice("message", lead, at=at)
    return concern


@transaction.atomic
def take_concern(concern: SafetyConcern, lead: Person, at: datetime) -> None:
    """A lead takes it on; its author sees that somebody has."""
    if concern.taken_at is None:
        concern.taken_by, concern.taken_at = lead, at
        concern.save(update_fields=["taken_by", "taken_at"])


@transaction.atomic
def answer_concern(concern: SafetyConcern, answer: str, handling: str) -> None:
    """What its author is told, and what the leads note for themselves."""
    concern.answer, concern.handling = answer.strip(), handling.strip()
    concern.save(update_fields=["answer", "handling"])


@transaction.atomic
def resolve_concern(concern: SafetyConcern, at: datetime) -> Refused | None:
    """It is dealt with; from now on its time of keeping runs."""
    facts = ConcernFacts(1, concern.taken_at, concern.resolved_at)
    verdict = may_resolve(facts)
    if isinstance(verdict, Refused):
        return verdict
    concern.resolved_at = at
    concern.save(update_fields=["resolved_at"])
    return None
