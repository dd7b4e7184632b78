"""Matching: versions of a programme's rules, runs, the pairs they propose, and what people said about pairs."""

from django.db import models
from django.db.models import F, Q

from alongside.models.people import Person
from alongside.models.programmes import Enrolment, Programme
from alongside.models.record import Record


class RelationshipKind(models.TextChoices):
    COACHING = "coaching", "coaching"
    MENTORING = "mentoring", "mentoring"


class RuleSetVersion(Record):
    """One version of a programme's matching rules; the highest number is in use, none is ever changed."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="rule_sets")
    kind = models.CharField(max_length=10, choices=RelationshipKind.choices)
    number = models.PositiveIntegerField()
    rules = models.JSONField()
    note = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="rule_sets_made"
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind", "number"], name="one_rule_set_per_number")
        ]

    def __str__(self) -> str:
        return f"rules {self.number} of {self.programme}"


class RunState(models.TextChoices):
    QUEUED = "queued", "waiting"
    RUNNING = "running", "running"
    DONE = "done", "done"
    FAILED = "failed", "failed"
    CANCELLED = "cancelled", "cancelled"
    PUBLISHED = "published", "published"


class MatchRun(Record):
    """One run of the matcher over a programme: what was asked, how far it is, what came out."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="match_runs")
    kind = models.CharField(max_length=10, choices=RelationshipKind.choices)
    rule_set = models.ForeignKey(RuleSetVersion, on_delete=models.PROTECT, related_name="runs")
    mode = models.CharField(max_length=20, default="everyone_first")
    seed = models.PositiveBigIntegerField(default=0)
    places_override = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=RunState.choices, default=RunState.QUEUED)
    progress_percent = models.PositiveSmallIntegerField(default=0)
    stays_with = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="followed_by"
    )  # the run whose pairs stay where they can
    asked_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="match_runs"
    )
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)
    placed = models.PositiveIntegerField(null=True, blank=True)
    asked = models.PositiveIntegerField(null=True, blank=True)
    points = models.FloatField(null=True, blank=True)
    audit = models.JSONField(null=True, blank=True)
    rule_prices = models.JSONField(null=True, blank=True)  # what each rule costs, once somebody asked

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"match run {self.pk}"


class ProposalPair(Record):
    """One pair a run proposes (or one more coach to offer), with every finding that speaks for it."""

    run = models.ForeignKey(MatchRun, on_delete=models.CASCADE, related_name="pairs")
    client = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="pairs_as_client")
    practitioner = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="pairs_as_practitioner"
    )
    rank = models.PositiveSmallIntegerField(default=1)
    fit = models.PositiveSmallIntegerField()
    points = models.FloatField(default=0)
    findings = models.JSONField(default=list)

    class Meta:
        ordering = ["client__person__name", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["run", "client", "practitioner"], name="one_proposal_per_pair"),
            models.CheckConstraint(condition=Q(fit__lte=10_000), name="a_fit_is_0_to_10000"),
        ]

    def __str__(self) -> str:
        return f"pair {self.pk}"


class PairWishKind(models.TextChoices):
    LOCK = "lock", "keep together"
    FORBID = "forbid", "never together"


class PairWish(Record):
    """A programme manager keeps a pair together, or rules it out, for the next runs."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="pair_wishes")
    kind = models.CharField(max_length=6, choices=PairWishKind.choices)
    client = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="wishes_as_client")
    practitioner = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="wishes_as_practitioner"
    )
    wished_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="pair_wishes"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "practitioner"], name="one_wish_per_pair"),
            models.CheckConstraint(
                condition=~Q(client=F("practitioner")), name="a_wish_is_about_two_enrolments"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class ConflictOfInterest(Record):
    """Two people who must not be paired, declared by one of them or by the programme."""

    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="conflicts_declared")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="conflicts_named")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_declaration_per_pair"),
            models.CheckConstraint(condition=~Q(one=F("other")), name="a_conflict_has_two_people"),
        ]

    def __str__(self) -> str:
        return f"conflict {self.pk}"
