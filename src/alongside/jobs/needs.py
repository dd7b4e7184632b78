"""Jobs that look after needs, and the trying of triage rules."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from alongside.queries.access import Viewer
from alongside.services.needs.following_up import ask_what_is_due
from alongside.services.needs.keeping import purge_unclaimed
from alongside.services.needs.trials import ask_for_trial, give_up_trial, perform_trial


@task()
def forget_unclaimed_needs() -> int:
    """Take away what was kept without an account and never claimed; how many needs that were."""
    return purge_unclaimed(timezone.now())


@task()
def ask_afterwards() -> int:
    """Ask those whose moment has come whether it was the right kind of help; how many needs that was about."""
    return ask_what_is_due(timezone.now())


@transaction.atomic
def begin_trial(viewer: Viewer, at: datetime) -> UUID:
    """Ask for a trial of the draft and put it in line. Its id."""
    trial = ask_for_trial(viewer, at)
    try_draft.enqueue(str(trial.pk))
    return trial.pk


@task()
def try_draft(trial_id: str) -> None:
    """Carry a trial out. A failure is shown on its page, and the next try begins anew."""
    try:
        perform_trial(UUID(trial_id), timezone.now)
    except Exception:
        give_up_trial(UUID(trial_id), timezone.now())
        raise
