"""Goals with five written levels. Confirmed levels are frozen: a later change makes a new version beside them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from alongside.core.verdicts import Refused, Verdict, allow_if, first_refusal
from alongside.models import (
    Attainment,
    CoachingEngagement,
    GapSkill,
    Goal,
    GoalLevels,
    Moment,
    Person,
)
from alongside.queries.relationships.coaching.facts import coaching_rules, newest_levels
from alongside.services.relationships.coaching.moving import capacity_of

WRITABLE_IN = ("baseline", "active", "mid_review")
WEIGHTS_STAY = Refused(
    "The levels of this goal are confirmed, so its title and its weights stay. "
    "Change the levels, or write another goal."
)
SCORED_IN = {Moment.MID: ("mid_review",), Moment.FINAL: ("final_review",)}


@dataclass(frozen=True, slots=True)
class FiveLevels:
    """What one would see at each level, from much less than hoped to much more."""

    much_less: str
    less: str
    expected: str
    more: str
    much_more: str


@dataclass(frozen=True, slots=True)
class GoalWords:
    """A goal as it is written down. `is_shared`: the sponsor reads it too, where there is one."""

    title: str
    levels: FiveLevels
    is_shared: bool = False
    importance: int = 1
    difficulty: int = 1
    gap_skill: GapSkill | None = None


@transaction.atomic
def write_goal(engagement: CoachingEngagement, words: GoalWords, by: Person, at: datetime) -> Goal | Refused:
    """Write a goal down; its levels are open to change until the client confirms them."""
    verdict = _may_write(engagement, words.is_shared, by, engagement.goals.count())
    if isinstance(verdict, Refused):
        return verdict
    goal = Goal.objects.create(
        engagement=engagement,
        title=words.title.strip(),
        is_shared=words.is_shared,
        importance=words.importance,
        difficulty=words.difficulty,
        gap_skill=words.gap_skill,
        position=engagement.goals.count() + 1,
        created_at=at,
    )
    GoalLevels.objects.create(goal=goal, version=1, created_at=at, **asdict(words.levels))
    return goal


@transaction.atomic
def rewrite_goal(goal: Goal, words: GoalWords, by: Person, at: datetime) -> Goal | Refused:
    """Change a goal. Frozen levels stay as they are and a new version, to be confirmed, stands beside them.

    Its title and weights stay too, since what was reached is counted with them. What counts is whether the goal is
    shared already: a coach cannot open a client's own goal by changing it.
    """
    verdict = _may_write(goal.engagement, goal.is_shared, by, 0)
    if isinstance(verdict, Refused):
        return verdict
    if is_frozen(goal) and _weighed(goal) != (words.title.strip(), words.importance, words.difficulty):
        return WEIGHTS_STAY
    goal.title, goal.is_shared = words.title.strip(), words.is_shared
    goal.importance, goal.difficulty, goal.gap_skill = words.importance, words.difficulty, words.gap_skill
    goal.save()
    newest = newest_levels(goal)
    if newest is None or newest.frozen_at is None:
        GoalLevels.objects.update_or_create(
            goal=goal, version=newest.version if newest else 1, defaults=asdict(words.levels)
        )
    elif _texts(newest) != words.levels:
        GoalLevels.objects.create(
            goal=goal, version=newest.version + 1, created_at=at, **asdict(words.levels)
        )
    return goal


def is_frozen(goal: Goal) -> bool:
    """Whether the client has confirmed levels of it."""
    return goal.levels.filter(frozen_at__isnull=False).exists()


def _weighed(goal: Goal) -> tuple[str, int, int]:
    return goal.title, goal.importance, goal.difficulty


def _texts(levels: GoalLevels) -> FiveLevels:
    return FiveLevels(levels.much_less, levels.less, levels.expected, levels.more, levels.much_more)


def _may_write(engagement: CoachingEngagement, is_shared: bool, by: Person, others: int) -> Verdict:
    capacity = capacity_of(engagement, by)
    most = coaching_rules(engagement.programme).goals_at_most
    return first_refusal(
        (
            allow_if(
                engagement.state in WRITABLE_IN, "Goals are written at the start, or in the mid-review."
            ),
            allow_if(
                capacity == "client" or (capacity == "coach" and is_shared),
                "A goal that is not shared with the sponsor is written by the client.",
            ),
            allow_if(others < most, f"Up to {most} goals: fewer are followed further."),
        )
    )


@transaction.atomic
def drop_goal(goal: Goal, by: Person) -> Refused | None:
    """The client takes a goal away, as long as its levels are not confirmed."""
    if by.pk != goal.engagement.client_id:
        return Refused("The client decides about the goals.")
    if is_frozen(goal):
        return Refused("The levels of this goal are confirmed, so it stays. Write a new version instead.")
    goal.delete()
    return None


@transaction.atomic
def freeze_levels(goal: Goal, by: Person, at: datetime) -> GoalLevels | Refused:
    """The client confirms the five levels: from now on they are what is measured against."""
    if by.pk != goal.engagement.client_id:
        return Refused("The client confirms the levels.")
    newest = newest_levels(goal)
    if newest is None:
        return Refused("Write the five levels first.")
    if newest.frozen_at is None:
        newest.frozen_at = at
        newest.save(update_fields=["frozen_at"])
    return newest


@transaction.atomic
def score_goal(goal: Goal, level: int, moment: Moment, by: Person, at: datetime) -> Attainment | Refused:
    """Say which level is reached. Client and coach each say it for themselves."""
    if capacity_of(goal.engagement, by) not in {"client", "coach"}:
        return Refused("This is for client and coach.")
    if goal.engagement.state not in SCORED_IN.get(moment, ()):
        return Refused("Levels are compared in a review.")
    frozen = goal.levels.filter(frozen_at__isnull=False).first()
    if frozen is None:
        return Refused("The levels of this goal are not confirmed, so there is nothing to compare with.")
    attainment, _ = Attainment.objects.update_or_create(
        levels=frozen, moment=moment, scored_by=by, defaults={"level": level, "scored_at": at}
    )
    return attainment


@transaction.atomic
def score_goals(levels: Iterable[tuple[Goal, int]], by: Person, at: datetime) -> Refused | None:
    """All goals at once at the end: all are kept, or none."""
    for goal, level in levels:
        scored = score_goal(goal, level, Moment.FINAL, by, at)
        if isinstance(scored, Refused):
            transaction.set_rollback(True)
            return scored
    return None
