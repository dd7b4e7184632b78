"""Reads of the safety channel. Nobody but a lead and the author ever learns that a concern is there."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from alongside.models import (
    Appointment,
    CoachingEngagement,
    Mentorship,
    Office,
    Organisation,
    Person,
    SafetyConcern,
)
from alongside.queries.access import NotVisible, Sight, get_visible
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer


def leads_for(organisation: Organisation, about: Person | None) -> tuple[Person, ...]:
    """The safeguarding leads a concern about that person goes to."""
    held = Appointment.objects.filter(
        organisation=organisation, office=Office.SAFEGUARDING_LEAD, ended_at__isnull=True
    ).select_related("person__organisation")
    return tuple(
        appointment.person for appointment in held if about is None or appointment.person_id != about.pk
    )


def list_concerns(viewer: Viewer) -> QuerySet[SafetyConcern]:
    """For a lead: all concerns of the organisation but those about themselves. NotVisible for others."""
    if viewer.person is None or not viewer.is_safeguarding_lead:
        raise NotVisible
    return (
        SafetyConcern.objects.filter(organisation=viewer.person.organisation)
        .filter(Q(about__isnull=True) | ~Q(about=viewer.person))
        .select_related("author", "about", "taken_by")
        .order_by("resolved_at", "created_at")
    )


def list_own_concerns(viewer: Viewer) -> QuerySet[SafetyConcern]:
    """What the viewer raised themselves."""
    return SafetyConcern.objects.filter(author=viewer.person).select_related("taken_by")


def get_concern(viewer: Viewer, pk: UUID, action: str = "read") -> Sight[SafetyConcern]:
    """One concern, for its author or a lead."""
    rows = SafetyConcern.objects.select_related("organisation", "author", "about", "taken_by")
    return get_visible(viewer, "safety_concern", action, rows, pk)


def list_people_near(viewer: Viewer) -> tuple[Person, ...]:
    """The people the viewer shares a relationship with: those a concern may be about, and be named."""
    me = viewer.person
    pairs = [
        *CoachingEngagement.objects.filter(Q(client=me) | Q(coach=me)).values_list("client", "coach"),
        *Mentorship.objects.filter(Q(mentee=me) | Q(mentor=me)).values_list("mentee", "mentor"),
    ]
    ids = {pk for pair in pairs for pk in pair if pk is not None}
    if me is not None:
        ids.discard(me.pk)
    return tuple(Person.objects.filter(pk__in=ids).order_by("name"))


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """For a lead: one thing to do while any concern is not taken on."""
    if not viewer.is_safeguarding_lead:
        return ()
    if not list_concerns(viewer).filter(taken_at__isnull=True).exists():
        return ()
    return (Todo(_("Something is waiting to be read by you."), _("Read it"), "concerns", weight=9),)
