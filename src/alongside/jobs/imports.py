"""The background work of a large import."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from alongside.core.verdicts import Refused
from alongside.queries.access import Viewer
from alongside.services.imports import apply_import, is_under_way, mark_failed, start_import


@transaction.atomic
def begin_import(viewer: Viewer, batch_id: UUID, at: datetime, *, leave_out: bool = False) -> Refused | None:
    """Import at once, or set the job going in the same transaction when the table is large."""
    batch = start_import(viewer, batch_id, at, leave_out=leave_out)
    if isinstance(batch, Refused):
        return batch
    if is_under_way(batch):
        import_people.enqueue(str(batch_id))
    return None


@task()
def import_people(batch_id: str) -> None:
    """Import everybody of a batch, or nobody. A failure leaves the upload; the next try begins anew."""
    try:
        apply_import(UUID(batch_id), timezone.now())
    except Exception:
        mark_failed(UUID(batch_id))
        raise
