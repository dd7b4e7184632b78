"""The demo shows what it promises, hides what it must, and can be told twice without harm."""

from datetime import datetime, timedelta

import pytest
from django.test import override_settings
from django.utils import timezone

from alongside.core.demo_cast import CAST_DOORS, TRY_THESE, TryThis
from alongside.core.needs.questions import Answers
from alongside.core.needs.routes import SENSITIVE, Route
from alongside.core.needs.rules_file import default_rules
from alongside.core.needs.triage import Recommendation, triage
from alongside.core.outcomes.small_groups.limits import SPONSOR_K, K
from alongside.core.relationships.agreement import content_hash
from alongside.core.relationships.coaching import COACHING
from alongside.core.relationships.coaching.facts import CoachingState
from alongside.core.relationships.mentoring import MENTORING
from alongside.management.demo import load_demo
from alongside.models import (
    Account,
    CoachingAgreement,
    CoachingEngagement,
    CoachingSignature,
    Enrolment,
    Letter,
    LetterState,
    MatchRun,
    Mentorship,
    MentorshipForm,
    Need,
    Organisation,
    Person,
    PrivateReason,
    Programme,
    Qualification,
    RunState,
)
from alongside.queries.needs.picture import get_picture
from alongside.queries.people import list_doors
from alongside.queries.relationships.coaching.narrow import narrow_view
from alongside.queries.relationships.coaching.room import get_engagement
from alongside.queries.viewers import viewer_as
from alongside.services.relationships.clock import advance_due

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def person(name: str) -> Person:
    return Person.objects.get(name=name)


def test_every_state_of_both_tables_is_shown() -> None:
    coaching = set(CoachingEngagement.objects.values_list("state", flat=True))
    mentoring = set(Mentorship.objects.values_list("state", flat=True))
    assert coaching == {state.key for state in COACHING.states}
    assert mentoring == {state.key for state in MENTORING.states}


def test_every_route_is_kept_by_somebody_or_can_be_tried() -> None:
    kept = set(Need.objects.values_list("route", flat=True))
    assert {one.route for one in TRY_THESE} == {route.value for route in Route}
    assert kept >= {route.value for route in Route if route not in SENSITIVE}
    assert not kept & {route.value for route in SENSITIVE}


@pytest.mark.parametrize("one", TRY_THESE, ids=lambda one: one.route)
def test_what_one_may_try_leads_where_it_says(one: TryThis) -> None:
    found = triage(one.words, Answers(), default_rules())
    assert isinstance(found, Recommendation)
    assert found.route.value == one.route


def test_the_calendar_has_nothing_left_to_move(told: datetime) -> None:
    before = Letter.objects.count()
    assert advance_due(told) == 0
    assert advance_due(told + timedelta(hours=1)) == 0
    assert Letter.objects.count() == before


def test_mentoring_shows_one_conversation_an_end_without_fault_and_a_crossing() -> None:
    assert Mentorship.objects.filter(form=MentorshipForm.FLASH, state="closed").exists()
    assert Mentorship.objects.filter(form=MentorshipForm.REVERSE).exists()
    unwound = Mentorship.objects.get(state="unwound")
    assert PrivateReason.objects.filter(mentorship=unwound, author=unwound.mentee).exists()
    crossing = CoachingEngagement.objects.get(after_mentorship__isnull=False)
    assert crossing.after_mentorship is not None
    assert crossing.after_mentorship.state == "redefinition"
    assert crossing.coach != crossing.after_mentorship.mentor


def test_a_mentor_holds_several_at_different_depths_and_another_is_full() -> None:
    depths = Mentorship.objects.filter(mentor=person("Ruaridh Macrae")).values_list("state", flat=True)
    assert {"initiation", "cultivation", "separation", "dormant"} <= set(depths)
    assert person("Dafydd Rees").is_full_for_now


def test_a_qualification_is_claimed_and_another_verified() -> None:
    assert Qualification.objects.filter(verified_at__isnull=True).exists()
    assert Qualification.objects.filter(verified_at__isnull=False).exists()


def test_programmes_come_in_every_kind_and_every_way_of_joining() -> None:
    ferries = Programme.objects.filter(organisation__slug="skerry-line")
    assert set(ferries.values_list("kind", flat=True)) == {"coaching", "mentoring", "both"}
    assert set(ferries.values_list("enrolment_kind", flat=True)) == {"open", "approved", "invited"}


def test_a_sponsor_signed_with_clauses() -> None:
    engagement = CoachingEngagement.objects.get(client=person("Tom Ashworth"))
    agreed = engagement.agreements.first()
    assert agreed is not None
    assert engagement.state == CoachingState.ACTIVE
    assert {row.capacity for row in agreed.signatures.all()} == {"client", "coach", "sponsor"}
    assert "attainment" in agreed.clauses


def test_every_signature_is_on_the_text_as_it_stands() -> None:
    """Repeated engagements, too: their agreements name their own people."""
    for agreement in CoachingAgreement.objects.select_related("engagement__client", "engagement__coach"):
        assert agreement.content_hash == content_hash(agreement.terms)
        names = {party["name"] for party in agreement.terms["parties"]}
        assert agreement.engagement.client.name in names
        if agreement.engagement.coach:
            assert agreement.engagement.coach.name in names
    signatures = CoachingSignature.objects.select_related("agreement")
    assert all(row.content_hash == row.agreement.content_hash for row in signatures)


def test_enough_are_through_for_figures_about_groups() -> None:
    through = CoachingEngagement.objects.filter(state__in=("closed", "follow_up", "archived"))
    ended = through.filter(goals__levels__attainments__moment="final").distinct()
    assert ended.count() >= 25
    assert through.filter(sponsor=person("Gareth Pugh")).count() >= SPONSOR_K
    assert Need.objects.exclude(chosen_route="").count() >= 80


def test_need_against_supply_has_something_to_say() -> None:
    moira = viewer_as(person("Moira Sinclair"))
    for name in ("First command: coaching", "Fairway: mentoring"):
        picture = get_picture(moira, Programme.objects.get(name=name).pk, timezone.localdate()).picture
        assert picture.sentences
        assert all(row.need is None or row.need == 0 or row.need >= K for row in picture.rows)


def test_one_run_is_published_and_one_waits_to_be_looked_at() -> None:
    states = dict(MatchRun.objects.values_list("kind", "state"))
    assert states == {"mentoring": RunState.PUBLISHED, "coaching": RunState.DONE}
    assert all(run.placed for run in MatchRun.objects.all())


def test_nothing_crosses_from_one_organisation_to_the_other() -> None:
    assert Organisation.objects.count() == 2
    for mentorship in Mentorship.objects.select_related("mentee", "mentor", "programme"):
        home = mentorship.programme.organisation_id
        assert {mentorship.mentee.organisation_id, mentorship.mentor.organisation_id} == {home}
    for enrolment in Enrolment.objects.select_related("person", "programme"):
        assert enrolment.person.organisation_id == enrolment.programme.organisation_id


def test_no_letter_names_a_person_or_what_it_is_about() -> None:
    names = set(Person.objects.values_list("name", flat=True))
    last_names = {name.split()[-1] for name in names if len(name.split()[-1]) > 4}
    for letter in Letter.objects.all():
        words = f"{letter.subject}\n{letter.text}"
        assert not [name for name in names | last_names if name in words]
        assert "difficult" not in words.lower()


def test_only_recent_letters_are_left_and_only_the_newest_wait(told: datetime) -> None:
    assert Letter.objects.filter(created_at__lt=told - timedelta(days=30)).count() == 0
    waiting = Letter.objects.filter(state=LetterState.WAITING)
    assert waiting.exists()
    assert not waiting.filter(created_at__lt=told - timedelta(days=2)).exists()
    assert not Letter.objects.filter(created_at__gt=told).exists()


def test_nobody_can_sign_in_with_a_password() -> None:
    assert all(not account.has_usable_password() for account in Account.objects.all())


def test_nothing_that_happened_lies_ahead(told: datetime) -> None:
    assert not CoachingEngagement.objects.filter(state_since__gt=told).exists()
    assert not Mentorship.objects.filter(state_since__gt=told).exists()
    assert not CoachingSignature.objects.filter(signed_at__gt=told).exists()


@override_settings(DEMO=True)
def test_everybody_of_the_cast_has_a_door() -> None:
    assert len(list_doors()) == len(CAST_DOORS)


def test_telling_it_again_changes_nothing(told: datetime) -> None:
    people, letters = Person.objects.count(), Letter.objects.count()
    load_demo(told + timedelta(days=1))
    assert (Person.objects.count(), Letter.objects.count()) == (people, letters)


def test_a_sponsor_sees_what_a_client_opened_and_no_more(told: datetime) -> None:
    gareth = viewer_as(person("Gareth Pugh"))
    seen = {}
    for name in ("Catriona Weir", "Tom Ashworth"):
        pk = CoachingEngagement.objects.get(client=person(name)).pk
        seen[name] = narrow_view(get_engagement(gareth, pk), told)
    assert [one.level for one in seen["Catriona Weir"].attainments] == [1]
    assert not seen["Tom Ashworth"].attainments
    assert not seen["Catriona Weir"].ratings


def test_what_a_sponsor_pays_for_is_not_one_story_told_again_and_again() -> None:
    sponsored = CoachingEngagement.objects.filter(sponsor=person("Gareth Pugh"))
    goals = [goal.title for one in sponsored for goal in one.goals.all()]
    assert len(set(goals)) >= len(goals) / 3
    assert len({one.meetings.filter(state="missed").count() for one in sponsored}) > 1
    took = [(one.closed_at - one.started_at).days for one in sponsored if one.closed_at and one.started_at]
    assert len(set(took)) > 2
