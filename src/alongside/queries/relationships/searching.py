"""Searches that found nobody: for the one who looks after them, for the person, and for the page Today."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core.confidentiality.relations import Relation
from alongside.core.relationships.searching import Because
from alongside.models import CoachOfferState, Mentorship, Person, Programme, StuckSearch
from alongside.queries.access import NotVisible, Sight, get_visible
from alongside.queries.matching.pool import load_pool
from alongside.queries.relationships.coaching.facts import latest_offers
from alongside.queries.relationships.mentoring_looking import Looking, MentorCard, reasons_of
from alongside.queries.relationships.mentoring_search import with_profile
from alongside.queries.relationships.mentoring_words import STATES
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer

CANDIDATES: Final = 12
OFFER_SHOWN_DAYS: Final = 30
SUGGESTED, SOONER = 3, 3

WHY: Final[dict[str, str | Promise]] = {
    Because.LIST_USED_UP: _("Everybody on their list was asked, and it came to nothing."),
    Because.TRIES: _("Three mentors were asked, one after the other, and it came to nothing."),
    Because.ASKED: _("They asked for a person to look."),
    Because.NOBODY_ON_OFFER: _("No coach is left on offer."),
    Because.TALKS_USED: _("Three first talks led to nothing."),
    Because.COACHES_SILENT: _("None of the coaches on offer has answered for a week."),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """Somebody who was asked or offered, how it stands in words, and since when. Never why."""

    name: str
    how: str
    since: datetime


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One search for those who run the programme. `candidates` are mentors to suggest by hand, best first.

    `suggested` are the names of those who were.
    """

    sight: Sight[StuckSearch]
    why: str
    tried: tuple[Tried, ...]
    candidates: tuple[MentorCard, ...]
    suggested: tuple[str, ...] = ()

    @property
    def search(self) -> StuckSearch:
        return self.sight.record


def get_search(viewer: Viewer, pk: UUID, action: str = "read") -> Sight[StuckSearch]:
    """The search, for whoever runs the programme or is the person; NotVisible for everybody else."""
    rows = StuckSearch.objects.select_related("programme__organisation", "person", "owner", "engagement")
    return get_visible(viewer, "stuck_search", action, rows, pk)


def get_search_page(viewer: Viewer, pk: UUID, on: date) -> SearchPage:
    """The search with who was asked and who could be suggested; not for the person it is about."""
    sight = get_search(viewer, pk, "decide")
    if not sight.is_any(Relation.PROGRAMME_MANAGER):
        raise NotVisible
    search = sight.record
    is_open = search.closed_at is None
    candidates = _candidates(search, on) if is_open and search.kind == "mentoring" else ()
    suggested = tuple(search.suggestions.values_list("mentor__name", flat=True))
    return SearchPage(sight, str(WHY[search.because]), _tried(search), candidates, suggested)


def _tried(search: StuckSearch) -> tuple[Tried, ...]:
    if search.engagement is not None:
        offers = latest_offers(search.engagement)
        return tuple(
            Tried(one.coach.name, CoachOfferState(one.state).label, one.answered_at or one.created_at)
            for one in offers
        )
    rows = Mentorship.objects.filter(programme=search.programme, mentee=search.person).select_related(
        "mentor"
    )
    return tuple(
        Tried(one.mentor.name, str(STATES[one.state]), one.state_since)
        for one in rows.order_by("requested_at")
    )


def _candidates(search: StuckSearch, on: date) -> tuple[MentorCard, ...]:
    """Mentors with a place whom this person could ask, by the programme's rules; nobody who was asked before."""
    pool = load_pool(search.programme, "mentoring", on=on, among=(search.person_id,))
    if not pool.clients:
        return ()
    looking = Looking(search.person, search.programme, pool)
    asked = Mentorship.objects.filter(programme=search.programme, mentee=search.person)
    away = looking.ruled_out() | set(asked.values_list("mentor_id", flat=True))
    best = {
        UUID(one.practitioner): reasons_of(one)
        for one in looking.suggestions(len(pool.practitioners))
        if UUID(one.practitioner) not in away
    }
    people = with_profile(Person.objects.filter(pk__in=list(best)[:CANDIDATES])).in_bulk()
    cards = (looking.card(people[pk], best[pk]) for pk in list(best)[:CANDIDATES])
    return tuple(card for card in cards if card.standing == "")


def list_searches_of(sight: Sight[Programme]) -> tuple[StuckSearch, ...]:
    """The programme's open searches, the most pressing first; without the viewer's own."""
    if not sight.is_any(Relation.PROGRAMME_MANAGER):
        return ()
    rows = StuckSearch.objects.filter(programme=sight.record, closed_at__isnull=True)
    if sight.viewer.person is not None:
        rows = rows.exclude(person=sight.viewer.person)
    return tuple(rows.select_related("person", "owner").order_by("due_at"))


def why_in_words(search: StuckSearch) -> str:
    """Why a person looks."""
    return str(WHY[search.because])


def get_own_search(viewer: Viewer, programme: Programme, kind: str, now: datetime) -> StuckSearch | None:
    """The viewer's own search here that is open, or that ended with an offer of late."""
    mine = StuckSearch.objects.filter(person=viewer.person, programme=programme, kind=kind)
    newest = mine.select_related("owner").order_by("-opened_at").first()
    return newest if newest and (newest.closed_at is None or _is_fresh_offer(newest, now)) else None


def _is_fresh_offer(search: StuckSearch, now: datetime) -> bool:
    closed = search.closed_at
    return (
        closed is not None and search.outcome == "offered" and closed > now - timedelta(days=OFFER_SHOWN_DAYS)
    )


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """For the owner a search to look at; for the person what the owner suggests or wrote (two reads)."""
    if viewer.person is None:
        return ()
    managed = viewer.programmes_managed()
    owned = StuckSearch.objects.filter(owner=viewer.person, closed_at__isnull=True, programme__in=managed)
    mine = StuckSearch.objects.filter(person=viewer.person).select_related("owner").order_by("-opened_at")
    found = [_to_look(one) for one in owned.select_related("person")]
    newest: dict[tuple[UUID, str], StuckSearch] = {}
    for one in mine:
        newest.setdefault((one.programme_id, one.kind), one)
    found += [todo for one in newest.values() if (todo := _for_person(one, now)) is not None]
    return tuple(found)


def _to_look(search: StuckSearch) -> Todo:
    who = {"name": search.person.name}
    words = (
        _now("%(name)s looks for a coach and has found nobody yet")
        if search.kind == "coaching"
        else _now("%(name)s looks for a mentor and has found nobody yet")
    )
    return Todo(
        words % who, _now("Look at it"), "stuck_search", (search.pk,), search.due_at, search.kind, SOONER
    )


def _for_person(search: StuckSearch, now: datetime) -> Todo | None:
    """What the owner said or suggests. Suggestions wait until the mentee has asked somebody."""
    if search.owner is None or search.kind != "mentoring":
        return None
    who = {"name": search.owner.name}
    if _is_fresh_offer(search, now) and not _has_asked_since(search):
        words = _now("%(name)s suggests a mentor. You choose, and you reach out.") % who
        return Todo(words, _now("See who it is"), "find_mentor", kind="mentoring", weight=SUGGESTED)
    if search.closed_at is None and search.words:
        return Todo(
            _now("%(name)s wrote to you about your search") % who,
            _now("Read it"),
            "find_mentor",
            kind="mentoring",
        )
    return None


def _has_asked_since(search: StuckSearch) -> bool:
    asked = Mentorship.objects.filter(programme=search.programme_id, mentee=search.person_id)
    return search.closed_at is not None and asked.filter(requested_at__gte=search.closed_at).exists()
