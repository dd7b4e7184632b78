"""The gap of a coaching engagement: skills, mindset, where the client is now; goals and their attainment."""

from django.db import models
from django.db.models import Q

from alongside.models.people import Person
from alongside.models.record import Record
from alongside.models.relationships.coaching import CoachingEngagement
from alongside.models.skills import Skill


class Moment(models.TextChoices):
    """When something was measured. `then` is asked at the end, about the beginning."""

    BASELINE = "baseline", "at the start"
    MID = "mid", "at the mid review"
    FINAL = "final", "at the end"
    THEN = "then", "looking back at the start"
    FOLLOW_UP = "follow_up", "some months later"


class RatingSource(models.TextChoices):
    SELF = "self", "the client"
    COACH = "coach", "the coach"
    OTHERS = "others", "others"
    ARTEFACT = "artefact", "a piece of work or a test"


class GapSkill(Record):
    """A skill of the gap analysis: required level, and the five figures of its priority (1-3 each)."""

    engagement = models.ForeignKey(CoachingEngagement, on_delete=models.CASCADE, related_name="gap_skills")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="gap_skills")
    required = models.PositiveSmallIntegerField()
    importance = models.PositiveSmallIntegerField(default=2)
    urgency = models.PositiveSmallIntegerField(default=2)
    leverage = models.PositiveSmallIntegerField(default=2)
    effort = models.PositiveSmallIntegerField(default=2)
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="priorities_proposed")
    confirmed_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="priorities_confirmed"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    is_active = models.BooleanField(default=False)

    class Meta:
        ordering = ["-is_active", "-importance", "skill__name"]
        constraints = [
            models.UniqueConstraint(fields=["engagement", "skill"], name="one_gap_per_skill"),
            models.CheckConstraint(
                condition=Q(
                    required__lte=5,
                    importance__range=(1, 3),
                    urgency__range=(1, 3),
                    leverage__range=(1, 3),
                    effort__range=(1, 3),
                ),
                name="gap_figures_are_in_range",
            ),
            models.CheckConstraint(
                condition=Q(is_active=False) | Q(confirmed_by__isnull=False),
                name="an_active_skill_is_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return f"gap in {self.skill}"


class SkillRating(Record):
    """One rating (0-5) of one skill, by whom and when."""

    gap_skill = models.ForeignKey(GapSkill, on_delete=models.CASCADE, related_name="ratings")
    moment = models.CharField(max_length=9, choices=Moment.choices)
    source = models.CharField(max_length=8, choices=RatingSource.choices)
    rater = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="skill_ratings"
    )
    level = models.PositiveSmallIntegerField()
    rated_on = models.DateField()

    class Meta:
        ordering = ["rated_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["gap_skill", "moment", "source", "rater"],
                condition=Q(rater__isnull=False),
                name="one_rating_each_time",
            ),
            models.UniqueConstraint(
                fields=["gap_skill", "moment", "source"],
                condition=Q(rater__isnull=True),
                name="one_nameless_rating_each_time",
            ),
            models.CheckConstraint(condition=Q(level__lte=5), name="a_rating_is_0_to_5"),
        ]

    def __str__(self) -> str:
        return f"rating {self.pk}"


class MindsetShift(Record):
    """A "from ... to ..." in the client's words, with confidence and importance 0-10. Nothing is computed on it."""

    engagement = models.ForeignKey(
        CoachingEngagement, on_delete=models.CASCADE, related_name="mindset_shifts"
    )
    from_text = models.CharField(max_length=300)
    to_text = models.CharField(max_length=300)
    confidence = models.PositiveSmallIntegerField()
    importance = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return f"mindset shift {self.pk}"


class Circumstances(Record):
    """Where the client is now: authority, tools, time and support (1-5). If these are the cause, it is not coaching."""

    engagement = models.OneToOneField(
        CoachingEngagement, on_delete=models.CASCADE, related_name="circumstances"
    )
    authority = models.PositiveSmallIntegerField()
    tools = models.PositiveSmallIntegerField()
    time = models.PositiveSmallIntegerField()
    support = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"circumstances of {self.engagement_id}"


class Goal(Record):
    """One goal: shared with a sponsor where the agreement says so, or between client and coach."""

    engagement = models.ForeignKey(CoachingEngagement, on_delete=models.CASCADE, related_name="goals")
    title = models.CharField(max_length=200)
    is_shared = models.BooleanField(default=False)
    gap_skill = models.ForeignKey(
        GapSkill, on_delete=models.SET_NULL, null=True, blank=True, related_name="goals"
    )
    importance = models.PositiveSmallIntegerField(default=1)
    difficulty = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["position", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(importance__lte=3, difficulty__lte=3), name="goal_weights_are_0_to_3"
            )
        ]

    def __str__(self) -> str:
        return f"goal {self.pk}"


class GoalLevels(Record):
    """Five written levels of a goal, -2 to +2. Frozen ones are never changed: a new version is made."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="levels")
    version = models.PositiveSmallIntegerField(default=1)
    much_less = models.CharField(max_length=300)
    less = models.CharField(max_length=300)
    expected = models.CharField(max_length=300)
    more = models.CharField(max_length=300)
    much_more = models.CharField(max_length=300)
    frozen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["goal", "version"], name="one_version_of_levels")]

    def __str__(self) -> str:
        return f"levels {self.version} of {self.goal_id}"


class Attainment(Record):
    """Which of the five levels was reached, when, said by whom."""

    levels = models.ForeignKey(GoalLevels, on_delete=models.CASCADE, related_name="attainments")
    moment = models.CharField(max_length=9, choices=Moment.choices)
    level = models.SmallIntegerField()
    scored_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attainments")
    scored_at = models.DateTimeField()

    class Meta:
        ordering = ["scored_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["levels", "moment", "scored_by"], name="one_attainment_each_time"
            ),
            models.CheckConstraint(
                condition=Q(level__gte=-2, level__lte=2), name="an_attainment_is_minus_2_to_2"
            ),
        ]

    def __str__(self) -> str:
        return f"attainment {self.pk}"
