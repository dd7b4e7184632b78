"""Jobs that look after relationships: requests that lapse, reviews that fall due, silences that are asked about."""

from django.utils import timezone
from django_tasks import task

from alongside.services.relationships.clock import advance_due


@task()
def advance_relationships() -> int:
    """Make every move that has fallen due; how many there were."""
    return advance_due(timezone.now())
