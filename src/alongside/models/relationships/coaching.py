"""A coaching engagement: short, structured, with an agreed end; the coaches offered; its reviews."""

from django.db import models
from django.db.models import F, Q

from alongside.models.needs import Need
from alongside.models.people import Person
from alongside.models.programmes import Programme
from alongside.models.record import Record


class CoachingEngagement(Record):
    """One engagement of a client with, once chosen, a coach. Its states are in core/relationships/coaching."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="engagements")
    client = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="engagements_as_client")
    coach = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="engagements_as_coach"
    )
    sponsor = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="engagements_as_sponsor"
    )
    need = models.ForeignKey(
        Need, on_delete=models.SET_NULL, null=True, blank=True, related_name="engagements"
    )
    after_mentorship = models.ForeignKey(
        "alongside.Mentorship",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="engagements_after",
    )
    is_self_referred = models.BooleanField(default=True)
    state = models.CharField(max_length=20, default="enquiry")
    asked_at = models.DateTimeField()
    state_since = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    sessions_total = models.PositiveSmallIntegerField()
    session_minutes = models.PositiveSmallIntegerField(default=60)
    interval_days = models.PositiveSmallIntegerField(default=28)
    was_extended = models.BooleanField(default=False)
    mid_review_done = models.BooleanField(default=False)
    started_at = models.DateTimeField(null=True, blank=True)
    coach_since = models.DateTimeField(null=True, blank=True)
    three_way_met_at = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    pause_until = models.DateTimeField(null=True, blank=True)
    goals_met_at = models.DateTimeField(null=True, blank=True)
    client_signed_off_at = models.DateTimeField(null=True, blank=True)
    coach_signed_off_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    estimated_days_alone = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-state_since"]
        constraints = [
            models.CheckConstraint(
                condition=Q(coach__isnull=True) | ~Q(coach=F("client")), name="nobody_coaches_themselves"
            ),
            models.CheckConstraint(
                condition=Q(sponsor__isnull=True) | (~Q(sponsor=F("client")) & ~Q(sponsor=F("coach"))),
                name="a_sponsor_is_a_third_person",
            ),
        ]
        indexes = [models.Index(fields=["programme", "state"])]

    def __str__(self) -> str:
        return f"coaching engagement {self.pk}"


class CoachOfferState(models.TextChoices):
    OFFERED = "offered", "offered"
    TALK_PLANNED = "talk_planned", "first talk planned"
    TALK_HELD = "talk_held", "first talk held"
    CHOSEN = "chosen", "chosen"
    DECLINED_BY_CLIENT = "not_chosen", "not chosen"
    DECLINED_BY_COACH = "declined", "coach cannot take this on"
    LAPSED = "lapsed", "no longer on offer"


class CoachOffer(Record):
    """One of the two or three coaches a client may talk to. `has_conflict` is null until the coach has said."""

    engagement = models.ForeignKey(CoachingEngagement, on_delete=models.CASCADE, related_name="offers")
    coach = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="coach_offers")
    rank = models.PositiveSmallIntegerField(default=1)
    round_number = models.PositiveSmallIntegerField(default=1)
    findings = models.JSONField(default=list)
    state = models.CharField(max_length=12, choices=CoachOfferState.choices, default=CoachOfferState.OFFERED)
    has_conflict = models.BooleanField(null=True, blank=True)
    talk_at = models.DateTimeField(null=True, blank=True)
    client_yes_at = models.DateTimeField(null=True, blank=True)
    coach_yes_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["round_number", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["engagement", "coach"], name="a_coach_is_offered_once"),
            models.UniqueConstraint(
                fields=["engagement"], condition=Q(state="chosen"), name="one_coach_is_chosen"
            ),
        ]

    def __str__(self) -> str:
        return f"coach offer {self.pk}"


class Review(Record):
    """The mid or the final review, with a decision; what is for all three and the sponsor's own words apart."""

    engagement = models.ForeignKey(CoachingEngagement, on_delete=models.CASCADE, related_name="reviews")
    kind = models.CharField(max_length=5, choices=[("mid", "mid review"), ("final", "final review")])
    held_at = models.DateTimeField()
    decision = models.CharField(max_length=12, blank=True)
    what_helped = models.TextField(max_length=2000, blank=True)
    what_next = models.TextField(max_length=2000, blank=True)
    for_all_three = models.TextField(max_length=2000, blank=True)
    sponsor_words = models.TextField(max_length=2000, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reviews_recorded")

    class Meta:
        ordering = ["held_at"]

    def __str__(self) -> str:
        return f"{self.kind} review {self.pk}"
