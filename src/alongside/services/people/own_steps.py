"""The first step of their own of somebody who was brought into a programme: from then on they are counted there."""

from datetime import datetime

from alongside.models import Enrolment, EnrolmentState, Person, Programme


def take_own_step(person: Person, at: datetime, programme: Programme | None = None) -> None:
    """Remember that the person came, in one programme or in all they take part in; the first time counts."""
    rows = Enrolment.objects.filter(person=person, state=EnrolmentState.APPROVED, came_at__isnull=True)
    if programme is not None:
        rows = rows.filter(programme=programme)
    rows.update(came_at=at)
