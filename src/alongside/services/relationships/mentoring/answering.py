"""The mentor answers: yes, later, no, or a little more time. A no is private and kind."""

from datetime import datetime, timedelta

from django.db import transaction

from alongside.core import events
from alongside.core.relationships.lifecycle import Moved
from alongside.core.relationships.searching import Outcome
from alongside.core.verdicts import Refused
from alongside.models import Mentorship, Person
from alongside.queries.relationships.mentoring_facts import rules_of
from alongside.services.post import queue_notice
from alongside.services.relationships.mentoring.asking import LIMITS_UNREAD, stop_asking_on
from alongside.services.relationships.mentoring.choosing import close_lists
from alongside.services.relationships.mentoring.moving import move, remember
from alongside.services.relationships.messages import mark_messages_read
from alongside.services.relationships.reasons import keep_reason
from alongside.services.relationships.searching.cases import close_searches


@transaction.atomic
def accept_request(mentorship: Mentorship, by: Person, at: datetime, *, limits_read: bool) -> Moved | Refused:
    """Say yes. The mentor's own row is held meanwhile, so that the last place is given once."""
    Person.objects.select_for_update().get(pk=mentorship.mentor_id)
    if not limits_read:
        return Refused(LIMITS_UNREAD)
    answer = move(mentorship, "accept", by, at)
    if isinstance(answer, Refused):
        return answer
    mentorship.accepted_at = at
    mentorship.save(update_fields=["accepted_at"])
    remember(mentorship, events.LimitsAcknowledged, by, at)
    mark_messages_read(mentorship, by, at)
    close_lists(mentorship.programme, mentorship.mentee, at)
    close_searches(mentorship.programme, mentorship.mentee, "mentoring", Outcome.FOUND, at)
    queue_notice("answer", mentorship.mentee, at=at)
    return answer


@transaction.atomic
def decline_request(
    mentorship: Mentorship,
    by: Person,
    at: datetime,
    *,
    category: str = "",
    text: str = "",
    not_again: bool = False,
) -> Moved | Refused:
    """Say no. A reason is optional, stays the mentor's own, and the mentee never reads it."""
    return _step_away(mentorship, "decline", by, at, category, text, not_again)


@transaction.atomic
def step_back(
    mentorship: Mentorship,
    by: Person,
    at: datetime,
    *,
    category: str = "",
    text: str = "",
    not_again: bool = False,
) -> Moved | Refused:
    """The mentor takes the yes back before the two have met."""
    return _step_away(mentorship, "step_back", by, at, category, text, not_again)


def _step_away(
    mentorship: Mentorship,
    name: str,
    by: Person,
    at: datetime,
    category: str,
    text: str,
    not_again: bool,
) -> Moved | Refused:
    answer = move(mentorship, name, by, at)
    if isinstance(answer, Refused):
        return answer
    keep_reason(
        mentorship,
        by,
        at,
        about=mentorship.mentee,
        category=category,
        text=text,
        not_together_again=not_again,
    )
    queue_notice("answer", mentorship.mentee, at=at)
    return answer


@transaction.atomic
def put_on_list(mentorship: Mentorship, by: Person, at: datetime) -> Moved | Refused:
    """Yes, but later: the mentee stays on the mentor's list and may look elsewhere meanwhile."""
    answer = move(mentorship, "waitlist", by, at)
    if isinstance(answer, Moved):
        mentorship.answer_by = at + timedelta(days=rules_of(mentorship).waitlist_days)
        mentorship.save(update_fields=["answer_by"])
        stop_asking_on(mentorship.programme, mentorship.mentee)  # it was no no: they say whether to go on
        queue_notice("answer", mentorship.mentee, at=at)
    return answer


@transaction.atomic
def ask_for_more_time(mentorship: Mentorship, by: Person, at: datetime) -> Moved | Refused:
    """Once, and for as many days again as the programme says."""
    answer = move(mentorship, "ask_for_time", by, at)
    if isinstance(answer, Moved):
        mentorship.asked_more_time = True
        mentorship.answer_by += timedelta(days=rules_of(mentorship).more_time_days)
        mentorship.save(update_fields=["asked_more_time", "answer_by"])
        queue_notice("answer", mentorship.mentee, at=at)
    return answer
