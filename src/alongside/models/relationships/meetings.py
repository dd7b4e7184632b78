"""Meetings (screens say session or conversation) and what is written around them: a table for each audience."""

from django.db import models
from django.db.models import Q

from alongside.models.people import Person
from alongside.models.record import Record
from alongside.models.relationships.of_relationship import OfRelationship


class MeetingState(models.TextChoices):
    PLANNED = "planned", "planned"
    HELD = "held", "held"
    MISSED = "missed", "missed"
    CANCELLED = "cancelled", "cancelled"


class Meeting(OfRelationship):
    """When the two meet or met. The words about it are in other tables."""

    number = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    time_zone = models.CharField(max_length=64, default="UTC")
    state = models.CharField(max_length=9, choices=MeetingState.choices, default=MeetingState.PLANNED)
    held_at = models.DateTimeField(null=True, blank=True)
    template_key = models.SlugField(max_length=20, blank=True)
    recorded_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="meetings_recorded"
    )

    class Meta(OfRelationship.Meta):
        ordering = ["starts_at"]
        constraints = [
            *OfRelationship.Meta.constraints,
            models.UniqueConstraint(fields=["engagement", "number"], name="one_session_per_number"),
            models.UniqueConstraint(fields=["mentorship", "number"], name="one_conversation_per_number"),
        ]

    def __str__(self) -> str:
        return f"meeting {self.pk}"


class MeetingTopic(Record):
    """What a meeting is about and where: for the two alone."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="topic")
    topic = models.CharField(max_length=300, blank=True)
    agenda = models.TextField(max_length=4000, blank=True)
    place = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=400, blank=True)
    scope = models.CharField(max_length=10, blank=True)

    def __str__(self) -> str:
        return f"topic of {self.meeting_id}"


class SharedNote(OfRelationship):
    """Written by either, read by both."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="shared_notes"
    )
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="shared_notes")
    text = models.TextField(max_length=8000)

    class Meta(OfRelationship.Meta):
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"shared note {self.pk}"


class PrivateNote(OfRelationship):
    """The practitioner's own note: nobody else's page ever shows it."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="private_notes"
    )
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="private_notes")
    text = models.TextField(max_length=8000)

    class Meta(OfRelationship.Meta):
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"private note {self.pk}"


class JournalEntry(Record):
    """The client's or mentee's own journal; the practitioner reads an entry only once it is released."""

    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="journal")
    text = models.TextField(max_length=8000)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"journal entry {self.pk}"


class ActionItem(OfRelationship):
    """Something one of the two said they would do."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions"
    )
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="actions")
    text = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfRelationship.Meta):
        ordering = ["done_at", "due_on", "created_at"]

    def __str__(self) -> str:
        return f"action {self.pk}"


class Message(OfRelationship):
    """A message between the two of a relationship."""

    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="messages")
    text = models.TextField(max_length=4000)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfRelationship.Meta):
        ordering = ["sent_at"]
        constraints = [
            *OfRelationship.Meta.constraints,
            models.CheckConstraint(condition=~Q(text=""), name="a_message_says_something"),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"
