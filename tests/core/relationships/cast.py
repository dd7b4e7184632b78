"""Facts for which every guard of a move is content, to be spoilt one fact at a time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from alongside.core.relationships.coaching import CoachingFacts, CoachingState, GoalFacts, OfferedCoach
from alongside.core.relationships.mentoring import Form, MentoringFacts, MentoringState

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


READY_COACHING = CoachingFacts(
    ref="e1",
    state=CoachingState.ENQUIRY,
    entered_at=days_ago(1),
    has_sponsor=True,
    accepted_route="coach",
    offered=(OfferedCoach("nadia", conflict=False), OfferedCoach("tom", conflict=False)),
    chosen_coach="nadia",
    chemistry_talks=1,
    chemistry_held=True,
    said_yes=frozenset({"client", "coach"}),
    three_way_meeting_held=True,
    signed_this_version=frozenset({"client", "coach", "sponsor"}),
    limits_acknowledged_by=frozenset({"client", "coach"}),
    gap_rated=True,
    goals=(GoalFacts(5, True),),
    readiness_asked=True,
    sessions_agreed=6,
    sessions_held=1,
    work_began_at=days_ago(60),
    last_session_at=days_ago(20),
    goals_met=True,
    paused_at=days_ago(10),
    goals_scored=True,
    final_questions_asked=True,
    signed_off_by=frozenset({"client", "coach"}),
    closed_at=days_ago(400),
)

COACHING_NEEDS: dict[str, dict[str, object]] = {
    "hold_mid_review": {"sessions_held": 3},
    "lapse_pause": {"paused_at": days_ago(91)},
}

READY_MENTORING = MentoringFacts(
    ref="m1",
    state=MentoringState.REQUESTED,
    entered_at=days_ago(200),
    requested_at=days_ago(200),
    limits_acknowledged_by=frozenset({"mentee", "mentor"}),
    first_meeting_held=True,
    meetings_held=3,
    expectations_agreed_by=frozenset({"mentee", "mentor"}),
    direction_shared=True,
    began_at=days_ago(190),
    last_contact_at=days_ago(130),
    ending_conversation_offered=True,
    redefine_wanted_by=frozenset({"mentee", "mentor"}),
)

MENTORING_NEEDS: dict[str, dict[str, object]] = {"end_flash": {"form": Form.FLASH}}


def coaching(state: str, name: str = "", **changes: object) -> CoachingFacts:
    """Facts in that state, ready for the named move, with the given changes on top."""
    wanted = {**COACHING_NEEDS.get(name, {}), **changes}
    return replace(READY_COACHING, state=CoachingState(state), **wanted)  # type: ignore[arg-type]  # test makers


def mentoring(state: str, name: str = "", **changes: object) -> MentoringFacts:
    """Facts in that state, ready for the named move, with the given changes on top."""
    wanted = {**MENTORING_NEEDS.get(name, {}), **changes}
    return replace(READY_MENTORING, state=MentoringState(state), **wanted)  # type: ignore[arg-type]  # test makers
