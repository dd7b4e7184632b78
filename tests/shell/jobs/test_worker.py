"""Jobs run, are tried again when they fail, come back when their worker was killed, and keep no words."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from alongside.core.patience import WITH_JOBS
from alongside.jobs.worker import HouseWorker
from alongside.models import JobBeat
from alongside.services.background import forget_done_jobs, keep_alive, revive_lost_jobs
from tests.shell.jobs import some_jobs
from tests.shell.makers import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def work_until_empty() -> None:
    HouseWorker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
        excluded_queue_names=[],
    ).run()


def claimed(at: datetime) -> DBTaskResult[..., Any]:
    """A job as a worker leaves it that was killed in the middle."""
    some_jobs.note.enqueue("again")
    job = DBTaskResult.objects.get()
    job.claim("killed")
    DBTaskResult.objects.update(started_at=at)
    return DBTaskResult.objects.get()


def test_a_job_runs_once() -> None:
    some_jobs.ran.clear()
    some_jobs.note.enqueue("hello")
    work_until_empty()
    work_until_empty()
    assert some_jobs.ran == ["hello"]
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL


def test_a_failing_job_is_tried_again_and_then_given_up_without_keeping_what_it_said() -> None:
    some_jobs.fail.enqueue()
    now = timezone.now()
    for _ in range(WITH_JOBS.most_tries):
        with time_machine.travel(now, tick=False):
            work_until_empty()
        now += timedelta(minutes=30)
    job = DBTaskResult.objects.get()
    assert (job.status, len(job.worker_ids)) == (TaskResultStatus.FAILED, WITH_JOBS.most_tries)
    assert job.exception_class_path == "builtins.ValueError"
    assert "some_jobs.py" in job.traceback
    assert some_jobs.SECRET not in job.traceback


def test_a_job_whose_worker_was_killed_runs_again() -> None:
    some_jobs.ran.clear()
    claimed(timezone.now() - timedelta(minutes=5))
    assert revive_lost_jobs(timezone.now()) == 1
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        work_until_empty()
    assert some_jobs.ran == ["again"]


def test_a_job_that_beats_is_left_alone_however_long_it_runs() -> None:
    job = claimed(NOW - timedelta(hours=3))
    keep_alive(str(job.pk), NOW - timedelta(seconds=30))
    assert revive_lost_jobs(NOW) == 0
    assert revive_lost_jobs(NOW + WITH_JOBS.lost_after) == 1


def test_a_job_lost_again_and_again_is_given_up() -> None:
    job = claimed(NOW)
    for turn in range(WITH_JOBS.most_tries):
        DBTaskResult.objects.update(
            status=TaskResultStatus.RUNNING, worker_ids=["killed"] * (turn + 1), started_at=NOW
        )
        assert revive_lost_jobs(NOW + timedelta(hours=1)) == 1
    job.refresh_from_db()
    assert job.status == TaskResultStatus.FAILED


def test_what_is_only_history_is_forgotten() -> None:
    some_jobs.note.enqueue("hello")
    work_until_empty()
    forget_done_jobs(timezone.now() + timedelta(days=1))
    assert not DBTaskResult.objects.exists()
    assert not JobBeat.objects.exists()
