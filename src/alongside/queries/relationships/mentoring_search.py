"""Mentors somebody could ask: a few suggested with reasons, and all others to browse."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from alongside.core.matching.pool import ClientFacts
from alongside.models import (
    Enrolment,
    EnrolmentState,
    HandSuggestion,
    Mentorship,
    Need,
    Part,
    Person,
    Programme,
    ProgrammeState,
    SkillOffered,
)
from alongside.queries.access import NotVisible, require
from alongside.queries.matching.pool import load_pool
from alongside.queries.matching.published import list_published_for
from alongside.queries.relationships.mentoring_asking import MENTORING_KINDS
from alongside.queries.relationships.mentoring_looking import Looking, MentorCard, reasons_of
from alongside.queries.viewers import Viewer

MOST_SUGGESTED: Final = 5
MOST_BY_HAND: Final = 3
BY_PROGRAMME: Final = "Your programme suggests the two of you."
PER_PAGE: Final = 12


@dataclass(frozen=True, slots=True)
class MentorsFound:
    """The page of a mentee looking for a mentor in one programme."""

    programme: Programme
    suggested: tuple[MentorCard, ...]
    page: Page[Enrolment]
    others: tuple[MentorCard, ...]
    open_requests: tuple[Mentorship, ...]
    words: str

    @property
    def may_ask(self) -> bool:
        """Whether one more mentor may be asked before there is an answer."""
        return len(self.open_requests) < self.programme.requests_at_once


def list_mentee_programmes(viewer: Viewer) -> tuple[Programme, ...]:
    """The open programmes in which the viewer is a mentee."""
    if viewer.person is None:
        return ()
    rows = Enrolment.objects.filter(
        person=viewer.person,
        part=Part.MENTEE,
        state=EnrolmentState.APPROVED,
        programme__state=ProgrammeState.OPEN,
        programme__kind__in=MENTORING_KINDS,
    )
    return tuple(row.programme for row in rows.select_related("programme").order_by("programme__name"))


def find_mentors(
    viewer: Viewer, programme: Programme, words: str, number: int | str, on: date
) -> MentorsFound:
    """Suggestions and all other mentors of a programme the viewer is a mentee in, searched by name or skill."""
    person = require(viewer, "suggestion", "list", viewer.person).record
    assert person is not None  # noqa: S101 - what has no person has no relation and is not visible
    pool = load_pool(programme, "mentoring", on=on, only=person)
    looking = Looking(person, programme, pool)
    suggested = () if words else _suggested(looking, _first(viewer, programme), _everybody(programme, on))
    shown = {card.person.pk for card in suggested}
    mentors = _browsable(looking, words).exclude(person__in=shown)
    page = Paginator(mentors, PER_PAGE).get_page(number)
    others = tuple(looking.card(row.person) for row in page)
    return MentorsFound(programme, suggested, page, others, looking.open_requests(), words)


def get_mentor_to_ask(
    viewer: Viewer, programme_pk: UUID, mentor_pk: UUID, on: date
) -> tuple[Programme, MentorCard]:
    """One mentor of a programme the viewer is a mentee in, with the reasons for the two; NotVisible else."""
    programme = next((one for one in list_mentee_programmes(viewer) if one.pk == programme_pk), None)
    if programme is None or viewer.person is None:
        raise NotVisible
    require(viewer, "suggestion", "read", viewer.person)
    looking = Looking(viewer.person, programme, load_pool(programme, "mentoring", on=on, only=viewer.person))
    row = _browsable(looking, "").filter(person=mentor_pk).first()
    if row is None:
        raise NotVisible
    return programme, looking.card(row.person, looking.reasons_for(row.person))


def newest_need(person: Person) -> Need | None:
    """The person's open need that led to a mentor: the mentorship names it, and releases nothing of it."""
    rows = Need.objects.filter(person=person, closed_at__isnull=True, chosen_route="mentor")
    return rows.order_by("-created_at").first()


def list_to_rank(viewer: Viewer, programme_pk: UUID, on: date) -> tuple[Programme, tuple[MentorCard, ...]]:
    """Everybody the viewer could put on their list in this programme: those suggested first, then by name."""
    programme = next((one for one in list_mentee_programmes(viewer) if one.pk == programme_pk), None)
    if programme is None or viewer.person is None:
        raise NotVisible
    require(viewer, "suggestion", "list", viewer.person)
    looking = Looking(viewer.person, programme, load_pool(programme, "mentoring", on=on, only=viewer.person))
    suggested = _suggested(looking, _first(viewer, programme), _everybody(programme, on))
    there = {card.person.pk for card in suggested}
    others = (looking.card(row.person) for row in _browsable(looking, "") if row.person_id not in there)
    return programme, tuple(card for card in (*suggested, *others) if card.standing == "")


def _everybody(programme: Programme, on: date) -> tuple[ClientFacts, ...]:
    """Everybody who waits for a mentor here, as anybody sees them: what suggestions are spread over."""
    return load_pool(programme, "mentoring", on=on).clients


def _first(viewer: Viewer, programme: Programme) -> dict[UUID, tuple[str, ...]]:
    """Whom a person, then a run of the programme suggests, with why."""
    by_hand = HandSuggestion.objects.filter(
        search__person=viewer.person, search__programme=programme, search__kind="mentoring"
    ).select_related("search__owner")
    found = {one.mentor_id: (_by_whom(one),) for one in by_hand.order_by("-created_at")[:MOST_BY_HAND]}
    by_programme = list_published_for(viewer, programme)
    return found | {
        one.mentor.pk: (BY_PROGRAMME, *one.reasons) for one in by_programme if one.mentor.pk not in found
    }


def _by_whom(one: HandSuggestion) -> str:
    if one.search.owner is None:
        return BY_PROGRAMME
    return _("%(name)s suggests the two of you.") % {"name": one.search.owner.name}


def _suggested(
    looking: Looking, first: Mapping[UUID, tuple[str, ...]], everybody: Iterable[ClientFacts]
) -> tuple[MentorCard, ...]:
    """At most five: whom the programme suggests, then the best by its rules; nobody who has answered no before."""
    said_no = set(
        Mentorship.objects.filter(
            mentee=looking.person, programme=looking.programme, state__in=("declined", "expired")
        ).values_list("mentor_id", flat=True)
    )
    away = said_no | looking.ruled_out() | looking.busy | {one.mentor_id for one in looking.between}
    found = {
        UUID(one.practitioner): reasons_of(one)
        for one in looking.suggestions(MOST_SUGGESTED + len(away) + len(first), everybody)
    }
    known = {UUID(key) for key in looking.mentors}
    reasons = {pk: told for pk, told in ({**first, **found, **first}).items() if pk in known - away}
    shown = list(reasons)[:MOST_SUGGESTED]
    people = with_profile(Person.objects.filter(pk__in=shown)).in_bulk()
    return tuple(looking.card(people[pk], reasons[pk]) for pk in shown)


def _browsable(looking: Looking, words: str) -> QuerySet[Enrolment]:
    rows = Enrolment.objects.filter(
        programme=looking.programme, part=Part.MENTOR, state=EnrolmentState.APPROVED
    ).exclude(person__in=looking.ruled_out())
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(person__name__icontains=word)
            | Q(person__headline__icontains=word)
            | Q(person__skills_offered__skill__name__icontains=word)
        )
    return _with_profile_of_person(rows.distinct()).order_by("person__is_full_for_now", "person__name", "pk")


def with_profile(people: QuerySet[Person]) -> QuerySet[Person]:
    """The people with what a card shows of them, in two more reads."""
    return people.prefetch_related(*_profile(""))


def _with_profile_of_person(rows: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    return rows.select_related("person").prefetch_related(*_profile("person__"))


def _profile(prefix: str) -> Iterable[Prefetch[str]]:
    offers = SkillOffered.objects.filter(skill__is_retired=False).select_related("skill")
    return (Prefetch(f"{prefix}skills_offered", offers), Prefetch(f"{prefix}roles_held"))
