"""A programme's relationships for those who run it: parties, state, dates, progress, counts; never a word of them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Max, Q, QuerySet, Value, When

from alongside.core.confidentiality.relations import Relation
from alongside.core.relationships.coaching.health import CoachingHealth, assess_health
from alongside.models import CoachingEngagement, MeetingState, Mentorship, Programme, ProgrammeKind
from alongside.queries.access import Sight, get_visible
from alongside.queries.relationships.coaching.facts import facts_from, with_records
from alongside.queries.relationships.coaching.lists import state_mark, state_words_outside
from alongside.queries.relationships.coaching.next_thing import next_thing, what_is_due
from alongside.queries.relationships.mentoring_words import BADGES, STATES
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer

PER_PAGE = 20
HELD = Q(meetings__state=MeetingState.HELD)
KIND_RESOURCE = {"coaching": "engagement", "mentoring": "mentorship"}


@dataclass(frozen=True, slots=True)
class RelationshipRow:
    """One line: who with whom, where it stands, since when, how far; for coaching what the manager does next."""

    pk: UUID
    helped: str
    helping: str
    state_words: str
    state_mark: str
    since_at: datetime | None
    held: int
    agreed: int | None
    last_held_at: datetime | None
    attention: str
    next: Todo | None
    health: CoachingHealth | None


@dataclass(frozen=True, slots=True)
class ProgrammeList:
    """A page of rows of one kind, with how many there are of each."""

    sight: Sight[Programme]
    kind: str
    kinds: tuple[str, ...]
    counts: dict[str, int]
    page: Page[CoachingEngagement] | Page[Mentorship]
    rows: tuple[RelationshipRow, ...]
    shows_names: bool
    may_manage: bool


def list_programme_relationships(
    viewer: Viewer, pk: UUID, kind: str, number: str, now: datetime
) -> ProgrammeList:
    """One page of one kind. NotVisible for those who do not run the programme."""
    programme = get_visible(viewer, "programme", "read", Programme, pk).record
    kinds = _kinds(programme)
    kind = kind if kind in kinds else kinds[0]
    sight = get_visible(
        viewer, KIND_RESOURCE[kind], "list", Programme.objects.select_related("organisation"), pk
    )
    names, sees_health = "parties" in sight.fields, sight.may("relationship_health", "list")
    page: Page[CoachingEngagement] | Page[Mentorship]
    if kind == "coaching":
        coaching = Paginator(with_records(_engagements(programme)), PER_PAGE).get_page(number)
        rows, page = tuple(_coaching_row(one, names, sees_health, now) for one in coaching), coaching
    else:
        mentoring = Paginator(_mentorships(programme), PER_PAGE).get_page(number)
        rows, page = tuple(_mentoring_row(one, names) for one in mentoring), mentoring
    counts = {
        "coaching": programme.engagements.exclude(state="archived").count(),
        "mentoring": programme.mentorships.count(),
    }
    manages = Relation.PROGRAMME_MANAGER in sight.relations
    return ProgrammeList(sight, kind, kinds, counts, page, rows, names, manages)


WAITS_FOR_MANAGER = ("enquiry", "triaged", "matching")
OVER = ("closed", "follow_up", "withdrawn", "referred_out", "closed_early", "terminated")
MENTORING_OVER = ("declined", "expired", "unwound", "closed", "redefinition")


def _kinds(programme: Programme) -> tuple[str, ...]:
    if programme.kind == ProgrammeKind.BOTH:
        return ("coaching", "mentoring")
    return (str(programme.kind),)


def _engagements(programme: Programme) -> QuerySet[CoachingEngagement]:
    return (
        CoachingEngagement.objects.filter(programme=programme)
        .exclude(state="archived")
        .order_by(_what_waits_first(WAITS_FOR_MANAGER, OVER), "asked_at", "pk")
    )


def _mentorships(programme: Programme) -> QuerySet[Mentorship]:
    rows = Mentorship.objects.filter(programme=programme).select_related("mentee", "mentor")
    counted = rows.annotate(held=Count("meetings", filter=HELD), last_held_at=Max("meetings__held_at"))
    return counted.order_by(_what_waits_first((), MENTORING_OVER), "requested_at", "pk")


def _what_waits_first(waiting: tuple[str, ...], over: tuple[str, ...]) -> Case:
    """An order for rows: what waits for the manager, then what is under way, then what is over."""
    return Case(When(state__in=waiting, then=Value(0)), When(state__in=over, then=Value(2)), default=Value(1))


def _coaching_row(
    engagement: CoachingEngagement, names: bool, sees_health: bool, now: datetime
) -> RelationshipRow:
    facts = facts_from(engagement)
    due = what_is_due(facts, "programme_manager", now)
    return RelationshipRow(
        pk=engagement.pk,
        helped=engagement.client.name if names else "",
        helping=engagement.coach.name if engagement.coach and names else "",
        state_words=state_words_outside(engagement.state),
        state_mark=state_mark(engagement.state),
        since_at=engagement.state_since,
        held=facts.sessions_held,
        agreed=facts.sessions_agreed,
        last_held_at=facts.last_session_at,
        attention=next((item.words for item in due if item.name == "acknowledge"), ""),
        next=_manager_does(next_thing(engagement, facts, "programme_manager", now)),
        health=assess_health(facts, now) if sees_health else None,
    )


def _manager_does(todo: Todo | None) -> Todo | None:
    """Only what is the manager's to do; where the two are in their work is theirs."""
    return todo if todo is not None and todo.page == "coaches_to_offer" else None


def _mentoring_row(mentorship: Mentorship, names: bool) -> RelationshipRow:
    return RelationshipRow(
        pk=mentorship.pk,
        helped=mentorship.mentee.name if names else "",
        helping=mentorship.mentor.name if names else "",
        state_words=str(STATES[mentorship.state]),
        state_mark=BADGES[mentorship.state],
        since_at=mentorship.state_since,
        held=getattr(mentorship, "held", 0),
        agreed=None,
        last_held_at=getattr(mentorship, "last_held_at", None),
        attention="",
        next=None,
        health=None,
    )
