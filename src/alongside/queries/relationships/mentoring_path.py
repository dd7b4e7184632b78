"""The path and the journal: both are their author's own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.core.skills import Rating, RequiredSkill, find_gaps
from alongside.core.skills.ratings import Source
from alongside.models import (
    CoachingEngagement,
    GapSkill,
    JournalEntry,
    Mentorship,
    NeedSkill,
    PathItem,
    PathItemKind,
    Person,
    Release,
    Skill,
)
from alongside.queries.access import NotVisible, require
from alongside.queries.relations import WORKING_STATES
from alongside.queries.viewers import Viewer

# The order in which a path is read: from what one has to where it may go, and what helps on the way.
SECTIONS: Final[tuple[tuple[str, str | Promise, str | Promise], ...]] = (
    (PathItemKind.TALENT_HAVE, _("Talents I have"), _("What comes easily, and what others come to you for.")),
    (PathItemKind.TALENT_BUILD, _("Talents to build"), _("What the way ahead will ask of you.")),
    (PathItemKind.MILESTONE, _("Milestones"), _("What you want to have done, and by when.")),
    (PathItemKind.ROLE, _("Roles"), _("The next one, and those after it.")),
    (PathItemKind.EXPERIENCE, _("Experiences"), _("What you want to have lived through once.")),
    (PathItemKind.PERSON, _("People who help"), _("Whom you learn from, or would like to meet.")),
)
ON_THE_LINE: Final = (PathItemKind.MILESTONE, PathItemKind.ROLE, PathItemKind.EXPERIENCE)


@dataclass(frozen=True, slots=True)
class PathSection:
    key: str
    title: str | Promise
    help: str | Promise
    items: tuple[PathItem, ...]

    @property
    def can_be_reached(self) -> bool:
        """A talent one has and a person who helps are there; the rest can be reached."""
        return self.key not in (PathItemKind.TALENT_HAVE, PathItemKind.PERSON)


@dataclass(frozen=True, slots=True)
class PathPage:
    """One's own path: its parts, the line over the years, and the mentors it could be or is open to."""

    sections: tuple[PathSection, ...]
    line: tuple[dict[str, Any], ...]
    mentors: tuple[tuple[Mentorship, bool], ...]
    surpluses: tuple[Skill, ...]


def get_path(viewer: Viewer) -> PathPage:
    """The viewer's own path."""
    person = _own(viewer, "career_path", "read")
    items = tuple(PathItem.objects.filter(person=person).select_related("skill"))
    return PathPage(
        sections_of(items), line_of(items, person.job_title), _mentors(person), _surpluses(person, items)
    )


def sections_of(items: Sequence[PathItem]) -> tuple[PathSection, ...]:
    """The items by kind, each kind in its own order."""
    return tuple(
        PathSection(
            key,
            title,
            words,
            tuple(
                sorted(
                    (one for one in items if one.kind == key), key=lambda one: (one.position, one.created_at)
                )
            ),
        )
        for key, title, words in SECTIONS
    )


def line_of(items: Sequence[PathItem], here: str = "") -> tuple[dict[str, Any], ...]:
    """The way-marks over the years, for the picture: what is reached, today, what lies ahead."""
    marks = [one for one in items if one.kind in ON_THE_LINE]
    reached = sorted((one for one in marks if one.done_on), key=lambda one: (one.done_on, one.position))
    ahead = sorted(
        (one for one in marks if not one.done_on), key=lambda one: (one.on_year or 9999, one.position)
    )
    if not marks:
        return ()
    return (
        *(
            {"when": str(one.done_on.year), "label": one.text, "state": "past"}
            for one in reached
            if one.done_on
        ),
        {"when": str(_("Now")), "label": here or str(_("You are here")), "state": "now"},
        *({"when": str(one.on_year or _("Some day")), "label": one.text, "state": "ahead"} for one in ahead),
    )


def _mentors(person: Person) -> tuple[tuple[Mentorship, bool], ...]:
    rows = Mentorship.objects.filter(mentee=person, state__in=WORKING_STATES).select_related("mentor")
    open_to = set(
        Release.objects.filter(
            mentorship__mentee=person, resource="career_path", withdrawn_at__isnull=True
        ).values_list("mentorship_id", flat=True)
    )
    return tuple((row, row.pk in open_to) for row in rows)


def _surpluses(person: Person, items: Sequence[PathItem]) -> tuple[Skill, ...]:
    """Strengths the person's own gap analyses and needs have shown, and that are not on the path yet."""
    there = {one.skill_id for one in items if one.kind == PathItemKind.TALENT_HAVE}
    rated = (
        GapSkill.objects.filter(engagement__client=person).select_related("skill").prefetch_related("ratings")
    )
    required, skills = [], {}
    for gap in rated:
        ratings = tuple(
            Rating(Source(one.source), one.level, str(one.rater_id or ""), one.rated_on)
            for one in gap.ratings.all()
        )
        required.append(RequiredSkill(str(gap.skill_id), gap.required, gap.importance, ratings))
        skills[str(gap.skill_id)] = gap.skill
    for named in NeedSkill.objects.filter(
        need__person=person, current__isnull=False, required__isnull=False
    ).select_related("skill"):
        rating = Rating(Source.SELF, named.current or 0)
        required.append(RequiredSkill(str(named.skill_id), named.required or 0, named.importance, (rating,)))
        skills[str(named.skill_id)] = named.skill
    found = (skills[strength.key] for strength in find_gaps(required).strengths)
    return tuple(dict.fromkeys(skill for skill in found if skill.pk not in there))


def _own(viewer: Viewer, resource: str, action: str) -> Person:
    if viewer.person is None:
        raise NotVisible
    return require(viewer, resource, action, viewer.person).record


def get_way_mark(viewer: Viewer, pk: UUID, action: str = "edit") -> PathItem:
    """One's own way-mark; NotVisible else."""
    item = (
        PathItem.objects.filter(pk=pk, person=_own(viewer, "career_path", action))
        .select_related("person", "skill")
        .first()
    )
    if item is None:
        raise NotVisible
    return item


def list_skills_here(viewer: Viewer) -> tuple[tuple[UUID, str], ...]:
    """The organisation's skills, for the choice beside a talent."""
    rows = Skill.objects.filter(organisation=viewer.organisation, is_retired=False).order_by("name")
    return tuple(rows.values_list("pk", "name"))


def get_skill_here(viewer: Viewer, pk: str) -> Skill | None:
    return Skill.objects.filter(organisation=viewer.organisation, pk=pk).first() if pk else None


def export_path(viewer: Viewer) -> dict[str, Any]:
    """The path as plain data, to take along."""
    person = _own(viewer, "career_path", "read")
    items = PathItem.objects.filter(person=person).select_related("skill")
    return {
        "name": person.name,
        "path": {
            section.key: [_plain(one) for one in section.items] for section in sections_of(tuple(items))
        },
    }


def _plain(item: PathItem) -> dict[str, Any]:
    return {
        "text": item.text,
        "skill": item.skill.name if item.skill else None,
        "year": item.on_year,
        "reached_on": item.done_on.isoformat() if item.done_on else None,
        "shared": item.is_shared,
    }


@dataclass(frozen=True, slots=True)
class OpenTo:
    """Somebody who helps the author, and whether this entry is open to them."""

    relationship: Mentorship | CoachingEngagement
    kind: str
    name: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class JournalLine:
    entry: JournalEntry
    open_to: tuple[OpenTo, ...]

    @property
    def readers(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.open_to if one.is_open)


def list_journal(viewer: Viewer) -> tuple[JournalLine, ...]:
    """The viewer's own entries, newest first, each with whom it could be and is open to."""
    person = _own(viewer, "journal_entry", "create")
    helping = _helping(person)
    released = set(
        Release.objects.filter(
            released_by=person, resource="journal_entry", withdrawn_at__isnull=True
        ).values_list("item_id", "mentorship_id", "engagement_id")
    )
    return tuple(
        JournalLine(entry, _open_to(entry, helping, released))
        for entry in JournalEntry.objects.filter(author=person)
    )


def _helping(person: Person) -> tuple[Mentorship | CoachingEngagement, ...]:
    mentorships = Mentorship.objects.filter(mentee=person, state__in=WORKING_STATES).select_related("mentor")
    ended = ("archived", "withdrawn", "referred_out", "closed_early", "terminated", "closed", "follow_up")
    coached = CoachingEngagement.objects.filter(client=person, coach__isnull=False).exclude(state__in=ended)
    return (*mentorships, *coached.select_related("coach"))


def _open_to(
    entry: JournalEntry,
    helping: Sequence[Mentorship | CoachingEngagement],
    released: Collection[tuple[UUID, UUID | None, UUID | None]],
) -> tuple[OpenTo, ...]:
    return tuple(
        OpenTo(one, "mentoring", one.mentor.name, (entry.pk, one.pk, None) in released)
        if isinstance(one, Mentorship)
        else OpenTo(
            one, "coaching", one.coach.name if one.coach else "", (entry.pk, None, one.pk) in released
        )
        for one in helping
    )


def get_entry(viewer: Viewer, pk: UUID) -> JournalEntry:
    """One's own entry; NotVisible else."""
    person = _own(viewer, "journal_entry", "create")
    entry = JournalEntry.objects.filter(pk=pk, author=person).select_related("author").first()
    if entry is None:
        raise NotVisible
    return entry


def get_helping(viewer: Viewer, pk: UUID) -> Mentorship | CoachingEngagement:
    """A running relationship in which the viewer is helped, of either kind; NotVisible else."""
    found = next((one for one in _helping(_own(viewer, "journal_entry", "create")) if one.pk == pk), None)
    if found is None:
        raise NotVisible
    return found


def get_own_mentorship(viewer: Viewer, pk: UUID) -> Mentorship:
    """A running mentorship in which the viewer is the mentee; NotVisible else."""
    found = get_helping(viewer, pk)
    if not isinstance(found, Mentorship):
        raise NotVisible
    return found
