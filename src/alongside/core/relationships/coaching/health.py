"""How a coaching engagement is doing, from its dates alone, with the reason in words.

There is nothing like it for mentoring, on purpose: a growing gap between mentor and mentee prompts the two, in private,
and is never a report.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from alongside.core.calendar_days import after_days, days_between
from alongside.core.relationships.coaching.facts import CoachingFacts
from alongside.core.relationships.coaching.facts import CoachingState as S
from alongside.core.relationships.coaching.timers import (
    end_target,
    gap_at_risk,
    gap_nudge,
    hard_stop,
    pause_lapses,
)

WAITING_FOR_THE_FIRST: Final = (S.AGREED, S.BASELINE)
AT_WORK: Final = (S.ACTIVE, S.MID_REVIEW)


class Health(StrEnum):
    ON_TRACK = "on_track"
    DRIFTING = "drifting"
    AT_RISK = "at_risk"


HEALTH_WORDS: Final = {Health.ON_TRACK: "On track", Health.DRIFTING: "Drifting", Health.AT_RISK: "At risk"}


@dataclass(frozen=True, slots=True)
class CoachingHealth:
    """Where it stands and why. `because` speaks of dates and intervals, never of what was said."""

    health: Health
    because: str

    @property
    def words(self) -> str:
        return HEALTH_WORDS[self.health]


def assess_health(facts: CoachingFacts, at: datetime) -> CoachingHealth | None:
    """How it is doing; None where there is nothing to say yet or any more.

    Too long without a session is 1.5 intervals (drifting) and 2.5 (at risk), unless one in time is in the diary.
    """
    if facts.state == S.PAUSED:
        return _paused(facts, at)
    if facts.state in WAITING_FOR_THE_FIRST:
        return _before_the_first(facts, at)
    return _at_work(facts, at) if facts.state in AT_WORK else None


def _paused(facts: CoachingFacts, at: datetime) -> CoachingHealth:
    if _is_past(pause_lapses(facts, at), at):
        return CoachingHealth(Health.AT_RISK, "On hold for longer than it can be.")
    if _is_past(facts.pause_until, at):
        return CoachingHealth(Health.DRIFTING, "On hold; the pause was to end by now.")
    return CoachingHealth(Health.ON_TRACK, "Nothing is expected while it is on hold.")


def _before_the_first(facts: CoachingFacts, at: datetime) -> CoachingHealth:
    reason = f"Agreed {_ago(facts.entered_at, at)}; no session yet."
    rules = facts.rules
    for health, intervals in (
        (Health.AT_RISK, rules.at_risk_at_intervals),
        (Health.DRIFTING, rules.nudge_at_intervals),
    ):
        if _is_past(after_days(facts.entered_at, intervals * rules.interval_days), at) and not _is_booked(
            facts, at
        ):
            return CoachingHealth(health, reason)
    return CoachingHealth(Health.ON_TRACK, reason)


def _at_work(facts: CoachingFacts, at: datetime) -> CoachingHealth:
    if _is_past(hard_stop(facts, at), at):
        return CoachingHealth(Health.AT_RISK, f"Past its latest end, {facts.rules.hard_stop_month} months.")
    reason = _since_the_last(facts, at)
    if _is_past(gap_at_risk(facts, at), at):
        return CoachingHealth(Health.AT_RISK, reason)
    if _is_past(gap_nudge(facts, at), at):
        return CoachingHealth(Health.DRIFTING, reason)
    if _is_past(end_target(facts, at), at):
        return CoachingHealth(Health.DRIFTING, f"Was to end within {facts.rules.end_by_month} months.")
    return CoachingHealth(Health.ON_TRACK, reason)


def _since_the_last(facts: CoachingFacts, at: datetime) -> str:
    if facts.last_session_at is None:
        return "No session yet."
    agreed = round(facts.rules.interval_days)
    return f"Last session {_ago(facts.last_session_at, at)}; one every {agreed} days was agreed."


def _is_booked(facts: CoachingFacts, at: datetime) -> bool:
    return facts.next_session_at is not None and facts.next_session_at >= at


def _is_past(moment: datetime | None, at: datetime) -> bool:
    return moment is not None and moment <= at


def _ago(since: datetime, at: datetime) -> str:
    days = int(days_between(since, at))
    if days < 1:
        return "today"
    return "yesterday" if days == 1 else f"{days} days ago"
