"""Where it starts: the skills and levels of the need are offered to the client, and to nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.core.verdicts import Refused
from alongside.models import Need, NeedSkill
from alongside.services.relationships.coaching.baseline import take_over_skill
from tests.shell.makers import make_skill
from tests.shell.relationships.coaching.test_who_sees_what import SignIn
from tests.shell.relationships.coaching.walks import Walk, walk_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk() -> Walk:
    walk = walk_to("baseline")
    need = Need.objects.create(person=walk.dev, rules_version="1", route="coach")
    NeedSkill.objects.create(
        need=need, skill=make_skill(walk.programme.organisation, "Delegating"), current=1, required=3
    )
    walk.engagement.need = need
    walk.engagement.save(update_fields=["need"])
    return walk


def test_the_client_takes_a_skill_over_with_both_levels(walk: Walk, signed_in: SignIn) -> None:
    dev, page = signed_in(walk.dev), reverse("coaching_gap", args=[walk.engagement.pk])
    shown = dev.get(page).content.decode()
    assert "Named in your need" in shown
    assert "now 1" in shown
    named = walk.engagement.need.skills.get() if walk.engagement.need else None
    assert named is not None
    taken = dev.post(reverse("take_over_need_skill", args=[walk.engagement.pk, named.pk]))
    assert taken.status_code == 303
    gap_skill = walk.engagement.gap_skills.get(skill=named.skill)
    assert (gap_skill.required, gap_skill.ratings.get().level) == (3, 1)
    assert "Named in your need" not in dev.get(page).content.decode()


def test_the_coach_neither_sees_the_list_nor_takes_from_it(walk: Walk, signed_in: SignIn) -> None:
    carla, named = signed_in(walk.carla), NeedSkill.objects.get()
    shown = carla.get(reverse("coaching_gap", args=[walk.engagement.pk])).content.decode()
    assert "Named in your need" not in shown
    carla.post(reverse("take_over_need_skill", args=[walk.engagement.pk, named.pk]))
    assert not walk.engagement.gap_skills.filter(skill=named.skill).exists()
    answer = take_over_skill(walk.engagement, named, walk.carla, walk.at)
    assert isinstance(answer, Refused)


def test_a_level_not_said_stays_open(walk: Walk) -> None:
    named = NeedSkill.objects.get()
    named.current, named.required = None, None
    answer = take_over_skill(walk.engagement, named, walk.dev, walk.at + timedelta(days=1))
    assert not isinstance(answer, Refused)
    assert answer.required == 4
    assert not answer.ratings.exists()


def test_the_coaches_on_offer_see_the_skills_once_the_client_shows_them(signed_in: SignIn) -> None:
    walk = walk_to("matching")
    need = Need.objects.create(person=walk.dev, rules_version="1", route="coach")
    NeedSkill.objects.create(need=need, skill=make_skill(walk.programme.organisation, "Delegating"))
    walk.engagement.need = need
    walk.engagement.save(update_fields=["need"])
    dev, carla = signed_in(walk.dev), signed_in(walk.carla)
    offer, choice = (
        reverse("coach_offer", args=[walk.offer.pk]),
        reverse("coach_choice", args=[walk.engagement.pk]),
    )
    press = reverse("show_skills_to_coaches", args=[walk.engagement.pk])

    assert "nothing else so far" in carla.get(offer).content.decode()
    assert "Show them these skills" in dev.get(choice).content.decode()
    assert carla.post(press, {"act": "show"}).status_code == 404
    assert "Delegating" not in carla.get(offer).content.decode()

    dev.post(press, {"act": "show"})
    assert "Delegating" in carla.get(offer).content.decode()
    assert "the skills you named: Delegating" in dev.get(choice).content.decode()

    dev.post(press, {"act": "hide"})
    assert "Delegating" not in carla.get(offer).content.decode()
