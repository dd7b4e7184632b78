"""Agreements in versions, and signatures on exactly one version. The two kinds share nothing but their shape."""

from django.db import models

from alongside.models.people import Person
from alongside.models.record import Record
from alongside.models.relationships.coaching import CoachingEngagement
from alongside.models.relationships.mentoring import Mentorship


class CoachingAgreement(Record):
    """One version of what client, coach and sponsor agree; `clauses` are the information-flow clauses chosen."""

    engagement = models.ForeignKey(CoachingEngagement, on_delete=models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField()
    terms = models.JSONField()
    clauses = models.JSONField(default=list)
    content_hash = models.CharField(max_length=64)
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="coaching_drafts")

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["engagement", "version"], name="one_coaching_version_per_number")
        ]

    def __str__(self) -> str:
        return f"coaching agreement {self.pk}"


class CoachingSignature(Record):
    """Somebody signed this very text, and acknowledged the limits of confidentiality."""

    agreement = models.ForeignKey(CoachingAgreement, on_delete=models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="coaching_signatures")
    capacity = models.CharField(
        max_length=8, choices=[("client", "client"), ("coach", "coach"), ("sponsor", "sponsor")]
    )
    signed_at = models.DateTimeField()
    content_hash = models.CharField(max_length=64)
    limits_acknowledged = models.BooleanField(default=False)

    class Meta:
        ordering = ["signed_at"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "person"], name="one_coaching_signature_each")
        ]

    def __str__(self) -> str:
        return f"signature {self.pk}"


class MentorshipAgreement(Record):
    """One version of the light agreement of a mentorship: expectations, boundaries, cadence, how to end."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField()
    terms = models.JSONField()
    content_hash = models.CharField(max_length=64)
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mentorship_drafts")

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["mentorship", "version"], name="one_mentorship_version_per_number"
            )
        ]

    def __str__(self) -> str:
        return f"mentorship agreement {self.pk}"


class MentorshipSignature(Record):
    """Mentee or mentor said yes to this very text."""

    agreement = models.ForeignKey(MentorshipAgreement, on_delete=models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mentorship_signatures")
    capacity = models.CharField(max_length=8, choices=[("mentee", "mentee"), ("mentor", "mentor")])
    signed_at = models.DateTimeField()
    content_hash = models.CharField(max_length=64)
    limits_acknowledged = models.BooleanField(default=False)

    class Meta:
        ordering = ["signed_at"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "person"], name="one_mentorship_signature_each")
        ]

    def __str__(self) -> str:
        return f"signature {self.pk}"
