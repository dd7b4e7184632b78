"""Needs: what somebody chose to keep of what they said, and what they decided."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

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
    may_be_asked = models.BooleanField(default=True)
    tests_rules_since = models.DateTimeField(null=True, blank=True)

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


class FollowUpAnswer(models.TextChoices):
    YES = "yes", "yes"
    PARTLY = "partly", "partly"
    NO = "no", "no"


class NeedFollowUp(Record):
    """So many days after a choice: was it the right kind of help? Asked once; every part of the answer may stay empty.

    It belongs to the choice made at `decided_at`; another choice begins the days anew and leaves this as it was.
    """

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="follow_ups")
    days = models.PositiveSmallIntegerField()
    decided_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=6, choices=FollowUpAnswer.choices, blank=True)
    would_have_been = models.CharField(max_length=20, blank=True)
    words = models.TextField(max_length=2000, blank=True)

    class Meta:
        ordering = ["decided_at", "days"]
        constraints = [
            models.UniqueConstraint(fields=["need", "decided_at", "days"], name="asked_once_at_each_moment"),
        ]

    def __str__(self) -> str:
        return f"follow-up of need {self.need_id}"


class TriageRulesVersion(Record):
    """One version of an organisation's own triage rules, as a TOML file under its name. It is never changed."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="triage_rules_versions"
    )
    name = models.CharField(max_length=40)
    text = models.TextField(max_length=500_000)
    note = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="triage_rules_made"
    )

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(Lower("name"), "organisation", name="one_triage_version_per_name")
        ]

    def __str__(self) -> str:
        return f"triage rules {self.name}"


class TriageRulesUse(Record):
    """From this moment an organisation uses this version; without one, the rules that ship. The latest row counts."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="triage_rules_uses")
    version = models.ForeignKey(
        TriageRulesVersion, on_delete=models.CASCADE, null=True, blank=True, related_name="uses"
    )
    chosen_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="triage_rules_chosen"
    )

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["organisation", "-created_at"])]

    def __str__(self) -> str:
        return f"use of {self.version or 'the rules that ship'}"


class TriageDraft(Record):
    """The one draft of an organisation's triage rules; whatever is saved in it is a valid file."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="triage_draft")
    text = models.TextField(max_length=500_000)
    based_on = models.CharField(max_length=40)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="triage_drafts"
    )

    def __str__(self) -> str:
        return f"draft of {self.organisation}"


class TrialState(models.TextChoices):
    QUEUED = "queued", "waiting"
    RUNNING = "running", "running"
    DONE = "done", "done"
    FAILED = "failed", "failed"


class TriageTrial(Record):
    """One round of the cases with a draft beside the version in use: how far it is, and what came out.

    Of the organisation's own cases it holds counts in whole tens, and nothing else.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="triage_trials")
    draft_hash = models.CharField(max_length=64)
    against = models.CharField(max_length=40)
    state = models.CharField(max_length=7, choices=TrialState.choices, default=TrialState.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    asked_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="triage_trials"
    )
    finished_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(default=dict)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"trial {self.pk}"
