"""One person looking at the mentors of one programme: what stands between them and each, and what speaks for each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Final
from uuid import UUID

from alongside.core.matching import Pool, RuleSet, Suggestion, Suggestions, suggest
from alongside.core.matching.pool import ClientFacts, PractitionerFacts
from alongside.core.matching.reasons import telling_reasons
from alongside.models import (
    Enrolment,
    EnrolmentState,
    Mentorship,
    PairWish,
    PairWishKind,
    Part,
    Person,
    Programme,
)
from alongside.queries.matching.rules import get_rules
from alongside.queries.relations import ASKED_STATES, WORKING_STATES

REASONS_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class MentorCard:
    """One mentor as a mentee sees them in a list.

    `standing` is "" (can be asked), "one_talk" (no place, but a single conversation needs none), "full" (does not
    want to be asked now), "busy" (as many wait for an answer as the mentor takes), "asked" (in touch already) or
    "line" (one reports to the other).
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


class Looking:
    """One mentee looking at one pool: what stands between them and each mentor."""

    def __init__(self, person: Person, programme: Programme, pool: Pool) -> None:
        self.person, self.programme, self.pool = person, programme, pool
        self.me: ClientFacts = pool.clients[0]
        self.mentors = {one.key: one for one in pool.practitioners}
        self.waiting = _waiting(programme)
        self.busy = _busy(programme, self.waiting)
        between = Mentorship.objects.filter(mentee=person, state__in=(*ASKED_STATES, *WORKING_STATES))
        self.between = list(between.select_related("mentor"))
        self.forbidden = _forbidden(programme, person)

    def open_requests(self) -> tuple[Mentorship, ...]:
        """The requests that wait for an answer in this programme."""
        waiting = (one for one in self.between if one.state == "requested")
        return tuple(one for one in waiting if one.programme_id == self.programme.pk)

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
        if person.pk in self.busy:
            return "busy"
        return "" if facts.free_places else "one_talk"

    def card(self, person: Person, reasons: tuple[str, ...] = ()) -> MentorCard:
        skills = tuple(offer.skill.name for offer in person.skills_offered.all())
        roles = tuple(role.title for role in person.roles_held.all())
        return MentorCard(person, skills, roles, self.standing(person), reasons)

    def suggestions(self, limit: int, everybody: Iterable[ClientFacts] = ()) -> tuple[Suggestion, ...]:
        """The best for this person; with `everybody` who waits, nobody stands first for far more than their share.

        A place for which somebody's request waits is not suggested to the next person.
        """
        clients = {one.key: one for one in (*everybody, self.me)}
        pool = Pool(
            self.pool.kind, tuple(clients.values()), tuple(map(self._with_requests, self.pool.practitioners))
        )
        found = suggest(pool, self.me.key, rules_in_use(self.programme), limit, spread=len(clients) > 1)
        return found.found if isinstance(found, Suggestions) else ()

    def _with_requests(self, mentor: PractitionerFacts) -> PractitionerFacts:
        return replace(mentor, load=mentor.load + self.waiting[UUID(mentor.key)])

    def reasons_for(self, person: Person) -> tuple[str, ...]:
        found = suggest(
            self.pool, self.me.key, rules_in_use(self.programme), limit=len(self.pool.practitioners)
        )
        everyone = found.found if isinstance(found, Suggestions) else ()
        return next((reasons_of(one) for one in everyone if one.practitioner == str(person.pk)), ())


def reasons_of(suggestion: Suggestion) -> tuple[str, ...]:
    """What speaks for the two, most weighty first, then how they can meet; at most three sentences."""
    return telling_reasons((asdict(one) for one in suggestion.findings), REASONS_SHOWN)


def rules_in_use(programme: Programme) -> RuleSet:
    """The newest rules of the programme for mentoring, or those a new programme starts with."""
    return get_rules(programme, "mentoring").rules


def _waiting(programme: Programme) -> Counter[UUID]:
    """How many requests wait for each mentor's answer here."""
    rows = Mentorship.objects.filter(programme=programme, state="requested")
    return Counter(rows.values_list("mentor_id", flat=True))


def _busy(programme: Programme, waiting: Counter[UUID]) -> frozenset[UUID]:
    """Mentors who are asked by as many as they take at once."""
    rows = Enrolment.objects.filter(programme=programme, part=Part.MENTOR, state=EnrolmentState.APPROVED)
    most = dict(rows.values_list("person_id", "requests_most"))
    usual = programme.requests_per_mentor
    return frozenset(pk for pk, own in most.items() if waiting[pk] >= (usual if own is None else own))


def _forbidden(programme: Programme, person: Person) -> frozenset[UUID]:
    wishes = PairWish.objects.filter(programme=programme, kind=PairWishKind.FORBID, client__person=person)
    return frozenset(wishes.values_list("practitioner__person_id", flat=True))
