"""The programme's picture counts what it may, for its manager alone, in as many reads for thirty people as for one."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.models import Enrolment, Need, NeedSkill, Part, Person, Programme
from alongside.queries.viewers import viewer_as
from alongside.services.needs.deciding import decide_need
from alongside.services.programmes import add_person, bring_back, leave_programme
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
    ask_for(cast, 15, "coach")
    offer_skill(cast.carla, cast.harbour.skills.get(key="chairing-meetings"))
    page = signed_in(cast.amara).get(reverse("programme_picture", args=[cast.programme.pk])).content.decode()
    assert (
        "At least 15 people need a coach for chairing meetings; there is room for one; at least half" in page
    )


@pytest.mark.parametrize("route", ["therapy_eap", "manager_hr", "crisis"])
def test_needs_that_lead_elsewhere_leave_no_trace(cast: Cast, signed_in: SignIn, route: str) -> None:
    address = reverse("programme_picture", args=[cast.programme.pk])
    manager = signed_in(cast.amara)
    before = manager.get(address).content.decode().split("<main")[1].split("</main>")[0]
    ask_for(cast, 12, route)
    after = manager.get(address).content.decode().split("<main")[1].split("</main>")[0]
    assert before == after


def main_of(client: Client, address: str) -> str:
    return client.get(address).content.decode().split("<main")[1].split("</main>")[0]


def test_nothing_the_manager_does_to_a_place_moves_the_picture(cast: Cast, signed_in: SignIn) -> None:
    """Otherwise adding one colleague by hand, and looking before and after, would tell of that colleague's need."""
    ask_for(cast, 14, "coach")
    seekers = Enrolment.objects.filter(person__name__startswith="Seeker").order_by("person__name")
    colleague = make_person(cast.harbour, "Target Harbour")
    need = Need.objects.create(
        person=colleague, rules_version="t", route="coach", chosen_route="coach", decided_at=NOW
    )
    NeedSkill.objects.create(need=need, skill=cast.harbour.skills.get(key="chairing-meetings"))
    manager, me = signed_in(cast.amara), viewer_as(cast.amara)
    address = reverse("programme_picture", args=[cast.programme.pk])
    before = main_of(manager, address)
    assert "At least 10 people" in before
    for kind in ("open", "approved", "invited"):
        Programme.objects.filter(pk=cast.programme.pk).update(enrolment_kind=kind)
        added = add_person(
            me, cast.programme.pk, name="", email=colleague.email, part=Part.CLIENT, places=0, at=NOW
        )
        assert isinstance(added, Enrolment)
        assert main_of(manager, address) == before
        leave_programme(me, added.pk, NOW)
        bring_back(me, added.pk, NOW)
        assert main_of(manager, address) == before
        leave_programme(me, added.pk, NOW)
    for seeker in seekers:
        leave_programme(me, seeker.pk, NOW)
        assert main_of(manager, address) == before


def test_who_was_brought_in_counts_from_their_own_next_step(cast: Cast, signed_in: SignIn) -> None:
    ask_for(cast, 15, "coach")
    Enrolment.objects.filter(person__name__startswith="Seeker").update(came_at=None)
    address = reverse("programme_picture", args=[cast.programme.pk])
    assert "At least" not in main_of(signed_in(cast.amara), address)
    for need in Need.objects.all():
        decide_need(need, "coach", NOW)
    assert "At least 15 people" in main_of(signed_in(cast.amara), address)


def test_one_who_leaves_by_themselves_takes_nothing_away_alone(cast: Cast, signed_in: SignIn) -> None:
    ask_for(cast, 15, "coach")
    address = reverse("programme_picture", args=[cast.programme.pk])
    for at, seeker in enumerate(Enrolment.objects.filter(person__name__startswith="Seeker")[:5], 1):
        leave_programme(viewer_as(seeker.person), seeker.pk, NOW)
        assert f"At least {15 if at < 5 else 10} people" in main_of(signed_in(cast.amara), address)


def test_nobody_but_its_manager_and_an_administrator_sees_it(cast: Cast, signed_in: SignIn) -> None:
    address = reverse("programme_picture", args=[cast.programme.pk])
    seen_by = {
        name for name, person in cast.people().items() if signed_in(person).get(address).status_code == 200
    }
    assert seen_by == {"amara", "jon"}


def test_thirty_people_take_no_more_reads_than_one(cast: Cast, signed_in: SignIn) -> None:
    manager, address = signed_in(cast.amara), reverse("programme_picture", args=[cast.programme.pk])
    ask_for(cast, 1, "coach")
    with CaptureQueriesContext(connection) as one:
        manager.get(address)
    ask_for(cast, 29, "coach", first=1)
    with CaptureQueriesContext(connection) as thirty:
        manager.get(address)
    assert len(one) == len(thirty)


def test_an_administrator_sees_the_whole_organisation_and_each_programme(
    cast: Cast, signed_in: SignIn
) -> None:
    ask_for(cast, 15, "coach")
    jon, address = signed_in(cast.jon), reverse("organisation_picture")
    whole = jon.get(address).content.decode()
    assert "At least 15 people need a coach for chairing meetings" in whole
    assert "days ago" in whole
    assert cast.programme.name in whole
    assert cast.elsewhere.name not in whole
    one = jon.get(address, {"programme": str(cast.programme.pk)}).content.decode()
    assert "At least 15 people need a coach for chairing meetings" in one


@pytest.mark.parametrize("programme", ["nonsense", "00000000-0000-4000-8000-000000000000"])
def test_a_programme_that_is_not_there_has_no_picture(cast: Cast, signed_in: SignIn, programme: str) -> None:
    address = reverse("organisation_picture")
    assert signed_in(cast.jon).get(address, {"programme": programme}).status_code == 404
    assert signed_in(cast.jon).get(address, {"programme": str(cast.elsewhere.pk)}).status_code == 404


def test_nobody_but_an_administrator_sees_the_organisations_picture(cast: Cast, signed_in: SignIn) -> None:
    address = reverse("organisation_picture")
    seen_by = {
        name for name, person in cast.people().items() if signed_in(person).get(address).status_code == 200
    }
    assert seen_by == {"jon"}
