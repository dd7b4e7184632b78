"""A plan: three to seven steps to an end skill, as a small graph without circles.

A step is an observable behaviour in a situation, with a level of support that fades one level at a time, a rule
for success, evidence and a due date.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter

from alongside.core.verdicts import Refused

FEWEST, MOST = 3, 7
FIRST_DUE_WITHIN_DAYS = 14
MISSES_TO_STOP_AT = 2


class Support(StrEnum):
    MODELLED = "modelled"
    GUIDED = "guided"
    PROMPTED = "prompted"
    ALONE = "alone"
    HARDER = "harder"


FADING = tuple(Support)


class StepStatus(StrEnum):
    OPEN = "open"
    PRACTISING = "practising"
    PASSED = "passed"
    SPLIT = "split"
    DROPPED = "dropped"


BEHIND = frozenset({StepStatus.PASSED, StepStatus.SPLIT, StepStatus.DROPPED})


@dataclass(frozen=True, slots=True)
class Step:
    """`needs` are the keys of steps to pass before. Success is `success_count` of the next `success_of` times.

    `misses` counts the times in a row the rule was not met; `from_split` says it came out of a step too big.
    """

    key: str
    behaviour: str
    situation: str
    support: Support
    due_on: date
    needs: tuple[str, ...] = ()
    success_count: int = 3
    success_of: int = 4
    evidence: str = ""
    status: StepStatus = StepStatus.OPEN
    misses: int = 0
    from_split: bool = False


def problems_of_plan(steps: Sequence[Step], made_on: date) -> tuple[Refused, ...]:
    """Everything that keeps these steps from being a plan; empty when they are one."""
    if size := _of_size(steps):
        return tuple(size)
    return problems_of_steps(steps) or tuple(_of_first_due(steps, made_on))


def problems_of_steps(steps: Sequence[Step]) -> tuple[Refused, ...]:
    """What is wrong with the steps themselves, while the plan may still be too short."""
    by_key = {step.key: step for step in steps}
    if names := _of_names(steps, by_key):
        return tuple(names)  # what follows needs every step to be found by its key
    each = (problem for step in steps for problem in _of_step(step, by_key))
    return (*each, *_of_circles(steps))


def _of_size(steps: Sequence[Step]) -> list[Refused]:
    live = [step for step in steps if step.status not in (StepStatus.SPLIT, StepStatus.DROPPED)]
    if FEWEST <= len(live) <= MOST:
        return []
    return [Refused(f"A plan has {FEWEST} to {MOST} steps; this one has {len(live)}.")]


def _of_names(steps: Sequence[Step], by_key: dict[str, Step]) -> list[Refused]:
    problems = [Refused("Two steps have the same key.")] if len(by_key) < len(steps) else []
    unknown = [step for step in steps if set(step.needs) - set(by_key)]
    return problems + [Refused(f"“{step.behaviour}” needs a step that is not there.") for step in unknown]


def _of_step(step: Step, by_key: dict[str, Step]) -> list[Refused]:
    name = step.behaviour.strip() or step.key
    problems = []
    if not step.behaviour.strip() or not step.situation.strip():
        problems.append(Refused(f"“{name}” needs something one can see, and a situation to do it in."))
    if not 1 <= step.success_count <= step.success_of:
        problems.append(Refused(f"“{name}” needs a rule for success such as 3 of the next 4 occasions."))
    for earlier in (by_key[key] for key in step.needs):
        if FADING.index(step.support) > FADING.index(earlier.support) + 1:
            problems.append(Refused(f"Support fades one level at a time; “{name}” skips one."))
        if step.due_on < earlier.due_on:
            problems.append(Refused(f"“{name}” is due before a step it needs."))
    return problems


def _of_circles(steps: Sequence[Step]) -> list[Refused]:
    try:
        TopologicalSorter({step.key: step.needs for step in steps}).prepare()
    except CycleError:
        return [Refused("Some steps wait for each other in a circle.")]
    return []


def _of_first_due(steps: Sequence[Step], made_on: date) -> list[Refused]:
    first = min(step.due_on for step in steps)
    if first <= made_on + timedelta(days=FIRST_DUE_WITHIN_DAYS):
        return []
    return [Refused(f"The first step is due within {FIRST_DUE_WITHIN_DAYS} days.")]


def next_steps(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps open to work on now: not behind, and all they need is behind. Earliest due first."""
    behind = {step.key for step in steps if step.status in BEHIND}
    ready = (step for step in steps if step.key not in behind and set(step.needs) <= behind)
    return tuple(sorted(ready, key=lambda step: (step.due_on, step.key)))


def unlocked_by(steps: Sequence[Step], key: str) -> tuple[str, ...]:
    """What passing this step would newly open."""
    behind = {step.key for step in steps if step.status in BEHIND}
    waiting = (step for step in steps if key in step.needs and step.key not in behind)
    return tuple(step.key for step in waiting if set(step.needs) <= behind | {key})


def passed_share(steps: Sequence[Step]) -> tuple[int, int]:
    """Steps passed, of steps that count (split and dropped ones do not)."""
    live = [step for step in steps if step.status not in (StepStatus.SPLIT, StepStatus.DROPPED)]
    return sum(step.status == StepStatus.PASSED for step in live), len(live)


class AfterMisses(StrEnum):
    SPLIT_THE_STEP = "split_the_step"
    REVISIT_THE_GOAL = "revisit_the_goal"


def suggest_after_misses(step: Step, steps: Sequence[Step]) -> AfterMisses | None:
    """After two misses: split the step; revisit the goal if it is a split one already, or not the only one."""
    if step.misses < MISSES_TO_STOP_AT:
        return None
    stuck = [other for other in steps if other.misses >= MISSES_TO_STOP_AT and other.status not in BEHIND]
    if step.from_split or len(stuck) > 1:
        return AfterMisses.REVISIT_THE_GOAL
    return AfterMisses.SPLIT_THE_STEP


def met_rule(step: Step, went_well: Sequence[bool]) -> bool:
    """Has the success rule been met by these occasions, oldest first? Any run of `success_of` in a row counts."""
    width = step.success_of
    return any(sum(went_well[i : i + width]) >= step.success_count for i in range(max(1, len(went_well))))
