"""How far each relationship of a programme came, by its own dates. Needs are never read here, on purpose."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from alongside.core.outcomes.funnel import Walk
from alongside.core.outcomes.instruments.follow_up import FOLLOW_UP
from alongside.core.relationships.coaching.states import ANY_ACTIVE
from alongside.models import (
    CoachingEngagement,
    Meeting,
    MeetingState,
    Mentorship,
    Programme,
    RelationshipEvent,
    Response,
)

# The event that says a stage was reached; of several of one name the first counts.
ROUTE_ACCEPTED, COACH_FOUND = "CoachingRouteAccepted", "CoachAndClientMatched"
MID_REVIEW, FINISHED = "MidReviewHeld", "CoachingClosed"
DEEPENED = "MentoringDeepened"
OWN_END = ("MentoringRedefined", "MentoringClosed", "FlashConversationEnded")
EVENTS = (ROUTE_ACCEPTED, COACH_FOUND, MID_REVIEW, FINISHED, DEEPENED, *OWN_END)
# States from which nothing more comes before the closing questions.
STILL_BEFORE_THE_END = frozenset(ANY_ACTIVE) - {"final_review"}

Happened = Mapping[tuple[UUID, str], datetime]


@dataclass(frozen=True, slots=True)
class Walks:
    """The walks of both kinds, and who is in the denominator of each.

    `coaching_asked`: everybody for whom a coach was found and whose engagement is over in whatever way, or in its final
    review. `accepted_at` by mentee: the first time a mentor said yes.
    """

    coaching: tuple[Walk, ...]
    mentoring: tuple[Walk, ...]
    coaching_asked: frozenset[str]
    accepted_at: Mapping[str, datetime]


def load_walks(programme: Programme) -> Walks:
    """All walks of a programme (five reads, whatever its size)."""
    happened = _events(programme)
    engagements = list(
        CoachingEngagement.objects.filter(programme=programme).order_by("asked_at", "pk").only(*COACHING)
    )
    mentorships = list(
        Mentorship.objects.filter(programme=programme).order_by("requested_at", "pk").only(*MENTORING)
    )
    sessions, followed_up = _sessions(programme), _followed_up(programme)
    accepted: dict[str, datetime] = {}
    for one in mentorships:
        if one.accepted_at:
            accepted.setdefault(str(one.mentee_id), one.accepted_at)
    return Walks(
        coaching=tuple(_coaching(one, happened, sessions, followed_up) for one in engagements),
        mentoring=tuple(_mentoring(one, happened) for one in mentorships),
        coaching_asked=frozenset(
            str(one.client_id)
            for one in engagements
            if (one.pk, COACH_FOUND) in happened and one.state not in STILL_BEFORE_THE_END
        ),
        accepted_at=accepted,
    )


COACHING = ("client_id", "state", "asked_at", "started_at", "sessions_total")
MENTORING = ("mentee_id", "requested_at", "accepted_at", "first_met_at")


def _events(programme: Programme) -> Happened:
    rows = (
        RelationshipEvent.objects.filter(
            Q(engagement__programme=programme) | Q(mentorship__programme=programme), name__in=EVENTS
        )
        .order_by("happened_at", "pk")
        .values_list("engagement_id", "mentorship_id", "name", "happened_at")
    )
    found: dict[tuple[UUID, str], datetime] = {}
    for engagement, mentorship, name, at in rows:
        if (pk := engagement or mentorship) is not None:
            found.setdefault((pk, name), at)
    return found


def _sessions(programme: Programme) -> Mapping[UUID, list[datetime]]:
    """When the sessions of each engagement were held, in order."""
    rows = (
        Meeting.objects.filter(
            engagement__programme=programme, state=MeetingState.HELD, held_at__isnull=False
        )
        .order_by("held_at")
        .values_list("engagement_id", "held_at")
    )
    found: defaultdict[UUID, list[datetime]] = defaultdict(list)
    for engagement, at in rows:
        if engagement is not None and at is not None:
            found[engagement].append(at)
    return found


def _followed_up(programme: Programme) -> Mapping[UUID, datetime]:
    """When the follow-up was answered, where anything was."""
    rows = Response.objects.filter(engagement__programme=programme, instrument=FOLLOW_UP.key).values_list(
        "engagement_id", "answers", "answered_at"
    )
    return {engagement: at for engagement, answers, at in rows if engagement is not None and answers}


def _coaching(
    engagement: CoachingEngagement,
    happened: Happened,
    sessions: Mapping[UUID, list[datetime]],
    followed_up: Mapping[UUID, datetime],
) -> Walk:
    pk, finished = engagement.pk, happened.get((engagement.pk, FINISHED))
    half = _at(sessions.get(pk, ()), (engagement.sessions_total + 1) // 2)
    return Walk(
        str(engagement.client_id),
        (
            engagement.asked_at,
            happened.get((pk, ROUTE_ACCEPTED)),
            happened.get((pk, COACH_FOUND)),
            engagement.started_at or _at(sessions.get(pk, ()), 1),
            happened.get((pk, MID_REVIEW)) or half,
            finished,
            followed_up.get(pk) if finished else None,
        ),
    )


def _at(moments: Iterable[datetime], number: int) -> datetime | None:
    """The moment of that number, counted from one."""
    return dict(enumerate(moments, 1)).get(number)


def _mentoring(mentorship: Mentorship, happened: Happened) -> Walk:
    ends = [happened[mentorship.pk, name] for name in OWN_END if (mentorship.pk, name) in happened]
    return Walk(
        str(mentorship.mentee_id),
        (
            mentorship.requested_at,
            mentorship.accepted_at,
            mentorship.first_met_at,
            happened.get((mentorship.pk, DEEPENED)),
            min(ends, default=None),
        ),
    )
