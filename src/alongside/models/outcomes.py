"""Outcomes: what people answered to the short instruments."""

from django.db import models
from django.db.models import Q

from alongside.models.people import Person
from alongside.models.record import Record
from alongside.models.relationships.coaching import CoachingEngagement
from alongside.models.relationships.gap import Moment
from alongside.models.relationships.mentoring import Mentorship


class Response(Record):
    """One person's answers to one instrument at one moment."""

    instrument = models.SlugField(max_length=40)
    instrument_version = models.PositiveSmallIntegerField(default=1)
    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="responses")
    engagement = models.ForeignKey(
        CoachingEngagement, on_delete=models.CASCADE, null=True, blank=True, related_name="responses"
    )
    mentorship = models.ForeignKey(
        Mentorship, on_delete=models.CASCADE, null=True, blank=True, related_name="responses"
    )
    moment = models.CharField(max_length=9, choices=Moment.choices)
    answers = models.JSONField()
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["answered_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(engagement__isnull=True) | Q(mentorship__isnull=True),
                name="a_response_is_about_one_relationship",
            )
        ]

    def __str__(self) -> str:
        return f"response {self.pk}"
