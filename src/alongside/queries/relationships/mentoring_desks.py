"""What lies before one of the two in each of their mentorships: the facts, their own desk, the one next thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.core.relationships.cadence import Contact, assess_contact
from alongside.core.relationships.mentoring import Desk, MentoringFacts, next_thing
from alongside.models import Meeting, MeetingState, Mentorship, MentorshipAgreement, Message, Person
from alongside.queries.relationships.mentoring_facts import (
    Looks,
    late_check_from,
    load_facts_of,
    load_looks,
    sides,
)


@dataclass(frozen=True, slots=True)
class Standpoint:
    """One mentorship as one of the two stands in it."""

    mentorship: Mentorship
    person: Person
    facts: MentoringFacts
    desk: Desk
    next_name: str | None
    next_meeting: Meeting | None
    contact: Contact | None

    @property
    def side(self) -> str:
        return self.desk.side

    @property
    def other(self) -> Person:
        return self.mentorship.mentor if self.side == "mentee" else self.mentorship.mentee


def load_standpoints(
    person: Person, mentorships: Iterable[Mentorship], now: datetime
) -> tuple[Standpoint, ...]:
    """Where this person stands in each, in the order given; nine reads for any number."""
    them = tuple(mentorships)
    facts, looks = load_facts_of(them), load_looks(them)
    planned = _planned(them)
    drafted = set(
        MentorshipAgreement.objects.filter(mentorship__in=them).values_list("mentorship_id", flat=True)
    )
    unread = _unread(person, them)
    return tuple(
        _stand(
            one,
            person,
            facts[one.pk],
            _desk(
                one, person, looks[one.pk], planned.get(one.pk, []), one.pk in drafted, one.pk in unread, now
            ),
            planned.get(one.pk, []),
            now,
        )
        for one in them
    )


def _stand(
    mentorship: Mentorship,
    person: Person,
    facts: MentoringFacts,
    desk: Desk,
    planned: list[Meeting],
    now: datetime,
) -> Standpoint:
    contact = None
    if facts.last_contact_at is not None:
        contact = assess_contact(facts.last_contact_at, now, facts.rules.cadence, facts.pauses)
    name = next_thing(facts, desk, now)
    return Standpoint(mentorship, person, facts, desk, name, planned[0] if planned else None, contact)


def _desk(
    mentorship: Mentorship,
    person: Person,
    looks: Looks,
    planned: list[Meeting],
    has_draft: bool,
    unread: bool,
    now: datetime,
) -> Desk:
    return Desk(
        side=sides(mentorship)[person.pk],
        has_draft=has_draft,
        planned_ahead=any(meeting.starts_at > now for meeting in planned),
        planned_past=any(meeting.starts_at <= now for meeting in planned),
        unread=unread,
        checked=looks.checked_by(person.pk),
        checked_late=looks.checked_by(person.pk, late_check_from(mentorship)),
        looked_back_at=looks.last_look_back_at(person.pk),
    )


def _planned(mentorships: Iterable[Mentorship]) -> dict[UUID, list[Meeting]]:
    """Conversations in the diary, the earliest first."""
    found: dict[UUID, list[Meeting]] = {}
    rows = Meeting.objects.filter(mentorship__in=mentorships, state=MeetingState.PLANNED)
    for meeting in rows.order_by("starts_at"):
        if meeting.mentorship_id:
            found.setdefault(meeting.mentorship_id, []).append(meeting)
    return found


def _unread(person: Person, mentorships: Iterable[Mentorship]) -> set[UUID | None]:
    rows = Message.objects.filter(mentorship__in=mentorships, read_at__isnull=True).exclude(author=person)
    return set(rows.values_list("mentorship_id", flat=True))
