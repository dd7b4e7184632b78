"""Who holds which office in an organisation, and who could."""

from dataclasses import dataclass
from uuid import UUID

from alongside.models import Appointment, Office, Organisation, Person, Programme
from alongside.queries.access import Sight


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """One running appointment."""

    appointment_id: UUID
    office: str
    office_words: str
    person: str
    programme: str
    is_own: bool


def list_offices(sight: Sight[Organisation]) -> tuple[HeldOffice, ...]:
    """Every running appointment of the organisation, by office and name (one read)."""
    rows = (
        Appointment.objects.filter(organisation=sight.record, ended_at__isnull=True)
        .select_related("person", "programme")
        .order_by("office", "person__name")
    )
    own = sight.viewer.person.pk if sight.viewer.person else None
    return tuple(
        HeldOffice(
            row.pk,
            row.office,
            Office(row.office).label,
            row.person.name,
            row.programme.name if row.programme else "",
            row.person_id == own,
        )
        for row in rows
    )


def list_colleagues(sight: Sight[Organisation]) -> tuple[tuple[UUID, str], ...]:
    """Everyone in the organisation as (id, "name, job title"), for choosing whom to appoint."""
    rows = Person.objects.filter(organisation=sight.record).order_by("name")
    return tuple(
        (pk, f"{name}, {job}" if job else name)
        for pk, name, job in rows.values_list("pk", "name", "job_title")
    )


def list_programmes_to_run(sight: Sight[Organisation]) -> tuple[tuple[UUID, str], ...]:
    """The programmes of the organisation as (id, name)."""
    return tuple(Programme.objects.filter(organisation=sight.record).values_list("pk", "name"))
