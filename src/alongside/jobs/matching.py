"""The background work of a matching run."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from alongside.core.matching.pool import ProgrammeKind
from alongside.core.verdicts import Refused
from alongside.queries.access import Viewer
from alongside.services.matching.runs import ask_for_run, give_up_run, perform_run


@transaction.atomic
def begin_run(
    viewer: Viewer,
    programme_id: UUID,
    kind: ProgrammeKind,
    at: datetime,
    *,
    mode: str = "everyone_first",
    seed: int = 0,
    places: int | None = None,
    stays_with: UUID | None = None,
) -> UUID | Refused:
    """Ask for a run and set the job going, both or neither; the id of the run."""
    run = ask_for_run(
        viewer, programme_id, kind, at, mode=mode, seed=seed, places=places, stays_with=stays_with
    )
    if isinstance(run, Refused):
        return run
    run_match.enqueue(str(run.pk))
    return run.pk


@task()
def run_match(run_id: str) -> None:
    """Carry out a run. A failure is shown on its page, and the next try begins anew."""
    try:
        perform_run(UUID(run_id), timezone.now)
    except Exception:
        give_up_run(UUID(run_id), timezone.now())
        raise
