"""Reads about letters."""

from django.db.models import QuerySet

from alongside.models import Letter
from alongside.queries.access import require_demo


def list_letters() -> QuerySet[Letter]:
    """All letters, newest first; only in the demo, where their readers are invented."""
    require_demo()
    return Letter.objects.order_by("-created_at", "-pk")
