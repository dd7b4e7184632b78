"""Sessions, skills, goals, steps and subjects: what may be written when, and by whom."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from alongside.core.relationships.scope import ScopeChoice, Topic
from alongside.core.verdicts import Refused
from alongside.models import (
    MeetingState,
    Moment,
    StepStatus,
)
from alongside.queries.relationships.coaching.plan import load_plan
from alongside.queries.relationships.coaching.room import had_another_coach
from alongside.services.relationships.coaching.baseline import confirm_priority, name_skill, rate_skill
from alongside.services.relationships.coaching.goals import WEIGHTS_STAY, GoalWords, rewrite_goal
from alongside.services.relationships.coaching.plan import (
    Occasion,
    StepWords,
    log_practice,
    pass_step,
    split_step,
)
from alongside.services.relationships.coaching.reviews import (
    begin_review,
    declare_goals_met,
    write_sponsor_part,
)
from alongside.services.relationships.coaching.sessions import decide_scope, hold_session, plan_session
from tests.shell.makers import make_skill
from tests.shell.relationships.coaching.walks import LEVELS, ok, plan_steps, walk_to

pytestmark = pytest.mark.django_db


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


def test_goals_met_let_the_final_review_come_early() -> None:
    walk = walk_to("active")
    assert isinstance(begin_review(walk.engagement, "final", walk.dev, walk.at), Refused)
    assert isinstance(declare_goals_met(walk.engagement, walk.carla, walk.at), Refused)
    assert declare_goals_met(walk.engagement, walk.dev, walk.at) is None
    ok(begin_review(walk.engagement, "final", walk.dev, walk.at))


def test_frozen_levels_stay_and_a_new_version_stands_beside_them() -> None:
    walk = walk_to("baseline")
    title, importance, difficulty = walk.goal.title, walk.goal.importance, walk.goal.difficulty
    words = GoalWords(title, replace(LEVELS, expected="I say it twice."), True, importance, difficulty)
    ok(rewrite_goal(walk.goal, words, walk.dev, walk.at))
    versions = list(walk.goal.levels.values_list("version", "expected", "frozen_at"))
    assert [(version, bool(frozen)) for version, _, frozen in versions] == [(2, False), (1, True)]


@pytest.mark.parametrize("change", [{"title": "Another"}, {"importance": 3}, {"difficulty": 3}])
def test_title_and_weights_of_a_goal_with_confirmed_levels_stay(change: dict[str, Any]) -> None:
    """Else the score would be what somebody wishes, after the fact."""
    walk = walk_to("active")
    goal = walk.goal
    words = GoalWords(goal.title, LEVELS, goal.is_shared, goal.importance, goal.difficulty)
    assert rewrite_goal(goal, replace(words, **change), walk.dev, walk.at) == WEIGHTS_STAY
    goal.refresh_from_db()
    assert (goal.title, goal.importance, goal.difficulty) == (words.title, words.importance, words.difficulty)


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


def test_a_session_written_down_afterwards_does_not_make_its_coach_a_second_one() -> None:
    walk = walk_to("active")
    engagement = walk.engagement
    engagement.meetings.all().delete()
    engagement.started_at, engagement.coach_since = None, walk.at
    engagement.save()
    early = ok(plan_session(engagement, walk.dev, walk.at - timedelta(minutes=30), walk.at))
    ok(hold_session(early, walk.carla, walk.at))
    engagement.refresh_from_db()
    assert engagement.started_at == walk.at
    assert not had_another_coach(engagement)
