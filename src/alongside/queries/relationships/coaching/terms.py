"""The terms of a coaching agreement, read back from the row they were signed in; and the parties as they are."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q

from alongside.core.relationships.agreement import CoachingTerms, Party
from alongside.models import CoachingAgreement, CoachingEngagement, Person


def terms_of(agreement: CoachingAgreement) -> CoachingTerms:
    """The terms as the core knows them. The row's JSON has lists where the core has tuples."""
    return read_terms(agreement.terms)


def read_terms(stored: Mapping[str, Any]) -> CoachingTerms:
    """Terms from their JSON; a key the core does not know is a bug (TypeError)."""
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in stored.items()
    }
    parties = tuple(
        Party(party["capacity"], party["name"], tuple(party["qualifications"])) for party in stored["parties"]
    )
    values["parties"] = parties
    return CoachingTerms(**values)


def parties_of(engagement: CoachingEngagement, at: datetime) -> tuple[Party, ...]:
    """Client, coach with verified and current qualifications, and the sponsor if there is one."""
    assert engagement.coach is not None  # noqa: S101 - an agreement is drafted once a coach is chosen
    parties = [
        Party("client", engagement.client.name),
        Party("coach", engagement.coach.name, verified_qualifications(engagement.coach, at)),
    ]
    if engagement.sponsor:
        parties.append(Party("sponsor", engagement.sponsor.name))
    return tuple(parties)


def verified_qualifications(person: Person, at: datetime) -> tuple[str, ...]:
    """Titles somebody else has verified and that have not run out."""
    current = Q(expires_on__isnull=True) | Q(expires_on__gte=at.date())
    held = person.qualifications.filter(current, verified_at__isnull=False)
    return tuple(f"{one.title}, {one.issuer}" if one.issuer else one.title for one in held)


def current_version(engagement: CoachingEngagement) -> CoachingAgreement | None:
    """The newest version, signed or not."""
    return engagement.agreements.prefetch_related("signatures__person").first()
