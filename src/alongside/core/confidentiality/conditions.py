"""When a row of the policy holds: small values asked about facts that the caller gathered.

A fact that nobody gave counts as the answer that opens nothing.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from alongside.core.confidentiality.relations import Relation


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true of one record (and, where it says so, of the viewer). Every default opens nothing.

    `released` pairs an item of RELEASABLE with the relation it was released to, and names a relation only
    while the very person it was released to still stands in it: a successor starts with nothing.
    """

    agreed: frozenset[str] = frozenset()  # keys of CLAUSES in the signed agreement that is in force
    released: frozenset[tuple[str, Relation]] = frozenset()  # ("journal", Relation.COACH): see above
    consents: frozenset[str] = frozenset()  # CONSENTS the client or mentee has given and not withdrawn
    self_referred: bool = True  # the person came by themselves, nobody in their line sent them
    enrolment_open: bool = False
    invited: bool = False  # the viewer holds a valid invitation
    offers_help: bool = False  # the person is a coach or mentor that a programme shows to its members
    asked_to_talk: bool = False  # the person asked to talk their need over, with this reviewer
    access_request: bool = False  # a formal request for access to the notes was granted
    published: bool = False  # the proposal has been published
    in_demo: bool = False  # this install is the demo
    people: int = 0  # how many people are behind a figure


NOTHING_KNOWN = Facts()

CLAUSES = MappingProxyType(
    {
        "existence": "The sponsor sees that the engagement exists, who the two people are and its state.",
        "attendance": "The sponsor sees how many sessions were held and missed.",
        "ratings": "The sponsor sees skill ratings, each only once the client releases it.",
        "attainment": "The sponsor sees how far goals were reached, each only once the client releases it.",
        "review": "The sponsor takes part in reviews and sees the part meant for all three.",
        "line_manager_existence": "The line manager sees that the engagement exists and its state.",
        "line_manager_agreement": "The line manager reads the part of the agreement made by all three.",
        "line_manager_goals": "The line manager sees the goals shared by all three.",
    }
)
RELEASABLE = ("need", "journal", "ratings", "attainment", "response", "path")
CONSENTS = ("supervision",)
FLAGS = MappingProxyType(
    {
        "enrolment_open": "enrolment is open",
        "invited": "they hold an invitation",
        "offers_help": "the person offers help in a programme",
        "asked_to_talk": "the person asked to talk it over",
        "access_request": "a formal request for access was granted",
        "published": "it has been published",
        "in_demo": "this is the demo",
    }
)


class Condition(Protocol):
    """Something that must be true before a row opens anything. `str()` gives it in words, after "if"."""

    def holds(self, facts: Facts, relations: frozenset[Relation]) -> bool: ...


@dataclass(frozen=True, slots=True)
class Always:
    def holds(self, facts: Facts, relations: frozenset[Relation]) -> bool:
        return True

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The signed agreement in force contains this information-flow clause (a key of CLAUSES)."""

    clause: str

    def holds(self, facts: Facts, relations: frozenset[Relation]) -> bool:
        return self.clause in facts.agreed

    def __str__(self) -> str:
        return f"the signed agreement says so ({self.clause.replace('_', ' ')})"


@dataclass(frozen=True, slots=True)
class Released:
    """The person it belongs to has opened this item (one of RELEASABLE) to somebody in this relation."""

    item: str

    def holds(self, facts: Facts, relations: frozenset[Relation]) -> bool:
        return any((self.item, relation) in facts.released for relation in relations)

    def __str__(self) -> str:
        return "the person it belongs to released it to them"


@dataclass(frozen=True, slots=True)
class Consent:
    """The client or mentee has consented to this purpose (one of CONSENTS) and not taken it back."""

    purpose: str

    def holds(self, facts: Facts, relations: frozenset[Relation]) -> bool:
        return self.purpose in facts.consents

    def __str__(self) -> str:
        return f"the client or mentee consents to {self.purpose}"


@dataclass(frozen=True, slots=True)
class NotSelfReferred:
    def holds(self, facts: Facts, relations: frozenset[Relation]) -> bool:
        return not facts.self_referred

    def __str__(self) -> str:
        return "the person did not come by themselves"


@dataclass(frozen=True, slots=True)
class When:
    """A plain yes-or-no fact: the name of one of FLAGS."""

    flag: str

    def holds(self, facts: Facts, relations: frozenset[Relation]) -> bool:
        return bool(getattr(facts, self.flag))

    def __str__(self) -> str:
        return FLAGS[self.flag]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The figure is about no fewer people than this, so that it tells nothing about any one of them."""

    people: int

    def holds(self, facts: Facts, relations: frozenset[Relation]) -> bool:
        return facts.people >= self.people

    def __str__(self) -> str:
        return f"it is about {self.people} people or more"


@dataclass(frozen=True, slots=True)
class Unless:
    """The viewer is not also this to the record: an office opens nothing about oneself."""

    relation: Relation

    def holds(self, facts: Facts, relations: frozenset[Relation]) -> bool:
        return self.relation not in relations

    def __str__(self) -> str:
        return f"they are not themselves the {self.relation.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class Both:
    """Two conditions together; neither is enough alone."""

    one: Condition
    other: Condition

    def holds(self, facts: Facts, relations: frozenset[Relation]) -> bool:
        return self.one.holds(facts, relations) and self.other.holds(facts, relations)

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The simple conditions that must all hold, in the order written; `Always` has none."""
    if isinstance(condition, Always):
        return ()
    if isinstance(condition, Both):
        return parts_of(condition.one) + parts_of(condition.other)
    return (condition,)
