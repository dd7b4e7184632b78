"""Qualifications as a page shows them: always with what they are worth today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.core.people import QualificationFacts, Standing, assess_qualification
from alongside.queries.people import Profile

WORDS_OF_STANDING: dict[Standing, tuple[str | Promise, str]] = {
    Standing.VERIFIED: (_("Verified"), "done"),
    Standing.CLAIMED: (_("Claimed, not verified yet"), "waiting"),
    Standing.EXPIRED: (_("Has run out"), "ended"),
}


@dataclass(frozen=True, slots=True)
class QualificationLine:
    """One qualification; dates are None where the viewer may not see them."""

    pk: UUID
    title: str
    issuer: str
    awarded_on: date | None
    expires_on: date | None
    words: str | Promise
    state: str
    can_be_verified: bool


def qualification_lines(profile: Profile, on: date) -> Sequence[QualificationLine]:
    """The qualifications of a profile, with the fields its viewer may see."""
    lines = []
    for each in profile.qualifications:
        standing = assess_qualification(
            QualificationFacts(each.title, each.awarded_on, each.expires_on, each.verified_at), on
        )
        words, state = WORDS_OF_STANDING[standing]
        dated = "dates" in profile.qualification_fields
        lines.append(
            QualificationLine(
                each.pk,
                each.title,
                each.issuer,
                each.awarded_on if dated else None,
                each.expires_on if dated else None,
                words,
                state,
                profile.may_verify and standing == Standing.CLAIMED,
            )
        )
    return lines
