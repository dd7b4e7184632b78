"""Places in a programme: joined, asked for, decided, taken, left."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.programmes import (
    MOST_WAITING,
    Enrolling,
    EnrolmentKind,
    ProgrammeKind,
    may_enrol,
    state_on_enrolling,
)
from alongside.core.verdicts import Refused
from alongside.models import (
    PRACTITIONER_PARTS,
    Appointment,
    Enrolment,
    EnrolmentState,
    Office,
    Part,
    Person,
    Programme,
)
from alongside.queries.access import Viewer, require
from alongside.queries.programmes import get_enrolment, get_open_programme
from alongside.services.post import queue_notice

MOST_PLACES = 12


@transaction.atomic
def join_programme(
    viewer: Viewer, programme_id: UUID, part: str, at: datetime, places: int = 1
) -> Enrolment | Refused:
    """Take a part: at once where it is open or a place is kept, on request where the manager decides."""
    programme = get_open_programme(viewer, programme_id).programme
    person = viewer.person
    assert person is not None  # noqa: S101 - a viewer without a person sees no open programme
    facts = enrolling(programme, person, part)
    if isinstance(verdict := may_enrol(facts, at.date()), Refused):
        return verdict
    if not facts.invited:
        require(viewer, "enrolment", "create", programme)
    if (refused := why_not_ask_again(programme, person, part)) is not None:
        return refused
    state = state_on_enrolling(facts.enrolment_kind, facts.invited)
    enrolment = _enrol(programme, person, part, places, state, at)
    if enrolment.state == EnrolmentState.REQUESTED:
        _tell_managers(programme, at)
    return enrolment


def enrolling(programme: Programme, person: Person, part: str) -> Enrolling:
    """What the rule needs to know about this person, part and programme."""
    had = Enrolment.objects.filter(programme=programme, person=person, part=part).first()
    return Enrolling(
        programme_kind=ProgrammeKind(programme.kind),
        enrolment_kind=EnrolmentKind(programme.enrolment_kind),
        state=programme.state,
        part=part,
        same_organisation=programme.organisation_id == person.organisation_id,
        already_in=had is not None and had.state in (EnrolmentState.APPROVED, EnrolmentState.REQUESTED),
        invited=had is not None and had.state == EnrolmentState.INVITED,
        opens_on=programme.opens_on,
        closes_on=programme.closes_on,
    )


def why_not_ask_again(programme: Programme, person: Person, part: str) -> Refused | None:
    """A no stands until the programme manager changes it; asking again and again would be pressure."""
    declined = Enrolment.objects.filter(
        programme=programme, person=person, part=part, state=EnrolmentState.DECLINED
    )
    if declined.exists():
        return Refused(_("The programme manager has answered this request. They can change their answer."))
    return None


def _enrol(
    programme: Programme, person: Person, part: str, places: int, state: str, at: datetime
) -> Enrolment:
    """The one enrolment of a person in a part, new or taken up again."""
    values = {
        "state": state,
        "places": places if part in PRACTITIONER_PARTS else 0,
        "decided_by": None,
        "decided_at": at if state == EnrolmentState.APPROVED else None,
        "came_at": at,
        "went_at": None,
    }
    enrolment, _created = Enrolment.objects.update_or_create(
        programme=programme,
        person=person,
        part=part,
        defaults=values,
        create_defaults={**values, "created_at": at},
    )
    return enrolment


def _tell_managers(programme: Programme, at: datetime) -> None:
    """One letter a manager and day, however many ask."""
    running = Appointment.objects.filter(
        programme=programme, office=Office.PROGRAMME_MANAGER, ended_at__isnull=True
    ).select_related("person__organisation")
    for appointment in running:
        once = f"asks:{programme.pk}:{appointment.person_id}:{at.date()}"
        queue_notice("enrolment_requested", appointment.person, at=at, once_key=once)


@transaction.atomic
def decide_enrolment(
    viewer: Viewer, enrolment_id: UUID, *, approve: bool, at: datetime
) -> Enrolment | Refused:
    """Say yes or no to a request; a no can be turned into a yes later. The person gets a letter."""
    enrolment = get_enrolment(viewer, "decide", enrolment_id).record
    open_to_answer = (EnrolmentState.REQUESTED, EnrolmentState.DECLINED)
    if enrolment.state not in open_to_answer or (enrolment.state == EnrolmentState.DECLINED and not approve):
        return Refused(_("There is nothing to decide here."))
    enrolment.state = EnrolmentState.APPROVED if approve else EnrolmentState.DECLINED
    enrolment.decided_by, enrolment.decided_at = viewer.person, at
    enrolment.save(update_fields=["state", "decided_by", "decided_at"])
    if enrolment.person.account_id is not None:
        queue_notice("enrolment_decided", enrolment.person, at=at)
    return enrolment


@transaction.atomic
def leave_programme(viewer: Viewer, enrolment_id: UUID, at: datetime) -> Enrolment | Refused:
    """Leave, or say no to an invitation. Relationships that run are ended in their own rooms, not here."""
    enrolment = get_enrolment(viewer, "close", enrolment_id).record
    if enrolment.state == EnrolmentState.LEFT:
        return Refused(_("This place was given up already."))
    enrolment.state, enrolment.decided_by, enrolment.decided_at = EnrolmentState.LEFT, viewer.person, at
    if viewer.person is not None and viewer.person.pk == enrolment.person_id:
        enrolment.went_at = at
    enrolment.save(update_fields=["state", "decided_by", "decided_at", "went_at"])
    return enrolment


@transaction.atomic
def bring_back(viewer: Viewer, enrolment_id: UUID, at: datetime) -> Enrolment | Refused:
    """Undo that somebody was taken out. Whoever left by themselves is asked, not brought."""
    enrolment = get_enrolment(viewer, "decide", enrolment_id).record
    if enrolment.state != EnrolmentState.LEFT or enrolment.decided_by_id == enrolment.person_id:
        return Refused(_("They left by themselves. Add them again, and they are asked."))
    enrolment.state, enrolment.decided_by, enrolment.decided_at = EnrolmentState.APPROVED, viewer.person, at
    enrolment.save(update_fields=["state", "decided_by", "decided_at"])
    return enrolment


@transaction.atomic
def set_places(viewer: Viewer, enrolment_id: UUID, places: int) -> Enrolment | Refused:
    """How many people a practitioner can take on in a programme (1-12)."""
    enrolment = get_enrolment(viewer, "edit", enrolment_id).record
    if enrolment.part not in PRACTITIONER_PARTS:
        return Refused(_("Only coaches and mentors have places."))
    if not 0 <= places <= MOST_PLACES:
        return Refused(_("Between 0 and %(most)s places.") % {"most": MOST_PLACES})
    enrolment.places = places
    enrolment.save(update_fields=["places"])
    return enrolment


@transaction.atomic
def set_requests_most(viewer: Viewer, enrolment_id: UUID, most: int | None) -> Enrolment | Refused:
    """How many requests may wait for a mentor at once (1-12); None leaves it to the programme."""
    enrolment = get_enrolment(viewer, "edit", enrolment_id).record
    if enrolment.part != Part.MENTOR:
        return Refused(_("Only mentors are asked."))
    if most is not None and not 1 <= most <= MOST_WAITING:
        return Refused(_("Between 1 and %(most)s requests.") % {"most": MOST_WAITING})
    enrolment.requests_most = most
    enrolment.save(update_fields=["requests_most"])
    return enrolment
