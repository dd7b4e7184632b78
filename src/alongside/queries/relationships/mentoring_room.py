"""One mentorship as one of the two sees it: everything the room shows, through one sight."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise

from alongside.core.confidentiality.relations import Relation
from alongside.core.relationships.lifecycle import Choice
from alongside.core.relationships.mentoring import MentoringFacts, weigh
from alongside.models import (
    ActionItem,
    CoachingEngagement,
    JournalEntry,
    LookBack,
    Mentorship,
    MentorshipAgreement,
    Message,
    PathItem,
    PrivateNote,
    Release,
    SharedNote,
)
from alongside.queries.access import NotVisible, Sight, get_visible
from alongside.queries.relations import WORKING_STATES
from alongside.queries.relationships.mentoring_desks import Standpoint, load_standpoints
from alongside.queries.relationships.mentoring_facts import load_mentoring_facts, pauses_of
from alongside.queries.relationships.mentoring_words import NEXT, STORY, NextWords
from alongside.queries.relationships.shared_pages import (
    MeetingLine,
    get_own,
    list_actions,
    list_events,
    list_meetings,
    list_messages,
    list_private_notes,
    list_shared_notes,
)
from alongside.queries.viewers import Viewer

LAST_MESSAGES = 3


def get_mentorship(
    viewer: Viewer, pk: UUID, resource: str = "mentorship", action: str = "read"
) -> Sight[Mentorship]:
    """The mentorship if the viewer may do this with something in it; NotVisible else."""
    rows = Mentorship.objects.select_related(
        "programme__organisation", "mentee__organisation", "mentor__organisation"
    )
    return get_visible(viewer, resource, action, rows, pk)


def get_between(
    viewer: Viewer, pk: UUID, resource: str = "mentorship", action: str = "read"
) -> Sight[Mentorship]:
    """As `get_mentorship`, for one of the two alone: programme managers see that it exists, not the room."""
    sight = get_mentorship(viewer, pk, resource, action)
    if not sight.is_any(Relation.MENTEE, Relation.MENTOR):
        raise NotVisible
    return sight


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of the story, newest first."""

    when: datetime
    title: str | Promise


@dataclass(frozen=True, slots=True)
class Room:
    """What the room shows. Lists are empty where something is not open to the viewer."""

    sight: Sight[Mentorship]
    now: datetime
    standpoint: Standpoint
    choices: tuple[Choice[MentoringFacts], ...]
    agreement: MentorshipAgreement | None
    meetings: tuple[MeetingLine, ...]
    messages: tuple[Message, ...]
    notes: tuple[SharedNote, ...]
    private_notes: tuple[PrivateNote, ...]
    actions: tuple[ActionItem, ...]
    looks: tuple[LookBack, ...]
    path: tuple[PathItem, ...]
    path_is_open: bool
    journal: tuple[JournalEntry, ...]
    story: tuple[StoryLine, ...]
    coaching_after: tuple[CoachingEngagement, ...]

    @property
    def mentorship(self) -> Mentorship:
        return self.sight.record

    @property
    def side(self) -> str:
        return self.standpoint.side

    @property
    def is_over(self) -> bool:
        """Whether the two no longer write, meet or agree on anything here."""
        return self.mentorship.state not in (*WORKING_STATES, "redefinition")

    @property
    def keeps_a_rhythm(self) -> bool:
        """Whether the two are under way together: colleagues, and those at rest, owe each other nothing."""
        return self.mentorship.state in ("initiation", "cultivation", "separation")

    @property
    def quiet_until(self) -> datetime | None:
        """When an agreed quiet time ends, while it lasts; None without one."""
        ends = [one.ends_at for one in pauses_of(self.mentorship) if one.ends_at and one.ends_at > self.now]
        return max(ends, default=None) if self.keeps_a_rhythm else None

    @property
    def next_words(self) -> NextWords | None:
        return NEXT.get(self.standpoint.next_name or "")

    @property
    def planned(self) -> tuple[MeetingLine, ...]:
        return tuple(line for line in self.meetings if line.meeting.state == "planned")

    @property
    def held(self) -> tuple[MeetingLine, ...]:
        return tuple(line for line in reversed(self.meetings) if line.meeting.state != "planned")

    def may(self, name: str) -> bool:
        """Whether the move of that name is open to this side now."""
        return any(choice.transition.name == name and choice.verdict.allowed for choice in self.choices)

    def has(self, name: str) -> bool:
        """Whether the move of that name belongs to this state and side, open or not yet."""
        return any(choice.transition.name == name for choice in self.choices)


def get_room(viewer: Viewer, pk: UUID, now: datetime) -> Room:
    """The room of one of the two; NotVisible for everybody else."""
    return load_room(get_between(viewer, pk), now)


def load_room(sight: Sight[Mentorship], now: datetime) -> Room:
    """Everything the room shows, for a sight of one of the two."""
    mentorship = sight.record
    assert sight.viewer.person is not None  # noqa: S101 - one of the two is a person
    standpoint = load_standpoints(sight.viewer.person, (mentorship,), now)[0]
    messages = list_messages(sight)
    return Room(
        sight=sight,
        now=now,
        standpoint=standpoint,
        choices=weigh(load_mentoring_facts(mentorship), standpoint.side, now),
        agreement=newest_agreement(sight),
        meetings=list_meetings(sight),
        messages=messages[-LAST_MESSAGES:],
        notes=list_shared_notes(sight),
        private_notes=list_private_notes(sight),
        actions=list_actions(sight),
        looks=list_looks(sight),
        path=list_path(sight),
        path_is_open=is_path_open(mentorship),
        journal=list_released_entries(sight),
        story=list_story(sight),
        coaching_after=list_coaching_after(sight),
    )


def newest_agreement(sight: Sight[Mentorship]) -> MentorshipAgreement | None:
    """The newest version of what the two expect of each other."""
    if "expectations" not in sight.fields_of("mentorship_agreement"):
        return None
    rows = MentorshipAgreement.objects.filter(mentorship=sight.record).prefetch_related("signatures__person")
    return rows.order_by("-version").first()


def list_looks(sight: Sight[Mentorship]) -> tuple[LookBack, ...]:
    """One's own looks back, and what the other has shared."""
    rows = LookBack.objects.filter(mentorship=sight.record).select_related("author")
    own = sight.viewer.person
    return tuple(row for row in rows if row.author == own or (row.is_shared and row.text))


def is_path_open(mentorship: Mentorship) -> bool:
    """Whether the mentee has opened their path to this mentor."""
    return Release.objects.filter(
        mentorship=mentorship, resource="career_path", to_relation="mentor", withdrawn_at__isnull=True
    ).exists()


def list_path(sight: Sight[Mentorship]) -> tuple[PathItem, ...]:
    """The mentee's path: all of it for the mentee, the shared part for a mentor it is open to."""
    if not sight.may("career_path", "read"):
        return ()
    rows = PathItem.objects.filter(person=sight.record.mentee).select_related("skill")
    return tuple(rows if sight.is_any(Relation.MENTEE) else rows.filter(is_shared=True))


def list_released_entries(sight: Sight[Mentorship]) -> tuple[JournalEntry, ...]:
    """Journal entries the mentee opened to this mentor; for the mentee, those that are open."""
    if not (sight.may("journal_entry", "list") or sight.is_any(Relation.MENTEE)):
        return ()
    released = Release.objects.filter(
        mentorship=sight.record, resource="journal_entry", to_relation="mentor", withdrawn_at__isnull=True
    )
    rows = JournalEntry.objects.filter(pk__in=released.values("item_id"), author=sight.record.mentee_id)
    return tuple(rows)


def list_story(sight: Sight[Mentorship]) -> tuple[StoryLine, ...]:
    """What happened, for the two. Steps that say nothing to them are left out."""
    events = list_events(sight, "mentorship")
    return tuple(StoryLine(event.happened_at, STORY[event.name]) for event in events if event.name in STORY)


def list_coaching_after(sight: Sight[Mentorship]) -> tuple[CoachingEngagement, ...]:
    """Coaching the mentee began after this mentorship: theirs to know, not the mentor's."""
    if not sight.is_any(Relation.MENTEE):
        return ()
    return tuple(
        CoachingEngagement.objects.filter(after_mentorship=sight.record, client=sight.record.mentee_id)
    )


def first_words(mentorship: Mentorship) -> str:
    """The message the mentee asked with: part of the request, so the person who was asked may read it."""
    message = (
        Message.objects.filter(mentorship=mentorship, author=mentorship.mentee_id).order_by("sent_at").first()
    )
    return message.text if message else ""


def get_own_action(sight: Sight[Mentorship], pk: UUID) -> ActionItem:
    """An action of this mentorship; NotVisible when it is not of it."""
    return get_own(sight, ActionItem, "action_item", pk)


def get_own_note(sight: Sight[Mentorship], pk: UUID, is_private: bool) -> SharedNote | PrivateNote:
    """A note the viewer wrote in this mentorship; NotVisible else."""
    note: SharedNote | PrivateNote | None
    if is_private:
        note = next((one for one in list_private_notes(sight) if one.pk == pk), None)
    else:
        note = get_own(sight, SharedNote, "shared_note", pk)
    if note is None or note.author != sight.viewer.person:
        raise NotVisible
    return note
