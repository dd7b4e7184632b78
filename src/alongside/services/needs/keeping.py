"""A need is kept only when its owner says so, and forgotten when they say so."""

import secrets
from dataclasses import asdict
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction

from alongside.core.needs.deciding import KEPT_UNCLAIMED_DAYS, as_kept
from alongside.core.needs.questions import Answers
from alongside.core.needs.triage import Recommendation
from alongside.models import Need, Person


def hash_of(token: str) -> str:
    """What is kept of a claim; the token itself stays with the browser."""
    return sha256(token.encode()).hexdigest()


@transaction.atomic
def keep_need(
    person: Person, statement: str, answers: Answers, recommendation: Recommendation, at: datetime
) -> Need:
    """Keep what was said, and the recommendation as it was made."""
    return Need.objects.create(person=person, **_columns(statement, answers, recommendation, at))


@transaction.atomic
def keep_unclaimed(
    statement: str, answers: Answers, recommendation: Recommendation, at: datetime
) -> tuple[Need, str]:
    """Keep it for somebody who has not signed in yet; the token returned lets them claim it."""
    token = secrets.token_urlsafe(32)
    need = Need.objects.create(claim_hash=hash_of(token), **_columns(statement, answers, recommendation, at))
    return need, token


@transaction.atomic
def claim_need(token: str, person: Person) -> Need | None:
    """Give a kept need to its owner; None when there is none to claim any more."""
    need = Need.objects.select_for_update().filter(claim_hash=hash_of(token), person__isnull=True).first()
    if need is None:
        return None
    need.person, need.claim_hash = person, ""
    need.save(update_fields=["person", "claim_hash"])
    return need


@transaction.atomic
def forget_need(need: Need) -> None:
    """Take a need away with all that was said in it. What grew out of it stays, without it."""
    need.delete()


@transaction.atomic
def purge_unclaimed(now: datetime) -> int:
    """Take away needs that nobody claimed in time; how many there were."""
    limit = now - timedelta(days=KEPT_UNCLAIMED_DAYS)
    rows = Need.objects.filter(person__isnull=True, created_at__lt=limit)
    count = rows.count()
    rows.delete()
    return count


def _columns(
    statement: str, answers: Answers, recommendation: Recommendation, at: datetime
) -> dict[str, object]:
    return {
        "statement": statement.strip(),
        "answers": {key: value for key, value in asdict(answers).items() if value},
        "rules_version": recommendation.rules_version,
        "route": recommendation.route.value,
        "runner_up": recommendation.runner_up.value if recommendation.runner_up else "",
        "recommendation": as_kept(recommendation),
        "created_at": at,
    }
