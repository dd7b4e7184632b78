"""Every move of the coaching table is reachable through a service, remembered, and refused in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alongside.core.verdicts import Refused
from alongside.models import (
    CoachingEngagement,
    Letter,
    MeetingState,
    RelationshipEvent,
    Release,
)
from alongside.queries.facts import agreement_in_force
from alongside.queries.relationships.coaching.terms import current_version, terms_of
from alongside.services.relationships.clock import advance_due
from alongside.services.relationships.coaching.agreement import (
    begin_extension,
    change_terms,
    drop_extension,
    sign_agreement,
)
from alongside.services.relationships.coaching.reviews import (
    ReviewWords,
    begin_review,
    decide_mid_review,
    declare_goals_met,
    sign_off,
)
from alongside.services.relationships.coaching.stopping import WAYS, archive, pause, resume
from tests.shell.makers import make_person
from tests.shell.relationships.coaching.walks import hold, ok, walk_to

pytestmark = pytest.mark.django_db


def events_of(engagement: CoachingEngagement) -> list[str]:
    return list(RelationshipEvent.objects.filter(engagement=engagement).values_list("name", flat=True))


def test_a_whole_engagement_is_remembered_move_by_move() -> None:
    walk = walk_to("closed")
    assert events_of(walk.engagement) == [
        "CoachingRequested",
        "CoachingRouteAccepted",
        "CoachesOffered",
        "ChemistryTalkChosen",
        "CoachAndClientMatched",
        "CoachingAgreed",
        "BaselineBegun",
        *["SessionHeld"] * 3,
        "MidReviewHeld",
        "CoachingContinued",
        *["SessionHeld"] * 3,
        "FinalReviewHeld",
        "CoachingClosed",
    ]


def test_the_calendar_asks_how_it_went_on_and_archives() -> None:
    walk = walk_to("closed")
    assert advance_due(walk.later(20)) == 0
    assert advance_due(walk.later(80)) == 1
    assert walk.fresh().state == "follow_up"
    assert advance_due(walk.later(120)) == 1
    assert walk.fresh().state == "archived"
    assert Letter.objects.filter(notice="next_step", once_key__startswith="due:first_follow_up").count() == 1


def test_reminders_go_once() -> None:
    walk = walk_to("active")
    walk.later(60)
    advance_due(walk.at)
    count = Letter.objects.count()
    advance_due(walk.at + timedelta(hours=1))
    assert Letter.objects.count() == count


def test_a_pause_is_taken_up_again_or_lapses() -> None:
    walk = walk_to("active")
    too_long = pause(walk.engagement, walk.dev, walk.at + timedelta(days=100), walk.at)
    assert isinstance(too_long, Refused)
    ok(pause(walk.engagement, walk.dev, walk.at + timedelta(days=30), walk.at))
    ok(resume(walk.engagement, walk.carla, walk.later(10)))
    ok(pause(walk.engagement, walk.dev, None, walk.at))
    assert advance_due(walk.later(89)) == 0
    assert advance_due(walk.later(2)) == 1
    assert walk.fresh().state == "closed_early"


def test_a_change_of_coach_begins_with_nothing_opened() -> None:
    walk = walk_to("active")
    Release.objects.create(
        engagement=walk.engagement,
        resource="need",
        to_relation="coach",
        released_by=walk.dev,
        released_at=walk.at,
    )
    ok(begin_review(walk.engagement, "mid", walk.dev, walk.later()))
    ok(decide_mid_review(walk.engagement, "change_coach", ReviewWords(), walk.dev, walk.later()))
    assert (walk.fresh().state, walk.engagement.coach) == ("matching", None)
    assert not Release.objects.filter(withdrawn_at__isnull=True).exists()


@pytest.mark.parametrize(("decision", "state"), [("refer", "referred_out"), ("stop", "closed_early")])
def test_a_mid_review_may_lead_out(decision: str, state: str) -> None:
    walk = walk_to("active")
    ok(begin_review(walk.engagement, "mid", walk.dev, walk.later()))
    ok(decide_mid_review(walk.engagement, decision, ReviewWords(), walk.dev, walk.later()))
    assert walk.fresh().state == state


def test_an_extension_is_signed_by_all_and_comes_once() -> None:
    walk = walk_to("final_review")
    ok(begin_extension(walk.engagement, walk.dev, 2, walk.later()))
    amended = current_version(walk.engagement)
    assert amended is not None and terms_of(amended).sessions == 8
    for person in (walk.dev, walk.carla):
        ok(sign_agreement(walk.engagement, person, amended.content_hash, True, walk.later()))
    assert (walk.fresh().state, walk.engagement.sessions_total) == ("active", 8)
    hold(walk, 2)
    ok(begin_review(walk.engagement, "final", walk.dev, walk.later()))
    answer = begin_extension(walk.engagement, walk.dev, 2, walk.at)
    assert isinstance(answer, Refused) and "once" in answer.because


def test_an_extension_may_be_dropped() -> None:
    walk = walk_to("final_review")
    ok(begin_extension(walk.engagement, walk.dev, 2, walk.at))
    ok(drop_extension(walk.engagement, walk.carla, walk.at))
    latest = current_version(walk.engagement)
    assert walk.fresh().state == "final_review"
    assert latest is not None and latest.version == 1
    assert isinstance(sign_off(walk.engagement, walk.amara, walk.at), Refused)


def test_an_extension_changed_twice_is_dropped_with_every_text_of_it() -> None:
    walk = walk_to("final_review")
    ok(begin_extension(walk.engagement, walk.dev, 2, walk.later()))
    for sessions, signer in ((9, walk.dev), (10, walk.carla)):
        amended = current_version(walk.engagement)
        assert amended is not None
        ok(sign_agreement(walk.engagement, signer, amended.content_hash, True, walk.later()))
        ok(
            change_terms(
                walk.engagement, replace(terms_of(amended), sessions=sessions), walk.dev, walk.later()
            )
        )
    assert walk.engagement.agreements.count() == 4
    ok(drop_extension(walk.engagement, walk.carla, walk.later()))
    assert [one.version for one in walk.engagement.agreements.all()] == [1]
    agreed = agreement_in_force(walk.engagement)
    assert agreed is not None and agreed.version == 1


def test_nobody_signs_off_before_the_levels_are_read() -> None:
    walk = walk_to("active")
    declare_goals_met(walk.engagement, walk.dev, walk.at)
    ok(begin_review(walk.engagement, "final", walk.dev, walk.at))
    answer = sign_off(walk.engagement, walk.dev, walk.at)
    assert isinstance(answer, Refused) and "level was reached" in answer.because
    assert walk.fresh().client_signed_off_at is None


@pytest.mark.parametrize("name", list(WAYS))
@pytest.mark.parametrize("state", ["triaged", "matching", "chemistry", "agreement", "active", "final_review"])
def test_the_client_may_leave_from_anywhere(name: str, state: str) -> None:
    walk = walk_to(state)
    ok(WAYS[name](walk.engagement, walk.dev, walk.at))
    assert walk.fresh().state in {"withdrawn", "referred_out", "closed_early", "terminated"}
    assert not walk.engagement.meetings.filter(state=MeetingState.PLANNED).exists()
    ok(archive(walk.engagement, walk.amara, walk.at))
    assert walk.fresh().state == "archived"


def test_a_stranger_moves_nothing() -> None:
    walk = walk_to("active")
    stranger = make_person(walk.programme.organisation, "Sam Harbour")
    for way in WAYS.values():
        assert isinstance(way(walk.engagement, stranger, walk.at), Refused)
