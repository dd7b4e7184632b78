"""What waits for somebody in their mentorships, for the page Today."""

from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from alongside.models import Mentorship
from alongside.queries.relations import ASKED_STATES, WORKING_STATES
from alongside.queries.relationships.mentoring_desks import Standpoint, load_standpoints
from alongside.queries.relationships.mentoring_words import NEXT
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer

KIND = "mentoring"


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """Requests to answer, and the next thing in each mentorship that asks something of the viewer."""
    if viewer.person is None:
        return ()
    mine = Q(mentee=viewer.person) | Q(mentor=viewer.person)
    rows = Mentorship.objects.filter(mine, state__in=(*ASKED_STATES, *WORKING_STATES))
    standpoints = load_standpoints(viewer.person, rows.select_related("programme", "mentee", "mentor"), now)
    todos = (_request(one) if one.mentorship.state in ASKED_STATES else _next(one) for one in standpoints)
    return tuple(todo for todo in todos if todo is not None)


def _request(one: Standpoint) -> Todo | None:
    if one.side != "mentor" or one.mentorship.state != "requested":
        return None
    return Todo(
        _("%(name)s asks you to be their mentor") % {"name": one.other.name},
        _("Read and answer"),
        "mentorship",
        (one.mentorship.pk,),
        due_at=one.mentorship.answer_by,
        kind=KIND,
        weight=2,
    )


def _next(one: Standpoint) -> Todo | None:
    words = NEXT.get(one.next_name or "")
    if words is None or not words.asks:
        return _ahead(one)
    return Todo(
        words.do_with(one.other.name),
        str(words.button),
        words.page,
        (one.mentorship.pk,),
        due_at=_due(one),
        kind=KIND,
        weight=1,
    )


def _ahead(one: Standpoint) -> Todo | None:
    """A conversation in the diary is good to know on the day."""
    if one.next_meeting is None:
        return None
    return Todo(
        _("A conversation with %(name)s") % {"name": one.other.name},
        _("Prepare"),
        "conversation",
        (one.mentorship.pk, one.next_meeting.pk),
        due_at=one.next_meeting.starts_at,
        kind=KIND,
    )


def _due(one: Standpoint) -> datetime | None:
    if one.next_name == "say_you_met" and one.next_meeting:
        return one.next_meeting.starts_at
    return None
