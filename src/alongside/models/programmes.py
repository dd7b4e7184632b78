"""Programmes: what an organisation runs, and who takes part in which part."""

from django.db import models
from django.db.models import F, Q

from alongside.models.people import Organisation, Person
from alongside.models.record import Record


class ProgrammeKind(models.TextChoices):
    COACHING = "coaching", "coaching"
    MENTORING = "mentoring", "mentoring"
    BOTH = "both", "coaching and mentoring"


class EnrolmentKind(models.TextChoices):
    OPEN = "open", "anyone in the organisation may join"
    INVITED = "invited", "by invitation"
    APPROVED = "approved", "on request, approved by the programme manager"


class ProgrammeState(models.TextChoices):
    DRAFT = "draft", "being set up"
    OPEN = "open", "open"
    CLOSED = "closed", "closed"


class Programme(Record):
    """A coaching programme, a mentoring programme, or one with both; durations carry their unit."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="programmes")
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60)
    purpose = models.TextField(max_length=2000, blank=True)
    kind = models.CharField(max_length=12, choices=ProgrammeKind.choices)
    state = models.CharField(max_length=8, choices=ProgrammeState.choices, default=ProgrammeState.DRAFT)
    enrolment_kind = models.CharField(
        max_length=10, choices=EnrolmentKind.choices, default=EnrolmentKind.APPROVED
    )
    template_key = models.SlugField(max_length=60, blank=True)
    opens_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)

    sessions_total = models.PositiveSmallIntegerField(default=6)
    session_minutes = models.PositiveSmallIntegerField(default=60)
    interval_days_least = models.PositiveSmallIntegerField(default=21)
    interval_days_most = models.PositiveSmallIntegerField(default=35)
    end_months = models.PositiveSmallIntegerField(default=8)
    hard_stop_months = models.PositiveSmallIntegerField(default=12)
    has_sponsors = models.BooleanField(default=False)

    cadence_days = models.PositiveSmallIntegerField(default=42)
    window_months = models.PositiveSmallIntegerField(default=12)
    answer_days = models.PositiveSmallIntegerField(default=7)
    requests_at_once = models.PositiveSmallIntegerField(default=1)
    requests_per_mentor = models.PositiveSmallIntegerField(default=3)
    load_cap = models.DecimalField(max_digits=3, decimal_places=1, default=3)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "slug"], name="one_programme_per_slug_here"),
            models.CheckConstraint(
                condition=Q(interval_days_most__gte=F("interval_days_least")),
                name="the_longest_interval_is_the_longer",
            ),
            models.CheckConstraint(
                condition=Q(sessions_total__gte=1, sessions_total__lte=24),
                name="an_engagement_has_1_to_24_sessions",
            ),
            models.CheckConstraint(
                condition=Q(hard_stop_months__gte=F("end_months")), name="the_hard_stop_comes_last"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Part(models.TextChoices):
    """The part somebody takes in a programme."""

    CLIENT = "client", "client"
    MENTEE = "mentee", "mentee"
    COACH = "coach", "coach"
    MENTOR = "mentor", "mentor"


PRACTITIONER_PARTS = (Part.COACH, Part.MENTOR)


class EnrolmentState(models.TextChoices):
    INVITED = "invited", "invited"
    REQUESTED = "requested", "waiting for approval"
    APPROVED = "approved", "taking part"
    DECLINED = "declined", "declined"
    LEFT = "left", "left"


class Enrolment(Record):
    """A person takes one part in one programme; a practitioner with a number of places.

    `came_at` and `went_at` are the person's own acts alone: figures are counted by them, never by the state.
    `requests_most` is how many requests may wait for a mentor at once; None leaves it to the programme.
    `columns` are what the programme's own tables say of the person; no other programme reads them.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="enrolments")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="enrolments")
    part = models.CharField(max_length=8, choices=Part.choices)
    state = models.CharField(max_length=10, choices=EnrolmentState.choices)
    places = models.PositiveSmallIntegerField(default=0)
    requests_most = models.PositiveSmallIntegerField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="enrolments_decided"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    came_at = models.DateTimeField(null=True, blank=True)
    went_at = models.DateTimeField(null=True, blank=True)
    columns = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "person", "part"], name="one_enrolment_per_part"),
            models.CheckConstraint(
                condition=Q(places=0) | Q(part__in=[str(part) for part in PRACTITIONER_PARTS]),
                name="only_practitioners_have_places",
            ),
        ]
        indexes = [models.Index(fields=["programme", "part", "state"])]

    def __str__(self) -> str:
        return f"{self.person} as {self.part}"
