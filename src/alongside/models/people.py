"""People: accounts, organisations, the person in an organisation, and what a person says of themselves."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from alongside.models.record import Record


class AccountDirectory(BaseUserManager["Account"]):
    """Makes accounts; an e-mail address is the only name an account has."""

    def create_user(self, email: str, password: str | None = None, **more: Any) -> "Account":
        account = self.model(email=email.strip().lower(), **more)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """Somebody who can sign in. It opens nothing by itself: relations do."""

    email = models.EmailField(max_length=254, unique=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    time_zone = models.CharField(max_length=64, default="UTC")
    language = models.CharField(max_length=12, default="en-gb")

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = AccountDirectory()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_address")]

    def __str__(self) -> str:
        return f"account {self.pk}"


class Organisation(Record):
    """One organisation on the install; nothing crosses from one to another."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    country = models.CharField(max_length=2, default="GB")
    is_open_to_sign_up = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Person(Record):
    """A person in an organisation: what they are there, and how others see them."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="people")
    account = models.ForeignKey(
        Account, on_delete=models.SET_NULL, null=True, blank=True, related_name="people"
    )
    name = models.CharField(max_length=120)
    email = models.EmailField(max_length=254)
    job_title = models.CharField(max_length=120, blank=True)
    function = models.CharField(max_length=120, blank=True)
    grade = models.CharField(max_length=60, blank=True)
    place = models.CharField(max_length=120, blank=True)
    pronouns = models.CharField(max_length=40, blank=True)
    headline = models.CharField(max_length=160, blank=True)
    about = models.TextField(max_length=4000, blank=True)
    languages = models.JSONField(default=list, blank=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    formats = models.JSONField(default=list, blank=True)
    is_full_for_now = models.BooleanField(default=False)
    line_manager = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="reports"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), "organisation", name="one_person_per_address_here"),
            models.UniqueConstraint(
                fields=["organisation", "account"],
                condition=Q(account__isnull=False),
                name="one_person_per_account_here",
            ),
            models.CheckConstraint(
                condition=Q(line_manager__isnull=True) | ~Q(line_manager=F("id")),
                name="nobody_manages_themselves",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "name"])]

    def __str__(self) -> str:
        return self.name


class Office(models.TextChoices):
    """What somebody may be appointed to. An appointment is a relation, never a flag on a person."""

    ORG_ADMIN = "org_admin", "organisation administrator"
    PROGRAMME_MANAGER = "programme_manager", "programme manager"
    SAFEGUARDING_LEAD = "safeguarding_lead", "safeguarding lead"
    REVIEWER = "reviewer", "reviewer of needs"
    SUPERVISOR = "supervisor", "supervisor"
    ASSESSOR = "assessor", "assessor"


OFFICES_OF_A_PROGRAMME = (Office.PROGRAMME_MANAGER, Office.REVIEWER)


class Appointment(Record):
    """A person holds an office in an organisation, or in one programme of it, for a time."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="appointments")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="appointments")
    programme = models.ForeignKey(
        "alongside.Programme",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="appointments",
    )
    office = models.CharField(max_length=20, choices=Office.choices)
    appointed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="appointments_made"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "programme", "office"],
                condition=Q(ended_at__isnull=True, programme__isnull=False),
                name="one_running_appointment_per_programme",
            ),
            models.UniqueConstraint(
                fields=["person", "office"],
                condition=Q(ended_at__isnull=True, programme__isnull=True),
                name="one_running_appointment_in_all",
            ),
            models.CheckConstraint(
                condition=Q(programme__isnull=True) | Q(office__in=[str(o) for o in OFFICES_OF_A_PROGRAMME]),
                name="only_programme_offices_name_a_programme",
            ),
            models.CheckConstraint(
                condition=~Q(office=Office.PROGRAMME_MANAGER.value) | Q(programme__isnull=False),
                name="a_programme_manager_has_a_programme",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} is {self.get_office_display()}"


class RoleHeld(Record):
    """A role a person holds or has held: the path they have walked."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles_held")
    title = models.CharField(max_length=120)
    where = models.CharField(max_length=120, blank=True)
    from_year = models.PositiveSmallIntegerField(null=True, blank=True)
    to_year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-from_year", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_year__isnull=True)
                | Q(from_year__isnull=True)
                | Q(to_year__gte=F("from_year")),
                name="a_role_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Qualification(Record):
    """Something a practitioner says they hold: claimed until somebody else has verified it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="qualifications")
    title = models.CharField(max_length=160)
    issuer = models.CharField(max_length=160, blank=True)
    awarded_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="verifications"
    )

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True) | ~Q(verified_by=F("person")),
                name="nobody_verifies_their_own",
            )
        ]

    def __str__(self) -> str:
        return self.title


class FreeTime(Record):
    """A stretch of the week in which a person is usually free, in their own time zone."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="free_times")
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        ordering = ["weekday", "starts"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="a_weekday_is_0_to_6"),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="free_time_ends_after_it_starts"),
            models.UniqueConstraint(fields=["person", "weekday", "starts"], name="one_free_time_per_start"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.starts}-{self.ends}"


class Invitation(Record):
    """A letter that lets the owner of an address take their place. Only a hash of its token is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="invitations_made"
    )
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"invitation of {self.person}"
