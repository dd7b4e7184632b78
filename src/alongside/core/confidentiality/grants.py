"""The shape of the policy table: resources with their fields, and rows that open them."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from alongside.core.confidentiality.conditions import Always, Condition
from alongside.core.confidentiality.relations import Relation

ACTIONS = MappingProxyType(
    {
        "read": "look at one",
        "list": "meet it in a list, a search or a count",
        "create": "make a new one",
        "edit": "change it, move it on, or take it away",
        "decide": "say yes or no to it",
        "sign": "put one's name to it",
        "run": "set it to work",
        "publish": "let the people concerned see it",
        "release": "open it to one more person, or take that back",
        "close": "end it",
    }
)


@dataclass(frozen=True, slots=True)
class EveryField:
    """Stands in a row for all fields of its resource."""

    def __str__(self) -> str:
        return "everything"


ALL = EveryField()
ALWAYS = Always()


@dataclass(frozen=True, slots=True)
class Resource:
    """A kind of record or page, with the names of what can be seen of it."""

    name: str
    words: str  # as a person would say it: "a session"
    fields: tuple[str, ...]
    written_by: tuple[Relation, ...] = ()  # who, in words, the author of one is
    confidential: bool = False  # reachable through queries/access.py only


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the policy: this relation may do this to these fields, if the condition holds."""

    resource: str
    action: str
    relation: Relation
    fields: tuple[str, ...] | EveryField = ALL
    condition: Condition = ALWAYS

    def touches(self, *fields: str) -> bool:
        """Whether the row opens any of these fields."""
        return isinstance(self.fields, EveryField) or not set(self.fields).isdisjoint(fields)


@dataclass(frozen=True, slots=True)
class Grant:
    """Several rows written as one line: actions as words with spaces between, relations as a tuple."""

    resource: str
    actions: str
    relations: tuple[Relation, ...]
    fields: tuple[str, ...] | EveryField = ALL
    condition: Condition = ALWAYS

    def rows(self) -> tuple[Row, ...]:
        return tuple(
            Row(self.resource, action, relation, self.fields, self.condition)
            for action in self.actions.split()
            for relation in self.relations
        )


def expand(grants: Iterable[Grant]) -> tuple[Row, ...]:
    """All rows of the grants, in the order written."""
    return tuple(row for grant in grants for row in grant.rows())
