"""The outbox: a letter is claimed, then sent, then marked, so that none is lost and few go twice."""

from django.db import models
from django.db.models import Q

from alongside.models.people import Account, Organisation
from alongside.models.record import Record


class LetterState(models.TextChoices):
    WAITING = "waiting", "waiting"
    CLAIMED = "claimed", "being sent"
    SENT = "sent", "sent"
    FAILED = "failed", "given up"


class Letter(Record):
    """One mail to one address. Its words say that something is there, never what."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="letters"
    )
    account = models.ForeignKey(
        Account, on_delete=models.SET_NULL, null=True, blank=True, related_name="letters"
    )
    notice = models.SlugField(max_length=60)
    address = models.EmailField(max_length=254)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField(blank=True)
    message_id = models.CharField(max_length=120, unique=True)
    once_key = models.CharField(max_length=120, null=True, blank=True)  # noqa: DJ001 - null means "may repeat"
    state = models.CharField(max_length=8, choices=LetterState.choices, default=LetterState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["once_key"], condition=Q(once_key__isnull=False), name="one_letter_per_occasion"
            )
        ]
        indexes = [models.Index(fields=["state", "not_before"])]

    def __str__(self) -> str:
        return f"letter {self.pk}"


class ScheduledRun(Record):
    """A schedule came due at this minute and was taken, once, by one clock."""

    schedule = models.SlugField(max_length=60)
    due_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["schedule", "due_at"], name="one_run_per_due_time")]

    def __str__(self) -> str:
        return f"{self.schedule} at {self.due_at}"


class JobBeat(Record):
    """A running job's heartbeat: without one for a while, the job counts as lost and is tried again."""

    task_id = models.CharField(max_length=64, unique=True)
    beat_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=1)

    def __str__(self) -> str:
        return f"beat of {self.task_id}"
