"""What waits for a person that is about themselves and their organisation."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from alongside.models import PRACTITIONER_PARTS, Appointment, Enrolment, EnrolmentState, Office, Programme
from alongside.queries.people.places import list_waiting_invitations
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """What is missing in the profile, which invitations wait, what the organisation lacks (few reads)."""
    if viewer.person is None:
        return ()
    return (*_invitations(viewer, now), *_profile(viewer), *_organisation(viewer))


def _invitations(viewer: Viewer, now: datetime) -> Iterator[Todo]:
    for waiting in list_waiting_invitations(viewer, now):
        words = _("%(organisation)s has kept a place for you.") % {"organisation": waiting.organisation}
        yield Todo(words, _("Look at the invitation"), "no_place_yet", due_at=waiting.expires_at)


def _profile(viewer: Viewer) -> Iterator[Todo]:
    person = viewer.person
    helps = Enrolment.objects.filter(
        person=person, part__in=PRACTITIONER_PARTS, state=EnrolmentState.APPROVED
    ).exists()
    if person and helps and not person.skills_offered.exists():
        words = _("Say what you can help with. People find you by it.")
        yield Todo(words, _("Fill in my profile"), "me", weight=3)


def _organisation(viewer: Viewer) -> Iterator[Todo]:
    if not viewer.is_org_admin:
        return
    offices = set(
        Appointment.objects.filter(organisation=viewer.organisation, ended_at__isnull=True).values_list(
            "office", flat=True
        )
    )
    if Office.SAFEGUARDING_LEAD not in offices:
        words = _("Nobody looks after safety concerns yet. Name a safeguarding lead.")
        yield Todo(words, _("Name somebody"), "organisation", weight=5)
    if not Programme.objects.filter(organisation=viewer.organisation).exists():
        words = _("Set up a first programme. It starts as a draft that only you can see.")
        yield Todo(words, _("Set up a programme"), "new_programme", weight=4)
