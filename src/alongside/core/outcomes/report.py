"""What came of a programme: frozen, through the gate, ready for a page, a file or a chart.

No sentence here says that the help brought something about: there is no comparison group.
"""

from dataclasses import dataclass
from datetime import datetime

from alongside.core.outcomes.funnel import FunnelLine
from alongside.core.outcomes.measures import Result


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure with its lines. `low` and `high` are the ends of its scale; `note` says how to read it."""

    key: str
    title: str
    note: str
    low: float
    high: float
    lines: tuple[Result, ...]
    decimals: int = 1
    middle: float | None = None  # a point of the scale to compare with: no change, as expected
    is_own_scale: bool = False
    consistency: float | None = None  # Cronbach's α of a scale of our own; None below 30 full answers

    @property
    def shown(self) -> tuple[Result, ...]:
        """The lines that have a figure."""
        return tuple(line for line in self.lines if line.value is not None)


@dataclass(frozen=True, slots=True)
class KindReport:
    """Coaching or mentoring in one programme."""

    kind: str
    funnel: tuple[FunnelLine, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class OutcomesReport:
    """All of it, and when it was put together."""

    at: datetime
    kinds: tuple[KindReport, ...]
