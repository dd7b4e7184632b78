"""A mentee's own list of up to three mentors: asked one at a time, the next after a no, as the mentee chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.core.relationships.mentoring import may_rank, next_choice
from alongside.core.relationships.searching import Because
from alongside.core.verdicts import Refused
from alongside.models import (
    MentorRanking,
    Mentorship,
    MentorshipForm,
    Need,
    Person,
    Programme,
    RankedMentor,
)
from alongside.queries.relations import ASKED_STATES, NEVER_BEGUN_STATES
from alongside.queries.relationships.mentoring_asking import (
    count_open_requests,
    is_mentee_here,
    takes_requests,
    was_taken_back,
)
from alongside.services.post import queue_notice
from alongside.services.relationships.mentoring.asking import Asking, ask_mentor, hold_people, mark_on_list
from alongside.services.relationships.searching.cases import open_search


@dataclass(frozen=True, slots=True)
class Choosing:
    """What the mentee says with the list. Everybody on it reads the same `words`, each when it is their turn."""

    words: str
    form: str = MentorshipForm.ONE_TO_ONE
    limits_read: bool = False
    asks_on: bool = False
    need: Need | None = None

    def asking(self, findings: Sequence[Any]) -> Asking:
        return Asking(self.words, self.form, self.limits_read, self.need, findings)


@transaction.atomic
def rank_mentors(
    programme: Programme,
    mentee: Person,
    mentors: Sequence[Person],
    choosing: Choosing,
    at: datetime,
    findings: Mapping[UUID, Sequence[Any]] | None = None,
) -> MentorRanking | Refused:
    """Keep the list and ask the first on it. A list made before is closed. `findings` by mentor: why each fits."""
    verdict = may_rank(tuple(str(mentor.pk) for mentor in mentors))
    if isinstance(verdict, Refused):
        return verdict
    hold_people(mentee, *mentors)
    reasons = findings or {}
    asked = ask_mentor(programme, mentee, mentors[0], choosing.asking(reasons.get(mentors[0].pk, ())), at)
    if isinstance(asked, Refused):
        return asked
    close_lists(programme, mentee, at)
    ranking = MentorRanking.objects.create(
        programme=programme,
        mentee=mentee,
        need=choosing.need,
        form=choosing.form,
        words=choosing.words.strip(),
        asks_on=choosing.asks_on,
        created_at=at,
    )
    for rank, mentor in enumerate(mentors, start=1):
        RankedMentor.objects.create(
            ranking=ranking,
            mentor=mentor,
            rank=rank,
            findings=list(reasons.get(mentor.pk, ())),
            created_at=at,
        )
    mark_on_list(asked)
    return ranking


def close_lists(programme: Programme, mentee: Person, at: datetime) -> None:
    """The mentee's list here has served: somebody said yes, it is used up, or a new one was made."""
    MentorRanking.objects.filter(programme=programme, mentee=mentee, closed_at__isnull=True).update(
        closed_at=at
    )


def go_on_with_lists(at: datetime) -> int:
    """For every list whose last request came to nothing: ask the next, if so chosen. How many were asked."""
    waiting = MentorRanking.objects.filter(closed_at__isnull=True).order_by("pk")
    ready = waiting.exclude(choices__mentorship__state__in=ASKED_STATES)
    return sum(_go_on(pk, at) for pk in list(ready.values_list("pk", flat=True)))


@transaction.atomic
def _go_on(pk: UUID, at: datetime) -> bool:
    ranking = (
        MentorRanking.objects.select_for_update(of=("self",))
        .select_related("programme", "mentee", "need")
        .filter(pk=pk, closed_at__isnull=True)
        .first()
    )
    if ranking is None or not takes_requests(ranking.programme):
        return False
    if not is_mentee_here(ranking.programme, ranking.mentee):
        close_lists(ranking.programme, ranking.mentee, at)
        return False
    if count_open_requests(ranking.programme, ranking.mentee) or not _came_to_nothing(ranking):
        return False
    return _ask_next(ranking, at)


def _came_to_nothing(ranking: MentorRanking) -> bool:
    made = [one.mentorship for one in ranking.choices.select_related("mentorship") if one.mentorship]
    return bool(made) and all(one.state in NEVER_BEGUN_STATES for one in made)


def _ask_next(ranking: MentorRanking, at: datetime) -> bool:
    """Ask the next who can be asked. Whoever cannot is passed over; with nobody left a person looks."""
    choices = {str(one.mentor_id): one for one in ranking.choices.select_related("mentor", "mentorship")}
    asked = frozenset(ref for ref, one in choices.items() if one.mentorship_id)
    passed = frozenset(ref for ref, one in choices.items() if one.passed_at)
    while (ref := next_choice(tuple(choices), passed, asked)) is not None:
        if not ranking.asks_on:
            return False
        if isinstance(_ask(ranking, choices[ref], at), Mentorship):
            queue_notice("search_news", ranking.mentee, at=at)
            return True
        RankedMentor.objects.filter(pk=choices[ref].pk).update(passed_at=at)
        passed |= {ref}
    _use_up(ranking, list(choices.values()), at)
    return False


def _ask(ranking: MentorRanking, choice: RankedMentor, at: datetime) -> Mentorship | Refused:
    choosing = Choosing(ranking.words, ranking.form, limits_read=True, need=ranking.need)
    return ask_mentor(ranking.programme, ranking.mentee, choice.mentor, choosing.asking(choice.findings), at)


def _use_up(ranking: MentorRanking, choices: Sequence[RankedMentor], at: datetime) -> None:
    """The list is at its end. Whoever took the last request back themselves looks on by themselves."""
    close_lists(ranking.programme, ranking.mentee, at)
    last = max((one.mentorship for one in choices if one.mentorship), key=lambda one: one.requested_at)
    if not was_taken_back(last):
        open_search(ranking.programme, ranking.mentee, "mentoring", Because.LIST_USED_UP, at)
