"""Reaching out: the mentee asks one mentor, with a message of their own. It can be taken back until they meet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from alongside.core import events
from alongside.core.relationships.lifecycle import Moved
from alongside.core.relationships.mentoring import may_reach_out
from alongside.core.verdicts import Refused, allow_if, first_refusal
from alongside.models import (
    MentorRanking,
    Mentorship,
    MentorshipForm,
    Message,
    Need,
    Person,
    Programme,
    RankedMentor,
)
from alongside.queries.relationships.mentoring_asking import ONLY_MENTORING, load_reaching_out, takes_requests
from alongside.queries.relationships.mentoring_facts import programme_rules
from alongside.services.people.own_steps import take_own_step
from alongside.services.post import queue_notice
from alongside.services.relationships.mentoring.moving import move, remember

LIMITS_UNREAD = "Please confirm that you have read where confidentiality ends."


@dataclass(frozen=True, slots=True)
class Asking:
    """What the mentee says when they ask. `findings` are the reasons they were shown, kept for them."""

    words: str
    form: str = MentorshipForm.ONE_TO_ONE
    limits_read: bool = False
    need: Need | None = None
    findings: Sequence[Any] = ()


@transaction.atomic
def ask_mentor(
    programme: Programme, mentee: Person, mentor: Person, asking: Asking, at: datetime
) -> Mentorship | Refused:
    """Ask. The message is kept as the first of the two; the letter to the mentor names nobody."""
    hold_people(mentee, mentor)
    rules = programme_rules(programme)
    verdict = first_refusal(
        (
            allow_if(takes_requests(programme), ONLY_MENTORING),
            may_reach_out(load_reaching_out(programme, mentee, mentor, asking.form), rules),
            allow_if(bool(asking.words.strip()), "Write a few words to the person you ask."),
            allow_if(asking.limits_read, LIMITS_UNREAD),
        )
    )
    if isinstance(verdict, Refused):
        return verdict
    mentorship = Mentorship.objects.create(
        programme=programme,
        mentee=mentee,
        mentor=mentor,
        need=asking.need,
        form=asking.form,
        state="requested",
        state_since=at,
        requested_at=at,
        answer_by=at + timedelta(days=rules.answer_days),
        cadence_days=programme.cadence_days,
        findings=list(asking.findings),
        created_at=at,
    )
    Message.objects.create(mentorship=mentorship, author=mentee, text=asking.words.strip(), sent_at=at)
    remember(mentorship, events.MentoringRequested, mentee, at)
    remember(mentorship, events.LimitsAcknowledged, mentee, at)
    mark_on_list(mentorship)
    take_own_step(mentee, at, programme)
    queue_notice("request", mentor, at=at)
    return mentorship


def hold_people(*people: Person) -> None:
    """Hold these rows until the transaction ends: two clicks at once, and two people who ask one mentor at once,
    come one after the other. Always in the same order, so that two who hold them never wait for each other."""
    rows = Person.objects.select_for_update().filter(pk__in=[person.pk for person in people])
    list(rows.order_by("pk").values_list("pk", flat=True))


def mark_on_list(mentorship: Mentorship) -> None:
    """Where the mentor stands on the mentee's open list, this is the request that was made."""
    RankedMentor.objects.filter(
        ranking__programme=mentorship.programme_id,
        ranking__mentee=mentorship.mentee_id,
        ranking__closed_at__isnull=True,
        mentor=mentorship.mentor_id,
    ).update(mentorship=mentorship)


def stop_asking_on(programme: Programme, mentee: Person) -> int:
    """Nobody else on the mentee's list is asked for them; the list stays, and they may ask the next themselves."""
    lists = MentorRanking.objects.filter(programme=programme, mentee=mentee, closed_at__isnull=True)
    return lists.update(asks_on=False)


@transaction.atomic
def take_back_request(mentorship: Mentorship, by: Person, at: datetime) -> Moved | Refused:
    """The mentee no longer asks, and nobody else is asked for them. The mentor has nothing left to answer."""
    answer = move(mentorship, "take_back", by, at)
    if isinstance(answer, Moved):
        stop_asking_on(mentorship.programme, mentorship.mentee)
        queue_notice("answer", mentorship.mentor, at=at)
    return answer
