"""When something falls due in a coaching engagement. One function a row; None means there is nothing to wait for."""

from datetime import datetime

from alongside.core.calendar_days import after_days, after_months, after_working_days
from alongside.core.relationships.coaching.facts import CoachingFacts
from alongside.core.relationships.coaching.facts import CoachingState as S
from alongside.core.relationships.lifecycle import Timer

PAIR = ("client", "coach")


def acknowledgement(facts: CoachingFacts, at: datetime) -> datetime | None:
    if facts.acknowledged_at is not None:
        return None
    return after_working_days(facts.entered_at, facts.rules.acknowledge_working_days)


def next_date(facts: CoachingFacts, at: datetime) -> datetime | None:
    """The next session should be in the diary soon after the last one."""
    if _is_booked(facts, at) or facts.last_session_at is None or _nothing_left(facts):
        return None
    return after_days(facts.last_session_at, facts.rules.book_next_within_days)


def gap_nudge(facts: CoachingFacts, at: datetime) -> datetime | None:
    return _gap(facts, at, facts.rules.nudge_at_intervals)


def gap_at_risk(facts: CoachingFacts, at: datetime) -> datetime | None:
    return _gap(facts, at, facts.rules.at_risk_at_intervals)


def _gap(facts: CoachingFacts, at: datetime, intervals: float) -> datetime | None:
    """When the gap grows too long. A booked session in time ends the gap; one too far off does not."""
    if facts.last_session_at is None or _nothing_left(facts):
        return None
    too_long = after_days(facts.last_session_at, intervals * facts.rules.interval_days)
    booked = facts.next_session_at
    if booked is not None and at <= booked <= too_long:
        return None
    return too_long


def mid_review(facts: CoachingFacts, at: datetime) -> datetime | None:
    return facts.last_session_at if facts.mid_review_is_due else None


def final_review(facts: CoachingFacts, at: datetime) -> datetime | None:
    return facts.last_session_at if _nothing_left(facts) else None


def pause_ends(facts: CoachingFacts, at: datetime) -> datetime | None:
    return facts.pause_until


def pause_lapses(facts: CoachingFacts, at: datetime) -> datetime | None:
    """One second after the last moment allowed, so that the guard of the move agrees."""
    began = facts.paused_at or facts.entered_at
    return after_days(began, facts.rules.pause_days_at_most + 1 / 86_400)


def end_target(facts: CoachingFacts, at: datetime) -> datetime | None:
    began = facts.work_began_at
    return None if began is None else after_months(began, facts.rules.end_by_month)


def hard_stop(facts: CoachingFacts, at: datetime) -> datetime | None:
    began = facts.work_began_at
    return None if began is None else after_months(began, facts.rules.hard_stop_month)


def first_follow_up(facts: CoachingFacts, at: datetime) -> datetime | None:
    return after_months(facts.closed_at or facts.entered_at, facts.rules.follow_up_months[0])


def second_follow_up(facts: CoachingFacts, at: datetime) -> datetime | None:
    return after_months(facts.closed_at or facts.entered_at, facts.rules.follow_up_months[1])


def archive_after_follow_up(facts: CoachingFacts, at: datetime) -> datetime | None:
    last = after_months(facts.closed_at or facts.entered_at, facts.rules.follow_up_months[1])
    return after_days(last, facts.rules.archive_days_after)


def archive_after_early_end(facts: CoachingFacts, at: datetime) -> datetime | None:
    return after_days(facts.entered_at, facts.rules.archive_days_after)


def _is_booked(facts: CoachingFacts, at: datetime) -> bool:
    return facts.next_session_at is not None and facts.next_session_at >= at


def _nothing_left(facts: CoachingFacts) -> bool:
    return facts.sessions_held >= facts.sessions_agreed


ENDED_EARLY = (S.WITHDRAWN, S.REFERRED_OUT, S.CLOSED_EARLY, S.TERMINATED)

COACHING_TIMERS: tuple[Timer[CoachingFacts], ...] = (
    Timer(
        "acknowledge", (S.ENQUIRY,), acknowledgement, ("programme_manager",), "An enquiry waits for a word."
    ),
    Timer("book_next", (S.ACTIVE,), next_date, PAIR, "No next session is in the diary."),
    Timer("gap_nudge", (S.ACTIVE,), gap_nudge, PAIR, "The last session was some time ago."),
    Timer(
        "gap_at_risk",
        (S.ACTIVE,),
        gap_at_risk,
        (*PAIR, "programme_manager"),
        "There has been no session for a long time.",
    ),
    Timer("hold_mid_review", (S.ACTIVE,), mid_review, PAIR, "It is time to look at how it is going."),
    Timer("hold_final_review", (S.ACTIVE,), final_review, PAIR, "All sessions are held. Look back together."),
    Timer("pause_ends", (S.PAUSED,), pause_ends, PAIR, "The pause was to end now."),
    Timer(
        "pause_lapses",
        (S.PAUSED,),
        pause_lapses,
        (*PAIR, "programme_manager"),
        "The pause was longer than it can be.",
        "lapse_pause",
    ),
    Timer("end_target", (S.ACTIVE, S.PAUSED), end_target, PAIR, "The work was meant to end about now."),
    Timer(
        "hard_stop",
        (S.ACTIVE, S.PAUSED),
        hard_stop,
        (*PAIR, "programme_manager"),
        "The latest end has been reached.",
    ),
    Timer(
        "first_follow_up", (S.CLOSED,), first_follow_up, ("client",), "Three questions.", "begin_follow_up"
    ),
    Timer("second_follow_up", (S.FOLLOW_UP,), second_follow_up, ("client",), "Three questions, a last time."),
    Timer("archive", (S.FOLLOW_UP,), archive_after_follow_up, (), "Nothing more is asked.", "archive"),
    Timer(
        "archive_early_end",
        ENDED_EARLY,
        archive_after_early_end,
        (),
        "Nothing more is asked.",
        "archive_early_end",
    ),
)
