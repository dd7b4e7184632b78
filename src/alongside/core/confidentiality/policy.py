"""The one table of who may do what to which fields. What is not written in it is not allowed."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NoReturn

from alongside.core.confidentiality.conditions import NOTHING_KNOWN, Facts
from alongside.core.confidentiality.grants import ACTIONS, EveryField, Resource, Row, expand
from alongside.core.confidentiality.relations import Relation
from alongside.core.confidentiality.tables import (
    coaching,
    confidentiality,
    matching,
    mentoring,
    needs,
    outcomes,
    people,
    product,
    programmes,
    relationships,
    skills,
)
from alongside.core.verdicts import Refused

TOPICS = (
    people,
    programmes,
    needs,
    skills,
    matching,
    relationships,
    coaching,
    mentoring,
    outcomes,
    confidentiality,
    product,
)
RESOURCES: Mapping[str, Resource] = MappingProxyType(
    {resource.name: resource for topic in TOPICS for resource in topic.RESOURCES}
)
POLICY: tuple[Row, ...] = tuple(row for topic in TOPICS for row in expand(topic.GRANTS))

# One sentence for every refusal: a reason that differed would itself tell something.
NOT_OPEN = Refused("This is not open to you.")


@dataclass(frozen=True, slots=True)
class Seen:
    """It may be done, and these fields (never empty, in the resource's own order) may pass."""

    fields: tuple[str, ...]

    @property
    def allowed(self) -> bool:
        return True

    def __bool__(self) -> NoReturn:
        raise TypeError("A verdict has no truth value: ask `.allowed`.")


class UnknownNameError(ValueError):
    """A resource, action or field that the policy does not know: a spelling mistake in the code."""


def _by_resource_and_action() -> Mapping[tuple[str, str], tuple[Row, ...]]:
    gathered: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in POLICY:
        gathered[row.resource, row.action].append(row)
    return MappingProxyType({key: tuple(rows) for key, rows in gathered.items()})


_ROWS = _by_resource_and_action()


def may(
    resource: str, action: str, relations: frozenset[Relation], facts: Facts = NOTHING_KNOWN
) -> Seen | Refused:
    """Whether somebody who is `relations` to a record may do `action` to it, and with which fields.

    Rows for `Relation.NONE` are open to everyone. Several rows that hold are added together.
    Raises UnknownNameError when the resource or the action is not in the vocabulary at all.
    """
    known = resource_named(resource)
    if action not in ACTIONS:
        raise UnknownNameError(f"{action!r} is not an action of the policy.")
    everyone_is = relations | {Relation.NONE}
    opened: set[str] = set()
    for row in _ROWS.get((resource, action), ()):
        if row.relation in everyone_is and row.condition.holds(facts, everyone_is):
            opened.update(fields_of(row))
    return Seen(tuple(field for field in known.fields if field in opened)) if opened else NOT_OPEN


def is_declared(resource: str, action: str) -> bool:
    """Whether any row speaks of this pair, so that a view may be registered under it."""
    return (resource, action) in _ROWS


def rows_for(resource: str, action: str | None = None) -> tuple[Row, ...]:
    """The rows of one resource in the order written; of one action, or of all."""
    resource_named(resource)
    return tuple(row for row in POLICY if row.resource == resource and action in {None, row.action})


def fields_of(row: Row) -> tuple[str, ...]:
    """The names of the fields a row opens."""
    return RESOURCES[row.resource].fields if isinstance(row.fields, EveryField) else row.fields


def resource_named(name: str) -> Resource:
    """The resource of this name, or UnknownNameError."""
    if name not in RESOURCES:
        raise UnknownNameError(f"{name!r} is not a resource of the policy.")
    return RESOURCES[name]
