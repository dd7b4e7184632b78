"""Offices: who is appointed, by whom, until when."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.core.people import may_appoint, may_end_appointment
from alongside.core.verdicts import Refused
from alongside.models import Appointment, Organisation, Person, Programme
from alongside.queries.access import NotVisible, Viewer
from alongside.queries.people import get_organisation


@transaction.atomic
def appoint(
    viewer: Viewer, person_id: UUID, office: str, programme_id: UUID | None, at: datetime
) -> Appointment | Refused:
    """Give somebody of the organisation an office, for one programme where it is that kind of office."""
    organisation = get_organisation(viewer, "edit").record
    person = Person.objects.filter(pk=person_id, organisation=organisation).first()
    if person is None:
        raise NotVisible
    programme = _programme_of(organisation, programme_id)
    verdict = may_appoint(office, to_oneself=person == viewer.person, for_a_programme=programme is not None)
    if isinstance(verdict, Refused):
        return verdict
    appointment, _created = Appointment.objects.get_or_create(
        organisation=organisation,
        person=person,
        office=office,
        programme=programme,
        ended_at=None,
        defaults={"appointed_by": viewer.person, "created_at": at},
    )
    return appointment


def _programme_of(organisation: Organisation, programme_id: UUID | None) -> Programme | None:
    if programme_id is None:
        return None
    programme = Programme.objects.filter(pk=programme_id, organisation=organisation).first()
    if programme is None:
        raise NotVisible
    return programme


@transaction.atomic
def end_appointment(viewer: Viewer, appointment_id: UUID, at: datetime) -> Appointment | Refused:
    """End an office. The last administrator stays until there is another."""
    organisation = get_organisation(viewer, "edit").record
    running = Appointment.objects.filter(organisation=organisation, ended_at__isnull=True)
    appointment = running.filter(pk=appointment_id).first()
    if appointment is None:
        raise NotVisible
    verdict = may_end_appointment(appointment.office, running.filter(office=appointment.office).count())
    if isinstance(verdict, Refused):
        return verdict
    appointment.ended_at = at
    appointment.save(update_fields=["ended_at"])
    return appointment
