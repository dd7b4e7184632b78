"""Bringing people into a programme: one by hand, a letter to one, a letter to everyone who has had none."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.programmes import PARTS, ProgrammeKind
from alongside.core.verdicts import Refused
from alongside.models import (
    PRACTITIONER_PARTS,
    Enrolment,
    EnrolmentKind,
    EnrolmentState,
    Invitation,
    Organisation,
    Person,
)
from alongside.queries.access import Viewer, require
from alongside.queries.programmes import get_enrolment, get_programme, list_uninvited
from alongside.services.people.invitations import end_invitations, invite_person
from alongside.services.post import queue_notice


@transaction.atomic
def add_person(
    viewer: Viewer, programme_id: UUID, *, name: str, email: str, part: str, places: int, at: datetime
) -> Enrolment | Refused:
    """Put one person into the programme by hand; somebody of that address is not made twice.

    Where people come by invitation they decide themselves, and so does somebody who has left: both start
    as invited.
    """
    programme = get_programme(viewer, "edit", programme_id).record
    require(viewer, "enrolment", "create", programme)
    if part not in PARTS[ProgrammeKind(programme.kind)]:
        return Refused(_("This programme has no such part."))
    person = _person_at(programme.organisation, name, email, at)
    had = Enrolment.objects.filter(programme=programme, person=person, part=part).first()
    if had is not None and had.state != EnrolmentState.LEFT:
        return Refused(_("They take this part in the programme already."))
    left_by_themselves = had is not None and had.decided_by_id == person.pk
    by_invitation = programme.enrolment_kind == EnrolmentKind.INVITED or left_by_themselves
    values = {
        "state": EnrolmentState.INVITED if by_invitation else EnrolmentState.APPROVED,
        "places": places if part in PRACTITIONER_PARTS else 0,
        "decided_by": viewer.person,
        "decided_at": at,
    }
    enrolment, _created = Enrolment.objects.update_or_create(
        programme=programme,
        person=person,
        part=part,
        defaults=values,
        create_defaults={**values, "created_at": at},
    )
    return enrolment


def _person_at(organisation: Organisation, name: str, email: str, at: datetime) -> Person:
    address = email.strip().lower()
    known = Person.objects.filter(organisation=organisation, email__iexact=address).first()
    return known or Person.objects.create(
        organisation=organisation, name=name.strip(), email=address, created_at=at
    )


@transaction.atomic
def invite_to_programme(viewer: Viewer, enrolment_id: UUID, at: datetime) -> Invitation | Refused | None:
    """Write to the person of an enrolment. With an account it is a short notice; without, an invitation."""
    enrolment = get_enrolment(viewer, "edit", enrolment_id).record
    require(viewer, "invitation", "create", enrolment.programme)
    if enrolment.person.account_id is None:
        return invite_person(enrolment.person, by=viewer.person, at=at)
    if enrolment.state != EnrolmentState.INVITED:
        return Refused(_("They have an account and take part already."))
    queue_notice("place_kept", enrolment.person, at=at, once_key=f"place:{enrolment.pk}:{at.date()}")
    return None


@transaction.atomic
def withdraw_letter(viewer: Viewer, enrolment_id: UUID, at: datetime) -> int:
    """Make the invitation of the person of an enrolment useless; how many there were."""
    enrolment = get_enrolment(viewer, "edit", enrolment_id).record
    require(viewer, "invitation", "close", enrolment.programme)
    return end_invitations(enrolment.person, at)


@transaction.atomic
def invite_everyone(viewer: Viewer, programme_id: UUID, at: datetime) -> int:
    """Send an invitation to everyone in the programme without an account or an invitation that runs."""
    sight = get_programme(viewer, "edit", programme_id)
    require(viewer, "invitation", "create", sight.record)
    people = {row.person_id: row.person for row in list_uninvited(sight, at)}
    for person in people.values():
        invite_person(person, by=viewer.person, at=at)
    return len(people)
