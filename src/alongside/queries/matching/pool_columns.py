"""What people have told, table by table: each function is one read that fills the facts of everybody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.core.matching import FreeSpan, SkillWanted
from alongside.core.needs.routes import SENSITIVE
from alongside.models import (
    CoachingEngagement,
    ConflictOfInterest,
    Enrolment,
    FreeTime,
    Mentorship,
    MentorshipForm,
    Need,
    NeedSkill,
    PathItem,
    PathItemKind,
    Person,
    PrivateReason,
    Qualification,
    RoleHeld,
    SkillOffered,
)

FOR_OTHER_HELP: Final = tuple(sorted(route.value for route in SENSITIVE))
# Relationships in these states never came about, so the two have not been together.
NEVER_TOGETHER: Final = (
    "requested",
    "waitlisted",
    "declined",
    "expired",
    "enquiry",
    "triaged",
    "matching",
    "chemistry",
    "withdrawn",
    "referred_out",
)
TALENT_TO_BUILD: Final = (2, 4)  # levels now and hoped for, where a path names a skill without saying them
LINES_UP: Final = 12  # nobody's reporting line is longer; a circle in the data ends here


@dataclass(slots=True)
class Told:
    """One person's facts while they are being gathered."""

    skills_offered: dict[str, int] = field(default_factory=dict)
    skills_wanted: list[SkillWanted] = field(default_factory=list)
    roles_held: list[str] = field(default_factory=list)
    roles_wanted: list[str] = field(default_factory=list)
    same_path_essential: bool = False
    free_spans: list[FreeSpan] = field(default_factory=list)
    conflicts: set[str] = field(default_factory=set)
    together_before: set[str] = field(default_factory=set)
    not_again: set[str] = field(default_factory=set)
    managers_above: frozenset[str] = frozenset()
    credential_current: bool = False
    verified: bool = False
    supervision_current: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """All that was told, by person, and the Monday of the week that free time is laid on."""

    by_person: dict[UUID, Told]
    monday_on: date
    members: QuerySet[Person]  # a subquery, so that no statement grows with the number of people

    def told_of(self, person: Person) -> Told:
        return self.by_person[person.pk]

    def among(self, person_id: UUID | None) -> Told | None:
        return self.by_person.get(person_id) if person_id else None


def read_columns(
    places: QuerySet[Enrolment], people: Iterable[Person], on: date, only: Person | None = None
) -> Columns:
    """Eleven reads for any number of people, whose places in the programme are given as a query; two more for a
    person who looks for themselves."""
    told = {person.pk: Told() for person in people}
    columns = Columns(told, on - timedelta(days=on.weekday()), _members(places, only))
    for read in (
        _skills_offered,
        _skills_wanted,
        _roles,
        _free_time,
        _conflicts,
        _mentorships,
        _engagements,
        _not_again,
        _reporting_lines,
    ):
        read(columns)
    _standing(columns, on)
    if only:
        _own_path(columns.told_of(only), only)
    return columns


def _members(places: QuerySet[Enrolment], only: Person | None) -> QuerySet[Person]:
    here = places.order_by().values("person_id")
    return Person.objects.filter(Q(pk__in=here) | Q(pk=only.pk if only else None))


def _skills_offered(columns: Columns) -> None:
    rows = SkillOffered.objects.filter(person__in=columns.members, skill__is_retired=False)
    for person_id, skill, level in rows.values_list("person_id", "skill__name", "level"):
        if told := columns.among(person_id):
            told.skills_offered[skill] = level


def _skills_wanted(columns: Columns) -> None:
    """The skills of needs that are still open; where several name one skill, the newest counts.

    A need that is for therapy, HR or a crisis is not read: results are shown to whoever runs the programme.
    """
    rows = (
        NeedSkill.objects.filter(need__person__in=columns.members, need__closed_at__isnull=True)
        .exclude(need__chosen_route__in=FOR_OTHER_HELP)
        .exclude(need__chosen_route="", need__route__in=FOR_OTHER_HELP)
    )
    names = ("need__person_id", "skill__name", "current", "required", "importance")
    wanted: dict[tuple[UUID, str], SkillWanted] = {}
    for person_id, skill, current, required, importance in rows.order_by("need__created_at").values_list(
        *names
    ):
        now = current if current is not None else 1
        wanted[person_id, skill] = SkillWanted(
            skill, now, required if required is not None else min(5, now + 1), importance
        )
    for (person_id, _), skill_wanted in wanted.items():
        if told := columns.among(person_id):
            told.skills_wanted.append(skill_wanted)


def _roles(columns: Columns) -> None:
    rows = RoleHeld.objects.filter(person__in=columns.members)
    for person_id, title in rows.values_list("person_id", "title"):
        if told := columns.among(person_id):
            told.roles_held.append(title)


def _free_time(columns: Columns) -> None:
    rows = FreeTime.objects.filter(person__in=columns.members).order_by("weekday", "starts")
    for person_id, weekday, starts, ends in rows.values_list("person_id", "weekday", "starts", "ends"):
        last = ends.hour * 60 + ends.minute
        whole_day = 1440 if last == 23 * 60 + 59 else last
        span = FreeSpan(weekday, starts.hour * 60 + starts.minute, whole_day)
        if told := columns.among(person_id):
            told.free_spans.append(span)


def _conflicts(columns: Columns) -> None:
    members = columns.members
    rows = ConflictOfInterest.objects.filter(Q(one__in=members) | Q(other__in=members))
    for one_id, other_id in rows.values_list("one_id", "other_id"):
        for mine, theirs in ((one_id, other_id), (other_id, one_id)):
            if told := columns.among(mine):
                told.conflicts.add(str(theirs))


def _mentorships(columns: Columns) -> None:
    """A single conversation that is over does not count: more of it may be just what the two want."""
    rows = Mentorship.objects.filter(mentor__in=columns.members).exclude(state__in=NEVER_TOGETHER)
    talked = Q(form=MentorshipForm.FLASH, state="closed")
    _together(columns, rows.exclude(talked).values_list("mentee_id", "mentor_id"))


def _engagements(columns: Columns) -> None:
    rows = CoachingEngagement.objects.filter(coach__in=columns.members).exclude(state__in=NEVER_TOGETHER)
    _together(columns, rows.values_list("client_id", "coach_id"))


def _together(columns: Columns, pairs: Iterable[tuple[UUID, UUID | None]]) -> None:
    for helped_id, helping_id in pairs:
        for mine, theirs in ((helped_id, helping_id), (helping_id, helped_id)):
            if told := columns.among(mine):
                told.together_before.add(str(theirs))


def _not_again(columns: Columns) -> None:
    rows = PrivateReason.objects.filter(not_together_again=True, about__isnull=False)
    for author_id, about_id in rows.filter(
        Q(author__in=columns.members) | Q(about__in=columns.members)
    ).values_list("author_id", "about_id"):
        for mine, theirs in ((author_id, about_id), (about_id, author_id)):
            if told := columns.among(mine):
                told.not_again.add(str(theirs))


def _reporting_lines(columns: Columns) -> None:
    """Everybody above a person, from the whole organisation's lines (two columns, one read)."""
    organisations = columns.members.values("organisation_id")
    above = dict(
        Person.objects.filter(organisation_id__in=organisations, line_manager__isnull=False).values_list(
            "pk", "line_manager_id"
        )
    )
    for person_id, told in columns.by_person.items():
        told.managers_above = _climb(above, person_id)


def _climb(above: Mapping[UUID, UUID | None], person_id: UUID) -> frozenset[str]:
    found: list[UUID] = []
    current = above.get(person_id)
    while current and current not in found and len(found) < LINES_UP:
        found.append(current)
        current = above.get(current)
    return frozenset(map(str, found))


def _standing(columns: Columns, on: date) -> None:
    """Qualifications in date. Supervision is known by a qualification that names it ("Supervision, 2026")."""
    rows = Qualification.objects.filter(person__in=columns.members).filter(
        Q(expires_on__isnull=True) | Q(expires_on__gte=on)
    )
    for person_id, title, verified_at in rows.values_list("person_id", "title", "verified_at"):
        told = columns.among(person_id)
        if told is None:
            continue
        if "supervision" in title.casefold():
            told.supervision_current = True
            continue
        told.credential_current = True
        told.verified = told.verified or verified_at is not None


def _own_path(told: Told, person: Person) -> None:
    """What only the person themselves is shown suggestions by: roles and talents ahead on their path, their need."""
    ahead = PathItem.objects.filter(person=person, done_on__isnull=True)
    there = {wanted.skill for wanted in told.skills_wanted}
    for kind, text, skill in ahead.values_list("kind", "text", "skill__name"):
        if kind == PathItemKind.ROLE:
            told.roles_wanted.append(text)
        elif kind == PathItemKind.TALENT_BUILD and skill and skill not in there:
            told.skills_wanted.append(SkillWanted(skill, *TALENT_TO_BUILD))
    need = Need.objects.filter(person=person, closed_at__isnull=True).order_by("-created_at").first()
    told.same_path_essential = bool(need and need.answers.get("same_path_needed") == "yes")
