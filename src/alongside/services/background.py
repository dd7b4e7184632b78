"""What the background worker remembers: due times taken, jobs alive, jobs that failed or were lost."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from alongside.core.failures import name_of, places_of
from alongside.core.patience import WITH_JOBS
from alongside.models import JobBeat, ScheduledRun


class JobLostError(Exception):
    """The worker of a job went away without a word."""


def take_due_time(schedule: str, due_at: datetime) -> bool:
    """Take a due time of a schedule; False when it is taken already (the database allows one row for it)."""
    return ScheduledRun.objects.get_or_create(schedule=schedule, due_at=due_at)[1]


def keep_alive(task_id: str, now: datetime) -> None:
    """A running job says that it still runs."""
    JobBeat.objects.update_or_create(task_id=task_id, defaults={"beat_at": now})


def stop_beating(task_id: str) -> None:
    """A job has ended, well or not."""
    JobBeat.objects.filter(task_id=task_id).delete()


@transaction.atomic
def try_again_or_give_up(job: DBTaskResult[..., Any], failure: BaseException, now: datetime) -> None:
    """A job failed: it waits for its next try, or is given up. What failed is kept as places, without words.

    A job runs one service, and a service is one transaction: a job that failed has left nothing half-done.
    """
    wait = WITH_JOBS.wait_after(len(job.worker_ids))
    DBTaskResult.objects.filter(pk=job.pk, status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.FAILED if wait is None else TaskResultStatus.READY,
        run_after=job.run_after if wait is None else now + wait,
        finished_at=now if wait is None else None,
        exception_class_path=name_of(type(failure)),
        traceback=places_of(type(failure), failure.__traceback__),
    )
    stop_beating(str(job.pk))


def revive_lost_jobs(now: datetime) -> int:
    """Jobs that are running by their row and silent by their beat: the next try, or the end. How many."""
    long_ago = now - WITH_JOBS.lost_after
    alive = JobBeat.objects.filter(beat_at__gt=long_ago).values_list("task_id", flat=True)
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lte=long_ago)
    lost = [job for job in running if str(job.pk) not in set(alive)]
    for job in lost:
        try_again_or_give_up(job, JobLostError(), now)
    return len(lost)


def forget_done_jobs(before: datetime) -> None:
    """Take away what is only history: jobs that ended, due times taken and beats from before then."""
    ended = [TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED]
    DBTaskResult.objects.filter(Q(status__in=ended), finished_at__lt=before).delete()
    ScheduledRun.objects.filter(due_at__lt=before).delete()
    JobBeat.objects.filter(beat_at__lt=before).delete()
