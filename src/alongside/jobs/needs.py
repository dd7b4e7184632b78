"""Jobs that look after needs."""

from django.utils import timezone
from django_tasks import task

from alongside.services.needs.keeping import purge_unclaimed


@task()
def forget_unclaimed_needs() -> int:
    """Take away what was kept without an account and never claimed; how many needs that were."""
    return purge_unclaimed(timezone.now())
