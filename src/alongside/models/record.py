"""What every record has: an identifier that says nothing, and when it was made."""

import uuid

from django.db import models
from django.utils import timezone


class Record(models.Model):
    """An opaque id (so that an address never tells how many there are) and the time of making."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True
