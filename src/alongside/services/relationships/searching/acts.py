"""What the owner of a search does about it, and what the person it is about may say."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.relationships.mentoring import may_rank
from alongside.core.relationships.searching import Because, Outcome, look_again_by
from alongside.core.verdicts import Refused, Verdict, allow_if, first_refusal
from alongside.models import HandSuggestion, Person, Programme, StuckSearch
from alongside.queries.relations import WORKING_STATES
from alongside.queries.relationships.mentoring_asking import (
    has_free_place,
    in_one_line,
    is_mentee_here,
    is_ruled_out,
    mentor_place,
)
from alongside.services.post import queue_notice
from alongside.services.relationships.searching.cases import close_search, open_search

OVER = Refused("This search is settled already.")


@transaction.atomic
def suggest_by_hand(
    search: StuckSearch, by: Person, mentors: Sequence[Person], words: str, at: datetime
) -> StuckSearch | Refused:
    """Suggest up to three mentors. The mentee is told and reaches out; with that the search is settled."""
    if (over := _hold(search)) is not None:
        return over
    verdict = first_refusal(
        (
            may_rank(tuple(str(mentor.pk) for mentor in mentors)),
            *(_may_suggest(search, mentor) for mentor in mentors),
        )
    )
    if isinstance(verdict, Refused):
        return verdict
    for mentor in mentors:
        HandSuggestion.objects.create(search=search, mentor=mentor, created_at=at)
    _say(search, by, words, at)
    close_search(search, Outcome.OFFERED, at)
    queue_notice("search_news", search.person, at=at)
    return search


def _may_suggest(search: StuckSearch, mentor: Person) -> Verdict:
    """One sentence for every private reason."""
    place = mentor_place(search.programme, mentor)
    open_to_all = place is not None and not mentor.is_full_for_now and has_free_place(place)
    apart = is_ruled_out(search.programme, search.person, mentor) or in_one_line(search.person, mentor)
    words = _("%(name)s cannot be suggested just now.") % {"name": mentor.name}
    return allow_if(open_to_all and not apart and mentor != search.person, words)


@transaction.atomic
def write_to_person(
    search: StuckSearch, by: Person, words: str, at: datetime, *, wants_talk: bool = False
) -> StuckSearch | Refused:
    """A few words of the owner, or the wish for a talk. It stays open, and is looked at again later."""
    if (over := _hold(search)) is not None:
        return over
    if not words.strip():
        return Refused(_("Write a few words."))
    search.wants_talk = wants_talk
    _say(search, by, words, at)
    _look_again(search, at)
    queue_notice("search_news", search.person, at=at)
    return search


@transaction.atomic
def look_again(search: StuckSearch, by: Person, at: datetime) -> StuckSearch | Refused:
    """More mentors are being asked to join: the owner looks again in some days, and the person is told so."""
    if (over := _hold(search)) is not None:
        return over
    _take(search, by)
    _look_again(search, at)
    queue_notice("search_news", search.person, at=at)
    return search


@transaction.atomic
def take_over(search: StuckSearch, by: Person, at: datetime) -> StuckSearch | Refused:
    """Somebody else who runs the programme looks from now on."""
    if (over := _hold(search)) is not None:
        return over
    _take(search, by)
    return search


@transaction.atomic
def settle(search: StuckSearch, by: Person, at: datetime) -> StuckSearch | Refused:
    """It was settled in another way."""
    if (over := _hold(search)) is not None:
        return over
    _take(search, by)
    close_search(search, Outcome.SETTLED, at)
    return search


@transaction.atomic
def call_off(search: StuckSearch, by: Person, at: datetime) -> StuckSearch | Refused:
    """The person it is about does not need anybody to look any more."""
    if (over := _hold(search)) is not None:
        return over
    if search.person_id != by.pk:
        return Refused(_("Only they can say that."))
    close_search(search, Outcome.NOT_NEEDED, at)
    return search


@transaction.atomic
def ask_for_a_look(programme: Programme, person: Person, at: datetime) -> StuckSearch | Refused:
    """A mentee who finds nobody asks for a person to look, without waiting for three times no."""
    has_mentor = person.mentorships_as_mentee.filter(programme=programme, state__in=WORKING_STATES)
    verdict = first_refusal(
        (
            allow_if(is_mentee_here(programme, person), _("You take no part in this programme as a mentee.")),
            allow_if(not has_mentor.exists(), _("You have a mentor in this programme.")),
        )
    )
    if isinstance(verdict, Refused):
        return verdict
    opened = open_search(programme, person, "mentoring", Because.ASKED, at)
    return opened or Refused(_("Somebody looks for you already."))


def _hold(search: StuckSearch) -> Refused | None:
    search.refresh_from_db(from_queryset=StuckSearch.objects.select_for_update())
    return OVER if search.closed_at is not None else None


def _take(search: StuckSearch, by: Person) -> None:
    search.owner = by
    search.save(update_fields=["owner"])


def _say(search: StuckSearch, by: Person, words: str, at: datetime) -> None:
    _take(search, by)
    search.words = words.strip()
    search.save(update_fields=["words", "wants_talk"])


def _look_again(search: StuckSearch, at: datetime) -> None:
    search.due_at = look_again_by(at)
    search.save(update_fields=["due_at"])
