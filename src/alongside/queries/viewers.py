"""Who is looking: an account, the person it is in one organisation, and the offices that person holds now."""

from dataclasses import dataclass, replace
from uuid import UUID

from alongside.models import Appointment, Office, Organisation, Person


@dataclass(frozen=True, slots=True)
class Viewer:
    """The one who looks. Without a person there is no organisation, and so nothing to see in one."""

    account_id: int | None = None
    person: Person | None = None
    offices: frozenset[tuple[str, UUID | None]] = frozenset()
    has_other_places: bool = False  # the account is somebody in another organisation, too

    @property
    def organisation(self) -> Organisation | None:
        return self.person.organisation if self.person else None

    def holds(self, office: Office, programme_id: UUID | None = None) -> bool:
        """Whether the viewer holds this office here, for this programme or for all of the organisation."""
        return (office.value, programme_id) in self.offices or (office.value, None) in self.offices

    @property
    def is_org_admin(self) -> bool:
        return self.holds(Office.ORG_ADMIN)

    @property
    def is_safeguarding_lead(self) -> bool:
        return self.holds(Office.SAFEGUARDING_LEAD)

    @property
    def is_reviewer(self) -> bool:
        """Whether people may ask the viewer for a talk about what they need, in any programme."""
        return any(office == Office.REVIEWER for office, _ in self.offices)

    def programmes_managed(self) -> frozenset[UUID]:
        """The programmes the viewer manages."""
        return frozenset(
            programme
            for office, programme in self.offices
            if office == Office.PROGRAMME_MANAGER and programme
        )


ANYBODY = Viewer()


def get_viewer(account_id: int, person_id: str | None = None) -> Viewer:
    """The viewer for an account: the person asked for if it is theirs, else the first they are (two reads)."""
    theirs = (
        Person.objects.filter(account_id=account_id)
        .select_related("organisation")
        .order_by("created_at", "id")
    )
    people = {str(person.pk): person for person in theirs}
    person = people.get(person_id or "") or next(iter(people.values()), None)
    if person is None:
        return Viewer(account_id)
    return replace(viewer_as(person), has_other_places=len(people) > 1)


def viewer_as(person: Person) -> Viewer:
    """The viewer a person is, with the offices they hold now."""
    held = Appointment.objects.filter(person=person, ended_at__isnull=True).values_list(
        "office", "programme_id"
    )
    return Viewer(person.account_id, person, frozenset(held))
