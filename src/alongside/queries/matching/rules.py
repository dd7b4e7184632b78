"""A programme's matching rules: the newest version, the earlier ones, and the columns they can look at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.core.matching import DEFAULTS, RuleSet, read_rules
from alongside.core.matching.pool import ProgrammeKind
from alongside.core.verdicts import Refused
from alongside.models import Enrolment, EnrolmentState, Programme, RuleSetVersion
from alongside.queries.access import NotVisible, Sight, Viewer, get_visible
from alongside.queries.matching.pool import SIDES, columns_of

VALUES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class RulesInUse:
    """The rules of a programme for one kind. Number 0 are those the product comes with, never saved yet."""

    rules: RuleSet
    number: int
    note: str = ""
    made_at: datetime | None = None
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """A column rules can look at: how many of each side have a value in it, and which values are frequent."""

    name: str
    asking: int
    helping: int
    values: tuple[str, ...]


def get_programme_rules(viewer: Viewer, action: str, programme_id: UUID) -> Sight[Programme]:
    """The programme, if the viewer may do this with its rules."""
    rows = Programme.objects.select_related("organisation")
    return get_visible(viewer, "match_rules", action, rows, programme_id)


def get_rules(programme: Programme, kind: ProgrammeKind) -> RulesInUse:
    """The rules in use (one read): the newest version, else what the product comes with."""
    newest = _versions(programme, kind).first()
    return _in_use(newest) if newest else RulesInUse(DEFAULTS[kind], 0)


def list_versions(programme: Programme, kind: ProgrammeKind) -> tuple[RulesInUse, ...]:
    """Every version, the newest first, and at the end the rules the product comes with."""
    return (*map(_in_use, _versions(programme, kind)), RulesInUse(DEFAULTS[kind], 0))


def get_version(programme: Programme, kind: ProgrammeKind, number: int) -> RulesInUse:
    """One version by its number; 0 for the rules the product comes with."""
    found = next((one for one in list_versions(programme, kind) if one.number == number), None)
    if found is None:
        raise NotVisible
    return found


def _versions(programme: Programme, kind: ProgrammeKind) -> QuerySet[RuleSetVersion]:
    return RuleSetVersion.objects.filter(programme=programme, kind=kind).select_related("made_by")


def rules_of(version: RuleSetVersion) -> RuleSet:
    """The rules a version holds."""
    read = read_rules(version.rules)
    assert not isinstance(read, Refused)  # noqa: S101 - only rules that were read are ever saved
    return read


def _in_use(version: RuleSetVersion) -> RulesInUse:
    read = rules_of(version)
    by = version.made_by.name if version.made_by else ""
    return RulesInUse(read, version.number, version.note, version.created_at, by)


def list_columns(programme: Programme, kind: ProgrammeKind) -> tuple[ColumnUse, ...]:
    """The columns the people of a programme have values in, the fullest first (one read)."""
    asking, helping = SIDES[kind]
    rows = Enrolment.objects.filter(
        programme=programme, part__in=(asking, helping), state=EnrolmentState.APPROVED
    ).select_related("person")
    filled: Counter[tuple[str, str]] = Counter()
    values: dict[str, Counter[str]] = {}
    for row in rows:
        for name, value in columns_of(row.person, row.columns).items():
            if value.strip():
                filled[name, row.part] += 1
                values.setdefault(name, Counter())[" ".join(value.split())] += 1
    uses = [
        ColumnUse(name, filled[name, asking], filled[name, helping], _frequent(found))
        for name, found in values.items()
    ]
    return tuple(sorted(uses, key=lambda use: (-(use.asking + use.helping), use.name.casefold())))


def _frequent(values: Mapping[str, int]) -> tuple[str, ...]:
    """Values that several people share, the most frequent first: a value of one person says who it is."""
    shared = [value for value, times in Counter(values).most_common() if times > 1]
    return tuple(shared[:VALUES_SHOWN])
