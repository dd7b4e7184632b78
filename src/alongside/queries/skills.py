"""Skills: the organisation's catalogue as its people see it and as those who look after it do."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.core.skills import KnownSkill, acknowledgement_for
from alongside.models import Organisation, Skill
from alongside.queries.access import NotVisible, Sight, get_visible, require
from alongside.queries.viewers import Viewer

MOST_SHOWN = 2000


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """The skills of one category, by name."""

    category: str
    skills: tuple[Skill, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the page shows; `retired` only for those who look after it."""

    groups: tuple[SkillGroup, ...]
    retired: tuple[Skill, ...]
    number: int
    may_edit: bool
    acknowledgement: str


def get_catalogue(viewer: Viewer, search: str = "") -> Catalogue:
    """The catalogue of the viewer's organisation, narrowed by a word in name, category or description."""
    sight = look_after(viewer, "list")
    rows = _matching(Skill.objects.filter(organisation=_organisation(viewer)), search)
    skills = list(rows.order_by("category", "name")[:MOST_SHOWN])
    running = [skill for skill in skills if not skill.is_retired]
    may_edit = sight.may("skill", "edit")
    return Catalogue(
        groups=_groups(running),
        retired=tuple(skill for skill in skills if skill.is_retired) if may_edit else (),
        number=len(running),
        may_edit=may_edit,
        acknowledgement=acknowledgement_for(skill.key for skill in running),
    )


def get_skill(viewer: Viewer, action: str, pk: UUID) -> Sight[Skill]:
    """One skill, if the viewer may do this with it."""
    return get_visible(viewer, "skill", action, Skill.objects.select_related("organisation"), pk)


def look_after(viewer: Viewer, action: str) -> Sight[Skill]:
    """What the viewer is to the catalogue as a whole: to a skill that could be in it."""
    return require(viewer, "skill", action, Skill(organisation=_organisation(viewer)))


def list_known_skills(organisation: Organisation) -> tuple[KnownSkill, ...]:
    """Every skill of an organisation, the retired too, as the core compares them."""
    rows = Skill.objects.filter(organisation=organisation).order_by("name", "pk")
    return tuple(
        KnownSkill(skill.key, skill.name, skill.category, skill.description, skill.is_retired)
        for skill in rows
    )


def list_categories(viewer: Viewer) -> tuple[str, ...]:
    """The categories in use, in order."""
    rows = Skill.objects.filter(organisation=_organisation(viewer)).exclude(category="")
    return tuple(rows.order_by("category").values_list("category", flat=True).distinct())


def _organisation(viewer: Viewer) -> Organisation:
    if viewer.organisation is None:
        raise NotVisible
    return viewer.organisation


def _matching(rows: QuerySet[Skill], search: str) -> QuerySet[Skill]:
    if not search:
        return rows
    return rows.filter(
        Q(name__icontains=search) | Q(category__icontains=search) | Q(description__icontains=search)
    )


def _groups(skills: Iterable[Skill]) -> tuple[SkillGroup, ...]:
    return tuple(
        SkillGroup(category, tuple(group))
        for category, group in groupby(skills, key=lambda skill: skill.category)
    )
