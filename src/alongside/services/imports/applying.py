"""The import itself: everybody or nobody, and the same answer however often it is asked for."""

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from alongside.core.verdicts import Refused
from alongside.models import ImportBatch, ImportState
from alongside.queries.access import Viewer
from alongside.queries.imports import LARGE_FROM_LINES, find_batch_changes, get_import
from alongside.services.imports.uploads import DONE_ALREADY, keep_findings
from alongside.services.imports.writing import write_changes

HAS_PROBLEMS: Final = Refused("Some lines cannot be imported. Nothing was written.")


@transaction.atomic
def start_import(
    viewer: Viewer, batch_id: UUID, at: datetime, *, leave_out: bool = False
) -> ImportBatch | Refused:
    """Import now; a large table is only marked as running, for a job to do. `leave_out` passes over bad lines."""
    get_import(viewer, "run", batch_id)
    batch = _lock(batch_id)
    if batch.state in (ImportState.DONE, ImportState.RUNNING):
        return DONE_ALREADY
    if batch.state == ImportState.UPLOADED:
        return Refused("Try it dry first.")
    batch.options = batch.options | {"leave_out": leave_out}
    batch.state = ImportState.RUNNING
    batch.save(update_fields=["options", "state"])
    return batch if len(batch.rows) >= LARGE_FROM_LINES else apply_import(batch.pk, at)


@transaction.atomic
def apply_import(batch_id: UUID, at: datetime) -> ImportBatch | Refused:
    """Write everybody, or nobody. Doing it twice changes nothing the second time."""
    batch = _lock(batch_id)
    if batch.state == ImportState.DONE:
        return batch
    found = find_batch_changes(batch)
    if found.problems and not batch.options.get("leave_out"):
        keep_findings(batch, found)
        return HAS_PROBLEMS
    write_changes(batch, [line for line in found.lines if line.outcome != "unchanged"], at)
    keep_findings(batch, found)
    batch.created_count, batch.changed_count = found.count("new"), found.count("changed")
    batch.state, batch.finished_at, batch.rows = ImportState.DONE, at, []
    batch.save()
    return batch


def is_under_way(batch: ImportBatch) -> bool:
    """Whether the batch waits for its job, or the job is at it."""
    return batch.state == ImportState.RUNNING


def mark_failed(batch_id: UUID) -> None:
    """An import broke off. Nothing of it was written, and the upload is still there."""
    ImportBatch.objects.filter(pk=batch_id, state=ImportState.RUNNING).update(state=ImportState.FAILED)


def _lock(batch_id: UUID) -> ImportBatch:
    rows = ImportBatch.objects.select_related("programme__organisation", "made_by")
    return rows.select_for_update(of=("self",)).get(pk=batch_id)
