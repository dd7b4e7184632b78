"""Matching runs of a programme, and everything one run says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Max, Min, Q, QuerySet
from django.db.models.fields.json import KeyTransform

from alongside.core.matching import find_gaps_in_pool
from alongside.core.matching.pool import ProgrammeKind
from alongside.models import (
    Enrolment,
    MatchRun,
    PairWish,
    PairWishKind,
    Programme,
    ProposalPair,
    RunState,
)
from alongside.queries.access import NotVisible, Sight, Viewer, get_visible
from alongside.queries.matching.pool import SIDES, load_pool
from alongside.queries.matching.rules import get_rules

RUNS_PER_PAGE: Final = 20
PAIRS_PER_PAGE: Final = 25
BANDS, FITS_A_BAND = 10, 1_000
LARGEST_PICTURE: Final = 40  # more lines than this are a tangle, not a picture


@dataclass(frozen=True, slots=True)
class WishShown:
    """A pair kept or ruled out by hand."""

    pk: UUID
    client: Enrolment
    practitioner: Enrolment
    kind: str


@dataclass(frozen=True, slots=True)
class RunFigures:
    """What a run comes to. Fits are 0…10,000; `worst` and `best` are None when nobody was placed."""

    totals: Mapping[str, Any]
    worst_fit: int | None
    best_fit: int | None
    least_points: float | None
    most_points: float | None
    offered: int  # pairs that are shown to somebody, further coaches included


def get_programme_to_match(viewer: Viewer, action: str, programme_id: UUID) -> Sight[Programme]:
    """The programme, if the viewer may do this with its matching runs."""
    rows = Programme.objects.select_related("organisation")
    return get_visible(viewer, "match_run", action, rows, programme_id)


def get_run(viewer: Viewer, action: str, run_id: UUID) -> Sight[MatchRun]:
    """A run, without its audit file, if the viewer may do this with it."""
    rows = MatchRun.objects.select_related("programme__organisation", "rule_set", "asked_by")
    return get_visible(viewer, "match_run", action, rows.defer("audit"), run_id)


def list_runs(sight: Sight[Programme], kind: ProgrammeKind, page: int | str = 1) -> Page[MatchRun]:
    """The runs of a programme for one kind, the newest first (two reads)."""
    if not sight.may("match_run", "list"):
        raise NotVisible
    rows = MatchRun.objects.filter(programme=sight.record, kind=kind).select_related("rule_set", "asked_by")
    return Paginator(rows.defer("audit", "rule_set__rules").order_by("-created_at"), RUNS_PER_PAGE).get_page(
        page
    )


def find_published(programme: Programme, kind: ProgrammeKind) -> UUID | None:
    """The run people see now (one read)."""
    rows = MatchRun.objects.filter(programme=programme, kind=kind, state=RunState.PUBLISHED)
    return rows.order_by("-published_at").values_list("pk", flat=True).first()


def audit_part(run: MatchRun, part: str) -> Any:
    """One part of the audit file of a run, and no more of it; None where there is none (one read)."""
    return MatchRun.objects.filter(pk=run.pk).values_list(KeyTransform(part, "audit"), flat=True).get()


def get_audit(sight: Sight[MatchRun]) -> Mapping[str, Any] | None:
    """The audit file of a run, as it was written."""
    found: Mapping[str, Any] | None = MatchRun.objects.values_list("audit", flat=True).get(pk=sight.record.pk)
    return found


def get_figures(run: MatchRun) -> RunFigures:
    """Totals from the audit file, and the range of fits and points among the first choices (two reads)."""
    totals = audit_part(run, "totals")
    first = Q(rank=1)
    pairs = ProposalPair.objects.filter(run=run)
    found = pairs.aggregate(
        worst=Min("fit", filter=first),
        best=Max("fit", filter=first),
        least=Min("points", filter=first),
        most=Max("points", filter=first),
    )
    return RunFigures(
        totals or {}, found["worst"], found["best"], found["least"], found["most"], pairs.count()
    )


def list_pairs(
    sight: Sight[MatchRun], *, search: str = "", order: str = "", page: int | str = 1
) -> Page[ProposalPair]:
    """A page of the pairs of a run, by name or the least fitting first, searched by either name (two reads)."""
    rows = _pairs(sight)
    if search:
        rows = rows.filter(
            Q(client__person__name__icontains=search) | Q(practitioner__person__name__icontains=search)
        )
    by = ("fit", "client__person__name") if order == "fit" else ("client__person__name", "client_id", "rank")
    return Paginator(rows.order_by(*by), PAIRS_PER_PAGE).get_page(page)


def list_for_picture(sight: Sight[MatchRun]) -> tuple[ProposalPair, ...]:
    """The first choices of a small run; nothing where a picture would be a tangle."""
    rows = _pairs(sight).filter(rank=1).order_by("client__person__name")[: LARGEST_PICTURE + 1]
    found = tuple(rows)
    return found if len(found) <= LARGEST_PICTURE else ()


def count_by_fit(sight: Sight[MatchRun]) -> tuple[int, ...]:
    """How many of the first choices fit 0 to 9 %, 10 to 19 %, and so on to 90 to 100 % (one read)."""
    tens = _pairs(sight).filter(rank=1).order_by().values_list(F("fit") / FITS_A_BAND).annotate(n=Count("pk"))
    counted = [0] * BANDS
    for band, number in tens:
        counted[min(int(band), BANDS - 1)] += number
    return tuple(counted)


def _pairs(sight: Sight[MatchRun]) -> QuerySet[ProposalPair]:
    if not sight.may("proposal_pair", "list"):
        raise NotVisible
    rows = ProposalPair.objects.filter(run=sight.record)
    return rows.select_related("client__person", "practitioner__person")


def list_wishes(programme: Programme, kind: ProgrammeKind) -> tuple[WishShown, ...]:
    """The pairs kept and ruled out by hand, for one kind (one read)."""
    rows = PairWish.objects.filter(programme=programme, client__part=SIDES[kind][0])
    rows = rows.select_related("client__person", "practitioner__person")
    return tuple(
        WishShown(row.pk, row.client, row.practitioner, row.kind)
        for row in rows.order_by("client__person__name")
    )


def wishes_by_pair(run: MatchRun) -> dict[tuple[UUID, UUID], str]:
    """What is wished now for pairs of enrolments, as (client, practitioner) (one read)."""
    rows = PairWish.objects.filter(programme=run.programme_id)
    return {
        (client, practitioner): wish
        for client, practitioner, wish in rows.values_list("client_id", "practitioner_id", "kind")
    }


def count_wishes(run: MatchRun) -> Mapping[str, int]:
    """How many pairs were kept and ruled out by hand when the run was made (one read)."""
    told = audit_part(run, "by_hand")
    return {name: len(pairs) for name, pairs in (told or {}).items()}


def load_wishes(programme: Programme, kind: ProgrammeKind) -> dict[str, tuple[tuple[str, str], ...]]:
    """Pairs of keys (client, practitioner) by wish, as the matching takes them (one read)."""
    rows = PairWish.objects.filter(programme=programme, client__part=SIDES[kind][0]).values_list(
        "kind", "client__person_id", "practitioner__person_id"
    )
    found: dict[str, list[tuple[str, str]]] = {wish: [] for wish in PairWishKind.values}
    for wish, client, practitioner in rows:
        found[wish].append((str(client), str(practitioner)))
    return {wish: tuple(pairs) for wish, pairs in found.items()}


def load_first_choices(run_id: UUID) -> tuple[tuple[str, str], ...]:
    """The first choices of a run, as pairs of keys (client, practitioner) (one read)."""
    rows = ProposalPair.objects.filter(run=run_id, rank=1)
    found = rows.values_list("client__person_id", "practitioner__person_id")
    return tuple((str(client), str(practitioner)) for client, practitioner in found)


def kind_of(run: MatchRun) -> ProgrammeKind:
    """The run's kind, with its own type."""
    return "coaching" if run.kind == "coaching" else "mentoring"


def is_over(run: MatchRun) -> bool:
    """Whether a run has come to an end, good or bad."""
    return run.state not in (RunState.QUEUED, RunState.RUNNING)


@dataclass(frozen=True, slots=True)
class BeforeRun:
    """What one should know before a run: who is there, and what the rules ask that people have not said."""

    asking: int
    helping: int
    places: int
    gaps: tuple[str, ...]


def look_before_run(programme: Programme, kind: ProgrammeKind) -> BeforeRun:
    """The pool as a run would see it now."""
    pool = load_pool(programme, kind)
    gaps = find_gaps_in_pool(pool, get_rules(programme, kind).rules)
    places = sum(one.free_places for one in pool.practitioners)
    return BeforeRun(len(pool.clients), len(pool.practitioners), places, gaps)
