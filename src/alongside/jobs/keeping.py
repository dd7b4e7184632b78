"""Jobs that take away what nobody needs any more."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from alongside.services import background, outbox, sessions

KEEP_LETTERS = timedelta(days=30)
KEEP_JOBS = timedelta(days=30)


@task()
def forget_ended_sessions() -> None:
    sessions.forget_ended_sessions(timezone.now())


@task()
def forget_letters() -> None:
    outbox.forget_old_letters(timezone.now() - KEEP_LETTERS)


@task()
def forget_jobs() -> None:
    background.forget_done_jobs(timezone.now() - KEEP_JOBS)
