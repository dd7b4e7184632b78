"""The plan of steps to an end skill: a small directed acyclic graph, and the practice behind it."""

from django.db import models
from django.db.models import F, Q

from alongside.models.people import Person
from alongside.models.record import Record
from alongside.models.relationships.gap import GapSkill


class SupportLevel(models.TextChoices):
    """How much help a step is done with; it fades one level at a time."""

    MODELLED = "modelled", "I watch it done"
    GUIDED = "guided", "with guidance as I do it"
    PROMPTED = "prompted", "with a prompt"
    ALONE = "alone", "on my own"
    HARDER = "harder", "on my own, somewhere harder"


class StepStatus(models.TextChoices):
    OPEN = "open", "to do"
    PRACTISING = "practising", "practising"
    PASSED = "passed", "passed"
    SPLIT = "split", "split into smaller steps"
    DROPPED = "dropped", "dropped"


class Step(Record):
    """Observable behaviour + situation + support + success rule + evidence + due date."""

    gap_skill = models.ForeignKey(GapSkill, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    behaviour = models.CharField(max_length=240)
    situation = models.CharField(max_length=240)
    support = models.CharField(max_length=9, choices=SupportLevel.choices)
    success_count = models.PositiveSmallIntegerField(default=3)
    success_of = models.PositiveSmallIntegerField(default=4)
    evidence = models.CharField(max_length=240, blank=True)
    due_on = models.DateField()
    status = models.CharField(max_length=10, choices=StepStatus.choices, default=StepStatus.OPEN)
    passed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["gap_skill", "position"], name="one_step_per_position"),
            models.CheckConstraint(
                condition=Q(success_count__gte=1, success_of__gte=F("success_count")),
                name="success_is_so_many_of_so_many",
            ),
        ]

    def __str__(self) -> str:
        return f"step {self.pk}"


class StepUnlock(Record):
    """Passing one step opens another."""

    earlier = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="unlocks")
    later = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="unlocked_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="one_unlock_per_pair"),
            models.CheckConstraint(condition=~Q(earlier=F("later")), name="no_step_opens_itself"),
        ]

    def __str__(self) -> str:
        return f"unlock {self.pk}"


class PracticeEntry(Record):
    """One occasion of practice: how it went, who gave feedback and how soon, what changes next time."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="practice")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="practice")
    practised_on = models.DateField()
    aspect = models.CharField(max_length=240, blank=True)
    repetitions = models.PositiveSmallIntegerField(default=1)
    went_well = models.BooleanField()
    feedback_source = models.CharField(max_length=120, blank=True)
    feedback_delay_days = models.PositiveSmallIntegerField(null=True, blank=True)
    next_time = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["practised_on", "created_at"]

    def __str__(self) -> str:
        return f"practice {self.pk}"
