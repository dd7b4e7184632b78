"""Consents and releases (they open), acknowledged limits, and safety concerns (a channel of their own)."""

import uuid

from django.db import models
from django.db.models import Q

from alongside.models.people import Organisation, Person
from alongside.models.record import Record
from alongside.models.relationships.of_relationship import OfRelationship


class Consent(Record):
    """A person said yes to one purpose, until it expires or is withdrawn."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=40)
    given_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_running_consent",
            )
        ]

    def __str__(self) -> str:
        return f"consent {self.pk}"


class Release(OfRelationship):
    """The author let somebody of this relationship read one item, until it is withdrawn."""

    resource = models.CharField(max_length=40)
    item_id = models.UUIDField(default=uuid.uuid4)
    to_relation = models.CharField(max_length=20)
    released_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="releases")
    released_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfRelationship.Meta):
        constraints = [
            *OfRelationship.Meta.constraints,
            models.UniqueConstraint(
                fields=["resource", "item_id", "to_relation"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_running_release",
            ),
        ]

    def __str__(self) -> str:
        return f"release {self.pk}"


class SafetyConcern(Record):
    """A concern: for the organisation's safeguarding leads and its author alone."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="safety_concerns")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="safety_concerns")
    about = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="concerns_about"
    )
    text = models.TextField(max_length=4000)
    answer = models.TextField(max_length=4000, blank=True)
    handling = models.TextField(max_length=4000, blank=True)
    taken_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="concerns_taken"
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"concern {self.pk}"
