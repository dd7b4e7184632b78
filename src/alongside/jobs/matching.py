"""The background work around a matching run."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from alongside.core.matching.pool import ProgrammeKind
from alongside.core.verdicts import Refused
from alongside.queries.access import Viewer
from alongside.services.matching.costs import (
    ask_for_rule_prices,
    give_up_rule_prices,
    perform_rule_prices,
)
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


@transaction.atomic
def begin_rule_prices(viewer: Viewer, run_id: UUID) -> Refused | None:
    """Ask what each rule of a run costs and set the job going, both or neither."""
    refused = ask_for_rule_prices(viewer, run_id)
    if refused is None:
        price_rules_of_run.enqueue(str(run_id))
    return refused


@task()
def price_rules_of_run(run_id: str) -> None:
    """Work out what each rule costs. A failure is shown on the page, and the next try begins anew."""
    try:
        perform_rule_prices(UUID(run_id))
    except Exception:
        give_up_rule_prices(UUID(run_id))
        raise
