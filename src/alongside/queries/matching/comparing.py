"""Two runs of a programme side by side: who stays, who moves, who comes and goes."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.core.paginator import Page, Paginator

from alongside.core import matching
from alongside.core.matching import Differences, compare_runs
from alongside.core.matching.engine.differences import ClientChange
from alongside.models import Enrolment, MatchRun
from alongside.queries.access import NotVisible, Sight
from alongside.queries.matching.pool import SIDES
from alongside.queries.matching.runs import kind_of
from alongside.queries.pages import dressed

PER_PAGE: Final = 25
MOST_RUNS: Final = 20


@dataclass(frozen=True, slots=True)
class Beside:
    """An earlier run beside this one."""

    other: MatchRun
    found: Differences


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """A client and whom they have in either run."""

    client: Enrolment
    change: ClientChange
    before: Enrolment | None
    after: Enrolment | None


def list_comparable(sight: Sight[MatchRun]) -> tuple[MatchRun, ...]:
    """The other runs of the same kind that came to an end, the newest first (one read)."""
    run = sight.record
    rows = MatchRun.objects.filter(programme=run.programme_id, kind=run.kind, placed__isnull=False)
    return tuple(rows.exclude(pk=run.pk).defer("audit").order_by("-created_at")[:MOST_RUNS])


def default_other(sight: Sight[MatchRun], others: tuple[MatchRun, ...]) -> MatchRun | None:
    """The run this one stays with, else the one before it, else any."""
    run = sight.record
    follows = (one for one in others if one.pk == run.stays_with_id)
    before = (one for one in others if one.created_at < run.created_at)
    return next(follows, None) or next(before, None) or next(iter(others), None)


def get_beside(sight: Sight[MatchRun], other_id: UUID) -> Beside:
    """What is different from that run to this one (one read)."""
    if not sight.may("proposal_pair", "list"):
        raise NotVisible
    run = sight.record
    rows = MatchRun.objects.filter(programme=run.programme_id, kind=run.kind, placed__isnull=False)
    found = {row.pk: row for row in rows.filter(pk__in=(run.pk, other_id)).exclude(audit=None)}
    if run.pk not in found or other_id not in found:
        raise NotVisible
    other = found[other_id]
    return Beside(other, compare_runs(_read(other), _read(found[run.pk])))


def _read(run: MatchRun) -> matching.MatchRun:
    return matching.MatchRun.from_dict(run.audit or {})


def list_changes(
    sight: Sight[MatchRun], beside: Beside, change: Any, *, search: str = "", page: int | str = 1
) -> Page[ChangeShown]:
    """A page of those of whom this is true, by name (two reads)."""
    changes = {one.client: one for one in beside.found.of(change)}
    run, (asking, helping) = sight.record, SIDES[kind_of(sight.record)]
    clients = Enrolment.objects.filter(programme=run.programme_id, part=asking)
    if search:
        clients = clients.filter(person__name__icontains=search)
    rows = [row for row in _named(clients) if str(row.person_id) in changes]
    wanted = Paginator(rows, PER_PAGE).get_page(page)
    here = [changes[str(row.person_id)] for row in wanted]
    keys = {key for one in here for key in (one.before, one.after) if key}
    helpers = Enrolment.objects.filter(programme=run.programme_id, part=helping, person__in=map(UUID, keys))
    people = {str(row.person_id): row for row in helpers.select_related("person")}
    return dressed(
        wanted,
        (
            ChangeShown(row, one, people.get(one.before or ""), people.get(one.after or ""))
            for row, one in zip(wanted, here, strict=True)
        ),
    )


def _named(rows: Any) -> list[Enrolment]:
    return list(rows.select_related("person").order_by("person__name", "pk"))
