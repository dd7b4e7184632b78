"""The programme's picture counts what it may, for its manager alone, in as many reads for thirty people as for one."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.models import Need, NeedSkill, Part, Person
from tests.shell.cast import Cast
from tests.shell.makers import NOW, enrol, make_person, make_skill, offer_skill

SignIn = Callable[[Person], Client]


def ask_for(cast: Cast, count: int, route: str, first: int = 0) -> None:
    skill = make_skill(cast.harbour, "Chairing meetings") if not first else None
    for number in range(first, first + count):
        person = make_person(cast.harbour, f"Seeker{number} Harbour")
        enrol(cast.programme, person, Part.CLIENT)
        need = Need.objects.create(
            person=person, rules_version="t", route=route, chosen_route=route, decided_at=NOW
        )
        NeedSkill.objects.create(need=need, skill=skill or cast.harbour.skills.get(key="chairing-meetings"))


def test_it_says_what_is_most_wanted(cast: Cast, signed_in: SignIn) -> None:
    ask_for(cast, 6, "coach")
    offer_skill(cast.carla, cast.harbour.skills.get(key="chairing-meetings"))
    page = signed_in(cast.amara).get(reverse("programme_picture", args=[cast.programme.pk])).content.decode()
    assert "6 people need a coach for chairing meetings; there is room for one." in page


@pytest.mark.parametrize("route", ["therapy_eap", "manager_hr", "crisis"])
def test_needs_that_lead_elsewhere_leave_no_trace(cast: Cast, signed_in: SignIn, route: str) -> None:
    address = reverse("programme_picture", args=[cast.programme.pk])
    manager = signed_in(cast.amara)
    before = manager.get(address).content.decode().split("<main")[1].split("</main>")[0]
    ask_for(cast, 12, route)
    after = manager.get(address).content.decode().split("<main")[1].split("</main>")[0]
    assert before == after


def test_nobody_but_its_manager_sees_it(cast: Cast, signed_in: SignIn) -> None:
    address = reverse("programme_picture", args=[cast.programme.pk])
    seen_by = {
        name for name, person in cast.people().items() if signed_in(person).get(address).status_code == 200
    }
    assert seen_by == {"amara"}


def test_thirty_people_take_no_more_reads_than_one(cast: Cast, signed_in: SignIn) -> None:
    manager, address = signed_in(cast.amara), reverse("programme_picture", args=[cast.programme.pk])
    ask_for(cast, 1, "coach")
    with CaptureQueriesContext(connection) as one:
        manager.get(address)
    ask_for(cast, 29, "coach", first=1)
    with CaptureQueriesContext(connection) as thirty:
        manager.get(address)
    assert len(one) == len(thirty)
