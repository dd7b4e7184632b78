"""Organisations: the first one of an install, further ones, and joining one that is open."""

from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from alongside.core.people import may_found, may_join_openly
from alongside.core.verdicts import Refused
from alongside.models import Account, Appointment, Office, Organisation, Person
from alongside.queries.access import NotVisible, Viewer
from alongside.queries.people import get_organisation
from alongside.services.people.invitations import invite_person, link_account
from alongside.services.skills import stock_skills


@transaction.atomic
def found_organisation(
    account_id: int, *, name: str, country: str, person_name: str, at: datetime
) -> Organisation | Refused:
    """Make the first organisation of an install; its founder becomes its administrator.

    Only while there is none: from then on organisations are made by whoever operates the install.
    """
    address = own_address(account_id)
    verdict = may_found(Organisation.objects.count(), bool(address))
    if isinstance(verdict, Refused):
        return verdict
    organisation = _make_organisation(name, country, at)
    founder = Person.objects.create(
        organisation=organisation,
        account_id=account_id,
        name=person_name,
        email=address,
        languages=["en"],
        created_at=at,
    )
    Appointment.objects.create(
        organisation=organisation, person=founder, office=Office.ORG_ADMIN, created_at=at
    )
    return organisation


@transaction.atomic
def create_organisation(
    *, name: str, country: str, admin_name: str, admin_email: str, at: datetime
) -> Organisation:
    """Make one more organisation, as the operator of the install; its administrator gets an invitation."""
    organisation = _make_organisation(name, country, at)
    admin = Person.objects.create(
        organisation=organisation, name=admin_name, email=admin_email.strip().lower(), created_at=at
    )
    Appointment.objects.create(
        organisation=organisation, person=admin, office=Office.ORG_ADMIN, created_at=at
    )
    invite_person(admin, by=None, at=at)
    return organisation


def _make_organisation(name: str, country: str, at: datetime) -> Organisation:
    organisation = Organisation.objects.create(
        name=name.strip(), slug=free_slug(name), country=country, created_at=at
    )
    stock_skills(organisation, at=at)
    return organisation


def free_slug(name: str) -> str:
    """A slug nobody has: the name's own, else with the first number that is free."""
    own = slugify(name)[:50] or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=own).values_list("slug", flat=True))
    candidates = (own, *(f"{own}-{number}" for number in range(2, len(taken) + 3)))
    return next(slug for slug in candidates if slug not in taken)


def own_address(account_id: int) -> str:
    """The verified address of an account, its main one first; empty when there is none."""
    found = EmailAddress.objects.filter(user_id=account_id, verified=True).order_by("-primary", "pk").first()
    return found.email.lower() if found else ""


@transaction.atomic
def change_organisation(viewer: Viewer, *, name: str, country: str, is_open_to_sign_up: bool) -> Organisation:
    """Change what the organisation is called, where it is, and whether people may join by themselves."""
    organisation = get_organisation(viewer, "edit").record
    organisation.name, organisation.country = name.strip(), country
    organisation.is_open_to_sign_up = is_open_to_sign_up
    organisation.save(update_fields=["name", "country", "is_open_to_sign_up"])
    return organisation


@transaction.atomic
def join_organisation(account_id: int, organisation_id: UUID, *, name: str, at: datetime) -> Person | Refused:
    """Take a place in an organisation that is open to sign-up; somebody it knows already becomes that person."""
    organisation = Organisation.objects.filter(pk=organisation_id, is_open_to_sign_up=True).first()
    if organisation is None:
        raise NotVisible
    address = own_address(account_id)
    verdict = may_join_openly(bool(address))
    if isinstance(verdict, Refused):
        return verdict
    if Person.objects.filter(organisation=organisation, account_id=account_id).exists():
        return Refused(_("You have a place there already."))
    known = Person.objects.filter(organisation=organisation, email__iexact=address).first()
    if known is not None:
        return link_account(known, account_id, at=at)
    account = Account.objects.get(pk=account_id)
    return Person.objects.create(
        organisation=organisation,
        account=account,
        name=name.strip(),
        email=address,
        time_zone=account.time_zone,
        created_at=at,
    )
