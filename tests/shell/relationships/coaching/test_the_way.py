"""Every move of the coaching table is reachable through a service, and refused with a sentence where it should be."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alongside.core.relationships.coaching import COACHING
from alongside.core.relationships.lifecycle import Moved
from alongside.core.relationships.scope import ScopeChoice, Topic
from alongside.core.verdicts import Refused
from alongside.models import (
    CoachingEngagement,
    Letter,
    MeetingState,
    Moment,
    PrivateReason,
    RelationshipEvent,
    Release,
    StepStatus,
)
from alongside.queries.relationships.coaching.plan import load_plan
from alongside.queries.relationships.coaching.terms import current_version, terms_of
from alongside.services.relationships.clock import advance_due
from alongside.services.relationships.coaching.agreement import (
    begin_extension,
    change_terms,
    drop_extension,
    sign_agreement,
)
from alongside.services.relationships.coaching.asking import (
    accept_route,
    acknowledge_enquiry,
    ask_for_coaching,
    refer_to_coaching,
)
from alongside.services.relationships.coaching.baseline import confirm_priority, name_skill, rate_skill
from alongside.services.relationships.coaching.goals import GoalWords, rewrite_goal
from alongside.services.relationships.coaching.offers import (
    choose_coach,
    declare_conflict,
    decline_match,
    offer_coaches,
)
from alongside.services.relationships.coaching.plan import (
    Occasion,
    StepWords,
    log_practice,
    pass_step,
    split_step,
)
from alongside.services.relationships.coaching.reviews import (
    ReviewWords,
    begin_review,
    decide_mid_review,
    declare_goals_met,
    sign_off,
    write_sponsor_part,
)
from alongside.services.relationships.coaching.sessions import decide_scope, hold_session, plan_session
from alongside.services.relationships.coaching.stopping import WAYS, archive, pause, resume
from alongside.services.relationships.reasons import Reason
from tests.shell.makers import enrol, make_person, make_skill
from tests.shell.relationships.coaching.walks import LEVELS, hold, ok, plan_steps, walk_to

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


def test_somebody_referred_says_yes_themselves() -> None:
    walk = walk_to("closed")
    new = make_person(walk.programme.organisation, "Nina Harbour")
    enrol(walk.programme, new, "client")
    engagement = ok(refer_to_coaching(walk.programme, new, walk.amara, walk.at))
    assert (engagement.state, engagement.is_self_referred) == ("enquiry", False)
    assert isinstance(accept_route(engagement, walk.amara, walk.at), Refused)
    assert isinstance(accept_route(engagement, new, walk.at), Moved)


def test_only_a_manager_refers() -> None:
    walk = walk_to("closed")
    new = make_person(walk.programme.organisation, "Nina Harbour")
    enrol(walk.programme, new, "client")
    assert isinstance(refer_to_coaching(walk.programme, new, walk.tom, walk.at), Refused)
    assert not new.engagements_as_client.exists()


def test_there_is_one_engagement_at_a_time_in_a_programme() -> None:
    walk = walk_to("triaged")
    answer = ask_for_coaching(walk.programme, walk.dev, walk.at)
    assert isinstance(answer, Refused) and "under way" in answer.because


def test_the_manager_acknowledges_once() -> None:
    walk = walk_to("triaged")
    assert isinstance(acknowledge_enquiry(walk.engagement, walk.tom, walk.at), Refused)
    assert acknowledge_enquiry(walk.engagement, walk.amara, walk.at) is None
    assert walk.fresh().acknowledged_at == walk.at


def test_one_coach_is_no_choice() -> None:
    walk = walk_to("triaged")
    answer = offer_coaches(walk.engagement, [walk.carla], walk.amara, walk.at)
    assert isinstance(answer, Refused) and "2 to 3" in answer.because
    assert walk.fresh().state == "triaged"


def test_the_line_manager_is_never_on_offer() -> None:
    walk = walk_to("triaged")
    walk.dev.line_manager = walk.tom
    walk.dev.save()
    answer = offer_coaches(walk.engagement, [walk.carla, walk.tom], walk.amara, walk.at)
    assert isinstance(answer, Refused) and "reporting line" in answer.because


def test_a_coach_who_is_full_is_not_on_offer() -> None:
    walk = walk_to("triaged")
    walk.tom.is_full_for_now = True
    walk.tom.save()
    answer = offer_coaches(walk.engagement, [walk.carla, walk.tom], walk.amara, walk.at)
    assert isinstance(answer, Refused) and "free place" in answer.because


def test_a_coach_says_about_conflicts_before_the_talk() -> None:
    walk = walk_to("matching")
    tom = walk.engagement.offers.get(coach=walk.tom)
    answer = choose_coach(tom, walk.dev, walk.at, walk.at)
    assert isinstance(answer, Refused) and "conflict" in answer.because
    assert declare_conflict(tom, walk.tom, True, walk.at) is None
    assert tom.state == "declined"
    assert walk.fresh().state == "matching"


def test_a_no_owes_no_reason_and_three_talks_are_enough() -> None:
    walk = walk_to("chemistry")
    assert decline_match(walk.offer, walk.dev, walk.later()) is None
    assert walk.fresh().state == "matching"
    assert not PrivateReason.objects.exists()
    answer = offer_coaches(walk.engagement, [walk.carla, walk.tom], walk.amara, walk.at)
    assert isinstance(answer, Refused) and "led nowhere" in answer.because


def test_a_private_reason_is_kept_for_its_author() -> None:
    walk = walk_to("chemistry")
    decline_match(walk.offer, walk.carla, walk.at, Reason("no_fit", "Too close to my own story", True))
    reason = PrivateReason.objects.get()
    assert (reason.author, reason.about, reason.not_together_again) == (walk.carla, walk.dev, True)


def test_a_changed_text_is_signed_anew() -> None:
    walk = walk_to("agreement")
    first = current_version(walk.engagement)
    assert first is not None
    ok(sign_agreement(walk.engagement, walk.dev, first.content_hash, True, walk.at))
    changed = replace(terms_of(first), sessions=8)
    second = ok(change_terms(walk.engagement, changed, walk.carla, walk.at))
    assert (second.version, second.signatures.count()) == (2, 0)
    stale = sign_agreement(walk.engagement, walk.carla, first.content_hash, True, walk.at)
    assert isinstance(stale, Refused) and "changed" in stale.because
    for person in (walk.dev, walk.carla):
        ok(sign_agreement(walk.engagement, person, second.content_hash, True, walk.at))
    assert (walk.fresh().state, walk.engagement.sessions_total) == ("agreed", 8)


def test_limits_are_read_before_signing() -> None:
    walk = walk_to("agreement")
    shown = current_version(walk.engagement)
    assert shown is not None
    assert isinstance(sign_agreement(walk.engagement, walk.dev, shown.content_hash, False, walk.at), Refused)


def test_with_a_sponsor_the_three_meet_and_all_sign() -> None:
    walk = walk_to("agreed", sponsor=True)
    assert walk.engagement.three_way_met_at is not None
    shown = current_version(walk.engagement)
    assert shown is not None
    assert {signature.capacity for signature in shown.signatures.all()} == {"client", "coach", "sponsor"}
    assert shown.clauses == ["existence", "attendance"]


def test_a_clause_to_the_line_manager_is_refused_for_somebody_who_came_by_themselves() -> None:
    walk = walk_to("agreement")
    shown = current_version(walk.engagement)
    assert shown is not None
    changed = replace(terms_of(shown), information_flow=("line_manager_existence",))
    answer = change_terms(walk.engagement, changed, walk.dev, walk.at)
    assert isinstance(answer, Refused) and "line manager" in answer.because


def test_there_is_no_session_before_the_start_is_written_down() -> None:
    walk = walk_to("agreed")
    meeting = ok(plan_session(walk.engagement, walk.dev, walk.at, walk.at))
    answer = hold_session(meeting, walk.carla, walk.later())
    assert isinstance(answer, Refused)
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.PLANNED


def test_no_session_is_planned_before_everyone_has_signed() -> None:
    walk = walk_to("agreement")
    assert isinstance(plan_session(walk.engagement, walk.dev, walk.at, walk.at), Refused)


def test_a_session_in_the_future_was_not_held() -> None:
    walk = walk_to("active")
    walk.engagement.mid_review_done = True
    walk.engagement.save()
    meeting = ok(plan_session(walk.engagement, walk.dev, walk.at + timedelta(days=3), walk.at))
    answer = hold_session(meeting, walk.dev, walk.at)
    assert isinstance(answer, Refused) and "taken place" in answer.because


def test_after_half_of_the_sessions_the_review_comes_first() -> None:
    walk = walk_to("active")
    meeting = ok(plan_session(walk.engagement, walk.dev, walk.at, walk.at))
    answer = hold_session(meeting, walk.carla, walk.later())
    assert isinstance(answer, Refused) and "mid-review" in answer.because


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


def test_goals_met_let_the_final_review_come_early() -> None:
    walk = walk_to("active")
    assert isinstance(begin_review(walk.engagement, "final", walk.dev, walk.at), Refused)
    assert isinstance(declare_goals_met(walk.engagement, walk.carla, walk.at), Refused)
    assert declare_goals_met(walk.engagement, walk.dev, walk.at) is None
    ok(begin_review(walk.engagement, "final", walk.dev, walk.at))


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


def test_nobody_signs_off_before_the_levels_are_read() -> None:
    walk = walk_to("active")
    declare_goals_met(walk.engagement, walk.dev, walk.at)
    ok(begin_review(walk.engagement, "final", walk.dev, walk.at))
    answer = sign_off(walk.engagement, walk.dev, walk.at)
    assert isinstance(answer, Refused) and "level was reached" in answer.because
    assert walk.fresh().client_signed_off_at is None


ACTIVE = [state.key for state in COACHING.states if state.active]


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


def test_frozen_levels_stay_and_a_new_version_stands_beside_them() -> None:
    walk = walk_to("baseline")
    words = GoalWords("Speak up", replace(LEVELS, expected="I say it twice."), True, 2, 2)
    ok(rewrite_goal(walk.goal, words, walk.dev, walk.at))
    versions = list(walk.goal.levels.values_list("version", "expected", "frozen_at"))
    assert [(version, bool(frozen)) for version, _, frozen in versions] == [(2, False), (1, True)]


def test_the_start_is_never_rated_again() -> None:
    walk = walk_to("active")
    answer = rate_skill(walk.gap_skill, 5, Moment.BASELINE, walk.dev, walk.at)
    assert isinstance(answer, Refused)
    new = ok(
        name_skill(
            walk.engagement, make_skill(walk.programme.organisation, "Delegating"), 3, walk.dev, walk.at
        )
    )
    ok(rate_skill(new, 2, Moment.BASELINE, walk.dev, walk.at))


def test_only_the_client_confirms_what_to_work_on() -> None:
    walk = walk_to("baseline")
    assert isinstance(confirm_priority(walk.gap_skill, walk.carla, walk.at), Refused)


def test_two_misses_suggest_a_split_and_the_split_takes_the_place_of_the_step() -> None:
    walk = walk_to("active")
    first, second, _ = plan_steps(walk)
    for _ in range(2):
        ok(log_practice(first, Occasion(walk.at.date(), False), walk.dev, walk.at))
    plan = load_plan(walk.gap_skill, walk.at)
    assert plan.lines[0].suggestion == "split_the_step"
    half = StepWords("Write the sentence down before", "at my desk", "prompted", first.due_on)
    rest = StepWords("Read it out", "in the meeting", "prompted", first.due_on)
    one, two = ok(split_step(first, half, rest, walk.dev, walk.at))
    first.refresh_from_db()
    assert first.status == StepStatus.SPLIT
    assert list(second.unlocked_by.values_list("earlier", flat=True)) == [two.pk]
    following = load_plan(walk.gap_skill, walk.at).next_line
    assert following is not None and following.step == one


def test_a_step_opens_the_next() -> None:
    walk = walk_to("active")
    first, second, _ = plan_steps(walk)
    assert isinstance(pass_step(second, walk.dev, walk.at), Refused)
    assert pass_step(first, walk.dev, walk.at) is None
    assert pass_step(second, walk.carla, walk.at) is None


def test_a_subject_outside_the_agreement_is_decided_on() -> None:
    walk = walk_to("active")
    meeting = walk.engagement.meetings.get(number=1)
    outside = Topic(touches_agreed_outcome=False)
    assert isinstance(decide_scope(meeting, outside, None, walk.dev), Refused)
    assert decide_scope(meeting, outside, ScopeChoice.PARK, walk.dev) is None
    health = Topic(touches_agreed_outcome=False, is_about_health_or_safety=True)
    assert isinstance(decide_scope(meeting, health, ScopeChoice.PARK, walk.dev), Refused)


def test_the_sponsor_has_a_part_in_reviews_only_by_agreement() -> None:
    walk = walk_to("active", sponsor=True)
    review = ok(begin_review(walk.engagement, "mid", walk.dev, walk.later()))
    assert walk.grace is not None
    assert isinstance(write_sponsor_part(review, "Well done", walk.grace), Refused)
