"""What every event has.

An event names the relationship, who did it (a relation such as "client", or "clock") and when. It carries no
words anybody wrote: topics, reasons and notes stay in their own records, behind their own rules.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Event:
    """`about` is the identity of the record it happened to, `by` a relation, `at` a moment with a zone."""

    about: str
    by: str
    at: datetime

    @property
    def name(self) -> str:
        return type(self).__name__
