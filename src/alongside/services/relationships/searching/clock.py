"""What the clock does about searches: opens those that are stuck, settles those that are not any more, reminds."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Count

from alongside.core.relationships.searching import TRIES
from alongside.models import CoachingEngagement, Mentorship, Person, Programme, StuckSearch
from alongside.queries.relations import NEVER_BEGUN_STATES
from alongside.queries.relationships.stuck import (
    list_without_keeper,
    why_coaching_is_stuck,
    why_mentoring_is_stuck,
    why_over,
)
from alongside.services.relationships.searching.cases import close_search, open_search, pick_owner, tell_owner

LOOKED_BACK_DAYS: Final = 180


def tend_searches(at: datetime) -> int:
    """Everything that is due about searches. How many were opened."""
    _settle_what_is_over(at)
    opened = _open_mentoring(at) + _open_coaching(at)
    _hand_over(at)
    for search in StuckSearch.objects.filter(closed_at__isnull=True, due_at__lte=at).select_related("owner"):
        tell_owner(search, at)
    return opened


def _open_mentoring(at: datetime) -> int:
    """Mentees whose requests of late came to nothing, one after the other, without a list."""
    lately = Mentorship.objects.filter(
        state__in=NEVER_BEGUN_STATES, ended_at__gte=at - timedelta(days=LOOKED_BACK_DAYS)
    )
    opened = 0
    often = lately.order_by().values_list("programme", "mentee").annotate(times=Count("pk"))
    for programme_pk, mentee_pk, _times in often.filter(times__gte=TRIES):
        programme, mentee = Programme.objects.get(pk=programme_pk), Person.objects.get(pk=mentee_pk)
        because = why_mentoring_is_stuck(programme, mentee)
        if because and open_search(programme, mentee, "mentoring", because, at):
            opened += 1
    return opened


def _open_coaching(at: datetime) -> int:
    """Clients who are to choose a coach and have nobody to choose."""
    opened = 0
    choosing = CoachingEngagement.objects.filter(state="matching", programme__state="open")
    for engagement in choosing.select_related("programme", "client").prefetch_related("offers"):
        because = why_coaching_is_stuck(engagement, at)
        if because and open_search(
            engagement.programme, engagement.client, "coaching", because, at, engagement
        ):
            opened += 1
    return opened


@transaction.atomic
def _settle_what_is_over(at: datetime) -> None:
    rows = StuckSearch.objects.filter(closed_at__isnull=True).select_related(
        "programme", "person", "engagement"
    )
    for search in rows:
        if (outcome := why_over(search)) is not None:
            close_search(search, outcome, at)


@transaction.atomic
def _hand_over(at: datetime) -> None:
    """A search whose owner runs the programme no longer gets a new one."""
    for search in list_without_keeper():
        owner = pick_owner(search.programme, search.person)
        if owner is None and search.owner_id is None:
            continue
        search.owner = owner
        search.save(update_fields=["owner"])
        tell_owner(search, at)
