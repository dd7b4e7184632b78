"""What people say of themselves: every service here changes the viewer's own profile and nobody else's."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.models import Account, FreeTime, Person, RoleHeld, Skill, SkillOffered
from alongside.queries.access import NotVisible, Viewer, require

# What a person may change of themselves. Their address and their account are changed where they sign in.
OWN_FIELDS = frozenset(
    {
        *("name", "pronouns", "job_title", "function", "grade", "place", "headline", "about"),
        *("languages", "time_zone", "formats"),
    }
)


def own_person(viewer: Viewer) -> Person:
    """The viewer's own record, fresh, if they may change it."""
    if viewer.person is None:
        raise NotVisible
    return require(viewer, "person_profile", "edit", viewer.person).record


@transaction.atomic
def change_profile(viewer: Viewer, **changes: Any) -> Person:
    """Change some of OWN_FIELDS. An unknown name is a bug in the caller: ValueError."""
    if unknown := set(changes) - OWN_FIELDS:
        raise ValueError(f"Not a field of one's own profile: {', '.join(sorted(unknown))}.")
    person = own_person(viewer)
    for name, value in changes.items():
        setattr(person, name, value)
    person.save(update_fields=list(changes))
    if "time_zone" in changes:
        Account.objects.filter(people=person).update(time_zone=person.time_zone)
    return person


@transaction.atomic
def set_full_for_now(viewer: Viewer, is_full: bool) -> Person:
    """Say that nobody new should ask, or that they may again. Running relationships are not touched."""
    person = own_person(viewer)
    person.is_full_for_now = is_full
    person.save(update_fields=["is_full_for_now"])
    return person


@transaction.atomic
def offer_skill(viewer: Viewer, skill_id: UUID, level: int, at: datetime) -> SkillOffered:
    """Offer help with a skill of the organisation's catalogue, at one's own level (0-5)."""
    person = own_person(viewer)
    skill = Skill.objects.filter(pk=skill_id, organisation=person.organisation, is_retired=False).first()
    if skill is None:
        raise NotVisible
    offer, _created = SkillOffered.objects.update_or_create(
        person=person,
        skill=skill,
        defaults={"level": level},
        create_defaults={"level": level, "created_at": at},
    )
    return offer


@transaction.atomic
def withdraw_skill(viewer: Viewer, offer_id: UUID) -> None:
    """No longer offer help with a skill."""
    _remove(own_person(viewer).skills_offered.filter(pk=offer_id))


@transaction.atomic
def add_role(
    viewer: Viewer, *, title: str, where: str, from_year: int | None, to_year: int | None, at: datetime
) -> RoleHeld:
    """Add a role one holds or has held."""
    return RoleHeld.objects.create(
        person=own_person(viewer),
        title=title,
        where=where,
        from_year=from_year,
        to_year=to_year,
        created_at=at,
    )


@transaction.atomic
def remove_role(viewer: Viewer, role_id: UUID) -> None:
    """Take a role away."""
    _remove(own_person(viewer).roles_held.filter(pk=role_id))


@transaction.atomic
def set_free_time(viewer: Viewer, stretches: Iterable[tuple[int, time, time]], at: datetime) -> None:
    """Replace the weekly free time by these (weekday 0-6, from, to), in the person's own time zone."""
    person = own_person(viewer)
    person.free_times.all().delete()
    FreeTime.objects.bulk_create(
        FreeTime(person=person, weekday=weekday, starts=starts, ends=ends, created_at=at)
        for weekday, starts, ends in stretches
    )


def _remove(rows: Any) -> None:
    deleted, _by_kind = rows.delete()
    if not deleted:
        raise NotVisible
