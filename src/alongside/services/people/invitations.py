"""Invitations: a letter with a link, of which only a hash is kept, for the owner of one address."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.people import Accepting, may_accept
from alongside.core.verdicts import Refused
from alongside.models import Account, Enrolment, EnrolmentState, Invitation, Person
from alongside.queries.access import NotVisible, Viewer, require
from alongside.queries.people.places import verified_addresses
from alongside.services.people.own_steps import take_own_step
from alongside.services.post import queue_notice

VALID_FOR = timedelta(days=14)


def hash_token(token: str) -> str:
    """What is kept of a token. It is long and random, so one round of a plain hash is enough."""
    return sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(viewer: Viewer, person: Person, at: datetime) -> Invitation | Refused:
    """Send a person of the viewer's organisation a letter with which to take their place."""
    require(viewer, "invitation", "create", person)
    if person.account_id is not None:
        return Refused(_("They have an account here already."))
    return invite_person(person, by=viewer.person, at=at)


def invite_person(person: Person, *, by: Person | None, at: datetime) -> Invitation:
    """Write the invitation and its letter; an earlier one of the same person no longer works."""
    token = secrets.token_urlsafe(32)
    person.invitations.filter(accepted_at__isnull=True, withdrawn_at__isnull=True).update(withdrawn_at=at)
    invitation = Invitation.objects.create(
        person=person, token_hash=hash_token(token), invited_by=by, expires_at=at + VALID_FOR, created_at=at
    )
    queue_notice("invitation", person, at=at, page_args=(token,))
    return invitation


@transaction.atomic
def withdraw_invitations(viewer: Viewer, person: Person, at: datetime) -> int:
    """Make the running invitations of a person useless; how many there were."""
    require(viewer, "invitation", "close", person)
    return end_invitations(person, at)


def end_invitations(person: Person, at: datetime) -> int:
    """The same, for a caller who has asked whether it may be done; how many there were."""
    running = person.invitations.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
    return running.update(withdrawn_at=at)


@transaction.atomic
def accept_invitation(account_id: int, token: str, at: datetime) -> Person | Refused:
    """Become the invited person. Only the account that has verified the address it was sent to may."""
    invitation = (
        Invitation.objects.select_related("person__organisation").filter(token_hash=hash_token(token)).first()
    )
    if invitation is None:
        raise NotVisible
    return _accept(invitation, account_id, at)


@transaction.atomic
def accept_waiting_invitation(account_id: int, invitation_id: UUID, at: datetime) -> Person | Refused:
    """Accept without the letter: the verified address is proof enough, and anything else is not there."""
    invitation = Invitation.objects.select_related("person__organisation").filter(pk=invitation_id).first()
    if invitation is None or invitation.person.email.lower() not in verified_addresses(account_id):
        raise NotVisible
    return _accept(invitation, account_id, at)


def _accept(invitation: Invitation, account_id: int, at: datetime) -> Person | Refused:
    running = not (invitation.accepted_at or invitation.withdrawn_at) and invitation.expires_at > at
    linked = link_account(invitation.person, account_id, at=at, is_running=running)
    if isinstance(linked, Person):
        invitation.accepted_at = at
        invitation.save(update_fields=["accepted_at"])
    return linked


def accepting(person: Person, account_id: int, *, is_running: bool = True) -> Accepting:
    """What the rule needs to know about this account and that place."""
    here = Person.objects.filter(organisation_id=person.organisation_id, account_id=account_id)
    return Accepting(
        owns_address=person.email.lower() in verified_addresses(account_id),
        is_them_already=person.account_id == account_id,
        place_is_taken=person.account_id is not None,
        is_somebody_else_here=here.exclude(pk=person.pk).exists(),
        is_running=is_running,
    )


def link_account(
    person: Person, account_id: int, *, at: datetime, is_running: bool = True
) -> Person | Refused:
    """Make the account this person, and let it take the places it was invited to."""
    verdict = may_accept(accepting(person, account_id, is_running=is_running))
    if isinstance(verdict, Refused):
        return verdict
    person.account = Account.objects.get(pk=account_id)
    person.save(update_fields=["account"])
    Enrolment.objects.filter(person=person, state=EnrolmentState.INVITED).update(
        state=EnrolmentState.APPROVED, decided_by=person, decided_at=at, came_at=at, went_at=None
    )
    take_own_step(person, at)
    return person
