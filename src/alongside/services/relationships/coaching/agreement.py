"""The agreement: drafted with the programme's defaults, changed together, signed as one exact text by everyone."""

from dataclasses import asdict, replace
from datetime import datetime

from django.db import transaction

from alongside.core.relationships.agreement import (
    CoachingTerms,
    content_hash,
    draft_coaching_terms,
    may_carry,
    may_sign,
)
from alongside.core.relationships.lifecycle import Moved
from alongside.core.verdicts import Refused, Verdict, allow_if, first_refusal
from alongside.models import CoachingAgreement, CoachingEngagement, CoachingSignature, Person
from alongside.queries.relationships.coaching.facts import coaching_rules, load_coaching_facts
from alongside.queries.relationships.coaching.terms import current_version, parties_of, terms_of
from alongside.services.post import queue_notice
from alongside.services.relationships.coaching.moving import capacity_of, lock, move

MAY_CHANGE_IN = ("agreement", "agreed", "baseline", "active", "mid_review", "extended")
MAY_CHANGE_NUMBER_IN = ("agreement", "extended")
CONCLUDES = {"agreement": "conclude_agreement", "extended": "conclude_extension"}
THE_TWO = ("client", "coach")
NO_DRAFT = Refused("There is no agreement to sign yet.")


@transaction.atomic
def draft_agreement(engagement: CoachingEngagement, by: Person, at: datetime) -> CoachingAgreement:
    """A first draft for these parties, with the settings of the programme and the engagement."""
    terms = replace(
        draft_coaching_terms(parties_of(engagement, at), rules=coaching_rules(engagement.programme)),
        sessions=engagement.sessions_total,
        minutes=engagement.session_minutes,
    )
    return _write_version(engagement, terms, by, at)


@transaction.atomic
def change_terms(
    engagement: CoachingEngagement, terms: CoachingTerms, by: Person, at: datetime
) -> CoachingAgreement | Refused:
    """Put a changed text before everyone: a new version, which everyone signs anew.

    A version that nobody has signed yet is rewritten in place. The same text again changes nothing.
    """
    lock(engagement)
    latest = current_version(engagement)
    if latest is None:
        return NO_DRAFT
    terms = replace(terms, parties=parties_of(engagement, at))
    verdict = _may_change(engagement, terms, latest, by)
    if isinstance(verdict, Refused):
        return verdict
    if content_hash(terms) == latest.content_hash:
        return latest
    if latest.signatures.exists():
        latest = _write_version(engagement, terms, by, at)
    else:
        _fill(latest, terms, by)
        latest.save()
    _ask_to_sign(engagement, by, at, latest)
    return latest


def _may_change(
    engagement: CoachingEngagement, terms: CoachingTerms, latest: CoachingAgreement, by: Person
) -> Verdict:
    same_number = terms.sessions == terms_of(latest).sessions
    return first_refusal(
        (
            allow_if(
                capacity_of(engagement, by) in THE_TWO, "Client and coach write the agreement together."
            ),
            allow_if(engagement.state in MAY_CHANGE_IN, "The agreement cannot be changed now."),
            allow_if(
                same_number or engagement.state in MAY_CHANGE_NUMBER_IN,
                "More sessions are agreed in the final review, as an extension.",
            ),
            may_carry(terms, engagement.is_self_referred),
        )
    )


def _write_version(
    engagement: CoachingEngagement, terms: CoachingTerms, by: Person, at: datetime
) -> CoachingAgreement:
    latest = engagement.agreements.first()
    agreement = CoachingAgreement(
        engagement=engagement, version=latest.version + 1 if latest else 1, created_at=at
    )
    _fill(agreement, terms, by)
    agreement.save()
    return agreement


def _fill(agreement: CoachingAgreement, terms: CoachingTerms, by: Person) -> None:
    agreement.terms = asdict(terms)
    agreement.clauses = list(terms.information_flow)
    agreement.content_hash = content_hash(terms)
    agreement.drafted_by = by


def _ask_to_sign(
    engagement: CoachingEngagement, by: Person, at: datetime, agreement: CoachingAgreement
) -> None:
    for person in (engagement.client, engagement.coach, engagement.sponsor):
        if person is not None and person.pk != by.pk:
            queue_notice("to_sign", person, at=at, once_key=f"sign:{agreement.content_hash}:{person.pk}")


@transaction.atomic
def sign_agreement(
    engagement: CoachingEngagement, by: Person, shown_hash: str, limits_read: bool, at: datetime
) -> CoachingSignature | Refused:
    """Sign the very text that was shown. The last signature concludes it, if nothing else stands in the way."""
    lock(engagement)
    latest = current_version(engagement)
    if latest is None:
        return NO_DRAFT
    capacity = capacity_of(engagement, by)
    signers = load_coaching_facts(engagement, at).signers
    verdict = may_sign(capacity, signers, shown_hash, latest.content_hash, limits_read)
    if isinstance(verdict, Refused):
        return verdict
    signature, is_new = CoachingSignature.objects.update_or_create(
        agreement=latest,
        person=by,
        defaults={
            "capacity": capacity,
            "signed_at": at,
            "content_hash": latest.content_hash,
            "limits_acknowledged": True,
        },
    )
    if is_new:
        _ask_to_sign(engagement, by, at, latest)
        conclude(engagement, by, at)
    return signature


@transaction.atomic
def record_three_way_meeting(
    engagement: CoachingEngagement, by: Person, met_at: datetime, at: datetime
) -> Refused | None:
    """Client, coach and sponsor have met, after the first talk and before the work."""
    lock(engagement)
    if engagement.sponsor_id is None:
        return Refused("There is no sponsor in this engagement.")
    if engagement.state != "agreement" or capacity_of(engagement, by) not in {*THE_TWO, "sponsor"}:
        return Refused("The meeting of all three belongs to the agreement.")
    if met_at > at:
        return Refused("Record the meeting once it has taken place.")
    engagement.three_way_met_at = met_at
    engagement.save(update_fields=["three_way_met_at"])
    conclude(engagement, by, at)
    return None


@transaction.atomic
def conclude(engagement: CoachingEngagement, by: Person, at: datetime) -> Moved | Refused:
    """Conclude the agreement or its extension, if everyone has signed and the table says yes."""
    name = CONCLUDES.get(engagement.state)
    if name is None:
        return Refused("There is nothing to conclude.")
    answer = move(engagement, name, by, at)
    if isinstance(answer, Refused):
        return answer
    latest = current_version(engagement)
    assert latest is not None  # noqa: S101 - the guard asked for its signatures a moment ago
    terms = terms_of(latest)
    engagement.sessions_total, engagement.session_minutes = terms.sessions, terms.minutes
    engagement.interval_days = (terms.interval_days_from + terms.interval_days_to) // 2
    engagement.was_extended = engagement.was_extended or name == "conclude_extension"
    engagement.save(update_fields=["sessions_total", "session_minutes", "interval_days", "was_extended"])
    for person in (engagement.client, engagement.coach):
        if person is not None:
            queue_notice("next_step", person, at=at)
    return answer


@transaction.atomic
def begin_extension(
    engagement: CoachingEngagement, by: Person, more_sessions: int, at: datetime
) -> Moved | Refused:
    """Draft an amendment with more sessions, once. Everyone signs it before the work goes on."""
    if not 1 <= more_sessions <= 12:
        return Refused("An extension has between 1 and 12 more sessions.")
    answer = move(engagement, "extend", by, at)
    latest = current_version(engagement)
    if isinstance(answer, Refused) or latest is None:
        return answer if isinstance(answer, Refused) else NO_DRAFT
    engagement.client_signed_off_at, engagement.coach_signed_off_at = None, None
    engagement.goals_met_at = None
    engagement.save(update_fields=["client_signed_off_at", "coach_signed_off_at", "goals_met_at"])
    held = load_coaching_facts(engagement, at).sessions_held
    amended = replace(terms_of(latest), sessions=held + more_sessions)
    _ask_to_sign(engagement, by, at, _write_version(engagement, amended, by, at))
    return answer


@transaction.atomic
def drop_extension(engagement: CoachingEngagement, by: Person, at: datetime) -> Moved | Refused:
    """Not wanted after all: every text of the amendment goes, half-signed or not. The final review goes on."""
    lock(engagement)
    began = engagement.state_since
    answer = move(engagement, "drop_extension", by, at)
    if isinstance(answer, Moved):
        engagement.agreements.filter(created_at__gte=began, version__gt=1).delete()
    return answer
