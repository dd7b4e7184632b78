"""What the coaching table asks about one engagement, gathered from the records."""

from collections.abc import Iterable
from datetime import datetime

from alongside.core.relationships.coaching import (
    CoachingFacts,
    CoachingRules,
    CoachingState,
    GoalFacts,
    OfferedCoach,
)
from alongside.models import (
    Attainment,
    CoachingAgreement,
    CoachingEngagement,
    CoachOffer,
    CoachOfferState,
    Goal,
    GoalLevels,
    Meeting,
    MeetingState,
    Moment,
    Programme,
    RatingSource,
    Response,
    SkillRating,
)
from alongside.queries.relationships.coaching.coaches import (
    DECLINED_OFFERS,
    OPEN_OFFERS,
    assess_coaches,
    latest_round,
)

IN_TALK = (CoachOfferState.TALK_PLANNED, CoachOfferState.TALK_HELD, CoachOfferState.CHOSEN)
CHOOSING = ("matching", "chemistry")
READINESS, CLOSING = "readiness-8", "recommend"


def coaching_rules(programme: Programme) -> CoachingRules:
    """The programme's settings as the core wants them."""
    return CoachingRules(
        sessions=programme.sessions_total,
        minutes_from=programme.session_minutes,
        minutes_to=max(programme.session_minutes, 90),
        interval_days_from=programme.interval_days_least,
        interval_days_to=programme.interval_days_most,
        end_by_month=programme.end_months,
        hard_stop_month=programme.hard_stop_months,
    )


def load_coaching_facts(engagement: CoachingEngagement, at: datetime) -> CoachingFacts:
    """Everything the guards and timers may ask, as of `at`."""
    offers = latest_round(engagement)
    draft = engagement.agreements.prefetch_related("signatures").first()
    meetings = list(engagement.meetings.all())
    held = [meeting for meeting in meetings if meeting.state == MeetingState.HELD]
    in_talk = next((offer for offer in offers if offer.state in IN_TALK), None)
    return CoachingFacts(
        ref=str(engagement.pk),
        state=CoachingState(engagement.state),
        entered_at=engagement.state_since,
        rules=coaching_rules(engagement.programme),
        has_sponsor=engagement.sponsor_id is not None,
        acknowledged_at=engagement.acknowledged_at,
        accepted_route=accepted_route(engagement),
        offered=_still_offered(engagement, offers, at),
        chosen_coach=str(in_talk.coach_id) if in_talk else None,
        chemistry_talks=sum(offer.talk_at is not None for offer in offers if offer.state in DECLINED_OFFERS),
        chemistry_held=in_talk is not None and in_talk.state != CoachOfferState.TALK_PLANNED,
        said_yes=_said_yes(in_talk),
        three_way_meeting_held=engagement.three_way_met_at is not None,
        signed_this_version=_signed(draft, limits=False),
        limits_acknowledged_by=_signed(draft, limits=True),
        gap_rated=gap_is_rated(engagement),
        goals=_goals(engagement),
        readiness_asked=has_response(engagement, READINESS, Moment.BASELINE),
        sessions_agreed=sessions_agreed(engagement, draft),
        sessions_held=len(held),
        work_began_at=engagement.started_at,
        last_session_at=max((m.held_at or m.starts_at for m in held), default=None),
        next_session_at=_next(meetings),
        mid_review_done=engagement.mid_review_done,
        goals_met=engagement.goals_met_at is not None,
        paused_at=engagement.paused_at,
        pause_until=engagement.pause_until,
        extensions=int(engagement.was_extended),
        goals_scored=goals_are_scored(engagement),
        final_questions_asked=has_response(engagement, CLOSING, Moment.FINAL),
        signed_off_by=_signed_off(engagement),
        closed_at=engagement.closed_at,
    )


def accepted_route(engagement: CoachingEngagement) -> str:
    """The route of the need; somebody who asked for coaching by name has chosen that."""
    if engagement.need is None:
        return "coach"
    return engagement.need.chosen_route or engagement.need.route


def sessions_agreed(engagement: CoachingEngagement, draft: CoachingAgreement | None) -> int:
    """N of the version now current, or of the engagement before there is one."""
    return int(draft.terms["sessions"]) if draft else engagement.sessions_total


def _still_offered(
    engagement: CoachingEngagement, offers: Iterable[CoachOffer], at: datetime
) -> tuple[OfferedCoach, ...]:
    if engagement.state not in CHOOSING:
        return ()
    return assess_coaches(engagement, [offer.coach for offer in offers if offer.state in OPEN_OFFERS], at)


def _said_yes(offer: CoachOffer | None) -> frozenset[str]:
    if offer is None:
        return frozenset()
    said = {"client": offer.client_yes_at, "coach": offer.coach_yes_at}
    return frozenset(who for who, when in said.items() if when)


def _signed(draft: CoachingAgreement | None, *, limits: bool) -> frozenset[str]:
    if draft is None:
        return frozenset()
    return frozenset(
        signature.capacity
        for signature in draft.signatures.all()
        if signature.content_hash == draft.content_hash and (signature.limits_acknowledged or not limits)
    )


def gap_is_rated(engagement: CoachingEngagement) -> bool:
    """There is at least one skill, and the client has rated each of them at the start."""
    skills = set(engagement.gap_skills.values_list("pk", flat=True))
    rated = SkillRating.objects.filter(
        gap_skill__in=skills, moment=Moment.BASELINE, source=RatingSource.SELF
    ).values_list("gap_skill_id", flat=True)
    return bool(skills) and skills <= set(rated)


def newest_levels(goal: Goal) -> GoalLevels | None:
    """The version of the five levels now current (levels come newest first)."""
    return next(iter(goal.levels.all()), None)


def level_texts(levels: GoalLevels) -> tuple[str, ...]:
    """The five sentences from −2 to +2."""
    return (levels.much_less, levels.less, levels.expected, levels.more, levels.much_more)


def _goals(engagement: CoachingEngagement) -> tuple[GoalFacts, ...]:
    newest = [newest_levels(goal) for goal in engagement.goals.prefetch_related("levels")]
    return tuple(
        GoalFacts(sum(bool(text.strip()) for text in level_texts(levels)), levels.frozen_at is not None)
        if levels
        else GoalFacts(0, False)
        for levels in newest
    )


def goals_are_scored(engagement: CoachingEngagement) -> bool:
    """Somebody has said for each goal which level was reached at the end."""
    scored = Attainment.objects.filter(levels__goal__engagement=engagement, moment=Moment.FINAL)
    goals = set(engagement.goals.values_list("pk", flat=True))
    return bool(goals) and goals <= set(scored.values_list("levels__goal_id", flat=True))


def has_response(engagement: CoachingEngagement, instrument: str, moment: str) -> bool:
    """The client has been asked, and answered or chosen not to."""
    return Response.objects.filter(
        engagement=engagement, author_id=engagement.client_id, instrument=instrument, moment=moment
    ).exists()


def _next(meetings: Iterable[Meeting]) -> datetime | None:
    planned = (meeting.starts_at for meeting in meetings if meeting.state == MeetingState.PLANNED)
    return min(planned, default=None)


def _signed_off(engagement: CoachingEngagement) -> frozenset[str]:
    said = {"client": engagement.client_signed_off_at, "coach": engagement.coach_signed_off_at}
    return frozenset(who for who, when in said.items() if when)
