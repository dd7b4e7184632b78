"""What runs when, in one table, and the clock that sets it going: once per due time, however many workers run.

A time that passed while no worker ran is made up for once, late, when the next one starts.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cronsim import CronSim
from django.db import transaction
from django_tasks.base import Task

from alongside.jobs import keeping, needs, relationships
from alongside.services.background import take_due_time


@dataclass(frozen=True, slots=True)
class Schedule:
    """A job and when it runs: minute, hour, day, month, day of the week, in UTC."""

    name: str
    when: str
    job: Task[..., Any]


SCHEDULES = (
    Schedule("forget-unclaimed-needs", "5 * * * *", needs.forget_unclaimed_needs),
    Schedule("ask-afterwards", "40 7 * * *", needs.ask_afterwards),
    Schedule("advance-relationships", "*/10 * * * *", relationships.advance_relationships),
    Schedule("forget-sessions", "15 2 * * *", keeping.forget_ended_sessions),
    Schedule("forget-letters", "25 2 * * *", keeping.forget_letters),
    Schedule("forget-jobs", "35 2 * * *", keeping.forget_jobs),
)


def set_going(now: datetime, schedules: tuple[Schedule, ...] = SCHEDULES) -> tuple[str, ...]:
    """Enqueue every schedule whose latest due time nobody has taken yet; return their names."""
    return tuple(one.name for one in schedules if take(one, latest_due(one.when, now)))


def latest_due(when: str, now: datetime) -> datetime:
    """The last time at or before `now` that a schedule names."""
    just_after = now + timedelta(microseconds=1)  # going back, cronsim leaves out the moment it starts from
    return next(CronSim(when, just_after, reverse=True))


@transaction.atomic
def take(schedule: Schedule, due_at: datetime) -> bool:
    """Take the due time and put the job in the queue, both or neither."""
    if not take_due_time(schedule.name, due_at):
        return False
    schedule.job.enqueue()
    return True
