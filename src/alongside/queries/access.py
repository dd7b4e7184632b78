"""The only way to confidential records: what somebody may not see does not exist for them.

sight = get_visible(viewer, "engagement", "read", CoachingEngagement, pk)
sight.record, sight.fields, sight.may("meeting", "create")
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import Model, QuerySet

from alongside.core.confidentiality.conditions import Facts
from alongside.core.confidentiality.policy import Seen, may
from alongside.core.confidentiality.relations import Relation
from alongside.core.verdicts import Refused
from alongside.queries.facts import facts_of
from alongside.queries.relations import relations_of
from alongside.queries.viewers import ANYBODY, Viewer, get_viewer, viewer_as

__all__ = [
    "ANYBODY",
    "NotVisible",
    "Sight",
    "Viewer",
    "get_viewer",
    "get_visible",
    "look_at",
    "only_visible",
    "require",
    "viewer_as",
]


class NotVisible(Exception):  # noqa: N818 - it is not an error: it is what "not there" looks like
    """The record is not there, or not for this viewer: the two are one."""


R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)  # a sight of a mentorship is a sight of a relationship
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Sight(Generic[R_co]):
    """One record as one viewer may see it: with what relations, under which facts, which fields."""

    viewer: Viewer
    record: R_co
    relations: frozenset[Relation]
    facts: Facts
    fields: tuple[str, ...]

    def may(self, resource: str, action: str) -> bool:
        """Whether the viewer may do this to something that lives in the record."""
        return may(resource, action, self.relations, self.facts).allowed

    def fields_of(self, resource: str, action: str = "read") -> tuple[str, ...]:
        """The fields the viewer may see of something that lives in the record."""
        seen = may(resource, action, self.relations, self.facts)
        return seen.fields if isinstance(seen, Seen) else ()

    def is_any(self, *relations: Relation) -> bool:
        """Whether the viewer is any of these to the record."""
        return not self.relations.isdisjoint(relations)


def look_at(viewer: Viewer, resource: str, action: str, record: R) -> Sight[R] | None:
    """The record as this viewer may see it, or None."""
    relations = relations_of(viewer, record)
    facts = facts_of(viewer, relations, record)
    seen = may(resource, action, relations, facts)
    return None if isinstance(seen, Refused) else Sight(viewer, record, relations, facts, seen.fields)


def require(viewer: Viewer, resource: str, action: str, record: R) -> Sight[R]:
    """The record as this viewer may see it; NotVisible when they may not."""
    sight = look_at(viewer, resource, action, record)
    if sight is None:
        raise NotVisible
    return sight


def get_visible(
    viewer: Viewer, resource: str, action: str, rows: type[M] | QuerySet[M], pk: UUID | str
) -> Sight[M]:
    """The row of that id if it is there and the viewer may do this with it; NotVisible else."""
    queryset = rows if isinstance(rows, QuerySet) else rows._default_manager.all()
    record = queryset.filter(pk=pk).first()
    if record is None:
        raise NotVisible
    return require(viewer, resource, action, record)


def only_visible(viewer: Viewer, resource: str, action: str, records: Iterable[R]) -> tuple[R, ...]:
    """Those of a few records that the viewer may see. For long lists, filter rows in the query instead."""
    return tuple(record for record in records if look_at(viewer, resource, action, record))


def require_demo() -> None:
    """NotVisible anywhere but in the demo."""
    if not settings.DEMO:
        raise NotVisible
