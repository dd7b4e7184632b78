"""The background worker: runs jobs from the database, one at a time, with the courier and the clock beside it."""

from typing import Any

from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from alongside.jobs.clock import set_going
from alongside.jobs.rounds import Rounds
from alongside.mail.courier import deliver_due
from alongside.services.background import keep_alive, revive_lost_jobs, stop_beating, try_again_or_give_up

BEAT_SECONDS = 20
COURIER_SECONDS = 2
CLOCK_SECONDS = 20


class HouseWorker(Worker):
    """The library's worker, whose jobs beat while they run, and are tried again when they fail or get lost."""

    def run_task(self, db_task_result: DBTaskResult[..., Any]) -> None:
        """Run one claimed job. Killed in the middle, it stays `running` until the reaper finds it silent."""
        job_id = str(db_task_result.pk)

        def beat() -> None:
            keep_alive(job_id, timezone.now())

        self.running_task = True
        try:
            with Rounds(BEAT_SECONDS, beat):
                arguments = db_task_result.args_kwargs
                value = db_task_result.task.call(*arguments["args"], **arguments["kwargs"])
            db_task_result.set_successful(value)
        except Exception as failure:
            try_again_or_give_up(db_task_result, failure, timezone.now())
        finally:
            stop_beating(job_id)
            self.running_task = False
            self._run_tasks += 1


def courier_round() -> None:
    """Send the letters that are due."""
    deliver_due(timezone.now)


def clock_round() -> None:
    """Set going what is due, and bring back what was lost."""
    set_going(timezone.now())
    revive_lost_jobs(timezone.now())


def work(*, until_empty: bool = False) -> None:
    """Work until a signal says stop, or until no job is left; a signal lets the job in progress end first."""
    worker = HouseWorker(
        queue_names=["*"],
        interval=1,
        batch=until_empty,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
    worker.configure_signals()
    with Rounds(COURIER_SECONDS, courier_round), Rounds(CLOCK_SECONDS, clock_round):
        worker.run()
