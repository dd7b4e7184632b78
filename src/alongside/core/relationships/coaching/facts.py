"""What the coaching table needs to know about one engagement. Frozen; gathered by a query, read by the guards."""

import math
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class CoachingState(StrEnum):
    ENQUIRY = "enquiry"
    TRIAGED = "triaged"
    MATCHING = "matching"
    CHEMISTRY = "chemistry"
    AGREEMENT = "agreement"
    AGREED = "agreed"
    BASELINE = "baseline"
    ACTIVE = "active"
    MID_REVIEW = "mid_review"
    PAUSED = "paused"
    FINAL_REVIEW = "final_review"
    EXTENDED = "extended"
    CLOSED = "closed"
    FOLLOW_UP = "follow_up"
    WITHDRAWN = "withdrawn"
    REFERRED_OUT = "referred_out"
    CLOSED_EARLY = "closed_early"
    TERMINATED = "terminated"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class CoachingRules:
    """A programme's settings for coaching; the defaults are the product's. Units are in the names."""

    sessions: int = 6
    minutes_from: int = 60
    minutes_to: int = 90
    interval_days_from: int = 21
    interval_days_to: int = 35
    end_by_month: int = 8
    hard_stop_month: int = 12
    coaches_offered_from: int = 2
    coaches_offered_to: int = 3
    chemistry_talks_at_most: int = 3
    pause_days_at_most: int = 90
    extensions_at_most: int = 1
    goals_at_most: int = 3
    acknowledge_working_days: int = 2
    nudge_at_intervals: float = 1.5
    at_risk_at_intervals: float = 2.5
    book_next_within_days: int = 7
    follow_up_months: tuple[int, int] = (3, 6)
    archive_days_after: int = 30

    @property
    def interval_days(self) -> float:
        """The usual time from one session to the next: the middle of the agreed range."""
        return (self.interval_days_from + self.interval_days_to) / 2


USUAL_COACHING: Final = CoachingRules()


@dataclass(frozen=True, slots=True)
class OfferedCoach:
    """One coach on offer. `conflict` is None until the coach has said whether there is one."""

    ref: str
    in_reporting_line: bool = False
    conflict: bool | None = None
    has_place: bool = True
    credentials_current: bool = True
    supervision_current: bool = True
    declined: bool = False


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """`levels` counts the written levels (five are wanted); `frozen` says they cannot change any more."""

    levels: int
    frozen: bool


@dataclass(frozen=True, slots=True)
class CoachingFacts:
    """One engagement as the table sees it.

    `chemistry_talks` and `said_yes` count from the latest offer of coaches. `signed_this_version` holds the
    relations that have signed the version of the agreement now current; after an amendment it is the amended
    one. `sessions_agreed` is N of that version (or of the rules, before one exists).
    """

    ref: str
    state: CoachingState
    entered_at: datetime
    rules: CoachingRules = USUAL_COACHING
    has_sponsor: bool = False
    acknowledged_at: datetime | None = None
    accepted_route: str | None = None
    offered: tuple[OfferedCoach, ...] = ()
    chosen_coach: str | None = None
    chosen_coach_has_place: bool = True
    chemistry_talks: int = 0
    chemistry_held: bool = False
    said_yes: frozenset[str] = frozenset()
    three_way_meeting_held: bool = False
    signed_this_version: frozenset[str] = frozenset()
    limits_acknowledged_by: frozenset[str] = frozenset()
    gap_rated: bool = False
    goals: tuple[GoalFacts, ...] = ()
    readiness_asked: bool = False
    sessions_agreed: int = 6
    sessions_held: int = 0
    work_began_at: datetime | None = None
    last_session_at: datetime | None = None
    next_session_at: datetime | None = None
    mid_review_done: bool = False
    goals_met: bool = False
    paused_at: datetime | None = None
    pause_until: datetime | None = None
    extensions: int = 0
    goals_scored: bool = False
    final_questions_asked: bool = False
    signed_off_by: frozenset[str] = frozenset()
    closed_at: datetime | None = None

    @property
    def signers(self) -> frozenset[str]:
        """The relations whose signature the agreement needs."""
        return frozenset({"client", "coach", "sponsor"} if self.has_sponsor else {"client", "coach"})

    @property
    def mid_review_after(self) -> int:
        """The session after which the mid-review comes: half of N, rounded up."""
        return math.ceil(self.sessions_agreed / 2)

    @property
    def mid_review_is_due(self) -> bool:
        """Half of the sessions are held and the review is not. A single session has no middle."""
        return (
            self.sessions_agreed > 1
            and not self.mid_review_done
            and self.sessions_held >= self.mid_review_after
        )
