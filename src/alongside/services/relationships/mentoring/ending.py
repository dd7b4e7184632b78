"""Ending: an honourable one with a last conversation, or no fault at any time. Nobody is told why."""

from datetime import datetime

from django.db import transaction

from alongside.core import events
from alongside.core.relationships.lifecycle import Moved
from alongside.core.relationships.mentoring import MentoringState as State
from alongside.core.verdicts import Refused
from alongside.models import Mentorship, Person
from alongside.services.post import queue_notice
from alongside.services.relationships.mentoring.moving import NOBODY_HERE, lock, move, remember, side_of
from alongside.services.relationships.messages import send_message
from alongside.services.relationships.reasons import keep_reason


@transaction.atomic
def begin_ending(
    mentorship: Mentorship, by: Person, at: datetime, *, words: str = "", offer_talk: bool = True
) -> Moved | Refused:
    """It is time to look back. A last conversation is offered with it unless the person leaves that out."""
    answer = move(mentorship, "begin_ending", by, at)
    if isinstance(answer, Refused):
        return answer
    if offer_talk:
        remember(mentorship, events.EndingConversationOffered, by, at)
    if words.strip():
        send_message(mentorship, by, words, at)
    else:
        queue_notice("next_step", _other(mentorship, by), at=at)
    return answer


@transaction.atomic
def offer_ending_talk(mentorship: Mentorship, by: Person, at: datetime) -> Refused | None:
    """Offer a conversation to end well. It need not be taken."""
    lock(mentorship)
    if mentorship.state != State.SEPARATION or side_of(mentorship, by) == NOBODY_HERE:
        return Refused("A last conversation belongs to an ending.")
    remember(mentorship, events.EndingConversationOffered, by, at)
    queue_notice("next_step", _other(mentorship, by), at=at)
    return None


@transaction.atomic
def redefine(mentorship: Mentorship, by: Person, at: datetime) -> Moved | Refused | None:
    """Go on as colleagues. It happens once both have said so; None means the first of the two has."""
    answer = move(mentorship, "redefine", by, at)
    if isinstance(answer, Moved):
        queue_notice("answer", _other(mentorship, by), at=at)
        return answer
    if mentorship.state != State.SEPARATION or side_of(mentorship, by) == NOBODY_HERE:
        return answer
    said = mentorship.relationshipevents.filter(name=events.RedefinitionWished.__name__, actor=by)
    if not said.exists():
        remember(mentorship, events.RedefinitionWished, by, at)
        queue_notice("next_step", _other(mentorship, by), at=at)
    return None


@transaction.atomic
def close_mentorship(
    mentorship: Mentorship, by: Person, at: datetime, *, thanks: str = ""
) -> Moved | Refused:
    """Close, with thanks."""
    return _end(mentorship, "close", by, at, thanks)


@transaction.atomic
def end_flash(mentorship: Mentorship, by: Person, at: datetime, *, thanks: str = "") -> Moved | Refused:
    """The one conversation was had: say thank you."""
    return _end(mentorship, "end_flash", by, at, thanks)


def _end(mentorship: Mentorship, name: str, by: Person, at: datetime, thanks: str) -> Moved | Refused:
    answer = move(mentorship, name, by, at)
    if isinstance(answer, Refused):
        return answer
    if thanks.strip():
        send_message(mentorship, by, thanks, at)
    else:
        queue_notice("answer", _other(mentorship, by), at=at)
    return answer


@transaction.atomic
def unwind(
    mentorship: Mentorship,
    by: Person,
    at: datetime,
    *,
    category: str = "",
    text: str = "",
    not_again: bool = False,
) -> Moved | Refused:
    """This is not the right pairing. The reason stays with the one who gives it; "not again" is kept for both."""
    answer = move(mentorship, "unwind", by, at)
    if isinstance(answer, Refused):
        return answer
    other = _other(mentorship, by)
    keep_reason(mentorship, by, at, about=other, category=category, text=text, not_together_again=not_again)
    queue_notice("answer", other, at=at)
    return answer


def _other(mentorship: Mentorship, by: Person) -> Person:
    return mentorship.mentor if by.pk == mentorship.mentee_id else mentorship.mentee
