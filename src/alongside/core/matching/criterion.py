"""What a criterion is.

A criterion sees a *part* of each side (`of_client`, `of_practitioner`), measures the two parts, and says in one
sentence what it found. The parts are small hashable values, so people who are alike for a criterion are measured
once for all (the engine builds one row of numbers per distinct part), and a criterion cannot look at what it did
not ask for. The number comes first and the sentence is said about that number: they cannot disagree.

Sentences are read by both people: they use no role word that fits only one of them, and name no other person.
"""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Generic, Literal, Protocol, TypeVar

from alongside.core.matching.options import Option
from alongside.core.matching.pool import ClientFacts, PractitionerFacts, ProgrammeKind
from alongside.core.verdicts import Refused

Kind = Literal["constraint", "preference"]
Worth = Literal["none", "weight", "points", "own"]
Setting = Mapping[str, Any]  # JSON values, checked by the criterion's options, defaults filled in
BOTH: Final[frozenset[ProgrammeKind]] = frozenset({"coaching", "mentoring"})


@dataclass(frozen=True, slots=True)
class Finding:
    """How well a pair fits one criterion, 0 to 1, and why."""

    fit: float
    because: str

    def __post_init__(self) -> None:
        if not 0 <= self.fit <= 1:
            raise ValueError(f"A fit lies between 0 and 1, not at {self.fit}.")


class Criterion(Protocol):
    """A question about a pair. `words` says what it does; each option says what it changes.

    `worth` tells what a rule with this criterion carries: nothing (constraints), a weight 0–5, points, or its own
    table of points. `told_apart` is False where a refusal may be somebody's own word: nobody is told which rule it was.
    """

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def worth(self) -> Worth: ...
    @property
    def applies_to(self) -> frozenset[ProgrammeKind]: ...
    @property
    def words(self) -> str: ...
    @property
    def options(self) -> tuple[Option, ...]: ...
    @property
    def told_apart(self) -> bool: ...

    def of_client(self, client: ClientFacts, setting: Setting, /) -> Hashable: ...
    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting, /) -> Hashable: ...
    def measure(self, client: Any, practitioner: Any, setting: Setting, /) -> float | None: ...
    def check(self, setting: Setting, /) -> tuple[str, ...]: ...
    def own_points(self, setting: Setting, /) -> int: ...
    def assess(
        self, client: ClientFacts, practitioner: PractitionerFacts, setting: Setting, /
    ) -> Finding | Refused: ...


C = TypeVar("C", bound=Hashable)
P = TypeVar("P", bound=Hashable)


class Look(ABC, Generic[C, P]):
    """The way a criterion is written: two parts, one measure, one sentence."""

    key: ClassVar[str]
    title: ClassVar[str]
    words: ClassVar[str]
    kind: ClassVar[Kind]
    worth: ClassVar[Worth] = "none"
    applies_to: ClassVar[frozenset[ProgrammeKind]] = BOTH
    options: ClassVar[tuple[Option, ...]] = ()
    told_apart: ClassVar[bool] = True

    @abstractmethod
    def of_client(self, client: ClientFacts, setting: Setting, /) -> C:
        """What this criterion sees of a client."""

    @abstractmethod
    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting, /) -> P:
        """What this criterion sees of a practitioner."""

    @abstractmethod
    def measure(self, client: C, practitioner: P, setting: Setting, /) -> float | None:
        """The fit of two parts, 0 to 1, or `None` when the pair is refused."""

    @abstractmethod
    def say(self, client: C, practitioner: P, setting: Setting, fit: float | None, /) -> str:
        """One sentence for that measure."""

    def check(self, setting: Setting, /) -> tuple[str, ...]:
        """What is wrong with a setting beyond its single options, one sentence each."""
        return ()

    def own_points(self, setting: Setting, /) -> int:
        """The most points this setting can give, where the setting itself says the points."""
        return 0

    def assess(
        self, client: ClientFacts, practitioner: PractitionerFacts, setting: Setting, /
    ) -> Finding | Refused:
        mine, theirs = self.of_client(client, setting), self.of_practitioner(practitioner, setting)
        fit = self.measure(mine, theirs, setting)
        because = self.say(mine, theirs, setting, fit)
        return Refused(because) if fit is None else Finding(fit, because)


class Constraint(Look[C, P]):
    """Allows a pair (a fit of 1) or refuses it."""

    kind = "constraint"


class Preference(Look[C, P]):
    """Says how good a pair would be; never refuses."""

    kind = "preference"
    worth: ClassVar[Worth] = "weight"
