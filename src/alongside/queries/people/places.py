"""An account's places: who it is where, where it could be somebody, and the invitations that wait for it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db.models import QuerySet
from django.db.models.functions import Lower

from alongside.models import Invitation, Organisation, Person
from alongside.queries.access import NotVisible, Sight, require
from alongside.queries.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Place:
    """One person that an account is."""

    person_id: UUID
    name: str
    organisation: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """An organisation anyone with a verified address may join; it shows its name for that."""

    organisation_id: UUID
    organisation: str


@dataclass(frozen=True, slots=True)
class WaitingInvitation:
    """An invitation to one of the account's verified addresses."""

    invitation_id: UUID
    organisation: str
    expires_at: datetime


def verified_addresses(account_id: int) -> frozenset[str]:
    """The addresses the account has shown to be its own, in small letters."""
    rows = EmailAddress.objects.filter(user_id=account_id, verified=True).values_list("email", flat=True)
    return frozenset(address.lower() for address in rows)


def is_anything_founded() -> bool:
    """Whether the install has an organisation."""
    return Organisation.objects.exists()


def list_places(viewer: Viewer) -> tuple[Place, ...]:
    """Everyone the viewer's account is, by organisation."""
    if viewer.account_id is None:
        return ()
    here = viewer.person.pk if viewer.person else None
    people = (
        Person.objects.filter(account_id=viewer.account_id)
        .select_related("organisation")
        .order_by("organisation__name")
    )
    return tuple(Place(each.pk, each.name, each.organisation.name, each.pk == here) for each in people)


def list_open_places(viewer: Viewer) -> tuple[OpenPlace, ...]:
    """Organisations that are open to sign-up and in which the account is nobody yet."""
    if viewer.account_id is None:
        return ()
    open_ones = Organisation.objects.filter(is_open_to_sign_up=True).order_by("name")
    mine = Person.objects.filter(account_id=viewer.account_id).values("organisation")
    return tuple(OpenPlace(each.pk, each.name) for each in open_ones.exclude(pk__in=mine))


def valid_invitations(now: datetime) -> QuerySet[Invitation]:
    """Invitations that can still be accepted at that moment."""
    return Invitation.objects.filter(
        accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=now, person__account__isnull=True
    ).select_related("person__organisation")


def list_waiting_invitations(viewer: Viewer, now: datetime) -> tuple[WaitingInvitation, ...]:
    """The invitations to the account's verified addresses, one an organisation, the newest."""
    if viewer.account_id is None:
        return ()
    rows = (
        valid_invitations(now)
        .annotate(address=Lower("person__email"))
        .filter(address__in=verified_addresses(viewer.account_id))
        .order_by("created_at")
    )
    newest = {row.person.organisation_id: row for row in rows}
    return tuple(
        WaitingInvitation(row.pk, row.person.organisation.name, row.expires_at) for row in newest.values()
    )


def get_organisation(viewer: Viewer, action: str) -> Sight[Organisation]:
    """The viewer's own organisation, if they may do this with it."""
    if viewer.organisation is None:
        raise NotVisible
    return require(viewer, "organisation", action, viewer.organisation)
