"""What can be done to an organisation's catalogue of skills."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.core.imports import Table
from alongside.core.skills import LONGEST, SkillLine, SkillsReading, key_for, load_catalogue, read_skills
from alongside.core.verdicts import Refused
from alongside.models import Organisation, Skill
from alongside.queries.skills import get_skill, list_known_skills, look_after
from alongside.queries.viewers import Viewer

IS_THERE = Refused("There is a skill of that name already. Perhaps it is among the retired ones.")
NO_NAME = Refused("A skill needs a name.")
HAS_PROBLEMS = Refused("Nothing was taken in. Put the lines named below right first.")


@dataclass(frozen=True, slots=True)
class SkillWords:
    """What a skill is called, where it belongs, and what it is in a sentence."""

    name: str
    category: str = ""
    description: str = ""


@transaction.atomic
def stock_skills(organisation: Organisation, *, at: datetime) -> int:
    """Add the skills of the catalogue that ships which are not there yet (by key or name); how many."""
    there = Skill.objects.filter(organisation=organisation).values_list("key", "name")
    keys, names = {key for key, _ in there}, {name.lower() for _, name in there}
    new = [
        Skill(
            organisation=organisation,
            key=skill.key,
            name=skill.name,
            category=skill.category,
            description=skill.description[:400],
            created_at=at,
        )
        for skill in load_catalogue()
        if skill.key not in keys and skill.name.lower() not in names
    ]
    return len(Skill.objects.bulk_create(new))


@transaction.atomic
def add_skill(viewer: Viewer, words: SkillWords, at: datetime) -> Skill | Refused:
    """Put one more skill into the catalogue."""
    organisation = look_after(viewer, "create").record.organisation
    name = _clean(words.name)
    if not name:
        return NO_NAME
    if _is_taken(organisation, name):
        return IS_THERE
    return Skill.objects.create(
        organisation=organisation,
        key=_free_key(organisation, name),
        name=name,
        category=_clean(words.category),
        description=_clean(words.description),
        created_at=at,
    )


@transaction.atomic
def change_skill(viewer: Viewer, pk: UUID, words: SkillWords) -> Skill | Refused:
    """Rename a skill, move it, or say better what it is. Whatever is tied to it stays tied."""
    skill = get_skill(viewer, "edit", pk).record
    name = _clean(words.name)
    if not name:
        return NO_NAME
    if _is_taken(skill.organisation, name, but=skill):
        return IS_THERE
    skill.name, skill.category, skill.description = name, _clean(words.category), _clean(words.description)
    skill.save(update_fields=["name", "category", "description"])
    return skill


@transaction.atomic
def retire_skill(viewer: Viewer, pk: UUID) -> Skill:
    """Nobody chooses it from now on; where it is in use it stays."""
    return _set_retired(viewer, pk, is_retired=True)


@transaction.atomic
def restore_skill(viewer: Viewer, pk: UUID) -> Skill:
    """It can be chosen again."""
    return _set_retired(viewer, pk, is_retired=False)


def check_skills(viewer: Viewer, table: Table) -> SkillsReading | Refused:
    """What taking this table in would do. Nothing is changed."""
    organisation = look_after(viewer, "create").record.organisation
    return read_skills(table, list_known_skills(organisation))


@transaction.atomic
def import_skills(
    viewer: Viewer, table: Table, at: datetime, *, replaces: bool = False
) -> SkillsReading | Refused:
    """Take a table in, all of it or nothing; with `replaces`, skills that it does not have are retired."""
    organisation = look_after(viewer, "create").record.organisation
    reading = read_skills(table, list_known_skills(organisation))
    if isinstance(reading, Refused):
        return reading
    if reading.problems:
        return HAS_PROBLEMS
    Skill.objects.bulk_create(_as_skill(organisation, line, at) for line in reading.new)
    _update(organisation, reading.changed)
    if replaces:
        leaving = [skill.key for skill in reading.leaving]
        Skill.objects.filter(organisation=organisation, key__in=leaving).update(is_retired=True)
    return reading


def _as_skill(organisation: Organisation, line: SkillLine, at: datetime) -> Skill:
    return Skill(
        organisation=organisation,
        key=line.key,
        name=line.name,
        category=line.category,
        description=line.description,
        created_at=at,
    )


def _update(organisation: Organisation, lines: tuple[SkillLine, ...]) -> None:
    by_key = {line.key: line for line in lines}
    skills = list(Skill.objects.filter(organisation=organisation, key__in=by_key))
    for skill in skills:
        line = by_key[skill.key]
        skill.name, skill.category, skill.description = line.name, line.category, line.description
    Skill.objects.bulk_update(skills, ["name", "category", "description"])


def _set_retired(viewer: Viewer, pk: UUID, *, is_retired: bool) -> Skill:
    skill = get_skill(viewer, "close", pk).record
    skill.is_retired = is_retired
    skill.save(update_fields=["is_retired"])
    return skill


def _clean(text: str) -> str:
    return " ".join(text.split())


def _is_taken(organisation: Organisation, name: str, but: Skill | None = None) -> bool:
    same = Skill.objects.filter(organisation=organisation, name__iexact=name)
    return same.exclude(pk=but.pk).exists() if but else same.exists()


def _free_key(organisation: Organisation, name: str) -> str:
    """A key nobody has; a name without any letter we can write gets a plain one."""
    own = key_for(name)[: LONGEST["key"] - 6] or "skill"
    taken = set(
        Skill.objects.filter(organisation=organisation, key__startswith=own).values_list("key", flat=True)
    )
    candidates = (own, *(f"{own}-{number}" for number in range(2, len(taken) + 3)))
    return next(key for key in candidates if key not in taken)
