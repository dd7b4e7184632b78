"""Makers with dull defaults: a test says only what it is about."""

from datetime import UTC, datetime, timedelta
from typing import Any

from alongside.models import (
    Account,
    Appointment,
    CoachingEngagement,
    Enrolment,
    EnrolmentState,
    Mentorship,
    Office,
    Organisation,
    Part,
    Person,
    Programme,
    ProgrammeKind,
    ProgrammeState,
    Skill,
    SkillOffered,
)

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday


def make_organisation(name: str = "Harbour Trust") -> Organisation:
    return Organisation.objects.create(name=name, slug=name.lower().replace(" ", "-"))


def make_person(organisation: Organisation, name: str, **more: Any) -> Person:
    """A person with an account of their own; the address is made from the name."""
    email = f"{name.split(maxsplit=1)[0].lower()}@{organisation.slug}.example"
    account = Account.objects.create_user(email, "correct horse battery")
    account.emailaddress_set.create(email=email, verified=True, primary=True)
    return Person.objects.create(
        organisation=organisation, account=account, name=name, email=email, languages=["en"], **more
    )


def make_programme(
    organisation: Organisation, name: str = "Growing together", kind: str = ProgrammeKind.BOTH, **more: Any
) -> Programme:
    more = {"state": ProgrammeState.OPEN, **more}
    return Programme.objects.create(
        organisation=organisation, name=name, slug=name.lower().replace(" ", "-"), kind=kind, **more
    )


def enrol(programme: Programme, person: Person, part: str, places: int = 0) -> Enrolment:
    return Enrolment.objects.create(
        programme=programme,
        person=person,
        part=part,
        places=places or (2 if part in (Part.COACH, Part.MENTOR) else 0),
        state=EnrolmentState.APPROVED,
        came_at=NOW,
    )


def appoint(person: Person, office: str, programme: Programme | None = None) -> Appointment:
    return Appointment.objects.create(
        organisation=person.organisation, person=person, office=office, programme=programme
    )


def make_skill(organisation: Organisation, name: str = "Giving feedback") -> Skill:
    return Skill.objects.create(organisation=organisation, name=name, key=name.lower().replace(" ", "-"))


def offer_skill(person: Person, skill: Skill, level: int = 4) -> SkillOffered:
    return SkillOffered.objects.create(person=person, skill=skill, level=level)


def make_engagement(programme: Programme, client: Person, **more: Any) -> CoachingEngagement:
    """A bare engagement in the state asked for, without its history; journeys go through the services."""
    more = {"asked_at": NOW, "state_since": NOW, "sessions_total": 6, **more}
    return CoachingEngagement.objects.create(programme=programme, client=client, **more)


def make_mentorship(programme: Programme, mentee: Person, mentor: Person, **more: Any) -> Mentorship:
    """A bare mentorship in the state asked for, without its history; journeys go through the services."""
    more = {
        "requested_at": NOW,
        "state_since": NOW,
        "answer_by": NOW + timedelta(days=7),
        **more,
    }
    return Mentorship.objects.create(programme=programme, mentee=mentee, mentor=mentor, **more)


__all__ = [name for name in dir() if name.startswith(("make_", "enrol", "appoint", "offer_", "NOW"))] + [
    "Office"
]
