"""What somebody outside the two may see of an engagement: exactly what policy, clauses and releases open."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.core.confidentiality.conditions import Facts
from alongside.core.confidentiality.relations import Relation
from alongside.core.relationships.agreement import INFORMATION_FLOW
from alongside.core.skills import current_level
from alongside.core.skills.ratings import Rating, Source
from alongside.models import (
    Attainment,
    CoachingEngagement,
    GapSkill,
    Goal,
    MeetingState,
    Release,
    Review,
)
from alongside.queries.access import Sight
from alongside.queries.relationships.coaching.facts import facts_from
from alongside.queries.relationships.coaching.lists import state_mark, state_words_outside
from alongside.queries.relationships.coaching.next_thing import next_thing
from alongside.queries.relationships.coaching.room import list_goals, side_of
from alongside.queries.todo import Todo


@dataclass(frozen=True, slots=True)
class ReleasedRating:
    """A skill whose rating the client released: the level the work asks for, and the level now."""

    skill: str
    required: int
    current: float | None


@dataclass(frozen=True, slots=True)
class ReleasedAttainment:
    """A goal whose result the client released, and the level reached."""

    goal: str
    level: int


@dataclass(frozen=True, slots=True)
class NarrowView:
    """One engagement from outside. What is empty is either not there or not open; nobody can tell which."""

    engagement_id: UUID
    relation: str
    client: str
    coach: str
    state_words: str
    state_mark: str
    fields: tuple[str, ...]
    asked_at: datetime | None
    started_at: datetime | None
    closed_at: datetime | None
    held: int | None
    missed: int | None
    agreed_sessions: int | None
    goals: tuple[Goal, ...]
    ratings: tuple[ReleasedRating, ...]
    attainments: tuple[ReleasedAttainment, ...]
    reviews: tuple[Review, ...]
    review: Review | None
    may_write_review: bool
    reads_agreement: bool
    signs: bool
    clauses: tuple[str, ...]
    next: Todo | None
    is_self_referred: bool


def narrow_view(sight: Sight[CoachingEngagement], now: datetime) -> NarrowView:
    """The engagement as this viewer may see it."""
    engagement, fields = sight.record, sight.fields
    facts, side = facts_from(engagement), side_of(sight)
    counts = _counts(sight)
    shows_dates, shows_progress = "dates" in fields, "progress" in fields
    return NarrowView(
        engagement_id=engagement.pk,
        relation=side or _outside(sight),
        client=engagement.client.name if "parties" in fields else "",
        coach=engagement.coach.name if engagement.coach and "parties" in fields else "",
        state_words=state_words_outside(engagement.state) if "state" in fields else "",
        state_mark=state_mark(engagement.state) if "state" in fields else "",
        fields=fields,
        asked_at=engagement.asked_at if shows_dates else None,
        started_at=engagement.started_at if shows_dates else None,
        closed_at=engagement.closed_at if shows_dates else None,
        held=counts[0] if counts else None,
        missed=counts[1] if counts else None,
        agreed_sessions=facts.sessions_agreed if counts or shows_progress else None,
        goals=_shared_goals(sight),
        ratings=_ratings(sight),
        attainments=_attainments(sight),
        reviews=tuple(one for one in _reviews(sight) if one.for_all_three or one.sponsor_words),
        review=next(iter(_reviews(sight)), None),
        may_write_review=sight.may("review", "edit") and engagement.state in {"mid_review", "final_review"},
        reads_agreement=sight.may("coaching_agreement", "read") and bool(engagement.agreements.all()),
        signs=sight.may("coaching_agreement", "sign"),
        clauses=_clauses(sight.facts, side),
        next=next_thing(engagement, facts, side, now) if side in {"sponsor", "programme_manager"} else None,
        is_self_referred=engagement.is_self_referred,
    )


def _outside(sight: Sight[CoachingEngagement]) -> str:
    return "line_manager" if sight.is_any(Relation.LINE_MANAGER) else ""


def _counts(sight: Sight[CoachingEngagement]) -> tuple[int, int] | None:
    if "count" not in sight.fields_of("meeting", "list"):
        return None
    states = [meeting.state for meeting in sight.record.meetings.all()]
    return states.count(MeetingState.HELD), states.count(MeetingState.MISSED)


def _shared_goals(sight: Sight[CoachingEngagement]) -> tuple[Goal, ...]:
    if not sight.may("shared_goal", "read"):
        return ()
    return tuple(goal for goal in list_goals(sight) if goal.is_shared)


def _to(sight: Sight[CoachingEngagement]) -> str:
    return Relation.SPONSOR.value if sight.is_any(Relation.SPONSOR) else Relation.LINE_MANAGER.value


def released_ids(engagement: CoachingEngagement, resource: str, to: str) -> set[UUID]:
    """The items of one kind that the client has opened to that relation."""
    running = Release.objects.filter(
        engagement=engagement, resource=resource, to_relation=to, withdrawn_at__isnull=True
    )
    return set(running.values_list("item_id", flat=True))


def _ratings(sight: Sight[CoachingEngagement]) -> tuple[ReleasedRating, ...]:
    if "current" not in sight.fields_of("gap_rating", "read"):
        return ()
    opened = released_ids(sight.record, "gap_rating", _to(sight))
    skills = GapSkill.objects.filter(engagement=sight.record, pk__in=opened).select_related("skill")
    return tuple(
        ReleasedRating(one.skill.name, one.required, _level(one))
        for one in skills.prefetch_related("ratings")
    )


def _level(gap_skill: GapSkill) -> float | None:
    ratings = (rating for rating in gap_skill.ratings.all() if rating.moment != "then")
    return current_level(
        Rating(Source(one.source), one.level, str(one.rater_id or ""), one.rated_on) for one in ratings
    )


def _attainments(sight: Sight[CoachingEngagement]) -> tuple[ReleasedAttainment, ...]:
    if "level" not in sight.fields_of("attainment", "read"):
        return ()
    opened = released_ids(sight.record, "attainment", _to(sight))
    reached = Attainment.objects.filter(
        levels__goal__engagement=sight.record,
        levels__goal__in=opened,
        moment="final",
        scored_by=sight.record.client_id,
    ).select_related("levels__goal")
    return tuple(ReleasedAttainment(one.levels.goal.title, one.level) for one in reached)


def _reviews(sight: Sight[CoachingEngagement]) -> tuple[Review, ...]:
    """Those that have a part for the viewer, the newest first."""
    if "sponsor_part" not in sight.fields_of("review", "read"):
        return ()
    return tuple(reversed(sight.record.reviews.all()))


def _clauses(facts: Facts, side: str) -> tuple[str, ...]:
    """What the agreement in force lets pass to this side, in its own words."""
    to_manager = side != "sponsor"
    keys = (key for key in INFORMATION_FLOW if key in facts.agreed)
    return tuple(_(INFORMATION_FLOW[key]) for key in keys if key.startswith("line_manager_") == to_manager)
