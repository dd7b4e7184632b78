"""Mentors somebody could ask: a few suggested with reasons, and all others to browse."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet

from alongside.core.matching import Pool, RuleSet, Suggestion, Suggestions, suggest
from alongside.core.matching.pool import ClientFacts, PractitionerFacts
from alongside.core.matching.reasons import telling_reasons
from alongside.models import (
    Enrolment,
    EnrolmentState,
    Mentorship,
    Need,
    PairWish,
    PairWishKind,
    Part,
    Person,
    Programme,
    ProgrammeState,
    SkillOffered,
)
from alongside.queries.access import NotVisible, require
from alongside.queries.matching.pool import load_pool
from alongside.queries.matching.published import SuggestedByProgramme, list_published_for
from alongside.queries.matching.rules import get_rules
from alongside.queries.relations import ASKED_STATES, WORKING_STATES
from alongside.queries.relationships.mentoring_asking import MENTORING_KINDS
from alongside.queries.viewers import Viewer

MOST_SUGGESTED: Final = 5
REASONS_SHOWN: Final = 3
BY_PROGRAMME: Final = "Your programme suggests the two of you."
PER_PAGE: Final = 12


@dataclass(frozen=True, slots=True)
class MentorCard:
    """One mentor as a mentee sees them in a list.

    `standing` is "" (can be asked), "one_talk" (no place, but a single conversation needs none), "full" (does not
    want to be asked now), "asked" (in touch already) or "line" (one reports to the other).
    """

    person: Person
    skills: tuple[str, ...]
    roles: tuple[str, ...]
    standing: str
    reasons: tuple[str, ...] = ()

    @property
    def may_be_asked(self) -> bool:
        return self.standing in ("", "one_talk")

    @property
    def only_one_talk(self) -> bool:
        return self.standing == "one_talk"


@dataclass(frozen=True, slots=True)
class MentorsFound:
    """The page of a mentee looking for a mentor in one programme."""

    programme: Programme
    suggested: tuple[MentorCard, ...]
    page: Page[Enrolment]
    others: tuple[MentorCard, ...]
    open_request: Mentorship | None
    words: str


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
    looking = _Looking(person, programme, pool)
    suggested = () if words else _suggested(looking, list_published_for(viewer, programme))
    shown = {card.person.pk for card in suggested}
    mentors = _browsable(looking, words).exclude(person__in=shown)
    page = Paginator(mentors, PER_PAGE).get_page(number)
    others = tuple(looking.card(row.person) for row in page)
    return MentorsFound(programme, suggested, page, others, looking.open_request(), words)


def get_mentor_to_ask(
    viewer: Viewer, programme_pk: UUID, mentor_pk: UUID, on: date
) -> tuple[Programme, MentorCard]:
    """One mentor of a programme the viewer is a mentee in, with the reasons for the two; NotVisible else."""
    programme = next((one for one in list_mentee_programmes(viewer) if one.pk == programme_pk), None)
    if programme is None or viewer.person is None:
        raise NotVisible
    require(viewer, "suggestion", "read", viewer.person)
    looking = _Looking(viewer.person, programme, load_pool(programme, "mentoring", on=on, only=viewer.person))
    row = _browsable(looking, "").filter(person=mentor_pk).first()
    if row is None:
        raise NotVisible
    return programme, looking.card(row.person, looking.reasons_for(row.person))


def newest_need(person: Person) -> Need | None:
    """The person's open need that led to a mentor: the mentorship names it, and releases nothing of it."""
    rows = Need.objects.filter(person=person, closed_at__isnull=True, chosen_route="mentor")
    return rows.order_by("-created_at").first()


class _Looking:
    """One mentee looking at one pool: what stands between them and each mentor."""

    def __init__(self, person: Person, programme: Programme, pool: Pool) -> None:
        self.person, self.programme, self.pool = person, programme, pool
        self.me: ClientFacts = pool.clients[0]
        self.mentors = {one.key: one for one in pool.practitioners}
        between = Mentorship.objects.filter(mentee=person, state__in=(*ASKED_STATES, *WORKING_STATES))
        self.between = list(between.select_related("mentor"))
        self.forbidden = _forbidden(programme, person)

    def open_request(self) -> Mentorship | None:
        """The request that waits for an answer in this programme."""
        waiting = (one for one in self.between if one.state == "requested")
        return next((one for one in waiting if one.programme_id == self.programme.pk), None)

    def ruled_out(self) -> frozenset[UUID]:
        """Not shown at all: "not again" from either side, conflicts, pairs the programme ruled out, oneself."""
        out = {UUID(key) for key, mentor in self.mentors.items() if self._is_out(key, mentor)}
        return frozenset(out | self.forbidden | {self.person.pk})

    def _is_out(self, key: str, mentor: PractitionerFacts) -> bool:
        mine = self.me.not_again | self.me.conflicts
        theirs = mentor.not_again | mentor.conflicts
        return key in mine or self.me.key in theirs

    def standing(self, person: Person) -> str:
        if any(one.mentor_id == person.pk for one in self.between):
            return "asked"
        facts = self.mentors[str(person.pk)]
        if self.me.key in facts.managers_above or facts.key in self.me.managers_above:
            return "line"
        if person.is_full_for_now:
            return "full"
        return "" if facts.free_places else "one_talk"

    def card(self, person: Person, reasons: tuple[str, ...] = ()) -> MentorCard:
        skills = tuple(offer.skill.name for offer in person.skills_offered.all())
        roles = tuple(role.title for role in person.roles_held.all())
        return MentorCard(person, skills, roles, self.standing(person), reasons)

    def suggestions(self, limit: int) -> tuple[Suggestion, ...]:
        found = suggest(self.pool, self.me.key, rules_in_use(self.programme), limit)
        return found.found if isinstance(found, Suggestions) else ()

    def reasons_for(self, person: Person) -> tuple[str, ...]:
        everyone = self.suggestions(len(self.pool.practitioners))
        return next((_reasons(one) for one in everyone if one.practitioner == str(person.pk)), ())


def _suggested(looking: _Looking, by_programme: Iterable[SuggestedByProgramme]) -> tuple[MentorCard, ...]:
    """At most five: whom the programme suggests, then the best by its rules; nobody who has answered no before."""
    said_no = set(
        Mentorship.objects.filter(
            mentee=looking.person, programme=looking.programme, state__in=("declined", "expired")
        ).values_list("mentor_id", flat=True)
    )
    away = said_no | looking.ruled_out() | {one.mentor_id for one in looking.between}
    first = {one.mentor.pk: (BY_PROGRAMME, *one.reasons) for one in by_programme}
    found = {
        UUID(one.practitioner): _reasons(one)
        for one in looking.suggestions(MOST_SUGGESTED + len(away) + len(first))
    }
    known = {UUID(key) for key in looking.mentors}
    reasons = {pk: told for pk, told in (first | (found | first)).items() if pk in known - away}
    shown = list(reasons)[:MOST_SUGGESTED]
    people = _with_profile(Person.objects.filter(pk__in=shown)).in_bulk()
    return tuple(looking.card(people[pk], reasons[pk]) for pk in shown)


def _reasons(suggestion: Suggestion) -> tuple[str, ...]:
    """What speaks for the two, most weighty first, then how they can meet; at most three sentences."""
    return telling_reasons((asdict(one) for one in suggestion.findings), REASONS_SHOWN)


def rules_in_use(programme: Programme) -> RuleSet:
    """The newest rules of the programme for mentoring, or those a new programme starts with."""
    return get_rules(programme, "mentoring").rules


def _browsable(looking: _Looking, words: str) -> QuerySet[Enrolment]:
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


def _with_profile(people: QuerySet[Person]) -> QuerySet[Person]:
    return people.prefetch_related(*_profile(""))


def _with_profile_of_person(rows: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    return rows.select_related("person").prefetch_related(*_profile("person__"))


def _profile(prefix: str) -> Iterable[Prefetch[str]]:
    offers = SkillOffered.objects.filter(skill__is_retired=False).select_related("skill")
    return (Prefetch(f"{prefix}skills_offered", offers), Prefetch(f"{prefix}roles_held"))


def _forbidden(programme: Programme, person: Person) -> frozenset[UUID]:
    wishes = PairWish.objects.filter(programme=programme, kind=PairWishKind.FORBID, client__person=person)
    return frozenset(wishes.values_list("practitioner__person_id", flat=True))
