"""Profiles: one's own whole, and another's as far as the policy opens it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from alongside.core.confidentiality.conditions import Facts
from alongside.core.confidentiality.relations import Relation
from alongside.models import (
    PRACTITIONER_PARTS,
    Enrolment,
    EnrolmentState,
    FreeTime,
    Person,
    Qualification,
    RoleHeld,
    Skill,
    SkillOffered,
)
from alongside.queries.access import NotVisible, Sight, Viewer, get_visible, look_at


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile as one viewer may see it. What is not open to them is empty, and not in `fields`."""

    person: Person
    fields: tuple[str, ...]
    facts: Facts
    qualification_fields: tuple[str, ...]
    may_verify: bool
    is_own: bool
    skills_offered: Sequence[SkillOffered] = ()
    roles_held: Sequence[RoleHeld] = ()
    free_times: Sequence[FreeTime] = ()
    qualifications: Sequence[Qualification] = ()
    helping_in: Sequence[Enrolment] = ()


def get_person(viewer: Viewer, action: str, pk: UUID) -> Sight[Person]:
    """A person of the viewer's organisation, if they may do this with the profile."""
    rows = Person.objects.select_related("organisation")
    return get_visible(viewer, "person_profile", action, rows, pk)


def get_qualification(viewer: Viewer, action: str, pk: UUID) -> Sight[Qualification]:
    """A qualification, if the viewer may do this with it."""
    rows = Qualification.objects.select_related("person__organisation")
    return get_visible(viewer, "qualification", action, rows, pk)


def get_profile(viewer: Viewer, pk: UUID | None = None) -> Profile:
    """The profile of that person, or one's own: as many reads however long it is."""
    pk = pk or (viewer.person.pk if viewer.person else None)
    if pk is None:
        raise NotVisible
    sight = get_person(viewer, "read", pk)
    person, sees = sight.record, sight.fields
    qualifying = sight.fields_of("qualification", "list")
    return Profile(
        person=person,
        fields=sees,
        facts=sight.facts,
        qualification_fields=qualifying,
        may_verify=sight.may("qualification", "decide"),
        is_own=sight.is_any(Relation.SUBJECT),
        skills_offered=tuple(person.skills_offered.select_related("skill"))
        if "skills_offered" in sees
        else (),
        roles_held=tuple(person.roles_held.all()) if "roles_held" in sees else (),
        free_times=tuple(person.free_times.all()) if "free_time" in sees else (),
        qualifications=tuple(person.qualifications.all()) if qualifying else (),
        helping_in=tuple(_helping(person)) if "places" in sees else (),
    )


def _helping(person: Person) -> QuerySet[Enrolment]:
    rows = person.enrolments.filter(part__in=PRACTITIONER_PARTS, state=EnrolmentState.APPROVED)
    return rows.select_related("programme").order_by("programme__name", "part")


def list_skills_to_offer(viewer: Viewer) -> tuple[tuple[UUID, str, str], ...]:
    """The organisation's skills the viewer does not offer yet, as (id, category, name)."""
    if viewer.person is None:
        return ()
    offered = SkillOffered.objects.filter(person=viewer.person).values("skill")
    rows = Skill.objects.filter(organisation=viewer.organisation, is_retired=False).exclude(pk__in=offered)
    return tuple(rows.values_list("pk", "category", "name"))


def is_shown(viewer: Viewer, person: Person) -> bool:
    """Whether the viewer can open that person's profile, so that a name may be a link."""
    return look_at(viewer, "person_profile", "read", person) is not None
