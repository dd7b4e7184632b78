"""Offices of an organisation: who appoints, who ends, and what nobody may do to themselves."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from alongside.core.verdicts import Refused
from alongside.models import (
    Appointment,
    Office,
    Person,
)
from alongside.queries.access import NotVisible
from alongside.queries.people import get_organisation
from alongside.queries.viewers import get_viewer, viewer_as
from alongside.services import people
from tests.shell.cast import Cast
from tests.shell.makers import NOW, make_organisation, make_person

SignIn = Callable[[Person], Client]


# Offices


def test_an_administrator_appoints_and_ends_offices(cast: Cast, signed_in: SignIn) -> None:
    jon = signed_in(cast.jon)
    data = {"person": str(cast.mo.pk), "office": Office.SAFEGUARDING_LEAD.value, "programme": ""}
    assert jon.post(reverse("appoint"), data).status_code == 303
    made = Appointment.objects.get(person=cast.mo)
    assert made.appointed_by == cast.jon
    assert viewer_as(cast.mo).is_safeguarding_lead
    jon.post(reverse("end_appointment", args=[made.pk]))
    assert not viewer_as(cast.mo).is_safeguarding_lead


def test_an_administrator_does_not_make_themselves_safeguarding_lead(cast: Cast, signed_in: SignIn) -> None:
    data = {"person": str(cast.jon.pk), "office": Office.SAFEGUARDING_LEAD.value, "programme": ""}
    answer = signed_in(cast.jon).post(reverse("appoint"), data)
    assert answer.status_code == 422
    assert "You cannot give yourself this office" in answer.content.decode()


def test_nobody_of_another_organisation_is_appointed_and_no_foreign_office_ended(cast: Cast) -> None:
    admin = viewer_as(cast.jon)
    with pytest.raises(NotVisible):
        people.appoint(admin, cast.otto.pk, Office.ORG_ADMIN, None, NOW)
    with pytest.raises(NotVisible):
        people.appoint(admin, cast.mo.pk, Office.PROGRAMME_MANAGER, cast.elsewhere.pk, NOW)
    foreign = Appointment.objects.get(person=cast.petra)
    with pytest.raises(NotVisible):
        people.end_appointment(admin, foreign.pk, NOW)


def test_the_only_administrator_stays(cast: Cast) -> None:
    own = Appointment.objects.get(person=cast.jon)
    assert isinstance(people.end_appointment(viewer_as(cast.jon), own.pk, NOW), Refused)


@pytest.mark.parametrize("name", ["amara", "ines", "mo", "dev", "carla"])
def test_nobody_else_appoints_anybody(cast: Cast, name: str) -> None:
    with pytest.raises(NotVisible):
        people.appoint(viewer_as(cast.people()[name]), cast.mo.pk, Office.ORG_ADMIN, None, NOW)


def test_the_organisation_is_changed_by_its_administrator(cast: Cast, signed_in: SignIn) -> None:
    data = {"name": "Harbour and Sons", "country": "IE", "is_open_to_sign_up": "on"}
    assert signed_in(cast.jon).post(reverse("organisation"), data).status_code == 303
    organisation = get_organisation(viewer_as(cast.jon), "edit").record
    organisation.refresh_from_db()
    assert (organisation.name, organisation.country) == ("Harbour and Sons", "IE")
    assert signed_in(cast.jon).post(reverse("organisation"), {"name": "", "country": "IE"}).status_code == 422


def test_two_people_of_one_account_do_not_share_offices(cast: Cast) -> None:
    third = make_organisation("Lighthouse")
    twin = make_person(third, "Mona Lighthouse")
    twin.account = cast.jon.account
    twin.save()
    assert cast.jon.account is not None
    assert not get_viewer(cast.jon.account.pk, str(twin.pk)).is_org_admin
