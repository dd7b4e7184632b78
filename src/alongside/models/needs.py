"""Needs: what somebody chose to keep of what they said, and what they decided."""

from django.db import models
from django.db.models import Q

from alongside.models.people import Organisation, Person
from alongside.models.programmes import Programme
from alongside.models.record import Record
from alongside.models.skills import Skill


class Need(Record):
    """A need that a person chose to keep. Without a person it waits for its owner to sign in, then goes."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="needs")
    claim_hash = models.CharField(max_length=64, blank=True)
    statement = models.TextField(max_length=5000, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    rules_version = models.CharField(max_length=40)
    route = models.CharField(max_length=20)
    runner_up = models.CharField(max_length=20, blank=True)
    recommendation = models.JSONField(default=dict)
    chosen_route = models.CharField(max_length=20, blank=True)
    override_reason = models.TextField(max_length=1000, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(claim_hash=""), name="a_need_has_an_owner_or_a_claim"
            )
        ]

    def __str__(self) -> str:
        return f"need {self.pk}"


class NeedSkill(Record):
    """A skill the person wants to build, where they are and where they need to be (0-5)."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="skills")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="needs")
    current = models.PositiveSmallIntegerField(null=True, blank=True)
    required = models.PositiveSmallIntegerField(null=True, blank=True)
    importance = models.PositiveSmallIntegerField(default=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["need", "skill"], name="one_mention_per_skill"),
            models.CheckConstraint(
                condition=Q(importance__gte=1, importance__lte=3), name="importance_is_1_to_3"
            ),
        ]

    def __str__(self) -> str:
        return f"need for {self.skill}"


class NeedTalk(Record):
    """The person asked to talk to someone, and ticked what that reviewer may see."""

    need = models.OneToOneField(Need, on_delete=models.CASCADE, related_name="talk")
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, null=True, blank=True, related_name="need_talks"
    )
    reviewer = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="talks_to_hold"
    )
    shares_statement = models.BooleanField(default=False)
    shares_answers = models.BooleanField(default=False)
    shares_route = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"talk about need {self.need_id}"


class HelpKind(models.TextChoices):
    EMERGENCY = "emergency", "emergency services"
    HELPLINE = "helpline", "helpline"
    EAP = "eap", "employee assistance"
    HR = "hr", "human resources"
    SPEAK_UP = "speak_up", "speak-up line"


class HelpContact(Record):
    """Where help is to be had, for a country or for one organisation, and when that was last checked."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="help_contacts"
    )
    country = models.CharField(max_length=2, blank=True)
    kind = models.CharField(max_length=10, choices=HelpKind.choices)
    name = models.CharField(max_length=120)
    reach = models.CharField(max_length=200)
    hours = models.CharField(max_length=120, blank=True)
    checked_on = models.DateField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name
