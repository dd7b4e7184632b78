"""Programmes one runs, and programmes one could join."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from alongside.core.confidentiality.relations import Relation
from alongside.core.programmes import PARTS, ProgrammeKind
from alongside.models import (
    PRACTITIONER_PARTS,
    Appointment,
    Enrolment,
    EnrolmentKind,
    EnrolmentState,
    Office,
    Part,
    Programme,
    ProgrammeState,
)
from alongside.queries.access import NotVisible, Sight, Viewer, get_visible


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme in the list of those who run it."""

    programme: Programme
    helped: int
    helping: int
    waiting: int
    is_managed: bool


@dataclass(frozen=True, slots=True)
class OpenProgramme:
    """A programme as somebody who may take part sees it, with the parts they take in it already."""

    programme: Programme
    own: tuple[Enrolment, ...]
    invited: tuple[Enrolment, ...]

    @property
    def can_be_joined(self) -> bool:
        """Whether it takes people by itself or on request."""
        return self.programme.enrolment_kind != EnrolmentKind.INVITED

    @property
    def free_parts(self) -> tuple[Part, ...]:
        """The parts of the programme that the person does not take yet."""
        taken = {each.part for each in self.own if each.state in TAKEN}
        parts = PARTS[ProgrammeKind(self.programme.kind)]
        return tuple(Part(part) for part in parts if part not in taken)


TAKEN = (EnrolmentState.APPROVED, EnrolmentState.REQUESTED, EnrolmentState.DECLINED)


def get_programme(viewer: Viewer, action: str, pk: UUID) -> Sight[Programme]:
    """A programme, if the viewer may do this with it."""
    return get_visible(viewer, "programme", action, Programme.objects.select_related("organisation"), pk)


def get_managed(viewer: Viewer, pk: UUID) -> Sight[Programme]:
    """A programme the viewer manages."""
    sight = get_programme(viewer, "edit", pk)
    if not sight.is_any(Relation.PROGRAMME_MANAGER):
        raise NotVisible
    return sight


def list_programmes(viewer: Viewer) -> tuple[ProgrammeLine, ...]:
    """The programmes the viewer manages, and for an administrator all; the numbers only for those managed."""
    managed = viewer.programmes_managed()
    rows = _visible_to_run(viewer, managed)
    taking_part = Q(enrolments__state=EnrolmentState.APPROVED)
    practising = Q(enrolments__part__in=PRACTITIONER_PARTS)
    counted = rows.annotate(
        helped=Count("enrolments", taking_part & ~practising),
        helping=Count("enrolments", taking_part & practising),
        waiting=Count("enrolments", Q(enrolments__state=EnrolmentState.REQUESTED)),
    ).order_by("name")
    return tuple(
        ProgrammeLine(row, row.helped, row.helping, row.waiting, True)
        if row.pk in managed
        else ProgrammeLine(row, 0, 0, 0, False)
        for row in counted
    )


def _visible_to_run(viewer: Viewer, managed: frozenset[UUID]) -> QuerySet[Programme]:
    if viewer.person is None:
        return Programme.objects.none()
    here = Programme.objects.filter(organisation=viewer.organisation)
    return here if viewer.is_org_admin else here.filter(pk__in=managed)


def list_open_programmes(viewer: Viewer) -> tuple[OpenProgramme, ...]:
    """The open programmes here that take people by themselves or on request, or that invited the viewer."""
    if viewer.person is None:
        return ()
    mine = Enrolment.objects.filter(person=viewer.person)
    rows = (
        Programme.objects.filter(organisation=viewer.organisation, state=ProgrammeState.OPEN)
        .filter(~Q(enrolment_kind=EnrolmentKind.INVITED) | Q(pk__in=mine.values("programme")))
        .order_by("name")
    )
    own = list(mine)
    return tuple(_as_open(row, own) for row in rows)


def get_open_programme(viewer: Viewer, pk: UUID) -> OpenProgramme:
    """One of them; NotVisible else."""
    found = next((each for each in list_open_programmes(viewer) if each.programme.pk == pk), None)
    if found is None:
        raise NotVisible
    return found


def _as_open(programme: Programme, own: list[Enrolment]) -> OpenProgramme:
    here = tuple(each for each in own if each.programme_id == programme.pk)
    invited = tuple(each for each in here if each.state == EnrolmentState.INVITED)
    return OpenProgramme(programme, here, invited)


def list_running_managers(sight: Sight[Programme]) -> tuple[str, ...]:
    """The names of those who manage the programme."""
    rows = Appointment.objects.filter(
        programme=sight.record, office=Office.PROGRAMME_MANAGER, ended_at__isnull=True
    )
    return tuple(rows.order_by("person__name").values_list("person__name", flat=True))
