"""Free time as a bit set: the 336 half-hours of one dated week in UTC.

The week is dated because an hour in Berlin and an hour in Sydney lie differently apart in July and in December.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

HALF_HOURS_A_WEEK: Final = 336
_STEP: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class FreeSpan:
    """Free on one weekday (Monday is 0) from a minute of the day up to, not including, another (at most 1440)."""

    weekday: int
    from_minute: int
    to_minute: int

    def holds(self, starts_at: datetime) -> bool:
        minute = starts_at.hour * 60 + starts_at.minute
        return (
            self.weekday == starts_at.weekday()
            and self.from_minute <= minute
            and minute + 30 <= self.to_minute
        )


def week_bits(spans: Iterable[FreeSpan], time_zone: str, monday_on: date) -> int:
    """The half-hours of the UTC week beginning on `monday_on` that are free in local time. Bit 0 is Monday 00:00 UTC.

    `ValueError` or `ZoneInfoNotFoundError` for an unknown zone. A half-hour counts only if the whole of it is free.
    """
    zone, known = ZoneInfo(time_zone), tuple(spans)
    begin = datetime.combine(monday_on, time(), UTC)
    bits = 0
    for slot in range(HALF_HOURS_A_WEEK):
        local = (begin + slot * _STEP).astimezone(zone)
        if any(span.holds(local) for span in known):
            bits |= 1 << slot
    return bits


def minutes(bits: int) -> int:
    return bits.bit_count() * 30
