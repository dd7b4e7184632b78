"""Asking afterwards whether it was the right kind of help: once at each moment, and never again where not wanted."""

from datetime import datetime

from django.db import transaction

from alongside.core.needs.following_up import Answer, check_answer, is_asked_about, moment_reached
from alongside.core.verdicts import Refused
from alongside.models import Need, NeedFollowUp
from alongside.queries.needs.following_up import list_open
from alongside.services.post import queue_notice

NOT_OPEN = "There is nothing to answer here yet."


def ask_what_is_due(now: datetime) -> int:
    """A letter for everybody whose moment has come and who was not asked at it yet; how many needs were asked about.

    Somebody with several such needs gets one letter a day. It names neither the need nor what it was about.
    """
    asked = 0
    due = list_open(now).filter(person__account__is_active=True).select_related("person__organisation")
    for need in list(due):
        asked += _ask(need, now)
    return asked


@transaction.atomic
def _ask(need: Need, now: datetime) -> bool:
    if need.decided_at is None or need.person is None:
        return False
    days = moment_reached(need.decided_at, now)
    if days is None:
        return False
    _row, is_new = NeedFollowUp.objects.get_or_create(
        need=need, decided_at=need.decided_at, days=days, defaults={"asked_at": now, "created_at": now}
    )
    if is_new:
        queue_notice(
            "question", need.person, at=now, once_key=f"question:{need.person_id}:{now.date().isoformat()}"
        )
    return is_new


@transaction.atomic
def answer_follow_up(need: Need, given: Answer, at: datetime) -> Refused | None:
    """Keep what somebody says, for the moment that has come; all of it empty means they leave it out."""
    days = moment_reached(need.decided_at, at) if need.decided_at else None
    if need.decided_at is None or days is None or not is_asked_about(need.route, need.chosen_route):
        return Refused(NOT_OPEN)
    checked = check_answer(given)
    if isinstance(checked, Refused):
        return checked
    row, _ = NeedFollowUp.objects.get_or_create(
        need=need, decided_at=need.decided_at, days=days, defaults={"created_at": at}
    )
    row.answer, row.would_have_been, row.words = checked.answer, checked.would_have_been, checked.words
    row.answered_at = row.answered_at or at
    row.save()
    return None


@transaction.atomic
def choose_to_be_asked(need: Need, *, wanted: bool) -> None:
    """Ask no more about this need, or ask again after all."""
    need.may_be_asked = wanted
    need.save(update_fields=["may_be_asked"])


@transaction.atomic
def allow_testing(need: Need, at: datetime | None) -> None:
    """From now on the rules may be tested on this need, without a name; with None, from now on they may not."""
    need.tests_rules_since = at
    need.save(update_fields=["tests_rules_since"])
