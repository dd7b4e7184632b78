"""What the two expect of each other: a light text in versions, to which both say yes. It reports to nobody."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from alongside.core.relationships.agreement import (
    LIMITS_OF_CONFIDENTIALITY,
    MentorshipTerms,
    content_hash,
    may_sign,
)
from alongside.core.relationships.mentoring import MentoringState as State
from alongside.core.verdicts import Refused
from alongside.models import Mentorship, MentorshipAgreement, MentorshipForm, MentorshipSignature, Person
from alongside.queries.relationships.mentoring_facts import sides
from alongside.services.post import queue_notice
from alongside.services.relationships.mentoring.moving import NOBODY_HERE, lock, move, side_of

AGREEING_STATES = (State.ACCEPTED, State.INITIATION, State.CULTIVATION)
CADENCE_DAYS = range(7, 366)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What one of the two wrote down: a sentence a line."""

    expectations: Sequence[str]
    boundaries: Sequence[str]
    cadence_days: int
    ending: str


@transaction.atomic
def draft_expectations(
    mentorship: Mentorship, by: Person, wishes: Wishes, at: datetime
) -> MentorshipAgreement | Refused:
    """Write a version. Nothing changed means no new version; a new one asks for both yeses again."""
    lock(mentorship)
    refused = _may_draft(mentorship, by, wishes)
    if refused is not None:
        return refused
    terms = _terms(mentorship, wishes)
    newest = mentorship.agreements.order_by("-version").first()
    if newest is not None and newest.content_hash == content_hash(terms):
        return newest
    agreement = MentorshipAgreement.objects.create(
        mentorship=mentorship,
        version=newest.version + 1 if newest else 1,
        terms=asdict(terms),
        content_hash=content_hash(terms),
        drafted_by=by,
        created_at=at,
    )
    other = mentorship.mentor if by.pk == mentorship.mentee_id else mentorship.mentee
    queue_notice("to_sign", other, at=at)
    return agreement


def _may_draft(mentorship: Mentorship, by: Person, wishes: Wishes) -> Refused | None:
    if side_of(mentorship, by) == NOBODY_HERE or mentorship.state not in AGREEING_STATES:
        return Refused("Expectations are written down while a mentorship is under way.")
    if mentorship.form == MentorshipForm.FLASH:
        return Refused("A single conversation needs no agreement.")
    if not any(line.strip() for line in wishes.expectations):
        return Refused("Write down at least one thing you expect of each other.")
    if wishes.cadence_days not in CADENCE_DAYS:
        return Refused("Being in touch is somewhere between once a week and once a year.")
    return None


def _terms(mentorship: Mentorship, wishes: Wishes) -> MentorshipTerms:
    return MentorshipTerms(
        mentee=mentorship.mentee.name,
        mentor=mentorship.mentor.name,
        expectations=_lines(wishes.expectations),
        boundaries=_lines(wishes.boundaries),
        cadence_days=wishes.cadence_days,
        limits=LIMITS_OF_CONFIDENTIALITY,
        ending=wishes.ending.strip() or MentorshipTerms("", "").ending,
    )


def _lines(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if line.strip())


@transaction.atomic
def say_yes(
    agreement: MentorshipAgreement, by: Person, shown_hash: str, at: datetime, *, limits_read: bool
) -> MentorshipSignature | Refused:
    """Say yes to the very text that was shown. With both, its interval counts, and with a direction they walk on."""
    mentorship = agreement.mentorship
    lock(mentorship)
    newest = mentorship.agreements.order_by("-version").first()
    current = newest.content_hash if newest else ""
    verdict = may_sign(
        side_of(mentorship, by), frozenset(sides(mentorship).values()), shown_hash, current, limits_read
    )
    if isinstance(verdict, Refused):
        return verdict
    signature, _ = MentorshipSignature.objects.get_or_create(
        agreement=newest,
        person=by,
        defaults={
            "capacity": side_of(mentorship, by),
            "signed_at": at,
            "content_hash": current,
            "limits_acknowledged": True,
        },
    )
    if newest and newest.signatures.count() == len(sides(mentorship)):
        mentorship.cadence_days = newest.terms["cadence_days"]
        mentorship.save(update_fields=["cadence_days"])
        if mentorship.direction and mentorship.state == State.INITIATION:
            move(mentorship, "deepen", by, at)  # a refusal says that something else is still to come first
    return signature
