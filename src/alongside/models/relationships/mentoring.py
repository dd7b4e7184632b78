"""A mentorship: years, voluntary, mentee-initiated. There is no sponsor, no fee and no report here, on purpose."""

from django.db import models
from django.db.models import F, Q

from alongside.models.needs import Need
from alongside.models.people import Person
from alongside.models.programmes import Programme
from alongside.models.record import Record
from alongside.models.skills import Skill


class MentorshipForm(models.TextChoices):
    ONE_TO_ONE = "one_to_one", "one to one"
    FLASH = "flash", "one conversation"
    REVERSE = "reverse", "reverse: the less senior person mentors"
    PEER = "peer", "between peers"


class Mentorship(Record):
    """One mentee who asked one mentor. Its states are in core/relationships/mentoring."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="mentorships")
    mentee = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mentorships_as_mentee")
    mentor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mentorships_as_mentor")
    need = models.ForeignKey(
        Need, on_delete=models.SET_NULL, null=True, blank=True, related_name="mentorships"
    )
    after_engagement = models.ForeignKey(
        "alongside.CoachingEngagement",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="mentorships_after",
    )
    form = models.CharField(max_length=12, choices=MentorshipForm.choices, default=MentorshipForm.ONE_TO_ONE)
    state = models.CharField(max_length=14, default="requested")
    state_since = models.DateTimeField()
    requested_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    asked_more_time = models.BooleanField(default=False)
    accepted_at = models.DateTimeField(null=True, blank=True)
    first_met_at = models.DateTimeField(null=True, blank=True)
    last_contact_at = models.DateTimeField(null=True, blank=True)
    cadence_days = models.PositiveSmallIntegerField(default=42)
    paused_days = models.PositiveSmallIntegerField(default=0)
    direction = models.TextField(max_length=1000, blank=True)
    window_ends_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    findings = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["-state_since"]
        constraints = [
            models.CheckConstraint(condition=~Q(mentor=F("mentee")), name="nobody_mentors_themselves"),
            models.UniqueConstraint(
                fields=["programme", "mentee", "mentor"],
                condition=Q(
                    state__in=[
                        "requested",
                        "waitlisted",
                        "accepted",
                        "initiation",
                        "cultivation",
                        "separation",
                        "dormant",
                    ]
                ),
                name="one_running_mentorship_per_pair",
            ),
        ]
        indexes = [models.Index(fields=["programme", "state"])]

    def __str__(self) -> str:
        return f"mentorship {self.pk}"


class MentorRanking(Record):
    """Up to three mentors in the order a mentee asks them, one at a time, with the words each of them reads.

    With `asks_on` the next one is asked by the clock after a no or no answer; without it the mentee is told and asks.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="mentor_rankings")
    mentee = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="mentor_rankings")
    need = models.ForeignKey(
        Need, on_delete=models.SET_NULL, null=True, blank=True, related_name="mentor_rankings"
    )
    form = models.CharField(max_length=12, choices=MentorshipForm.choices, default=MentorshipForm.ONE_TO_ONE)
    words = models.TextField(max_length=4000)
    asks_on = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "mentee"],
                condition=Q(closed_at__isnull=True),
                name="one_open_ranking_per_mentee_here",
            ),
        ]

    def __str__(self) -> str:
        return f"ranking {self.pk}"


class RankedMentor(Record):
    """One mentor on a mentee's list: `mentorship` is the request made, `passed_at` that they could not be asked."""

    ranking = models.ForeignKey(MentorRanking, on_delete=models.CASCADE, related_name="choices")
    mentor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ranked_by")
    rank = models.PositiveSmallIntegerField()
    findings = models.JSONField(default=list, blank=True)
    mentorship = models.ForeignKey(
        Mentorship, on_delete=models.SET_NULL, null=True, blank=True, related_name="ranked_as"
    )
    passed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["ranking", "mentor"], name="a_mentor_is_ranked_once"),
            models.UniqueConstraint(fields=["ranking", "rank"], name="one_mentor_per_rank"),
            models.CheckConstraint(condition=Q(rank__gte=1, rank__lte=3), name="a_rank_is_1_to_3"),
        ]

    def __str__(self) -> str:
        return f"ranked mentor {self.pk}"


class LookBack(Record):
    """What one of the two said when asked how it is going: the no-fault check, a look back, an ending talk."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="looks_back")
    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="looks_back")
    kind = models.CharField(
        max_length=10, choices=[("check", "check"), ("look_back", "look back"), ("ending", "ending")]
    )
    wish = models.CharField(
        max_length=8, choices=[("carry_on", "carry on"), ("change", "change something"), ("end", "end")]
    )
    text = models.TextField(max_length=4000, blank=True)
    is_shared = models.BooleanField(default=False)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"look back {self.pk}"


class PathItemKind(models.TextChoices):
    TALENT_HAVE = "talent", "a talent I have"
    TALENT_BUILD = "to_build", "a talent to build"
    MILESTONE = "milestone", "a milestone"
    ROLE = "role", "a role"
    EXPERIENCE = "experience", "an experience"
    PERSON = "person", "a person who helps"


class PathItem(Record):
    """One way-mark of a mentee's path. It is the mentee's, and outlives any one mentor."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="path_items")
    kind = models.CharField(max_length=10, choices=PathItemKind.choices)
    text = models.CharField(max_length=300)
    skill = models.ForeignKey(
        Skill, on_delete=models.SET_NULL, null=True, blank=True, related_name="path_items"
    )
    on_year = models.PositiveSmallIntegerField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_shared = models.BooleanField(default=True)

    class Meta:
        ordering = ["on_year", "position", "created_at"]

    def __str__(self) -> str:
        return f"path item {self.pk}"
