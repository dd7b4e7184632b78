"""Making the people of the demo: accounts nobody can sign in to with a password, and what each says of themselves."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from random import Random

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from alongside.management.demo.cast import COACHES, OFFICE, SEEKERS, Character
from alongside.management.demo.crowd import CHIEF, HEADS, the_crowd
from alongside.management.demo.mentors import MENTORS
from alongside.management.demo.world import World, must
from alongside.models import Account, FreeTime, Invitation, Organisation, Person, RoleHeld, SkillOffered
from alongside.services.people import (
    accept_waiting_invitation,
    claim_qualification,
    set_full_for_now,
    verify_qualification,
)

HERE = "Europe/London"
FORMATS = ["remote", "in_person"]
CHARACTERS = (*OFFICE, *SEEKERS, *COACHES, *MENTORS)
JOINED_DAYS_AGO = 560
FREE = ((0, 9, 12), (1, 13, 16), (2, 9, 12), (3, 14, 17), (4, 9, 11))


def people_the_ferries(world: World) -> None:
    """Everybody of the ferries, with the cast first, so that lists begin with them."""
    domain = "skerryline.example"
    rows = [_character(world.organisation, one, domain) for one in CHARACTERS]
    rows += [
        Person(
            organisation=world.organisation,
            name=face.name,
            email=f"{face.name.lower().replace(' ', '.')}@{domain}",
            job_title=face.job,
            function=face.function,
            place=face.place,
            languages=["en"],
        )
        for face in the_crowd()
    ]
    admit(world, rows, world.ago(JOINED_DAYS_AGO))
    welcome_the_administrator(world, "fergus.boyle")
    _set_lines(world)
    _tell_of_themselves(world)


def admit(world: World, rows: list[Person], at: datetime) -> None:
    """Give each an account, keep them, and remember them by the part of the address before the @."""
    known = {person.email for person in Person.objects.filter(organisation=world.organisation)}
    new = [person for person in rows if person.email not in known]
    accounts = Account.objects.bulk_create(
        Account(email=person.email, password=make_password(None), joined_at=at, time_zone=HERE)
        for person in new
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=account, email=account.email, verified=True, primary=True) for account in accounts
    )
    for number, (person, account) in enumerate(zip(new, accounts, strict=True)):
        person.account, person.time_zone, person.formats = account, HERE, FORMATS
        person.created_at = at + timedelta(minutes=number)
    Person.objects.bulk_create(new)
    remember(world)


def welcome_the_administrator(world: World, key: str) -> None:
    """The first person of an organisation came by invitation, and takes their place by it."""
    invitation = Invitation.objects.get(person=world.person(key))
    account = Account.objects.create(
        email=invitation.person.email,
        password=make_password(None),
        joined_at=invitation.created_at,
        time_zone=HERE,
    )
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    must(accept_waiting_invitation(account.pk, invitation.pk, invitation.created_at + timedelta(hours=2)))
    remember(world)


def remember(world: World) -> None:
    """Read everybody anew, with the organisation they share."""
    rows = Person.objects.filter(organisation=world.organisation).select_related("organisation")
    world.people = {person.email.split("@")[0]: person for person in rows}


def _character(organisation: Organisation, one: Character, domain: str) -> Person:
    return Person(
        organisation=organisation,
        name=one.name,
        email=f"{one.key}@{domain}",
        job_title=one.job,
        function=one.function,
        place=one.place,
        headline=one.headline,
        about=one.about,
        pronouns=one.pronouns,
        languages=list(one.languages),
    )


def _set_lines(world: World) -> None:
    """Who reports to whom: to the head of the function, and the heads to the chief executive."""
    for key, person in world.people.items():
        head = HEADS.get(person.function, CHIEF)
        above = CHIEF if head == key else head
        person.line_manager = None if key == CHIEF else world.people[above]
    Person.objects.bulk_update(world.people.values(), ["line_manager"])


def _tell_of_themselves(world: World) -> None:
    year, chance = world.at.year, Random(7)  # noqa: S311 - the same free hours each time, and no secret
    tellers = [one for one in CHARACTERS if one.skills or one.roles]
    RoleHeld.objects.bulk_create(
        RoleHeld(
            person=world.person(one.key),
            title=role.title,
            where=role.where,
            from_year=year - role.since,
            to_year=year - role.until if role.until else None,
            created_at=world.ago(JOINED_DAYS_AGO - 5),
        )
        for one in tellers
        for role in one.roles
    )
    SkillOffered.objects.bulk_create(
        SkillOffered(person=world.person(one.key), skill=world.skills[skill], level=level)
        for one in tellers
        for skill, level in one.skills
    )
    FreeTime.objects.bulk_create(
        free for person in world.people.values() for free in _free_times(person, chance)
    )


def _free_times(person: Person, chance: Random) -> Iterable[FreeTime]:
    for weekday, starts, ends in chance.sample(FREE, 3):
        yield FreeTime(person=person, weekday=weekday, starts=time(starts), ends=time(ends))


def show_papers(world: World) -> None:
    """What practitioners hold; the programme manager has seen the proof of some of it."""
    for one in CHARACTERS:
        _show_papers_of(world, one)


def say_who_is_full(world: World) -> None:
    """Said after their stories have begun: whoever is full was asked before."""
    for one in CHARACTERS:
        if one.full_for_now:
            set_full_for_now(world.viewer(one.key), True)


def _show_papers_of(world: World, one: Character) -> None:
    for title, issuer, is_verified in one.papers:
        paper = claim_qualification(
            world.viewer(one.key),
            title=title,
            issuer=issuer,
            awarded_on=world.ago(900).date(),
            expires_on=world.ahead(500).date(),
            at=world.ago(550),
        )
        if is_verified:
            must(verify_qualification(world.viewer("moira.sinclair"), paper.pk, world.ago(548)))
