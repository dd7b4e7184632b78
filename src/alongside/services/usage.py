"""Counting the pages of those who said yes to it."""

from datetime import date

from django.db import transaction
from django.db.models import F

from alongside.models import UsageCount


@transaction.atomic
def count_page(page: str, day: date) -> None:
    """One more opening of that page on that day."""
    seen = UsageCount.objects.filter(day=day, page=page)
    if not seen.update(times=F("times") + 1):
        UsageCount.objects.get_or_create(day=day, page=page)
        seen.update(times=F("times") + 1)
