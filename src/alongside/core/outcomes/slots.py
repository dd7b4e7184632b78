"""Places for questionnaires of others. The scoring is ready; the wording is pasted in by whoever holds a licence.

Nothing here contains anybody's items. A slot is off until an organisation fills it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Slot:
    """How many items it has, their range, and the factor the sum is multiplied by."""

    key: str
    title: str
    items: int
    low: int
    high: int
    factor: int

    def score(self, answers: Sequence[int]) -> int | None:
        """sum × factor, or None unless every item is answered."""
        if len(answers) != self.items:
            return None
        if any(not self.low <= answer <= self.high for answer in answers):
            raise ValueError(f"An answer is {self.low} to {self.high}.")
        return sum(answers) * self.factor


SLOTS: Final = (Slot("who5", "WHO-5 well-being index", items=5, low=0, high=5, factor=4),)
