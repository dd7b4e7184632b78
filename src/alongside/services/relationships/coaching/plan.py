"""The plan: steps with what each waits for, practice, passing, and splitting a step that is too big."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from alongside.core.skills import may_plan
from alongside.core.skills.steps import MOST, Support, problems_of_steps
from alongside.core.skills.steps import Step as CoreStep
from alongside.core.verdicts import Refused
from alongside.models import GapSkill, Person, PracticeEntry, Step, StepStatus, StepUnlock
from alongside.queries.relationships.coaching.plan import core_step, core_steps, load_steps
from alongside.queries.relationships.coaching.priorities import priority_of
from alongside.services.relationships.coaching.moving import capacity_of

PLANNED_IN = ("baseline", "active", "mid_review", "paused")
THE_TWO = ("client", "coach")
NOT_YOURS = Refused("This is for client and coach.")
CLOSED_STEP = Refused("This step is behind you already.")


@dataclass(frozen=True, slots=True)
class StepWords:
    """A step as it is written down: something one can see, where, with how much support, and what counts."""

    behaviour: str
    situation: str
    support: str
    due_on: date
    success_count: int = 3
    success_of: int = 4
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion of practice, in the client's words."""

    practised_on: date
    went_well: bool
    aspect: str = ""
    repetitions: int = 1
    feedback_source: str = ""
    feedback_delay_days: int | None = None
    next_time: str = ""


@transaction.atomic
def add_step(
    gap_skill: GapSkill, words: StepWords, after: Sequence[Step], by: Person, at: datetime
) -> Step | Refused:
    """One more step, open once the steps in `after` are passed."""
    if (refused := _may_plan(gap_skill, by)) is not None:
        return refused
    steps = load_steps(gap_skill)
    live = [step for step in steps if step.status not in {StepStatus.SPLIT, StepStatus.DROPPED}]
    if len(live) >= MOST:
        return Refused(f"A plan has at most {MOST} steps. Finish or drop one first.")
    step = Step(gap_skill=gap_skill, position=_next_position(gap_skill), created_at=at)
    _fill(step, words)
    if (refused := _first_problem([*core_steps(steps), _as_core(step, after)])) is not None:
        return refused
    step.save()
    _link(step, after)
    return step


@transaction.atomic
def rewrite_step(step: Step, words: StepWords, after: Sequence[Step], by: Person) -> Step | Refused:
    """Change a step that is still ahead."""
    if (refused := _may_plan(step.gap_skill, by)) is not None:
        return refused
    if step.status not in {StepStatus.OPEN, StepStatus.PRACTISING}:
        return CLOSED_STEP
    others = [one for one in load_steps(step.gap_skill) if one.pk != step.pk]
    _fill(step, words)
    if (refused := _first_problem([*core_steps(others), _as_core(step, after)])) is not None:
        return refused
    step.save()
    step.unlocked_by.all().delete()
    _link(step, after)
    return step


@transaction.atomic
def split_step(
    step: Step, first: StepWords, second: StepWords, by: Person, at: datetime
) -> tuple[Step, Step] | Refused:
    """Two smaller steps in place of one too big: what it waited for and what it opened passes on to them."""
    if (refused := _may_plan(step.gap_skill, by)) is not None:
        return refused
    if step.status not in {StepStatus.OPEN, StepStatus.PRACTISING}:
        return CLOSED_STEP
    opened = [unlock.later for unlock in step.unlocks.select_related("later")]
    step.status, step.due_on = StepStatus.SPLIT, min(step.due_on, at.date())
    step.save(update_fields=["status", "due_on"])
    step.unlocks.all().delete()
    one = add_step(step.gap_skill, first, [step], by, at)
    if isinstance(one, Refused):
        return _undo(one)
    two = add_step(step.gap_skill, second, [one], by, at)
    if isinstance(two, Refused):
        return _undo(two)
    for later in opened:
        _link(later, [two])
    problem = _first_problem(core_steps(load_steps(step.gap_skill)))
    return (one, two) if problem is None else _undo(problem)


def _undo(refused: Refused) -> Refused:
    """Nothing of the split stays."""
    transaction.set_rollback(True)
    return refused


@transaction.atomic
def drop_step(step: Step, by: Person) -> Refused | None:
    """Not needed after all. What waited for it waits no longer."""
    if (refused := _may_plan(step.gap_skill, by)) is not None:
        return refused
    if step.status not in {StepStatus.OPEN, StepStatus.PRACTISING}:
        return CLOSED_STEP
    step.status = StepStatus.DROPPED
    step.save(update_fields=["status"])
    return None


@transaction.atomic
def log_practice(step: Step, occasion: Occasion, by: Person, at: datetime) -> PracticeEntry | Refused:
    """The client practised. The step counts as begun."""
    if by.pk != step.gap_skill.engagement.client_id:
        return Refused("The practice log is the client’s.")
    if step.status not in {StepStatus.OPEN, StepStatus.PRACTISING}:
        return CLOSED_STEP
    if occasion.practised_on > at.date():
        return Refused("Write down practice once it has happened.")
    entry = PracticeEntry.objects.create(
        step=step,
        author=by,
        practised_on=occasion.practised_on,
        went_well=occasion.went_well,
        aspect=occasion.aspect.strip(),
        repetitions=occasion.repetitions,
        feedback_source=occasion.feedback_source.strip(),
        feedback_delay_days=occasion.feedback_delay_days,
        next_time=occasion.next_time.strip(),
        created_at=at,
    )
    step.status = StepStatus.PRACTISING
    step.save(update_fields=["status"])
    return entry


@transaction.atomic
def pass_step(step: Step, by: Person, at: datetime) -> Refused | None:
    """Either of the two says that the step is passed: the rule is an aid, the two decide."""
    if capacity_of(step.gap_skill.engagement, by) not in THE_TWO:
        return NOT_YOURS
    if step.status not in {StepStatus.OPEN, StepStatus.PRACTISING}:
        return CLOSED_STEP
    waits = step.unlocked_by.exclude(
        earlier__status__in=(StepStatus.PASSED, StepStatus.SPLIT, StepStatus.DROPPED)
    )
    if waits.exists():
        return Refused("Another step comes first.")
    step.status, step.passed_at = StepStatus.PASSED, at
    step.save(update_fields=["status", "passed_at"])
    return None


def _may_plan(gap_skill: GapSkill, by: Person) -> Refused | None:
    if capacity_of(gap_skill.engagement, by) not in THE_TWO:
        return NOT_YOURS
    if gap_skill.engagement.state not in PLANNED_IN:
        return Refused("The plan is made once the start is written down, and stays as it was at the end.")
    verdict = may_plan(priority_of(gap_skill))
    return verdict if isinstance(verdict, Refused) else None


def _first_problem(steps: Sequence[CoreStep]) -> Refused | None:
    return next(iter(problems_of_steps(steps)), None)


def _as_core(step: Step, after: Sequence[Step]) -> CoreStep:
    return core_step(step, needs=tuple(str(one.pk) for one in after))


def _next_position(gap_skill: GapSkill) -> int:
    highest = gap_skill.steps.aggregate(highest=Max("position"))["highest"]
    return (highest or 0) + 1


def _fill(step: Step, words: StepWords) -> None:
    step.behaviour, step.situation = words.behaviour.strip(), words.situation.strip()
    step.support, step.due_on = Support(words.support).value, words.due_on
    step.success_count, step.success_of = words.success_count, words.success_of
    step.evidence = words.evidence.strip()


def _link(step: Step, after: Sequence[Step]) -> None:
    for earlier in after:
        StepUnlock.objects.get_or_create(earlier=earlier, later=step)
