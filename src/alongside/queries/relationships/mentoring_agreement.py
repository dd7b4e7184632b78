"""Reading the light agreement of a mentorship: its terms, what changed, who said yes."""

from collections.abc import Mapping
from typing import Any

from alongside.core.relationships.agreement import Change, MentorshipTerms, compare
from alongside.models import MentorshipAgreement, MentorshipSignature


def read_terms(stored: Mapping[str, Any]) -> MentorshipTerms:
    """The terms as they were kept."""
    lists = ("expectations", "boundaries", "limits")
    plain: dict[str, Any] = {key: tuple(value) if key in lists else value for key, value in stored.items()}
    return MentorshipTerms(**plain)


def what_changed(agreement: MentorshipAgreement) -> tuple[Change, ...]:
    """What is different from the version before; nothing for the first one."""
    before = (
        MentorshipAgreement.objects.filter(mentorship=agreement.mentorship_id, version__lt=agreement.version)
        .order_by("-version")
        .first()
    )
    return compare(before.terms, agreement.terms) if before else ()


def who_said_yes(agreement: MentorshipAgreement) -> tuple[MentorshipSignature, ...]:
    """The signatures under this very text."""
    rows = agreement.signatures.select_related("person")
    return tuple(row for row in rows if row.content_hash == agreement.content_hash)
