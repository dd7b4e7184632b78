"""Two clients, one coach with one place: one talks to them, the other reads a clear sentence and keeps the choice."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.core.relationships.lifecycle import Moved
from alongside.core.verdicts import Refused
from alongside.models import CoachingEngagement, CoachOffer, Enrolment, Part, Person
from alongside.services.relationships.coaching.asking import ask_for_coaching
from alongside.services.relationships.coaching.offers import (
    choose_coach,
    declare_conflict,
    offer_coaches,
    say_yes,
)
from tests.shell.makers import NOW, enrol, make_person
from tests.shell.relationships.coaching.walks import Walk, match, ok, talk, walk_to
from tests.shell.relationships.racing import at_once

SignIn = Callable[[Person], Client]


def two_who_choose() -> tuple[Walk, CoachOffer, CoachOffer]:
    """Dev and Nina are both offered Carla, who has one place, and Tom."""
    walk = walk_to("matching")
    Enrolment.objects.filter(person=walk.carla).update(places=1)
    nina = make_person(walk.programme.organisation, "Nina Harbour")
    enrol(walk.programme, nina, Part.CLIENT)
    engagement = ok(ask_for_coaching(walk.programme, nina, walk.at))
    ok(offer_coaches(engagement, [walk.carla, walk.tom], walk.amara, walk.at))
    offer = engagement.offers.get(coach=walk.carla)
    ok(declare_conflict(offer, walk.carla, False, walk.at))
    return walk, walk.offer, offer


def choose_anew(pk: UUID) -> Moved | Refused:
    offer = CoachOffer.objects.select_related("engagement").get(pk=pk)
    client = Person.objects.get(pk=offer.engagement.client_id)
    return choose_coach(offer, client, NOW + timedelta(days=9), NOW + timedelta(days=8))


@pytest.mark.django_db(transaction=True)
def test_the_last_place_of_a_coach_is_chosen_once() -> None:
    _walk, first, second = two_who_choose()
    answers = at_once([partial(choose_anew, first.pk), partial(choose_anew, second.pk)])
    refused = [answer.because for answer in answers if isinstance(answer, Refused)]
    assert [words[:47] for words in refused] == ["There is no free place left with this coach: so"]
    assert sorted(CoachingEngagement.objects.values_list("state", flat=True)) == ["chemistry", "matching"]


@pytest.mark.django_db
def test_who_comes_second_keeps_the_time_they_chose(signed_in: SignIn) -> None:
    walk, first, second = two_who_choose()
    nina, page = signed_in(second.engagement.client), reverse("coach_choice", args=[second.engagement_id])
    assert "No free place just now" not in nina.get(page).content.decode()
    talk(walk)
    CoachOffer.objects.filter(pk=first.pk).update(talk_at=timezone.now())
    answer = nina.post(
        reverse("answer_offer", args=[second.engagement_id, second.pk]),
        {"act": "talk", "day": "2027-03-12", "time": "10:30"},
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "somebody else was a moment earlier" in text
    assert "2027-03-12" in text
    second.refresh_from_db()
    assert second.state == "offered"
    assert "No free place just now" in nina.get(page).content.decode()


@pytest.mark.django_db
def test_a_first_talk_keeps_the_place_for_two_weeks_and_no_longer() -> None:
    walk, first, second = two_who_choose()
    talk(walk)
    first.refresh_from_db()
    assert first.talk_at is not None
    nina = second.engagement.client
    within = first.talk_at + timedelta(days=13)
    assert isinstance(choose_coach(second, nina, within + timedelta(days=1), within), Refused)
    later = first.talk_at + timedelta(days=15)
    assert isinstance(choose_coach(second, nina, later + timedelta(days=1), later), Moved)


@pytest.mark.django_db
def test_the_second_yes_finds_the_place_taken_and_nothing_half_done() -> None:
    walk, _first, second = two_who_choose()
    talk(walk)
    other = second.engagement
    CoachingEngagement.objects.filter(pk=other.pk).update(state="active", coach=walk.carla)  # by another way
    answer = say_yes(walk.offer, walk.dev, walk.later())
    assert isinstance(answer, Refused)
    assert "no free place left" in answer.because
    assert walk.offer.client_yes_at is None
    CoachingEngagement.objects.filter(pk=other.pk).update(state="withdrawn")
    match(walk)
    assert walk.fresh().state == "agreement"
