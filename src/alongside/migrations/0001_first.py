import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("is_active", models.BooleanField(default=True)),
                ("joined_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("time_zone", models.CharField(default="UTC", max_length=64)),
                ("language", models.CharField(default="en-gb", max_length=12)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"), name="one_account_per_address"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=120)),
                ("slug", models.SlugField(max_length=60, unique=True)),
                ("country", models.CharField(default="GB", max_length=2)),
                ("is_open_to_sign_up", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ScheduledRun",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("schedule", models.SlugField(max_length=60)),
                ("due_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("schedule", "due_at"), name="one_run_per_due_time")
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="JobBeat",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("task_id", models.CharField(max_length=64, unique=True)),
                ("beat_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=1)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="UsageCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("page", models.SlugField(max_length=80)),
                ("times", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("day", "page"), name="one_count_per_day_and_page")
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="people",
                        to="alongside.organisation",
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="people",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("email", models.EmailField(max_length=254)),
                ("job_title", models.CharField(blank=True, max_length=120)),
                ("function", models.CharField(blank=True, max_length=120)),
                ("grade", models.CharField(blank=True, max_length=60)),
                ("place", models.CharField(blank=True, max_length=120)),
                ("pronouns", models.CharField(blank=True, max_length=40)),
                ("headline", models.CharField(blank=True, max_length=160)),
                ("about", models.TextField(blank=True, max_length=4000)),
                ("languages", models.JSONField(blank=True, default=list)),
                ("time_zone", models.CharField(default="UTC", max_length=64)),
                ("formats", models.JSONField(blank=True, default=list)),
                ("is_full_for_now", models.BooleanField(default=False)),
                (
                    "line_manager",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="reports",
                        to="alongside.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation", "name"], name="alongside_p_organis_8b6d29_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        models.F("organisation"),
                        name="one_person_per_address_here",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("account__isnull", False)),
                        fields=("organisation", "account"),
                        name="one_person_per_account_here",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("line_manager__isnull", True),
                            models.Q(("line_manager", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_manages_themselves",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="programmes",
                        to="alongside.organisation",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("slug", models.SlugField(max_length=60)),
                ("purpose", models.TextField(blank=True, max_length=2000)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("coaching", "coaching"),
                            ("mentoring", "mentoring"),
                            ("both", "coaching and mentoring"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "being set up"), ("open", "open"), ("closed", "closed")],
                        default="draft",
                        max_length=8,
                    ),
                ),
                (
                    "enrolment_kind",
                    models.CharField(
                        choices=[
                            ("open", "anyone in the organisation may join"),
                            ("invited", "by invitation"),
                            ("approved", "on request, approved by the programme manager"),
                        ],
                        default="approved",
                        max_length=10,
                    ),
                ),
                ("template_key", models.SlugField(blank=True, max_length=60)),
                ("opens_on", models.DateField(blank=True, null=True)),
                ("closes_on", models.DateField(blank=True, null=True)),
                ("sessions_total", models.PositiveSmallIntegerField(default=6)),
                ("session_minutes", models.PositiveSmallIntegerField(default=60)),
                ("interval_days_least", models.PositiveSmallIntegerField(default=21)),
                ("interval_days_most", models.PositiveSmallIntegerField(default=35)),
                ("end_months", models.PositiveSmallIntegerField(default=8)),
                ("hard_stop_months", models.PositiveSmallIntegerField(default=12)),
                ("has_sponsors", models.BooleanField(default=False)),
                ("cadence_days", models.PositiveSmallIntegerField(default=42)),
                ("window_months", models.PositiveSmallIntegerField(default=12)),
                ("answer_days", models.PositiveSmallIntegerField(default=7)),
                ("load_cap", models.DecimalField(decimal_places=1, default=3, max_digits=3)),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "slug"), name="one_programme_per_slug_here"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("interval_days_most__gte", models.F("interval_days_least"))),
                        name="the_longest_interval_is_the_longer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sessions_total__gte", 1), ("sessions_total__lte", 24)),
                        name="an_engagement_has_1_to_24_sessions",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hard_stop_months__gte", models.F("end_months"))),
                        name="the_hard_stop_comes_last",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Skill",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="skills",
                        to="alongside.organisation",
                    ),
                ),
                ("key", models.SlugField(max_length=80)),
                ("name", models.CharField(max_length=120)),
                ("description", models.CharField(blank=True, max_length=400)),
                ("category", models.CharField(blank=True, max_length=80)),
                ("is_retired", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["category", "name"],
                "constraints": [
                    models.UniqueConstraint(fields=("organisation", "key"), name="one_skill_per_key_here"),
                    models.UniqueConstraint(
                        models.F("organisation"),
                        django.db.models.functions.text.Lower("name"),
                        name="one_skill_per_name_here",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="HelpContact",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="help_contacts",
                        to="alongside.organisation",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("emergency", "emergency services"),
                            ("helpline", "helpline"),
                            ("eap", "employee assistance"),
                            ("hr", "human resources"),
                            ("speak_up", "speak-up line"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("reach", models.CharField(max_length=200)),
                ("hours", models.CharField(blank=True, max_length=120)),
                ("checked_on", models.DateField()),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["position", "name"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="alongside.organisation",
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="letters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("notice", models.SlugField(max_length=60)),
                ("address", models.EmailField(max_length=254)),
                ("subject", models.CharField(max_length=200)),
                ("text", models.TextField()),
                ("html", models.TextField(blank=True)),
                ("message_id", models.CharField(max_length=120, unique=True)),
                ("once_key", models.CharField(blank=True, max_length=120, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("claimed", "being sent"),
                            ("sent", "sent"),
                            ("failed", "given up"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("not_before", models.DateTimeField(blank=True, null=True)),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("problem", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["-created_at"],
                "indexes": [
                    models.Index(fields=["state", "not_before"], name="alongside_l_state_317e17_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("once_key__isnull", False)),
                        fields=("once_key",),
                        name="one_letter_per_occasion",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appointments",
                        to="alongside.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appointments",
                        to="alongside.person",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appointments",
                        to="alongside.programme",
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("org_admin", "organisation administrator"),
                            ("programme_manager", "programme manager"),
                            ("safeguarding_lead", "safeguarding lead"),
                            ("reviewer", "reviewer of needs"),
                            ("supervisor", "supervisor"),
                            ("assessor", "assessor"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "appointed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="appointments_made",
                        to="alongside.person",
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True), ("programme__isnull", False)),
                        fields=("person", "programme", "office"),
                        name="one_running_appointment_per_programme",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True), ("programme__isnull", True)),
                        fields=("person", "office"),
                        name="one_running_appointment_in_all",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("programme__isnull", True),
                            ("office__in", ["programme_manager", "reviewer"]),
                            _connector="OR",
                        ),
                        name="only_programme_offices_name_a_programme",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("office", "programme_manager"), _negated=True),
                            ("programme__isnull", False),
                            _connector="OR",
                        ),
                        name="a_programme_manager_has_a_programme",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="RoleHeld",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles_held",
                        to="alongside.person",
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("where", models.CharField(blank=True, max_length=120)),
                ("from_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("to_year", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-from_year", "title"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_year__isnull", True),
                            ("from_year__isnull", True),
                            ("to_year__gte", models.F("from_year")),
                            _connector="OR",
                        ),
                        name="a_role_ends_after_it_begins",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Qualification",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="qualifications",
                        to="alongside.person",
                    ),
                ),
                ("title", models.CharField(max_length=160)),
                ("issuer", models.CharField(blank=True, max_length=160)),
                ("awarded_on", models.DateField(blank=True, null=True)),
                ("expires_on", models.DateField(blank=True, null=True)),
                ("verified_at", models.DateTimeField(blank=True, null=True)),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="verifications",
                        to="alongside.person",
                    ),
                ),
            ],
            options={
                "ordering": ["title"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verified_by__isnull", True),
                            models.Q(("verified_by", models.F("person")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_verifies_their_own",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="FreeTime",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="free_times",
                        to="alongside.person",
                    ),
                ),
                ("weekday", models.PositiveSmallIntegerField()),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
            ],
            options={
                "ordering": ["weekday", "starts"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("weekday__lte", 6)), name="a_weekday_is_0_to_6"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))),
                        name="free_time_ends_after_it_starts",
                    ),
                    models.UniqueConstraint(
                        fields=("person", "weekday", "starts"), name="one_free_time_per_start"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="alongside.person",
                    ),
                ),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                (
                    "invited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="invitations_made",
                        to="alongside.person",
                    ),
                ),
                ("expires_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Enrolment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="enrolments",
                        to="alongside.programme",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="enrolments",
                        to="alongside.person",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("client", "client"),
                            ("mentee", "mentee"),
                            ("coach", "coach"),
                            ("mentor", "mentor"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("invited", "invited"),
                            ("requested", "waiting for approval"),
                            ("approved", "taking part"),
                            ("declined", "declined"),
                            ("left", "left"),
                        ],
                        max_length=10,
                    ),
                ),
                ("places", models.PositiveSmallIntegerField(default=0)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="enrolments_decided",
                        to="alongside.person",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("came_at", models.DateTimeField(blank=True, null=True)),
                ("went_at", models.DateTimeField(blank=True, null=True)),
                ("columns", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["programme", "part", "state"], name="alongside_e_program_46535f_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("programme", "person", "part"), name="one_enrolment_per_part"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("places", 0), ("part__in", ["coach", "mentor"]), _connector="OR"),
                        name="only_practitioners_have_places",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SkillOffered",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="skills_offered",
                        to="alongside.person",
                    ),
                ),
                (
                    "skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offers",
                        to="alongside.skill",
                    ),
                ),
                ("level", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["-level", "skill__name"],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "skill"), name="one_offer_per_skill"),
                    models.CheckConstraint(
                        condition=models.Q(("level__lte", 5)), name="an_offered_level_is_0_to_5"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="alongside.person",
                    ),
                ),
                ("claim_hash", models.CharField(blank=True, max_length=64)),
                ("statement", models.TextField(blank=True, max_length=5000)),
                ("answers", models.JSONField(blank=True, default=dict)),
                ("rules_version", models.CharField(max_length=40)),
                ("route", models.CharField(max_length=20)),
                ("runner_up", models.CharField(blank=True, max_length=20)),
                ("recommendation", models.JSONField(default=dict)),
                ("chosen_route", models.CharField(blank=True, max_length=20)),
                ("override_reason", models.TextField(blank=True, max_length=1000)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("may_be_asked", models.BooleanField(default=True)),
                ("tests_rules_since", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("person__isnull", False),
                            models.Q(("claim_hash", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_need_has_an_owner_or_a_claim",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PathItem",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="path_items",
                        to="alongside.person",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("talent", "a talent I have"),
                            ("to_build", "a talent to build"),
                            ("milestone", "a milestone"),
                            ("role", "a role"),
                            ("experience", "an experience"),
                            ("person", "a person who helps"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                (
                    "skill",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="path_items",
                        to="alongside.skill",
                    ),
                ),
                ("on_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_shared", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["on_year", "position", "created_at"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="JournalEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="journal",
                        to="alongside.person",
                    ),
                ),
                ("text", models.TextField(max_length=8000)),
            ],
            options={
                "ordering": ["-created_at"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consents",
                        to="alongside.person",
                    ),
                ),
                ("purpose", models.CharField(max_length=40)),
                ("given_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("person", "purpose"),
                        name="one_running_consent",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SafetyConcern",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="safety_concerns",
                        to="alongside.organisation",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="safety_concerns",
                        to="alongside.person",
                    ),
                ),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="concerns_about",
                        to="alongside.person",
                    ),
                ),
                ("text", models.TextField(max_length=4000)),
                ("answer", models.TextField(blank=True, max_length=4000)),
                ("handling", models.TextField(blank=True, max_length=4000)),
                (
                    "taken_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="concerns_taken",
                        to="alongside.person",
                    ),
                ),
                ("taken_at", models.DateTimeField(blank=True, null=True)),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="imports",
                        to="alongside.programme",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("client", "client"),
                            ("mentee", "mentee"),
                            ("coach", "coach"),
                            ("mentor", "mentor"),
                        ],
                        max_length=8,
                    ),
                ),
                ("file_name", models.CharField(max_length=200)),
                ("header", models.JSONField(default=list)),
                ("rows", models.JSONField(default=list)),
                ("mapping", models.JSONField(default=dict)),
                ("options", models.JSONField(default=dict)),
                ("problems", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "uploaded"),
                            ("checked", "checked"),
                            ("running", "being imported"),
                            ("done", "imported"),
                            ("failed", "not imported"),
                        ],
                        default="uploaded",
                        max_length=8,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="imports",
                        to="alongside.person",
                    ),
                ),
                ("created_count", models.PositiveIntegerField(default=0)),
                ("changed_count", models.PositiveIntegerField(default=0)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RuleSetVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rule_sets",
                        to="alongside.programme",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("coaching", "coaching"), ("mentoring", "mentoring")], max_length=10
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("rules", models.JSONField()),
                ("note", models.CharField(blank=True, max_length=200)),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="rule_sets_made",
                        to="alongside.person",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("programme", "kind", "number"), name="one_rule_set_per_number"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ConflictOfInterest",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conflicts_declared",
                        to="alongside.person",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conflicts_named",
                        to="alongside.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("one", "other"), name="one_declaration_per_pair"),
                    models.CheckConstraint(
                        condition=models.Q(("one", models.F("other")), _negated=True),
                        name="a_conflict_has_two_people",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="NeedSkill",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="skills",
                        to="alongside.need",
                    ),
                ),
                (
                    "skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="alongside.skill",
                    ),
                ),
                ("current", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("required", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("importance", models.PositiveSmallIntegerField(default=2)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("need", "skill"), name="one_mention_per_skill"),
                    models.CheckConstraint(
                        condition=models.Q(("importance__gte", 1), ("importance__lte", 3)),
                        name="importance_is_1_to_3",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="NeedTalk",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "need",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="talk", to="alongside.need"
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="need_talks",
                        to="alongside.programme",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="talks_to_hold",
                        to="alongside.person",
                    ),
                ),
                ("shares_statement", models.BooleanField(default=False)),
                ("shares_answers", models.BooleanField(default=False)),
                ("shares_route", models.BooleanField(default=False)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="MatchRun",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="match_runs",
                        to="alongside.programme",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("coaching", "coaching"), ("mentoring", "mentoring")], max_length=10
                    ),
                ),
                (
                    "rule_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="runs",
                        to="alongside.rulesetversion",
                    ),
                ),
                ("mode", models.CharField(default="everyone_first", max_length=20)),
                ("seed", models.PositiveBigIntegerField(default=0)),
                ("places_override", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "waiting"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "failed"),
                            ("cancelled", "cancelled"),
                            ("published", "published"),
                        ],
                        default="queued",
                        max_length=10,
                    ),
                ),
                ("progress_percent", models.PositiveSmallIntegerField(default=0)),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="match_runs",
                        to="alongside.person",
                    ),
                ),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("placed", models.PositiveIntegerField(blank=True, null=True)),
                ("asked", models.PositiveIntegerField(blank=True, null=True)),
                ("points", models.FloatField(blank=True, null=True)),
                ("audit", models.JSONField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="PairWish",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pair_wishes",
                        to="alongside.programme",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("lock", "keep together"), ("forbid", "never together")], max_length=6
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wishes_as_client",
                        to="alongside.enrolment",
                    ),
                ),
                (
                    "practitioner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wishes_as_practitioner",
                        to="alongside.enrolment",
                    ),
                ),
                (
                    "wished_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="pair_wishes",
                        to="alongside.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("client", "practitioner"), name="one_wish_per_pair"),
                    models.CheckConstraint(
                        condition=models.Q(("client", models.F("practitioner")), _negated=True),
                        name="a_wish_is_about_two_enrolments",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ProposalPair",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pairs",
                        to="alongside.matchrun",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pairs_as_client",
                        to="alongside.enrolment",
                    ),
                ),
                (
                    "practitioner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pairs_as_practitioner",
                        to="alongside.enrolment",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=1)),
                ("fit", models.PositiveSmallIntegerField()),
                ("points", models.FloatField(default=0)),
                ("findings", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["client__person__name", "rank"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("run", "client", "practitioner"), name="one_proposal_per_pair"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fit__lte", 10000)), name="a_fit_is_0_to_10000"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="CoachingEngagement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="engagements",
                        to="alongside.programme",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="engagements_as_client",
                        to="alongside.person",
                    ),
                ),
                (
                    "coach",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="engagements_as_coach",
                        to="alongside.person",
                    ),
                ),
                (
                    "sponsor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="engagements_as_sponsor",
                        to="alongside.person",
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="engagements",
                        to="alongside.need",
                    ),
                ),
                ("is_self_referred", models.BooleanField(default=True)),
                ("state", models.CharField(default="enquiry", max_length=20)),
                ("asked_at", models.DateTimeField()),
                ("state_since", models.DateTimeField()),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                ("sessions_total", models.PositiveSmallIntegerField()),
                ("session_minutes", models.PositiveSmallIntegerField(default=60)),
                ("interval_days", models.PositiveSmallIntegerField(default=28)),
                ("was_extended", models.BooleanField(default=False)),
                ("mid_review_done", models.BooleanField(default=False)),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("coach_since", models.DateTimeField(blank=True, null=True)),
                ("three_way_met_at", models.DateTimeField(blank=True, null=True)),
                ("paused_at", models.DateTimeField(blank=True, null=True)),
                ("pause_until", models.DateTimeField(blank=True, null=True)),
                ("goals_met_at", models.DateTimeField(blank=True, null=True)),
                ("client_signed_off_at", models.DateTimeField(blank=True, null=True)),
                ("coach_signed_off_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("estimated_days_alone", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-state_since"],
                "indexes": [
                    models.Index(fields=["programme", "state"], name="alongside_c_program_1b86be_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("coach__isnull", True),
                            models.Q(("coach", models.F("client")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_coaches_themselves",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sponsor__isnull", True),
                            models.Q(
                                models.Q(("sponsor", models.F("client")), _negated=True),
                                models.Q(("sponsor", models.F("coach")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_sponsor_is_a_third_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CoachOffer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offers",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "coach",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coach_offers",
                        to="alongside.person",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=1)),
                ("round_number", models.PositiveSmallIntegerField(default=1)),
                ("findings", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "offered"),
                            ("talk_planned", "first talk planned"),
                            ("talk_held", "first talk held"),
                            ("chosen", "chosen"),
                            ("not_chosen", "not chosen"),
                            ("declined", "coach cannot take this on"),
                            ("lapsed", "no longer on offer"),
                        ],
                        default="offered",
                        max_length=12,
                    ),
                ),
                ("has_conflict", models.BooleanField(blank=True, null=True)),
                ("talk_at", models.DateTimeField(blank=True, null=True)),
                ("client_yes_at", models.DateTimeField(blank=True, null=True)),
                ("coach_yes_at", models.DateTimeField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["round_number", "rank"],
                "constraints": [
                    models.UniqueConstraint(fields=("engagement", "coach"), name="a_coach_is_offered_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "chosen")),
                        fields=("engagement",),
                        name="one_coach_is_chosen",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("mid", "mid review"), ("final", "final review")], max_length=5
                    ),
                ),
                ("held_at", models.DateTimeField()),
                ("decision", models.CharField(blank=True, max_length=12)),
                ("what_helped", models.TextField(blank=True, max_length=2000)),
                ("what_next", models.TextField(blank=True, max_length=2000)),
                ("for_all_three", models.TextField(blank=True, max_length=2000)),
                ("sponsor_words", models.TextField(blank=True, max_length=2000)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews_recorded",
                        to="alongside.person",
                    ),
                ),
            ],
            options={
                "ordering": ["held_at"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Mentorship",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentorships",
                        to="alongside.programme",
                    ),
                ),
                (
                    "mentee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentorships_as_mentee",
                        to="alongside.person",
                    ),
                ),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentorships_as_mentor",
                        to="alongside.person",
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="mentorships",
                        to="alongside.need",
                    ),
                ),
                (
                    "after_engagement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="mentorships_after",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("one_to_one", "one to one"),
                            ("flash", "one conversation"),
                            ("reverse", "reverse: the less senior person mentors"),
                            ("peer", "between peers"),
                        ],
                        default="one_to_one",
                        max_length=12,
                    ),
                ),
                ("state", models.CharField(default="requested", max_length=14)),
                ("state_since", models.DateTimeField()),
                ("requested_at", models.DateTimeField()),
                ("answer_by", models.DateTimeField()),
                ("asked_more_time", models.BooleanField(default=False)),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("first_met_at", models.DateTimeField(blank=True, null=True)),
                ("last_contact_at", models.DateTimeField(blank=True, null=True)),
                ("cadence_days", models.PositiveSmallIntegerField(default=42)),
                ("paused_days", models.PositiveSmallIntegerField(default=0)),
                ("direction", models.TextField(blank=True, max_length=1000)),
                ("window_ends_on", models.DateField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("findings", models.JSONField(blank=True, default=list)),
            ],
            options={
                "ordering": ["-state_since"],
                "indexes": [
                    models.Index(fields=["programme", "state"], name="alongside_m_program_23bdac_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("mentor", models.F("mentee")), _negated=True),
                        name="nobody_mentors_themselves",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "requested",
                                    "waitlisted",
                                    "accepted",
                                    "initiation",
                                    "cultivation",
                                    "separation",
                                    "dormant",
                                ],
                            )
                        ),
                        fields=("programme", "mentee", "mentor"),
                        name="one_running_mentorship_per_pair",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="coachingengagement",
            name="after_mentorship",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="engagements_after",
                to="alongside.mentorship",
            ),
        ),
        migrations.CreateModel(
            name="CoachingAgreement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="alongside.coachingengagement",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("terms", models.JSONField()),
                ("clauses", models.JSONField(default=list)),
                ("content_hash", models.CharField(max_length=64)),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coaching_drafts",
                        to="alongside.person",
                    ),
                ),
            ],
            options={
                "ordering": ["-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "version"), name="one_coaching_version_per_number"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="GapSkill",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gap_skills",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gap_skills",
                        to="alongside.skill",
                    ),
                ),
                ("required", models.PositiveSmallIntegerField()),
                ("importance", models.PositiveSmallIntegerField(default=2)),
                ("urgency", models.PositiveSmallIntegerField(default=2)),
                ("leverage", models.PositiveSmallIntegerField(default=2)),
                ("effort", models.PositiveSmallIntegerField(default=2)),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities_proposed",
                        to="alongside.person",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities_confirmed",
                        to="alongside.person",
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("is_active", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["-is_active", "-importance", "skill__name"],
                "constraints": [
                    models.UniqueConstraint(fields=("engagement", "skill"), name="one_gap_per_skill"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("effort__range", (1, 3)),
                            ("importance__range", (1, 3)),
                            ("leverage__range", (1, 3)),
                            ("required__lte", 5),
                            ("urgency__range", (1, 3)),
                        ),
                        name="gap_figures_are_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_active", False), ("confirmed_by__isnull", False), _connector="OR"
                        ),
                        name="an_active_skill_is_confirmed",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MindsetShift",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mindset_shifts",
                        to="alongside.coachingengagement",
                    ),
                ),
                ("from_text", models.CharField(max_length=300)),
                ("to_text", models.CharField(max_length=300)),
                ("confidence", models.PositiveSmallIntegerField()),
                ("importance", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["created_at"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Circumstances",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="circumstances",
                        to="alongside.coachingengagement",
                    ),
                ),
                ("authority", models.PositiveSmallIntegerField()),
                ("tools", models.PositiveSmallIntegerField()),
                ("time", models.PositiveSmallIntegerField()),
                ("support", models.PositiveSmallIntegerField()),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="LookBack",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "mentorship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="looks_back",
                        to="alongside.mentorship",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="looks_back",
                        to="alongside.person",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("check", "check"), ("look_back", "look back"), ("ending", "ending")],
                        max_length=10,
                    ),
                ),
                (
                    "wish",
                    models.CharField(
                        choices=[("carry_on", "carry on"), ("change", "change something"), ("end", "end")],
                        max_length=8,
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=4000)),
                ("is_shared", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["-created_at"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="CoachingSignature",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="alongside.coachingagreement",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coaching_signatures",
                        to="alongside.person",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[("client", "client"), ("coach", "coach"), ("sponsor", "sponsor")],
                        max_length=8,
                    ),
                ),
                ("signed_at", models.DateTimeField()),
                ("content_hash", models.CharField(max_length=64)),
                ("limits_acknowledged", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["signed_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "person"), name="one_coaching_signature_each"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MentorshipAgreement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "mentorship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="alongside.mentorship",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("terms", models.JSONField()),
                ("content_hash", models.CharField(max_length=64)),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentorship_drafts",
                        to="alongside.person",
                    ),
                ),
            ],
            options={
                "ordering": ["-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("mentorship", "version"), name="one_mentorship_version_per_number"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SkillRating",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "gap_skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ratings",
                        to="alongside.gapskill",
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("baseline", "at the start"),
                            ("mid", "at the mid review"),
                            ("final", "at the end"),
                            ("then", "looking back at the start"),
                            ("follow_up", "some months later"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("self", "the client"),
                            ("coach", "the coach"),
                            ("others", "others"),
                            ("artefact", "a piece of work or a test"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "rater",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="skill_ratings",
                        to="alongside.person",
                    ),
                ),
                ("level", models.PositiveSmallIntegerField()),
                ("rated_on", models.DateField()),
            ],
            options={
                "ordering": ["rated_on"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("rater__isnull", False)),
                        fields=("gap_skill", "moment", "source", "rater"),
                        name="one_rating_each_time",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("rater__isnull", True)),
                        fields=("gap_skill", "moment", "source"),
                        name="one_nameless_rating_each_time",
                    ),
                    models.CheckConstraint(condition=models.Q(("level__lte", 5)), name="a_rating_is_0_to_5"),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goals",
                        to="alongside.coachingengagement",
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("is_shared", models.BooleanField(default=False)),
                (
                    "gap_skill",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="goals",
                        to="alongside.gapskill",
                    ),
                ),
                ("importance", models.PositiveSmallIntegerField(default=1)),
                ("difficulty", models.PositiveSmallIntegerField(default=1)),
                ("position", models.PositiveSmallIntegerField(default=1)),
            ],
            options={
                "ordering": ["position", "created_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("difficulty__lte", 3), ("importance__lte", 3)),
                        name="goal_weights_are_0_to_3",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.mentorship",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("starts_at", models.DateTimeField()),
                ("minutes", models.PositiveSmallIntegerField(default=60)),
                ("time_zone", models.CharField(default="UTC", max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("held", "held"),
                            ("missed", "missed"),
                            ("cancelled", "cancelled"),
                        ],
                        default="planned",
                        max_length=9,
                    ),
                ),
                ("held_at", models.DateTimeField(blank=True, null=True)),
                ("template_key", models.SlugField(blank=True, max_length=20)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="meetings_recorded",
                        to="alongside.person",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_at"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("engagement__isnull", False), ("mentorship__isnull", True)),
                            models.Q(("engagement__isnull", True), ("mentorship__isnull", False)),
                            _connector="OR",
                        ),
                        name="meeting_is_of_one_relationship",
                    ),
                    models.UniqueConstraint(fields=("engagement", "number"), name="one_session_per_number"),
                    models.UniqueConstraint(
                        fields=("mentorship", "number"), name="one_conversation_per_number"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.mentorship",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="alongside.person",
                    ),
                ),
                ("text", models.TextField(max_length=4000)),
                ("sent_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["sent_at"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("engagement__isnull", False), ("mentorship__isnull", True)),
                            models.Q(("engagement__isnull", True), ("mentorship__isnull", False)),
                            _connector="OR",
                        ),
                        name="message_is_of_one_relationship",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="a_message_says_something"
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "gap_skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="alongside.gapskill",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("behaviour", models.CharField(max_length=240)),
                ("situation", models.CharField(max_length=240)),
                (
                    "support",
                    models.CharField(
                        choices=[
                            ("modelled", "I watch it done"),
                            ("guided", "with guidance as I do it"),
                            ("prompted", "with a prompt"),
                            ("alone", "on my own"),
                            ("harder", "on my own, somewhere harder"),
                        ],
                        max_length=9,
                    ),
                ),
                ("success_count", models.PositiveSmallIntegerField(default=3)),
                ("success_of", models.PositiveSmallIntegerField(default=4)),
                ("evidence", models.CharField(blank=True, max_length=240)),
                ("due_on", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "to do"),
                            ("practising", "practising"),
                            ("passed", "passed"),
                            ("split", "split into smaller steps"),
                            ("dropped", "dropped"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("passed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("gap_skill", "position"), name="one_step_per_position"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("success_count__gte", 1), ("success_of__gte", models.F("success_count"))
                        ),
                        name="success_is_so_many_of_so_many",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="RelationshipEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.mentorship",
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("from_state", models.CharField(blank=True, max_length=20)),
                ("to_state", models.CharField(max_length=20)),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="relationship_events",
                        to="alongside.person",
                    ),
                ),
                ("happened_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["happened_at", "created_at"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("engagement__isnull", False), ("mentorship__isnull", True)),
                            models.Q(("engagement__isnull", True), ("mentorship__isnull", False)),
                            _connector="OR",
                        ),
                        name="relationshipevent_is_of_one_relationship",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PrivateReason",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.mentorship",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="private_reasons",
                        to="alongside.person",
                    ),
                ),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reasons_about",
                        to="alongside.person",
                    ),
                ),
                ("category", models.CharField(blank=True, max_length=20)),
                ("text", models.TextField(blank=True, max_length=2000)),
                ("not_together_again", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["-created_at"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("engagement__isnull", False), ("mentorship__isnull", True)),
                            models.Q(("engagement__isnull", True), ("mentorship__isnull", False)),
                            _connector="OR",
                        ),
                        name="privatereason_is_of_one_relationship",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.mentorship",
                    ),
                ),
                ("resource", models.CharField(max_length=40)),
                ("item_id", models.UUIDField(default=uuid.uuid4)),
                ("to_relation", models.CharField(max_length=20)),
                (
                    "released_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="releases",
                        to="alongside.person",
                    ),
                ),
                ("released_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("engagement__isnull", False), ("mentorship__isnull", True)),
                            models.Q(("engagement__isnull", True), ("mentorship__isnull", False)),
                            _connector="OR",
                        ),
                        name="release_is_of_one_relationship",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("resource", "item_id", "to_relation"),
                        name="one_running_release",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("instrument", models.SlugField(max_length=40)),
                ("instrument_version", models.PositiveSmallIntegerField(default=1)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="responses",
                        to="alongside.person",
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="responses",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="responses",
                        to="alongside.mentorship",
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("baseline", "at the start"),
                            ("mid", "at the mid review"),
                            ("final", "at the end"),
                            ("then", "looking back at the start"),
                            ("follow_up", "some months later"),
                        ],
                        max_length=9,
                    ),
                ),
                ("answers", models.JSONField()),
                ("answered_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["answered_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("engagement__isnull", True), ("mentorship__isnull", True), _connector="OR"
                        ),
                        name="a_response_is_about_one_relationship",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MentorshipSignature",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="alongside.mentorshipagreement",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentorship_signatures",
                        to="alongside.person",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(choices=[("mentee", "mentee"), ("mentor", "mentor")], max_length=8),
                ),
                ("signed_at", models.DateTimeField()),
                ("content_hash", models.CharField(max_length=64)),
                ("limits_acknowledged", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["signed_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "person"), name="one_mentorship_signature_each"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="GoalLevels",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="levels",
                        to="alongside.goal",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("much_less", models.CharField(max_length=300)),
                ("less", models.CharField(max_length=300)),
                ("expected", models.CharField(max_length=300)),
                ("more", models.CharField(max_length=300)),
                ("much_more", models.CharField(max_length=300)),
                ("frozen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("goal", "version"), name="one_version_of_levels")
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MeetingTopic",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topic",
                        to="alongside.meeting",
                    ),
                ),
                ("topic", models.CharField(blank=True, max_length=300)),
                ("agenda", models.TextField(blank=True, max_length=4000)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("link", models.URLField(blank=True, max_length=400)),
                ("scope", models.CharField(blank=True, max_length=10)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="SharedNote",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.mentorship",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="shared_notes",
                        to="alongside.meeting",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shared_notes",
                        to="alongside.person",
                    ),
                ),
                ("text", models.TextField(max_length=8000)),
            ],
            options={
                "ordering": ["-created_at"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("engagement__isnull", False), ("mentorship__isnull", True)),
                            models.Q(("engagement__isnull", True), ("mentorship__isnull", False)),
                            _connector="OR",
                        ),
                        name="sharednote_is_of_one_relationship",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PrivateNote",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.mentorship",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="private_notes",
                        to="alongside.meeting",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="private_notes",
                        to="alongside.person",
                    ),
                ),
                ("text", models.TextField(max_length=8000)),
            ],
            options={
                "ordering": ["-created_at"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("engagement__isnull", False), ("mentorship__isnull", True)),
                            models.Q(("engagement__isnull", True), ("mentorship__isnull", False)),
                            _connector="OR",
                        ),
                        name="privatenote_is_of_one_relationship",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ActionItem",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.coachingengagement",
                    ),
                ),
                (
                    "mentorship",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="alongside.mentorship",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="actions",
                        to="alongside.meeting",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="alongside.person",
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["done_at", "due_on", "created_at"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("engagement__isnull", False), ("mentorship__isnull", True)),
                            models.Q(("engagement__isnull", True), ("mentorship__isnull", False)),
                            _connector="OR",
                        ),
                        name="actionitem_is_of_one_relationship",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="StepUnlock",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unlocks",
                        to="alongside.step",
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unlocked_by",
                        to="alongside.step",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("earlier", "later"), name="one_unlock_per_pair"),
                    models.CheckConstraint(
                        condition=models.Q(("earlier", models.F("later")), _negated=True),
                        name="no_step_opens_itself",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PracticeEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="practice",
                        to="alongside.step",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="practice",
                        to="alongside.person",
                    ),
                ),
                ("practised_on", models.DateField()),
                ("aspect", models.CharField(blank=True, max_length=240)),
                ("repetitions", models.PositiveSmallIntegerField(default=1)),
                ("went_well", models.BooleanField()),
                ("feedback_source", models.CharField(blank=True, max_length=120)),
                ("feedback_delay_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("next_time", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["practised_on", "created_at"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Attainment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "levels",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attainments",
                        to="alongside.goallevels",
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("baseline", "at the start"),
                            ("mid", "at the mid review"),
                            ("final", "at the end"),
                            ("then", "looking back at the start"),
                            ("follow_up", "some months later"),
                        ],
                        max_length=9,
                    ),
                ),
                ("level", models.SmallIntegerField()),
                (
                    "scored_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attainments",
                        to="alongside.person",
                    ),
                ),
                ("scored_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["scored_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("levels", "moment", "scored_by"), name="one_attainment_each_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__gte", -2), ("level__lte", 2)),
                        name="an_attainment_is_minus_2_to_2",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="TriageDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("text", models.TextField(max_length=500000)),
                ("based_on", models.CharField(max_length=40)),
                ("changed_at", models.DateTimeField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="triage_drafts",
                        to="alongside.person",
                    ),
                ),
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="triage_draft",
                        to="alongside.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TriageRulesVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=40)),
                ("text", models.TextField(max_length=500000)),
                ("note", models.CharField(blank=True, max_length=200)),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="triage_rules_made",
                        to="alongside.person",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="triage_rules_versions",
                        to="alongside.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        models.F("organisation"),
                        name="one_triage_version_per_name",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TriageRulesUse",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "chosen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="triage_rules_chosen",
                        to="alongside.person",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="triage_rules_uses",
                        to="alongside.organisation",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uses",
                        to="alongside.triagerulesversion",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at"],
                "indexes": [
                    models.Index(
                        fields=["organisation", "-created_at"], name="alongside_t_organis_11201b_idx"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TriageTrial",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("draft_hash", models.CharField(max_length=64)),
                ("against", models.CharField(max_length=40)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "waiting"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "failed"),
                        ],
                        default="queued",
                        max_length=7,
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("result", models.JSONField(default=dict)),
                ("problem", models.CharField(blank=True, max_length=300)),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="triage_trials",
                        to="alongside.person",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="triage_trials",
                        to="alongside.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at"],
            },
        ),
        migrations.CreateModel(
            name="NeedFollowUp",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("days", models.PositiveSmallIntegerField()),
                ("decided_at", models.DateTimeField()),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answer",
                    models.CharField(
                        blank=True, choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")], max_length=6
                    ),
                ),
                ("would_have_been", models.CharField(blank=True, max_length=20)),
                ("words", models.TextField(blank=True, max_length=2000)),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
                        to="alongside.need",
                    ),
                ),
            ],
            options={
                "ordering": ["decided_at", "days"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("need", "decided_at", "days"), name="asked_once_at_each_moment"
                    )
                ],
            },
        ),
    ]
