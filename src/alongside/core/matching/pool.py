"""The facts a matching run looks at, frozen. Nothing here knows of a database.

A key names a person: the same person offering and asking in one pool has the same key on both sides.
"Not stated" is always the empty value (`""`, an empty set, `None`), so a criterion can say that it does not know.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

ProgrammeKind = Literal["coaching", "mentoring"]
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
NOT_SAID: Final[Mapping[str, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SkillWanted:
    """One skill a client wants to grow: levels 0–5 now and hoped for, importance 1–3."""

    skill: str
    current: int
    required: int
    importance: int = 2

    @property
    def gap(self) -> int:
        return max(0, self.required - self.current)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """What both sides state.

    `free_time` is a bit set of the 336 half-hours of one dated week in UTC (see `free_time.py`), `None` if not
    stated. `managers_above` are the line managers beyond the direct one. `not_again` is this person's own wish.
    `choices` are the keys of people they would choose, best first. `columns` holds any imported column as text.
    """

    key: str
    languages: frozenset[str] = frozenset()
    free_time: int | None = None
    time_zone: str = ""
    place: str = ""
    formats: frozenset[str] = frozenset()  # "remote", "in_person"
    line_manager: str | None = None
    managers_above: frozenset[str] = frozenset()
    conflicts: frozenset[str] = frozenset()
    together_before: frozenset[str] = frozenset()
    not_again: frozenset[str] = frozenset()
    roles_held: frozenset[str] = frozenset()
    career_stage: int | None = None
    function: str = ""
    text: str = ""  # a client's goals for matching, a practitioner's own words about themselves
    choices: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFacts(PersonFacts):
    """A client or mentee who waits for a practitioner."""

    skills_wanted: frozenset[SkillWanted] = frozenset()
    roles_wanted: frozenset[str] = frozenset()
    same_path_essential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PractitionerFacts(PersonFacts):
    """A coach or mentor with places. `load` is how many places are taken; `full_for_now` is their own switch."""

    skills_offered: Mapping[str, int] = field(default_factory=lambda: NOT_SAID)  # skill → level 0–5
    places: int = 1
    load: int = 0
    full_for_now: bool = False
    credential_current: bool = False
    verified: bool = False
    supervision_current: bool = False

    @property
    def free_places(self) -> int:
        return 0 if self.full_for_now else max(0, self.places - self.load)


@dataclass(frozen=True, slots=True)
class Pool:
    """Everybody in one run. Both sides are kept in the order of their keys, so the order of rows never matters."""

    kind: ProgrammeKind
    clients: tuple[ClientFacts, ...]
    practitioners: tuple[PractitionerFacts, ...]

    def __post_init__(self) -> None:
        for side in ("clients", "practitioners"):
            people = tuple(sorted(getattr(self, side), key=lambda person: person.key))
            if len({person.key for person in people}) < len(people):
                raise ValueError(f"The same key stands twice among the {side}.")
            object.__setattr__(self, side, people)
