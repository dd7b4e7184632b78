"""Conversations and messages of a mentorship: as and when, the mentee reaches out. Each is contact."""

from datetime import datetime, timedelta

from django.db import transaction

from alongside.core.calendar_days import after_months
from alongside.core.relationships.mentoring import MentoringState as State
from alongside.core.verdicts import Refused
from alongside.models import Meeting, MeetingState, Mentorship, MentorshipForm, Message, Person
from alongside.queries.relationships.mentoring_facts import rules_of
from alongside.services.relationships.meetings import TopicWords, mark_held, plan_meeting
from alongside.services.relationships.mentoring.moving import NOBODY_HERE, lock, move, side_of
from alongside.services.relationships.messages import send_message

MEETING_STATES = (State.ACCEPTED, State.INITIATION, State.CULTIVATION, State.SEPARATION, State.REDEFINITION)
WRITING_STATES = (*MEETING_STATES, State.DORMANT)
NOT_NOW = Refused("The two of you are not under way just now.")
LONGEST_PAUSE_DAYS = 180


@transaction.atomic
def plan_conversation(
    mentorship: Mentorship,
    by: Person,
    starts_at: datetime,
    at: datetime,
    *,
    minutes: int = 45,
    words: TopicWords | None = None,
) -> Meeting | Refused:
    """Put a conversation in both diaries. One that lies in the past is one to be recorded."""
    lock(mentorship)
    if mentorship.state not in MEETING_STATES or side_of(mentorship, by) == NOBODY_HERE:
        return NOT_NOW
    return plan_meeting(mentorship, by, starts_at, at, minutes=minutes, words=words, template_key="free")


@transaction.atomic
def hold_conversation(meeting: Meeting, by: Person, at: datetime) -> Refused | None:
    """It took place. The first one begins the mentorship; each one is contact."""
    mentorship = meeting.mentorship
    if mentorship is None or side_of(mentorship, by) == NOBODY_HERE:
        return NOT_NOW
    lock(mentorship)
    if mentorship.state not in MEETING_STATES:
        return NOT_NOW
    if meeting.starts_at > at + timedelta(hours=12):
        return Refused("This conversation lies ahead. Once you have had it, say so here.")
    refused = mark_held(meeting, by, at)
    if refused is None and mentorship.state == State.ACCEPTED:
        refused = _begin(mentorship, by, at, meeting)
    if refused is not None:
        transaction.set_rollback(True)
        return refused
    touch(mentorship, meeting.held_at or at)
    return None


def _begin(mentorship: Mentorship, by: Person, at: datetime, meeting: Meeting) -> Refused | None:
    answer = move(mentorship, "hold_first_meeting", by, at)
    if isinstance(answer, Refused):
        return answer
    mentorship.first_met_at = meeting.held_at
    if mentorship.form != MentorshipForm.FLASH and mentorship.programme.window_months:
        window = after_months(meeting.held_at or at, rules_of(mentorship).window_months)
        mentorship.window_ends_on = window.date()
    mentorship.save(update_fields=["first_met_at", "window_ends_on"])
    return None


def touch(mentorship: Mentorship, moment: datetime) -> None:
    """The two were in touch at that moment; an agreed quiet time ends with it."""
    if mentorship.last_contact_at is None or moment > mentorship.last_contact_at:
        mentorship.last_contact_at, mentorship.paused_days = moment, 0
        mentorship.save(update_fields=["last_contact_at", "paused_days"])


@transaction.atomic
def write_to_other(mentorship: Mentorship, author: Person, text: str, at: datetime) -> Message | Refused:
    """Ask my mentor, or answer my mentee. A mentee's message wakes a mentorship that went quiet."""
    lock(mentorship)
    if mentorship.state not in WRITING_STATES:
        return NOT_NOW
    message = send_message(mentorship, author, text, at)
    if isinstance(message, Refused):
        return message
    if mentorship.state == State.DORMANT and side_of(mentorship, author) == "mentee":
        move(mentorship, "wake", author, at)
    touch(mentorship, at)
    return message


@transaction.atomic
def agree_on_quiet(mentorship: Mentorship, by: Person, days: int, at: datetime) -> Refused | None:
    """A time without contact that is nobody's fault: it does not count when contact is looked at."""
    lock(mentorship)
    if (
        mentorship.state not in (State.INITIATION, State.CULTIVATION)
        or side_of(mentorship, by) == NOBODY_HERE
    ):
        return NOT_NOW
    if not 7 <= days <= LONGEST_PAUSE_DAYS:
        return Refused(f"A quiet time is between 7 and {LONGEST_PAUSE_DAYS} days long.")
    since = mentorship.last_contact_at or at
    mentorship.last_contact_at = since
    mentorship.paused_days = (at - since).days + days
    mentorship.save(update_fields=["paused_days", "last_contact_at"])
    return None


def next_planned(mentorship: Mentorship) -> Meeting | None:
    """The next conversation in the diary."""
    planned = Meeting.objects.filter(mentorship=mentorship, state=MeetingState.PLANNED)
    return planned.order_by("starts_at").first()
