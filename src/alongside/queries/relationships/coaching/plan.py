"""The plan of one skill as the core knows it, and as the picture draws it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.core.skills import steps as core
from alongside.core.verdicts import Refused
from alongside.models import GapSkill, PracticeEntry, Step, StepStatus

STATE_IN_PICTURE = {StepStatus.PASSED: "done", StepStatus.PRACTISING: "doing", StepStatus.SPLIT: "done"}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step with its practice, and what the rule and the misses say."""

    step: Step
    practice: tuple[PracticeEntry, ...]
    waits_for: tuple[Step, ...]
    unlocks: tuple[Step, ...]
    is_open_now: bool
    rule_is_met: bool
    went_well: int
    suggestion: core.AfterMisses | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one skill: lines in order, the picture's nodes and edges, and what is missing."""

    gap_skill: GapSkill
    lines: tuple[StepLine, ...]
    nodes: tuple[dict[str, str], ...]
    edges: tuple[tuple[str, str], ...]
    problems: tuple[Refused, ...]
    passed: int
    counted: int

    @property
    def next_line(self) -> StepLine | None:
        return next((line for line in self.lines if line.is_open_now), None)


def load_steps(gap_skill: GapSkill) -> tuple[Step, ...]:
    """The steps with what each waits for and its practice (three reads)."""
    return tuple(gap_skill.steps.prefetch_related("unlocked_by__earlier", "unlocks__later", "practice"))


def core_steps(steps: Iterable[Step]) -> tuple[core.Step, ...]:
    """The steps as the core weighs them."""
    return tuple(core_step(step) for step in steps)


def core_step(step: Step, needs: tuple[str, ...] | None = None) -> core.Step:
    """One step. `needs` may be given for a step whose links are not saved yet."""
    earlier = [unlock.earlier for unlock in step.unlocked_by.all()] if needs is None else []
    return core.Step(
        key=str(step.pk),
        behaviour=step.behaviour,
        situation=step.situation,
        support=core.Support(step.support),
        due_on=step.due_on,
        needs=needs if needs is not None else tuple(str(one.pk) for one in earlier),
        success_count=step.success_count,
        success_of=step.success_of,
        evidence=step.evidence,
        status=core.StepStatus(step.status),
        misses=count_misses(step.practice.all()) if needs is None else 0,
        from_split=any(one.status == StepStatus.SPLIT for one in earlier),
    )


def count_misses(practice: Iterable[PracticeEntry]) -> int:
    """How many of the last occasions in a row did not go well."""
    misses = 0
    for entry in practice:
        misses = 0 if entry.went_well else misses + 1
    return misses


def load_plan(gap_skill: GapSkill, now: datetime) -> Plan:
    """Everything the page of a plan shows."""
    steps = load_steps(gap_skill)
    known = core_steps(steps)
    open_now = {step.key for step in core.next_steps(known)}
    by_key = {step.key: step for step in known}
    lines = tuple(_line(step, by_key[str(step.pk)], known, open_now) for step in steps)
    passed, counted = core.passed_share(known)
    return Plan(
        gap_skill=gap_skill,
        lines=lines,
        nodes=tuple(_node(line) for line in lines if line.step.status != StepStatus.DROPPED),
        edges=tuple((need, step.key) for step in known for need in step.needs),
        problems=core.problems_of_plan(known, _made_on(steps, now).date()) if steps else (),
        passed=passed,
        counted=counted,
    )


def _made_on(steps: tuple[Step, ...], now: datetime) -> datetime:
    return min((step.created_at for step in steps), default=now)


def _line(step: Step, known: core.Step, all_steps: tuple[core.Step, ...], open_now: set[str]) -> StepLine:
    practice = tuple(step.practice.all())
    outcomes = [entry.went_well for entry in practice]
    return StepLine(
        step=step,
        practice=practice,
        waits_for=tuple(unlock.earlier for unlock in step.unlocked_by.all()),
        unlocks=tuple(unlock.later for unlock in step.unlocks.all()),
        is_open_now=known.key in open_now,
        rule_is_met=core.met_rule(known, outcomes),
        went_well=sum(outcomes[-step.success_of :]),
        suggestion=core.suggest_after_misses(known, all_steps) if known.key in open_now else None,
    )


def _node(line: StepLine) -> dict[str, str]:
    step = line.step
    state = STATE_IN_PICTURE.get(StepStatus(step.status), "doing" if line.is_open_now else "todo")
    return {
        "id": str(step.pk),
        "label": step.behaviour,
        "note": f"{step.situation}. {step.get_support_display()}",
        "state": state,
    }


def find_step(gap_skills: Iterable[GapSkill], pk: UUID) -> Step | None:
    """The step of that id within these skills."""
    return Step.objects.filter(gap_skill__in=list(gap_skills), pk=pk).select_related("gap_skill").first()
