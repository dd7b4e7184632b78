"""What belongs to exactly one relationship, of either kind."""

from django.db import models
from django.db.models import Q

from alongside.models.record import Record
from alongside.models.relationships.coaching import CoachingEngagement
from alongside.models.relationships.mentoring import Mentorship


class OfRelationship(Record):
    """Belongs to one coaching engagement or to one mentorship, never to both."""

    engagement = models.ForeignKey(
        CoachingEngagement, on_delete=models.CASCADE, null=True, blank=True, related_name="%(class)ss"
    )
    mentorship = models.ForeignKey(
        Mentorship, on_delete=models.CASCADE, null=True, blank=True, related_name="%(class)ss"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(engagement__isnull=False, mentorship__isnull=True)
                | Q(engagement__isnull=True, mentorship__isnull=False),
                name="%(class)s_is_of_one_relationship",
            )
        ]

    @property
    def relationship(self) -> CoachingEngagement | Mentorship:
        """The engagement or the mentorship this belongs to."""
        found = self.engagement or self.mentorship
        assert found is not None  # noqa: S101 - the database constraint above promises one of the two
        return found
