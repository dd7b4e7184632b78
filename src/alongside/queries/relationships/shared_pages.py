"""Reads that both rooms share, through a sight of the relationship: meetings, notes, actions, messages, story."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from alongside.core.confidentiality.relations import Relation
from alongside.models import (
    ActionItem,
    CoachingEngagement,
    Meeting,
    MeetingState,
    MeetingTopic,
    Message,
    PrivateNote,
    RelationshipEvent,
    SharedNote,
)
from alongside.queries.access import NotVisible, Sight
from alongside.queries.relationships.two_sides import Relationship, owned_by

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting as this viewer may see it: without words for whom the topic is closed."""

    meeting: Meeting
    topic: MeetingTopic | None


def since_when(sight: Sight[Relationship]) -> datetime | None:
    """A successor begins with nothing: a coach sees what was written since they were chosen. None: everything."""
    record = sight.record
    if isinstance(record, CoachingEngagement) and sight.is_any(Relation.COACH):
        return record.coach_since
    return None


def _own(sight: Sight[Relationship], rows: type[M], resource: str) -> QuerySet[M]:
    """The rows of this relationship that are open to the viewer, as far back as they may look."""
    queryset = rows._default_manager.filter(**owned_by(sight.record))
    if not sight.may(resource, "list"):
        return queryset.none()
    since = since_when(sight)
    return queryset.filter(created_at__gte=since) if since else queryset


def list_meetings(sight: Sight[Relationship]) -> tuple[MeetingLine, ...]:
    """All meetings in the order of time, with their topic where it is open to the viewer."""
    if not {"held", "dates"} & set(sight.fields_of("meeting", "list")):
        return ()
    meetings = Meeting.objects.filter(**owned_by(sight.record)).select_related("topic")
    reads_topics, since = sight.may("meeting_topic", "list"), since_when(sight)
    return tuple(
        MeetingLine(meeting, _topic(meeting) if reads_topics and _after(meeting, since) else None)
        for meeting in meetings
    )


def _topic(meeting: Meeting) -> MeetingTopic | None:
    return getattr(meeting, "topic", None)


def _after(meeting: Meeting, since: datetime | None) -> bool:
    return since is None or meeting.created_at >= since


def get_meeting(sight: Sight[Relationship], pk: object) -> MeetingLine:
    """One meeting of this relationship; NotVisible when it is not of it."""
    found = next((line for line in list_meetings(sight) if str(line.meeting.pk) == str(pk)), None)
    if found is None or not sight.may("meeting", "read"):
        raise NotVisible
    return found


def count_held(relationship: Relationship) -> int:
    """How many meetings were held."""
    return Meeting.objects.filter(**owned_by(relationship), state=MeetingState.HELD).count()


def list_shared_notes(sight: Sight[Relationship], meeting: Meeting | None = None) -> tuple[SharedNote, ...]:
    """Notes for both, newest first; of one meeting, or of all."""
    notes = _own(sight, SharedNote, "shared_note").select_related("author")
    return tuple(notes.filter(meeting=meeting) if meeting else notes)


def list_private_notes(sight: Sight[Relationship], meeting: Meeting | None = None) -> tuple[PrivateNote, ...]:
    """The viewer's own private notes, newest first; nobody else's, ever."""
    if sight.viewer.person is None or not sight.may("private_note", "create"):
        return ()
    notes = PrivateNote.objects.filter(**owned_by(sight.record), author=sight.viewer.person)
    return tuple(notes.filter(meeting=meeting) if meeting else notes)


def list_actions(sight: Sight[Relationship], meeting: Meeting | None = None) -> tuple[ActionItem, ...]:
    """Agreed actions, open ones first."""
    actions = _own(sight, ActionItem, "action_item").select_related("owner")
    found = actions.filter(meeting=meeting) if meeting else actions
    return tuple(sorted(found, key=lambda action: (action.done_at is not None, action.created_at)))


def list_messages(sight: Sight[Relationship]) -> tuple[Message, ...]:
    """What the two wrote to each other, oldest first."""
    return tuple(_own(sight, Message, "message").select_related("author"))


def list_events(sight: Sight[Relationship], resource: str) -> tuple[RelationshipEvent, ...]:
    """The story, newest first, for those to whom the history of the relationship is open."""
    if "history" not in sight.fields_of(resource, "read"):
        return ()
    events = RelationshipEvent.objects.filter(**owned_by(sight.record)).select_related("actor")
    return tuple(events.order_by("-happened_at", "-created_at"))


def get_action(sight: Sight[Relationship], pk: UUID) -> ActionItem:
    """One action of this relationship."""
    return get_own(sight, ActionItem, "action_item", pk)


def get_own(sight: Sight[Relationship], rows: type[M], resource: str, pk: object) -> M:
    """One note, action or message of this relationship that the viewer may see; NotVisible else."""
    found = _own(sight, rows, resource).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found
