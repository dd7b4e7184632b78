"""Every schedule runs once per due time, however many clocks tick, and a missed time is made up for once."""

from datetime import UTC, datetime, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from alongside.jobs.clock import SCHEDULES, Schedule, latest_due, set_going
from tests.shell.jobs import some_jobs
from tests.shell.makers import NOW

HOURLY = (Schedule("hourly", "0 * * * *", some_jobs.fail),)


@pytest.mark.parametrize(
    ("when", "now", "due"),
    [
        ("0 9 * * *", NOW, NOW),
        ("0 9 * * *", NOW - timedelta(seconds=1), NOW - timedelta(days=1)),
        ("*/15 * * * *", NOW + timedelta(minutes=14, seconds=59), NOW),
        ("15 2 * * *", NOW, datetime(2026, 3, 2, 2, 15, tzinfo=UTC)),
    ],
)
def test_the_latest_due_time(when: str, now: datetime, due: datetime) -> None:
    assert latest_due(when, now) == due


@pytest.mark.django_db
def test_a_due_time_is_taken_once() -> None:
    assert set_going(NOW, HOURLY) == ("hourly",)
    assert set_going(NOW + timedelta(minutes=59), HOURLY) == ()
    assert set_going(NOW + timedelta(minutes=60), HOURLY) == ("hourly",)
    assert DBTaskResult.objects.count() == 2


@pytest.mark.django_db
def test_hours_without_a_worker_are_made_up_for_once() -> None:
    set_going(NOW, HOURLY)
    set_going(NOW + timedelta(hours=9), HOURLY)
    assert DBTaskResult.objects.count() == 2


def test_the_names_of_the_schedules_differ() -> None:
    assert len({schedule.name for schedule in SCHEDULES}) == len(SCHEDULES)


@pytest.mark.django_db
@pytest.mark.parametrize("schedule", SCHEDULES, ids=lambda schedule: schedule.name)
def test_every_scheduled_job_runs_on_an_empty_house(schedule: Schedule) -> None:
    schedule.job.call()
