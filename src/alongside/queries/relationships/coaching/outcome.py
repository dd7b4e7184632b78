"""What changed: gap and goals before and after, per rater, then-test side by side, time to skill; nothing smoothed."""

from dataclasses import dataclass

from alongside.core.outcomes.attainment import ScoredGoal, attainment_score, goal_weight
from alongside.core.outcomes.change import (
    ReliableChange,
    ThenTest,
    TimeToSkill,
    reliable_change,
    then_test,
)
from alongside.core.skills import RequiredSkill, current_level, find_gaps
from alongside.models import CoachingEngagement, GapSkill, Goal, GoalLevels, Moment, RatingSource, StepStatus
from alongside.queries.access import Sight
from alongside.queries.relationships.coaching.facts import level_texts
from alongside.queries.relationships.coaching.gap_page import level_by, ratings_at
from alongside.queries.relationships.coaching.room import list_gap_skills, list_goals


@dataclass(frozen=True, slots=True)
class Before:
    """One skill by one rater, before and after."""

    label: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class ThenLine:
    """One skill looked back on: what was said at the start, what is said of it now, and where it is now."""

    skill: str
    before: int
    then: int
    now: int
    test: ThenTest


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal: the level expected, the level reached in each one's view, and the sentence of that level."""

    goal: Goal
    by_client: int | None
    by_coach: int | None
    reached: str
    versions: int


@dataclass(frozen=True, slots=True)
class SkillTime:
    """Days to the skill: to passing the whole sequence of steps."""

    skill: str
    time: TimeToSkill


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """Everything the page says. `reliable` is "not testable" as long as there is no reference group."""

    own: tuple[Before, ...]
    coach: tuple[Before, ...]
    asked: int
    answered_own: int
    answered_coach: int
    index_before: float | None
    index_after: float | None
    then_lines: tuple[ThenLine, ...]
    goals: tuple[GoalLine, ...]
    score_client: float | None
    score_coach: float | None
    times: tuple[SkillTime, ...]
    reliable: ReliableChange

    @property
    def is_empty(self) -> bool:
        return not (self.own or self.coach or any(line.reached for line in self.goals))


def load_what_changed(sight: Sight[CoachingEngagement]) -> WhatChanged:
    """What is known of this engagement, open to client and coach."""
    engagement, skills, goals = sight.record, list_gap_skills(sight), list_goals(sight)
    own, coach = _slopes(skills, RatingSource.SELF), _slopes(skills, RatingSource.COACH)
    lines = tuple(_goal(engagement, goal) for goal in goals)
    return WhatChanged(
        own=own,
        coach=coach,
        asked=len(skills),
        answered_own=len(own),
        answered_coach=len(coach),
        index_before=_index(skills, Moment.BASELINE),
        index_after=_index(skills, Moment.FINAL),
        then_lines=tuple(line for one in skills if (line := _then(one))),
        goals=lines,
        score_client=_score(lines, "by_client"),
        score_coach=_score(lines, "by_coach"),
        times=tuple(spent for one in skills if (spent := _time(engagement, one))),
        reliable=reliable_change(0, 0, None),
    )


def _slopes(skills: tuple[GapSkill, ...], source: str) -> tuple[Before, ...]:
    """Only skills rated at both ends by this rater: a missing view is not a zero."""
    found = []
    for one in skills:
        before, after = level_by(one, Moment.BASELINE, source), level_by(one, Moment.FINAL, source)
        if before is not None and after is not None:
            found.append(Before(one.skill.name, before, after))
    return tuple(found)


def _index(skills: tuple[GapSkill, ...], moment: Moment) -> float | None:
    """The gap index of the skills that have been rated at that moment, or None where one is missing."""
    if not skills or not all(current_level(ratings_at(one, moment)) is not None for one in skills):
        return None
    return find_gaps(
        RequiredSkill(one.skill.key, one.required, one.importance, ratings_at(one, moment)) for one in skills
    ).index


def _then(gap_skill: GapSkill) -> ThenLine | None:
    before, then, now = (
        level_by(gap_skill, moment, RatingSource.SELF)
        for moment in (Moment.BASELINE, Moment.THEN, Moment.FINAL)
    )
    if before is None or then is None or now is None:
        return None
    return ThenLine(gap_skill.skill.name, before, then, now, then_test(before, then, now))


def _goal(engagement: CoachingEngagement, goal: Goal) -> GoalLine:
    frozen = next((levels for levels in goal.levels.all() if levels.frozen_at), None)
    by_client = _reached(frozen, engagement.client_id)
    by_coach = _reached(frozen, engagement.coach_id)
    said = by_client if by_client is not None else by_coach
    words = level_texts(frozen)[said + 2] if frozen and said is not None else ""
    return GoalLine(goal, by_client, by_coach, words, len(goal.levels.all()))


def _reached(levels: GoalLevels | None, person_id: object) -> int | None:
    if levels is None:
        return None
    final = [one for one in levels.attainments.all() if one.moment == Moment.FINAL]
    return next((one.level for one in final if one.scored_by_id == person_id), None)


def _score(lines: tuple[GoalLine, ...], who: str) -> float | None:
    """The T score in one person's view, over the goals they scored."""
    scored = [
        ScoredGoal(level, goal_weight(line.goal.importance, line.goal.difficulty) or 1)
        for line in lines
        if (level := getattr(line, who)) is not None
    ]
    return attainment_score(scored) if scored else None


def _time(engagement: CoachingEngagement, gap_skill: GapSkill) -> SkillTime | None:
    """Days from the start of the work until every step of the plan was passed."""
    dropped = (StepStatus.DROPPED, StepStatus.SPLIT)
    steps = [step for step in gap_skill.steps.all() if step.status not in dropped]
    passed = [step.passed_at for step in steps if step.passed_at]
    if engagement.started_at is None or not steps or len(passed) < len(steps):
        return None
    days = (max(passed) - engagement.started_at).days
    return SkillTime(gap_skill.skill.name, TimeToSkill(max(0, days), engagement.estimated_days_alone))
