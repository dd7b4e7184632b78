"""The background work of a large import."""

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from alongside.services.imports import apply_import, mark_failed


@task()
def import_people(batch_id: str) -> None:
    """Import everybody of a batch, or nobody. A failure leaves the upload; the next try begins anew."""
    try:
        apply_import(UUID(batch_id), timezone.now())
    except Exception:
        mark_failed(UUID(batch_id))
        raise
