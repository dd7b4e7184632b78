"""A client has no coach left to choose: one named person looks, and offering others settles it."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from alongside.models import CoachOffer, Part, Person, StuckSearch
from alongside.queries.today import get_today
from alongside.queries.viewers import viewer_as
from alongside.services.relationships.clock import advance_due
from alongside.services.relationships.coaching.offers import declare_conflict, decline_match, offer_coaches
from alongside.services.relationships.searching.acts import settle
from tests.shell.makers import NOW, appoint, enrol, make_person
from tests.shell.relationships.coaching.walks import Walk, ok, talk, walk_to

SignIn = Callable[[Person], Client]


def words_for(person: Person, now: datetime = NOW) -> list[str]:
    today = get_today(viewer_as(person), now)
    return [todo.words for todo in (today.first, *today.rest) if todo]


def nobody_on_offer() -> Walk:
    walk = walk_to("matching")
    for offer in walk.engagement.offers.all():
        assert decline_match(offer, offer.coach, walk.at) is None
    return walk


def stuck_of(walk: Walk) -> StuckSearch:
    return StuckSearch.objects.get(engagement=walk.engagement)


def coach_look(walk: Walk) -> bool:
    return "Dev Harbour looks for a coach and has found nobody yet" in words_for(walk.amara)


@pytest.mark.django_db
def test_when_no_coach_is_left_one_named_person_looks_and_offering_settles_it(signed_in: SignIn) -> None:
    walk = nobody_on_offer()
    rana = make_person(walk.programme.organisation, "Rana Harbour")
    appoint(rana, "programme_manager", walk.programme)
    advance_due(walk.later())
    search = stuck_of(walk)
    assert (search.because, search.owner) == ("nobody_on_offer", walk.amara)
    assert coach_look(walk)
    assert words_for(rana) == []  # one person looks, and it is not twice on Today
    assert words_for(walk.amara).count("No coach is left on offer. Offer others.") == 0
    page = signed_in(walk.amara).get(reverse("stuck_search", args=[search.pk])).content.decode()
    assert reverse("coaches_to_offer", args=[walk.engagement.pk]) in page
    choice = signed_in(walk.dev).get(reverse("coach_choice", args=[walk.engagement.pk])).content.decode()
    assert "Amara Harbour looks for you" in choice
    new = [make_person(walk.programme.organisation, f"{name} Harbour") for name in ("Uma", "Vic")]
    for coach in new:
        enrol(walk.programme, coach, Part.COACH)
    ok(offer_coaches(walk.fresh(), new, walk.amara, walk.later()))
    search.refresh_from_db()
    assert search.outcome == "offered"
    advance_due(walk.later())
    assert not StuckSearch.objects.filter(closed_at=None).exists()


@pytest.mark.django_db
def test_coaches_who_say_nothing_for_a_week(signed_in: SignIn) -> None:
    walk = walk_to("triaged")
    ok(offer_coaches(walk.engagement, [walk.carla, walk.tom], walk.amara, walk.later()))
    advance_due(walk.later(6))
    assert not StuckSearch.objects.exists()
    advance_due(walk.later(1))
    assert stuck_of(walk).because == "coaches_silent"


@pytest.mark.django_db
def test_one_answer_is_enough_to_go_on() -> None:
    walk = walk_to("triaged")
    ok(offer_coaches(walk.engagement, [walk.carla, walk.tom], walk.amara, walk.later()))
    assert declare_conflict(walk.offer, walk.carla, False, walk.at) is None
    advance_due(walk.later(9))
    assert not StuckSearch.objects.exists()


@pytest.mark.django_db
def test_three_talks_that_led_to_nothing() -> None:
    walk = walk_to("matching")
    third = make_person(walk.programme.organisation, "Uma Harbour")
    enrol(walk.programme, third, Part.COACH)
    ok(offer_coaches(walk.fresh(), [walk.carla, walk.tom, third], walk.amara, walk.later()))
    CoachOffer.objects.filter(engagement=walk.engagement).update(state="not_chosen", talk_at=walk.at)
    advance_due(walk.later())
    assert stuck_of(walk).because == "talks_used"


@pytest.mark.django_db
def test_settled_in_another_way_it_is_not_opened_again() -> None:
    walk = nobody_on_offer()
    advance_due(walk.later())
    ok(settle(stuck_of(walk), walk.amara, walk.later()))
    advance_due(walk.later())
    assert StuckSearch.objects.filter(closed_at=None).count() == 0


@pytest.mark.django_db
def test_a_talk_in_the_meantime_settles_it() -> None:
    walk = walk_to("triaged")
    ok(offer_coaches(walk.engagement, [walk.carla, walk.tom], walk.amara, walk.later()))
    advance_due(walk.later(8))
    assert declare_conflict(walk.offer, walk.carla, False, walk.at) is None
    talk(walk)
    advance_due(walk.later())
    assert stuck_of(walk).outcome == "found"
