"""Organisations founded and joined, offices given and ended, invitations taken by whoever owns the address."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.core.verdicts import Refused
from alongside.models import (
    Account,
    Appointment,
    Enrolment,
    EnrolmentState,
    Invitation,
    Letter,
    Office,
    Organisation,
    Part,
    Person,
    Skill,
)
from alongside.queries.access import NotVisible
from alongside.queries.viewers import get_viewer, viewer_as
from alongside.services import people
from tests.shell.cast import Cast
from tests.shell.makers import NOW

SignIn = Callable[[Person], Client]


def make_account(email: str, *, verified: bool = True) -> Account:
    account = Account.objects.create_user(email, "correct horse battery")
    account.emailaddress_set.create(email=email, verified=verified, primary=True)
    return account


def make_guest(organisation: Organisation, email: str = "noor@harbour.example") -> Person:
    """Somebody the organisation knows, without an account."""
    return Person.objects.create(organisation=organisation, name="Noor Harbour", email=email)


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def token_of(person: Person) -> str:
    """The token in the newest letter to that person: nowhere else is it kept."""
    letter = Letter.objects.filter(address=person.email, notice="invitation").latest("created_at")
    found = re.search(r"/invitation/([\w-]+)/", letter.text)
    assert found is not None
    return found.group(1)


# The first organisation of an install


def test_the_first_account_founds_an_organisation_and_looks_after_it(db: None) -> None:
    account = make_account("first@new.example")
    client = client_of(account)
    assert client.get(reverse("today")).headers["Location"] == reverse("no_place_yet")
    assert "Begin with an organisation" in client.get(reverse("no_place_yet")).content.decode()
    data = {"name": "Harbour Trust", "country": "GB", "person_name": "Fay First"}
    assert client.post(reverse("found_organisation"), data).status_code == 303
    viewer = get_viewer(account.pk)
    assert viewer.is_org_admin
    assert Skill.objects.filter(organisation=viewer.organisation).exists()
    assert client.get(reverse("today")).status_code == 200


def test_nobody_founds_a_second_one(cast: Cast) -> None:
    account = make_account("late@new.example")
    done = people.found_organisation(account.pk, name="Mine", country="GB", person_name="Lee", at=NOW)
    assert isinstance(done, Refused)
    assert Organisation.objects.count() == 2


def test_an_address_that_is_not_verified_founds_nothing(db: None) -> None:
    account = make_account("first@new.example", verified=False)
    done = people.found_organisation(account.pk, name="Mine", country="GB", person_name="Lee", at=NOW)
    assert isinstance(done, Refused)
    assert not Organisation.objects.exists()


def test_a_founding_form_that_fails_comes_back_filled(db: None) -> None:
    client = client_of(make_account("first@new.example"))
    answer = client.post(reverse("found_organisation"), {"name": "Harbour Trust", "country": "GB"})
    assert answer.status_code == 422
    assert "Harbour Trust" in answer.content.decode()


def test_the_operator_makes_further_organisations_and_invites_their_administrator(cast: Cast) -> None:
    made = people.create_organisation(
        name="Harbour Trust", country="IE", admin_name="Ada", admin_email="Ada@Third.example", at=NOW
    )
    assert made.slug == "harbour-trust-2"
    admin = Person.objects.get(organisation=made)
    assert Appointment.objects.get(person=admin).office == Office.ORG_ADMIN
    assert token_of(admin)


# Joining an organisation that is open


def test_an_open_organisation_is_joined_and_a_closed_one_is_not_there(cast: Cast) -> None:
    cast.harbour.is_open_to_sign_up = True
    cast.harbour.save()
    client = client_of(make_account("new@harbour.example"))
    page = client.get(reverse("no_place_yet")).content.decode()
    assert "Harbour Trust" in page
    assert "Quarry Ltd" not in page
    joining = reverse("join_organisation", args=[cast.harbour.pk])
    assert client.post(joining, {"person_name": "Nia New"}).status_code == 303
    assert Person.objects.get(name="Nia New").organisation == cast.harbour
    assert (
        client.post(reverse("join_organisation", args=[cast.quarry.pk]), {"person_name": "x"}).status_code
        == 404
    )


def test_somebody_the_organisation_knows_becomes_that_person_when_they_join(cast: Cast) -> None:
    cast.harbour.is_open_to_sign_up = True
    cast.harbour.save()
    known = make_guest(cast.harbour)
    account = make_account("noor@harbour.example")
    done = people.join_organisation(account.pk, cast.harbour.pk, name="Noor", at=NOW)
    assert done == known


# Invitations


def test_only_a_hash_of_the_token_is_kept(cast: Cast) -> None:
    guest = make_guest(cast.harbour)
    people.invite(viewer_as(cast.jon), guest, NOW)
    invitation = Invitation.objects.get()
    token = token_of(guest)
    assert token not in str(vars(invitation))
    assert len(invitation.token_hash) == 64


def test_the_owner_of_the_address_takes_the_place_and_what_was_kept_in_programmes(
    cast: Cast,
) -> None:
    guest = make_guest(cast.harbour)
    kept = Enrolment.objects.create(
        programme=cast.programme, person=guest, part=Part.MENTEE, state=EnrolmentState.INVITED
    )
    people.invite(viewer_as(cast.jon), guest, timezone.now())
    client = client_of(make_account("noor@harbour.example"))
    page = reverse("accept_invitation", args=[token_of(guest)])
    assert "Take my place" in client.get(page).content.decode()
    assert not Invitation.objects.filter(accepted_at__isnull=False).exists()
    assert client.post(page).status_code == 303
    guest.refresh_from_db()
    kept.refresh_from_db()
    assert guest.account is not None
    assert kept.state == EnrolmentState.APPROVED
    assert "already" in client.post(page).content.decode()


def test_the_wrong_account_gets_a_kind_sentence_and_not_the_address(cast: Cast) -> None:
    guest = make_guest(cast.harbour)
    people.invite(viewer_as(cast.jon), guest, timezone.now())
    client = client_of(make_account("other@somewhere.example"))
    answer = client.post(reverse("accept_invitation", args=[token_of(guest)]))
    assert answer.status_code == 422
    words = answer.content.decode()
    assert "sent to another address" in words
    assert guest.email not in words
    assert "Harbour" not in words
    guest.refresh_from_db()
    assert guest.account is None


def test_an_address_that_is_not_verified_takes_no_place(cast: Cast) -> None:
    guest = make_guest(cast.harbour)
    people.invite(viewer_as(cast.jon), guest, NOW)
    account = make_account(guest.email, verified=False)
    assert isinstance(people.accept_invitation(account.pk, token_of(guest), NOW), Refused)


@pytest.mark.parametrize("later", [timedelta(days=14), timedelta(days=60)])
def test_an_invitation_runs_for_fourteen_days(cast: Cast, later: timedelta) -> None:
    guest = make_guest(cast.harbour)
    people.invite(viewer_as(cast.jon), guest, NOW)
    account = make_account(guest.email)
    assert isinstance(people.accept_invitation(account.pk, token_of(guest), NOW + later), Refused)


def test_a_new_invitation_makes_the_old_one_useless_and_a_withdrawn_one_too(cast: Cast) -> None:
    guest, account = make_guest(cast.harbour), make_account("noor@harbour.example")
    admin = viewer_as(cast.jon)
    people.invite(admin, guest, NOW)
    first = token_of(guest)
    people.invite(admin, guest, NOW + timedelta(minutes=1))
    assert isinstance(people.accept_invitation(account.pk, first, NOW), Refused)
    assert people.withdraw_invitations(admin, guest, NOW) == 1
    assert isinstance(people.accept_invitation(account.pk, token_of(guest), NOW), Refused)


def test_the_anonymous_get_the_same_page_for_every_token(cast: Cast, client: Client) -> None:
    guest = make_guest(cast.harbour)
    people.invite(viewer_as(cast.jon), guest, timezone.now())
    pages = [
        client.get(reverse("accept_invitation", args=[token])).content.decode().replace(token, "")
        for token in (token_of(guest), "x" * 43)
    ]
    without_csrf = [
        re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]*"', "", page) for page in pages
    ]
    assert without_csrf[0] == without_csrf[1]


def test_an_unknown_token_is_not_there(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.mo).post(reverse("accept_invitation", args=["y" * 43])).status_code == 404


def test_a_waiting_invitation_is_taken_without_the_letter_by_its_owner_only(cast: Cast) -> None:
    guest = make_guest(cast.harbour)
    people.invite(viewer_as(cast.jon), guest, timezone.now())
    waiting = Invitation.objects.get()
    page = reverse("accept_waiting_invitation", args=[waiting.pk])
    stranger = client_of(make_account("other@somewhere.example"))
    assert "Harbour Trust" not in stranger.get(reverse("no_place_yet")).content.decode()
    assert stranger.post(page).status_code == 404
    owner = client_of(make_account(guest.email))
    assert "Harbour Trust" in owner.get(reverse("no_place_yet")).content.decode()
    assert owner.post(page).status_code == 303


def test_an_account_is_only_one_person_in_an_organisation(cast: Cast) -> None:
    guest = make_guest(cast.harbour, "second@harbour.example")
    people.invite(viewer_as(cast.jon), guest, NOW)
    assert cast.mo.account is not None
    cast.mo.account.emailaddress_set.create(email=guest.email, verified=True)
    done = people.accept_invitation(cast.mo.account.pk, token_of(guest), NOW)
    assert done == Refused("Your account is somebody else in this organisation already.")


def test_nobody_without_the_office_invites(cast: Cast) -> None:
    guest = make_guest(cast.harbour)
    for person in (cast.mo, cast.ines, cast.petra):
        with pytest.raises(NotVisible):
            people.invite(viewer_as(person), guest, NOW)
