"""What happened to a relationship, and the reasons people gave, which stay theirs."""

from django.db import models

from alongside.models.people import Person
from alongside.models.relationships.of_relationship import OfRelationship


class RelationshipEvent(OfRelationship):
    """One move of the life-cycle: from where to where, by whom, when. No content."""

    name = models.CharField(max_length=60)
    from_state = models.CharField(max_length=20, blank=True)
    to_state = models.CharField(max_length=20)
    actor = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="relationship_events"
    )
    happened_at = models.DateTimeField()

    class Meta(OfRelationship.Meta):
        ordering = ["happened_at", "created_at"]

    def __str__(self) -> str:
        return self.name


class PrivateReason(OfRelationship):
    """Why somebody declined, changed or ended. The other side never reads it; managers see numbers per category."""

    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="private_reasons")
    about = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="reasons_about"
    )
    category = models.CharField(max_length=20, blank=True)
    text = models.TextField(max_length=2000, blank=True)
    not_together_again = models.BooleanField(default=False)

    class Meta(OfRelationship.Meta):
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"reason {self.pk}"
