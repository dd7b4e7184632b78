"""Ways around what somebody may see or do that were once open."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from alongside.core.imports import Table
from alongside.core.relationships.coaching import OfferedCoach, assess_coach
from alongside.models import Need, NeedSkill, Person, SafetyConcern
from alongside.queries.matching.pool import load_pool
from alongside.queries.viewers import viewer_as
from alongside.services.imports import check_import, keep_upload
from alongside.services.relationships.mentoring.answering import decline_request
from alongside.services.relationships.mentoring.asking import Asking, ask_mentor, take_back_request
from tests.shell.cast import Cast
from tests.shell.makers import NOW, make_skill
from tests.shell.relationships.coaching.walks import ok, walk_to

pytestmark = pytest.mark.django_db

SignIn = Callable[[Person], Client]
SECRET = "Quince"  # a word that is nowhere else


@pytest.mark.parametrize("how", [decline_request, take_back_request])
@pytest.mark.parametrize("page", ["mentorship", "mentoring_messages", "expectations", "ending"])
def test_a_mentor_who_never_said_yes_reads_nothing_of_a_request_that_is_over(
    cast: Cast, signed_in: SignIn, how: Callable[..., object], page: str
) -> None:
    mentorship = ok(ask_mentor(cast.programme, cast.ben, cast.edda, Asking(SECRET, limits_read=True), NOW))
    ok(how(mentorship, cast.edda if how is decline_request else cast.ben, NOW + timedelta(days=1)))
    answer = signed_in(cast.edda).get(reverse(page, args=(mentorship.pk,)))
    assert SECRET not in answer.content.decode()
    assert answer.status_code == (200 if page == "mentorship" else 404)


def test_a_coach_does_not_open_a_clients_own_goal_to_the_sponsor(signed_in: SignIn) -> None:
    walk = walk_to("active", sponsor=True)
    goal = walk.goal
    goal.is_shared = False
    goal.save()
    page = reverse("coaching_goal", args=(walk.engagement.pk, goal.pk))
    form = signed_in(walk.carla).get(page).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"title": SECRET}
    answer = signed_in(walk.carla).post(page, sent)
    assert answer.status_code == 422
    goal.refresh_from_db()
    assert (goal.is_shared, goal.title == SECRET) == (False, False)


def test_ones_own_data_holds_nothing_the_leads_noted_for_themselves(cast: Cast, signed_in: SignIn) -> None:
    SafetyConcern.objects.create(
        organisation=cast.harbour,
        author=cast.ben,
        text="Mine",
        answer="We look into it",
        handling=SECRET,
        taken_by=cast.ines,
    )
    exported = signed_in(cast.ben).get(reverse("export_mine"))
    assert SECRET not in exported.content.decode()
    assert set(exported.json()["concerns_raised"][0]) == {"text", "answer", "resolved_at", "taken_at"}


@pytest.mark.parametrize("route", ["therapy_eap", "manager_hr", "crisis"])
def test_skills_of_a_need_for_other_help_are_not_matched_on(cast: Cast, route: str) -> None:
    need = Need.objects.create(person=cast.ben, statement="x", route="mentor", chosen_route=route)
    NeedSkill.objects.create(need=need, skill=make_skill(cast.harbour), required=3)
    (ben,) = (one for one in load_pool(cast.programme, "mentoring").clients if one.key == str(cast.ben.pk))
    assert ben.skills_wanted == frozenset()


@pytest.mark.parametrize("has_need", [True, False])
def test_a_dry_run_does_not_tell_who_has_a_need_of_their_own(cast: Cast, has_need: bool) -> None:
    if has_need:
        Need.objects.create(person=cast.dev, statement="Mine", route="coach")
    table = Table.from_plain(
        ["Email", "Name", "Need"], [[2, cast.dev.email, cast.dev.name, "I want to chair"]]
    )
    amara = viewer_as(cast.amara)
    batch = ok(keep_upload(amara, cast.programme.pk, "client", "x.csv", table, NOW))
    batch = ok(check_import(amara, batch.pk))
    assert {key: batch.options[key] for key in ("new", "changed", "unchanged")} == {
        "new": 0,
        "changed": 0,
        "unchanged": 1,
    }
    assert Need.objects.filter(person=cast.dev).count() == has_need


def test_a_manager_reads_the_same_of_a_conflict_and_of_somebody_who_said_not_again() -> None:
    declined, conflict = (
        assess_coach(OfferedCoach("x", **{name: True})) for name in ("declined", "conflict")
    )
    assert declined == conflict
    assert not declined.allowed
