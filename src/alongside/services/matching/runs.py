"""A matching run: asked for, carried out step by step by a job, cancelled while it has not ended."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from alongside.core import matching
from alongside.core.matching import MODES, Pool, RuleSet, read_rules
from alongside.core.matching.pool import ProgrammeKind
from alongside.core.programmes import PARTS
from alongside.core.verdicts import Refused
from alongside.models import Enrolment, MatchRun, PairWishKind, ProposalPair, RunState
from alongside.queries.access import Viewer
from alongside.queries.matching.pool import SIDES, load_pool
from alongside.queries.matching.runs import (
    get_programme_to_match,
    get_run,
    kind_of,
    load_first_choices,
    load_wishes,
)
from alongside.services.matching.rules import version_in_use

COACHES_OFFERED: Final = 3  # the best one, and two more so that there is a choice
MOST_PLACES: Final = 100
READING, SOLVING, WRITING = 10, 35, 85  # percent, when each step begins
Found = tuple[tuple[int, matching.MatchRun], ...]  # rank and run: the first choices, then further coaches


@transaction.atomic
def ask_for_run(
    viewer: Viewer,
    programme_id: UUID,
    kind: ProgrammeKind,
    at: datetime,
    *,
    mode: str = "everyone_first",
    seed: int = 0,
    places: int | None = None,
    stays_with: UUID | None = None,
) -> MatchRun | Refused:
    """Put a run in line, with the rules in use now. `places` tries out another number for everybody; `stays_with`
    names an earlier run, whose pairs stay together where they can."""
    programme = get_programme_to_match(viewer, "run", programme_id).record
    if SIDES[kind][0] not in PARTS[programme.kind]:  # type: ignore[index]  # a kind is the same text in both
        return Refused(f"This programme does no {kind}.")
    if mode not in MODES:
        return Refused("There is no such aim.")
    if places is not None and not 1 <= places <= MOST_PLACES:
        return Refused(f"Try between 1 and {MOST_PLACES} places.")
    rows = MatchRun.objects.filter(programme=programme, kind=kind, placed__isnull=False)
    earlier = rows.filter(pk=stays_with).first() if stays_with else None
    if stays_with and earlier is None:
        return Refused("There is no such run to stay with.")
    return MatchRun.objects.create(
        programme=programme,
        kind=kind,
        rule_set=version_in_use(programme, kind, viewer.person, at),
        mode=mode,
        seed=seed,
        places_override=places,
        stays_with=earlier,
        asked_by=viewer.person,
        created_at=at,
    )


def perform_run(run_id: UUID, now: Callable[[], datetime]) -> None:
    """Carry a run out. Between the steps it looks whether it was cancelled; only the last step writes pairs."""
    run = _begin(run_id, now())
    if run is None:
        return None
    kind = kind_of(run)
    pool = load_pool(run.programme, kind)
    rules = read_rules(run.rule_set.rules)
    if isinstance(rules, Refused):
        return _fail(run, rules.because, now())
    if not _go_on(run, SOLVING):
        return None
    found = _solve(run, pool, rules)
    if isinstance(found, Refused):
        return _fail(run, found.because, now())
    if _go_on(run, WRITING):
        _write(run, found, now())
    return None


@transaction.atomic
def cancel_run(viewer: Viewer, run_id: UUID, at: datetime) -> Refused | None:
    """Stop a run that has not ended. What it had begun is not kept."""
    get_run(viewer, "close", run_id)
    run = _lock(run_id)
    if run.state not in (RunState.QUEUED, RunState.RUNNING):
        return Refused("This run has ended already.")
    run.state, run.finished_at = RunState.CANCELLED, at
    run.save(update_fields=["state", "finished_at"])
    return None


def give_up_run(run_id: UUID, at: datetime) -> None:
    """A run broke off by a fault of ours. What failed is in the log, without words."""
    run = MatchRun.objects.get(pk=run_id)
    _fail(run, "Something went wrong on our side. Nothing was changed; please try again.", at)


@transaction.atomic
def _begin(run_id: UUID, at: datetime) -> MatchRun | None:
    run = _lock(run_id)
    if run.state not in (RunState.QUEUED, RunState.RUNNING, RunState.FAILED):
        return None
    run.state, run.started_at, run.progress_percent, run.problem = RunState.RUNNING, at, READING, ""
    run.save(update_fields=["state", "started_at", "progress_percent", "problem"])
    return run


def _go_on(run: MatchRun, percent: int) -> bool:
    """Note how far it is; False when somebody has cancelled it meanwhile."""
    still = MatchRun.objects.filter(pk=run.pk, state=RunState.RUNNING)
    return bool(still.update(progress_percent=percent))


def _fail(run: MatchRun, because: str, at: datetime) -> None:
    still = MatchRun.objects.filter(pk=run.pk, state=RunState.RUNNING)
    still.update(state=RunState.FAILED, problem=because[:300], finished_at=at)


def _solve(run: MatchRun, pool: Pool, rules: RuleSet) -> Found | Refused:
    """The first choices; for coaching also a second and a third coach, each round the best that is left."""
    wishes = load_wishes(run.programme, kind_of(run))
    present = _among(pool)
    locked = [pair for pair in wishes[PairWishKind.LOCK] if present(pair)]
    forbidden = [pair for pair in wishes[PairWishKind.FORBID] if present(pair)]
    rounds: list[tuple[int, matching.MatchRun]] = []
    for rank in range(1, 1 + (COACHES_OFFERED if run.kind == "coaching" else 1)):
        found = matching.match(
            pool,
            rules,
            mode=run.mode,  # type: ignore[arg-type]  # only a known aim is kept
            seed=run.seed,
            locked=locked if rank == 1 else (),
            forbidden=forbidden,
            places=run.places_override,
            kept=load_first_choices(run.stays_with_id) if rank == 1 and run.stays_with_id else (),
        )
        if isinstance(found, Refused):
            return found
        rounds.append((rank, found))
        forbidden = [*forbidden, *((pair.client, pair.practitioner) for pair in found.pairs)]
    return tuple(rounds)


def _among(pool: Pool) -> Callable[[tuple[str, str]], bool]:
    """Whether both of a pair are in the pool: somebody who has found help meanwhile is not."""
    clients, practitioners = ({one.key for one in side} for side in (pool.clients, pool.practitioners))
    return lambda pair: pair[0] in clients and pair[1] in practitioners


@transaction.atomic
def _write(run: MatchRun, found: Found, at: datetime) -> None:
    first = found[0][1]
    held = _lock(run.pk)
    if held.state != RunState.RUNNING:
        return
    run.pairs.all().delete()
    enrolments = _enrolments(run)
    placed = {pair.client for pair in first.pairs}
    ProposalPair.objects.bulk_create(
        (
            _row(run, rank, pair, enrolments, at)
            for rank, one in found
            for pair in one.pairs
            if pair.client in placed
        ),
        batch_size=500,
    )
    held.state, held.finished_at, held.progress_percent = RunState.DONE, at, 100
    held.placed, held.asked, held.points = first.totals.placed, first.totals.clients, first.totals.points
    held.audit = json.loads(first.to_json())
    held.save()


def _enrolments(run: MatchRun) -> Mapping[tuple[str, str], Enrolment]:
    rows = Enrolment.objects.filter(programme=run.programme_id, part__in=SIDES[kind_of(run)])
    return {(row.part, str(row.person_id)): row for row in rows}


def _row(
    run: MatchRun,
    rank: int,
    pair: matching.Pair,
    enrolments: Mapping[tuple[str, str], Enrolment],
    at: datetime,
) -> ProposalPair:
    asking, helping = SIDES[kind_of(run)]
    return ProposalPair(
        run=run,
        client=enrolments[asking, pair.client],
        practitioner=enrolments[helping, pair.practitioner],
        rank=rank,
        fit=pair.fit,
        points=pair.points,
        findings=[asdict(one) for one in pair.findings],
        created_at=at,
    )


def _lock(run_id: UUID) -> MatchRun:
    rows = MatchRun.objects.select_related("programme", "rule_set")
    return rows.select_for_update(of=("self",)).get(pk=run_id)
