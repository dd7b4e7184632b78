"""A refusal is a value: the answer to "may it?" is `Allowed` or `Refused` with its reason.

A verdict has no truth value on purpose. A frozen object is true by default, so `if may_enrol(…):` would let
everybody in; it raises instead, and the reader writes `.allowed`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NoReturn


@dataclass(frozen=True, slots=True)
class Allowed:
    """It may be done."""

    @property
    def allowed(self) -> bool:
        return True

    def __bool__(self) -> NoReturn:
        raise TypeError("A verdict has no truth value: ask `.allowed`.")


@dataclass(frozen=True, slots=True)
class Refused:
    """It may not be done. `because` is a whole sentence for the person who asked."""

    because: str

    @property
    def allowed(self) -> bool:
        return False

    def __bool__(self) -> NoReturn:
        raise TypeError("A verdict has no truth value: ask `.allowed`, or compare with `is None`.")


Verdict = Allowed | Refused

ALLOWED: Final = Allowed()


def allow_if(condition: bool, because: str) -> Verdict:
    """`ALLOWED` when the condition holds, else the refusal."""
    return ALLOWED if condition else Refused(because)


def first_refusal(verdicts: Iterable[Verdict]) -> Verdict:
    """The first refusal in the given order, or `ALLOWED`. Later verdicts are not computed when lazy."""
    return next((verdict for verdict in verdicts if isinstance(verdict, Refused)), ALLOWED)
