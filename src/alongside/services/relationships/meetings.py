"""Meetings of either kind: planned, moved, called off, missed, held. What holding one *means* is the kind's own.

A life-cycle decides whether a meeting may be held at all: see `coaching/sessions.py` and the mentoring folder.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from alongside.core.relationships.sessions import DEFAULT_TEMPLATE
from alongside.core.verdicts import Refused
from alongside.models import Meeting, MeetingState, MeetingTopic, Person
from alongside.queries.relationships.two_sides import Relationship, other_side, owned_by, why_not_write
from alongside.services.post import queue_notice

ALREADY_PAST = Refused("This one is no longer planned.")


@dataclass(frozen=True, slots=True)
class TopicWords:
    """What a meeting is about and where. The words go into a table that only the two can read."""

    topic: str = ""
    agenda: str = ""
    place: str = ""
    link: str = ""


@transaction.atomic
def plan_meeting(
    relationship: Relationship,
    by: Person,
    starts_at: datetime,
    at: datetime,
    *,
    minutes: int = 60,
    words: TopicWords | None = None,
    template_key: str = DEFAULT_TEMPLATE.key,
) -> Meeting | Refused:
    """Put a meeting in the diary of both and let the other know. It may lie in the past, to be recorded."""
    if not 5 <= minutes <= 480:
        return Refused("A session is between 5 minutes and 8 hours long.")
    meeting = Meeting.objects.create(
        **owned_by(relationship),
        number=next_number(relationship),
        starts_at=starts_at,
        minutes=minutes,
        time_zone=by.time_zone,
        template_key=template_key,
        recorded_by=by,
        created_at=at,
    )
    write_topic(meeting, words or TopicWords())
    tell_the_other(meeting, by, at)
    return meeting


def next_number(relationship: Relationship) -> int:
    """Numbers run on; a cancelled or missed one keeps its own."""
    highest = Meeting.objects.filter(**owned_by(relationship)).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


@transaction.atomic
def write_topic(meeting: Meeting, words: TopicWords) -> MeetingTopic | Refused:
    """Write what it is about. Fields left empty are emptied."""
    if (refused := why_not_write(meeting.relationship)) is not None:
        return refused
    topic, _ = MeetingTopic.objects.update_or_create(
        meeting=meeting,
        defaults={
            "topic": words.topic.strip(),
            "agenda": words.agenda.strip(),
            "place": words.place.strip(),
            "link": words.link.strip(),
        },
    )
    return topic


@transaction.atomic
def move_meeting(
    meeting: Meeting, by: Person, starts_at: datetime, minutes: int, at: datetime
) -> Refused | None:
    """Another time. The other is told that a date has changed."""
    if meeting.state != MeetingState.PLANNED:
        return ALREADY_PAST
    if (meeting.starts_at, meeting.minutes) == (starts_at, minutes):
        return None
    meeting.starts_at, meeting.minutes = starts_at, minutes
    meeting.save(update_fields=["starts_at", "minutes"])
    tell_the_other(meeting, by, at)
    return None


@transaction.atomic
def cancel_meeting(meeting: Meeting, by: Person, at: datetime) -> Refused | None:
    """Call it off, without a reason."""
    return _end_planned(meeting, MeetingState.CANCELLED, by, at)


@transaction.atomic
def mark_missed(meeting: Meeting, by: Person, at: datetime) -> Refused | None:
    """It did not take place."""
    return _end_planned(meeting, MeetingState.MISSED, by, at)


@transaction.atomic
def mark_held(meeting: Meeting, by: Person, at: datetime) -> Refused | None:
    """It took place. Only a kind's own service calls this, after its life-cycle has said yes."""
    if meeting.state == MeetingState.HELD:
        return Refused("This one is recorded as held already.")
    meeting.state, meeting.recorded_by = MeetingState.HELD, by
    meeting.held_at = min(meeting.starts_at, at)
    meeting.save(update_fields=["state", "held_at", "recorded_by"])
    return None


def _end_planned(meeting: Meeting, state: MeetingState, by: Person, at: datetime) -> Refused | None:
    if meeting.state != MeetingState.PLANNED:
        return ALREADY_PAST
    meeting.state, meeting.recorded_by = state, by
    meeting.save(update_fields=["state", "recorded_by"])
    tell_the_other(meeting, by, at)
    return None


def tell_the_other(meeting: Meeting, by: Person, at: datetime) -> None:
    """A letter that says only that a date of theirs has changed."""
    other = other_side(meeting.relationship, by)
    if other is not None:
        queue_notice("meeting", other, at=at)
