"""Programmes: made from a template as a draft, set, opened and closed."""

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from alongside.core.programmes import (
    PARTS,
    EnrolmentKind,
    ProgrammeKind,
    ProgrammeSettings,
    get_programme_template,
    problems_of_settings,
)
from alongside.core.verdicts import Refused
from alongside.models import Appointment, Enrolment, Office, Organisation, Person, Programme, ProgrammeState
from alongside.queries.access import NotVisible, Viewer, require
from alongside.queries.programmes import get_programme

# Which field of the policy a setting belongs to; all others are "settings".
POLICY_FIELDS = {"name": "name", "purpose": "about", "kind": "kind", "enrolment_kind": "joining"}
SETTINGS = frozenset(
    {
        *("name", "purpose", "kind", "enrolment_kind", "opens_on", "closes_on"),
        *("sessions_total", "session_minutes", "interval_days_least", "interval_days_most"),
        *("end_months", "hard_stop_months", "has_sponsors"),
        *("cadence_days", "window_months", "answer_days", "load_cap"),
        *("requests_at_once", "requests_per_mentor"),
    }
)


@transaction.atomic
def create_programme(
    viewer: Viewer, *, template_key: str, name: str, manager_id: UUID, at: datetime
) -> Programme:
    """Make a draft from a template and appoint who manages it."""
    if viewer.organisation is None:
        raise NotVisible
    organisation = require(viewer, "programme", "create", viewer.organisation).record
    manager = Person.objects.filter(pk=manager_id, organisation=organisation).first()
    if manager is None:
        raise NotVisible
    template = get_programme_template(template_key)
    programme = Programme.objects.create(
        organisation=organisation,
        name=name.strip(),
        slug=free_slug(organisation, name),
        purpose=template.purpose,
        template_key=template.key,
        created_at=at,
        **asdict(template.settings),
    )
    Appointment.objects.create(
        organisation=organisation,
        person=manager,
        programme=programme,
        office=Office.PROGRAMME_MANAGER,
        appointed_by=viewer.person,
        created_at=at,
    )
    return programme


def free_slug(organisation: Organisation, name: str) -> str:
    """A slug no programme of the organisation has."""
    own = slugify(name)[:50] or "programme"
    taken = set(
        Programme.objects.filter(organisation=organisation, slug__startswith=own).values_list(
            "slug", flat=True
        )
    )
    candidates = (own, *(f"{own}-{number}" for number in range(2, len(taken) + 3)))
    return next(slug for slug in candidates if slug not in taken)


@transaction.atomic
def change_programme(viewer: Viewer, programme_id: UUID, changes: dict[str, Any]) -> Programme | Refused:
    """Change some of SETTINGS. An unknown name is a bug in the caller: ValueError; one not open is refused."""
    if unknown := set(changes) - SETTINGS:
        raise ValueError(f"Not a setting of a programme: {', '.join(sorted(unknown))}.")
    sight = get_programme(viewer, "edit", programme_id)
    programme, opened = sight.record, sight.fields
    if any(POLICY_FIELDS.get(name, "settings") not in opened for name in changes):
        return Refused(_("Only those who manage the programme can change this."))
    if (refused := why_not_change_kind(programme, changes.get("kind", programme.kind))) is not None:
        return refused
    for name, value in changes.items():
        setattr(programme, name, value)
    if problems := problems_of_settings(settings_of(programme)):
        return Refused(" ".join(problem.because for problem in problems))
    programme.save(update_fields=list(changes))
    return programme


def settings_of(programme: Programme) -> ProgrammeSettings:
    """The programme's settings as the rules take them."""
    values = {each.name: getattr(programme, each.name) for each in fields(ProgrammeSettings)}
    kinds = {
        "kind": ProgrammeKind(programme.kind),
        "enrolment_kind": EnrolmentKind(programme.enrolment_kind),
    }
    return ProgrammeSettings(**{**values, **kinds})


def why_not_change_kind(programme: Programme, kind: str) -> Refused | None:
    """A kind cannot go while somebody takes a part that only it has."""
    left_over = Enrolment.objects.filter(programme=programme).exclude(part__in=PARTS[ProgrammeKind(kind)])
    if left_over.exists():
        return Refused(_("People take parts in this programme that the other kind does not have."))
    return None


@transaction.atomic
def open_programme(viewer: Viewer, programme_id: UUID) -> Programme | Refused:
    """Let people see it and join it, for the first time or again."""
    programme = get_programme(viewer, "publish", programme_id).record
    if programme.state == ProgrammeState.OPEN:
        return Refused(_("It is open already."))
    return _set_state(programme, ProgrammeState.OPEN)


@transaction.atomic
def close_programme(viewer: Viewer, programme_id: UUID) -> Programme | Refused:
    """Take nobody new. Relationships that run go on until they end."""
    programme = get_programme(viewer, "close", programme_id).record
    if programme.state != ProgrammeState.OPEN:
        return Refused(_("It is not open."))
    return _set_state(programme, ProgrammeState.CLOSED)


def _set_state(programme: Programme, state: ProgrammeState) -> Programme:
    programme.state = state
    programme.save(update_fields=["state"])
    return programme
