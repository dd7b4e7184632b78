"""Qualifications: claimed by the practitioner, verified by a programme manager who is somebody else."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.people import QualificationFacts, Standing, assess_qualification, may_verify
from alongside.core.verdicts import Refused
from alongside.models import Qualification
from alongside.queries.access import Viewer
from alongside.queries.people import get_qualification
from alongside.services.people.profile import own_person


@transaction.atomic
def claim_qualification(
    viewer: Viewer,
    *,
    title: str,
    issuer: str,
    awarded_on: date | None,
    expires_on: date | None,
    at: datetime,
) -> Qualification:
    """Say what one holds. It shows as claimed until somebody has verified it."""
    return Qualification.objects.create(
        person=own_person(viewer),
        title=title,
        issuer=issuer,
        awarded_on=awarded_on,
        expires_on=expires_on,
        created_at=at,
    )


@transaction.atomic
def remove_qualification(viewer: Viewer, qualification_id: UUID) -> None:
    """Take one's own claim back, verified or not."""
    get_qualification(viewer, "edit", qualification_id).record.delete()


@transaction.atomic
def verify_qualification(viewer: Viewer, qualification_id: UUID, at: datetime) -> Qualification | Refused:
    """Record that the viewer has seen the proof. Never one's own; never one that has run out."""
    qualification = get_qualification(viewer, "decide", qualification_id).record
    verdict = may_verify(str(viewer.person and viewer.person.pk), str(qualification.person_id))
    if isinstance(verdict, Refused):
        return verdict
    facts = QualificationFacts(qualification.title, expires_on=qualification.expires_on)
    if assess_qualification(facts, at.date()) == Standing.EXPIRED:
        return Refused(_("It has run out. The practitioner can enter the renewed one."))
    qualification.verified_at, qualification.verified_by = at, viewer.person
    qualification.save(update_fields=["verified_at", "verified_by"])
    return qualification
