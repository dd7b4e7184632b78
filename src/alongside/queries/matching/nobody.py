"""Those a run found nobody for: why, what would change it, and where places are short."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator

from alongside.models import Enrolment, MatchRun
from alongside.queries.access import NotVisible, Sight
from alongside.queries.matching.pool import SIDES
from alongside.queries.matching.runs import audit_part, kind_of
from alongside.queries.pages import dressed

PER_PAGE: Final = 25
SHORTAGES_SHOWN: Final = 5
NAMES_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class WithoutAnybody:
    """One person the run found nobody for, why, and what stands in the way of how many.

    `waivers` are the smallest sets of rules to do without, so that somebody is possible.
    """

    enrolment: Enrolment
    cause: str
    possible: int
    because: str
    exclusions: tuple[Mapping[str, Any], ...]
    waivers: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class ShortOfPlaces:
    """These people can only go to these practitioners, whose places are `without` too few.

    Names are the first few of each side; the numbers are of all. `best_place` is where one more place helps the most.
    """

    asking: int
    names: tuple[str, ...]
    helping: int
    helpers: tuple[str, ...]
    places: int
    without: int
    best_place: Enrolment | None


def list_unmatched(sight: Sight[MatchRun], *, search: str = "", page: int | str = 1) -> Page[WithoutAnybody]:
    """A page of everybody without anybody, by name (three reads)."""
    told = {one["client"]: one for one in _audit(sight, "unmatched")}
    run = sight.record
    rows = Enrolment.objects.filter(programme=run.programme_id, part=SIDES[kind_of(run)][0])
    if search:
        rows = rows.filter(person__name__icontains=search)
    named = rows.order_by("person__name", "pk").values_list("pk", "person_id")
    keys = [(pk, str(person)) for pk, person in named if str(person) in told]
    wanted = Paginator(keys, PER_PAGE).get_page(page)
    people = rows.select_related("person").in_bulk([pk for pk, _ in wanted])
    return dressed(wanted, (_without(people[pk], told[key]) for pk, key in wanted))


def _without(enrolment: Enrolment, told: Mapping[str, Any]) -> WithoutAnybody:
    exclusions = tuple(sorted(told["exclusions"], key=lambda one: (-one["alone"], -one["excludes"])))
    because = (told["cause"], told["possible"], told["because"])
    return WithoutAnybody(enrolment, *because, exclusions, tuple(told["waivers"]))


def list_shortages(sight: Sight[MatchRun]) -> tuple[ShortOfPlaces, ...]:
    """Where places are short, the most lacking first; at most a few (two reads)."""
    found = sorted(_audit(sight, "shortages"), key=lambda one: -one["without"])[:SHORTAGES_SHOWN]
    keys = {key for one in found for side in ("clients", "practitioners") for key in one[side]}
    rows = Enrolment.objects.filter(
        programme=sight.record.programme_id, part__in=SIDES[kind_of(sight.record)]
    )
    people = {(row.part, str(row.person_id)): row for row in rows.select_related("person")} if keys else {}
    asking, helping = SIDES[kind_of(sight.record)]
    return tuple(
        ShortOfPlaces(
            len(one["clients"]),
            _names(people, asking, one["clients"]),
            len(one["practitioners"]),
            _names(people, helping, one["practitioners"]),
            one["places"],
            one["without"],
            people.get((helping, one["best_place"])),
        )
        for one in found
    )


def _names(people: Mapping[tuple[str, str], Enrolment], part: str, keys: Sequence[str]) -> tuple[str, ...]:
    here = [people[part, key].person.name for key in keys if (part, key) in people]
    return tuple(sorted(here)[:NAMES_SHOWN])


def _audit(sight: Sight[MatchRun], part: str) -> list[dict[str, Any]]:
    if not sight.may("proposal_pair", "list"):
        raise NotVisible
    return list(audit_part(sight.record, part) or ())
