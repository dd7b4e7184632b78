"""How a mentorship keeps in touch: days since contact against the agreed interval, pauses left out.

A growing gap is a reason to prompt both, privately. It is never a report.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

DAY = timedelta(days=1)


class Standing(StrEnum):
    ON_TRACK = "on_track"
    DRIFTING = "drifting"
    AT_RISK = "at_risk"
    DORMANT = "dormant"


@dataclass(frozen=True, slots=True)
class CadenceRules:
    """`every_days` is the agreed interval E; the ratios are multiples of it; the last is in plain days."""

    every_days: float = 42
    on_track_to: float = 1.25
    drifting_to: float = 2.0
    at_risk_to: float = 3.0
    dormant_after_days: float = 120

    def __post_init__(self) -> None:
        if self.every_days <= 0:
            raise ValueError("The agreed interval must be longer than nothing.")

    @property
    def quiet_days(self) -> float:
        """Days after which it counts as dormant: whichever of the two bounds comes first."""
        return min(self.at_risk_to * self.every_days, self.dormant_after_days)


USUAL_CADENCE: Final = CadenceRules()


@dataclass(frozen=True, slots=True)
class Pause:
    """A time agreed to be without contact. Open-ended while `ends_at` is None."""

    begins_at: datetime
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Days since contact (pauses excluded), the same over E, and what that means."""

    days: float
    ratio: float
    standing: Standing


def assess_contact(
    last_contact_at: datetime,
    at: datetime,
    rules: CadenceRules = USUAL_CADENCE,
    pauses: tuple[Pause, ...] = (),
) -> Contact:
    """Where the contact stands at that moment."""
    days = days_without_contact(last_contact_at, at, pauses)
    ratio = days / rules.every_days
    return Contact(days, ratio, _standing(days, ratio, rules))


def _standing(days: float, ratio: float, rules: CadenceRules) -> Standing:
    if ratio > rules.at_risk_to or days > rules.dormant_after_days:
        return Standing.DORMANT
    if ratio > rules.drifting_to:
        return Standing.AT_RISK
    return Standing.DRIFTING if ratio > rules.on_track_to else Standing.ON_TRACK


def days_without_contact(since: datetime, at: datetime, pauses: tuple[Pause, ...] = ()) -> float:
    """Days from `since` to `at`, less every paused stretch in between (overlaps counted once)."""
    if at <= since:
        return 0.0
    paused = sum((end - begin for begin, end in _merged(since, at, pauses)), timedelta())
    return (at - since - paused) / DAY


def moment_after(since: datetime, days: float, pauses: tuple[Pause, ...] = ()) -> datetime | None:
    """When `days` unpaused days have gone by; None if an open-ended pause comes before that."""
    moment, left = since, timedelta(days=days)
    for begin, end in _merged(since, None, pauses):
        if begin - moment >= left:
            break
        left -= begin - moment
        if end == datetime.max.replace(tzinfo=end.tzinfo):
            return None
        moment = end
    return moment + left


def _merged(
    since: datetime, until: datetime | None, pauses: tuple[Pause, ...]
) -> tuple[tuple[datetime, datetime], ...]:
    """The paused stretches between the two moments, in order, none overlapping."""
    last = until or datetime.max.replace(tzinfo=since.tzinfo)
    merged: list[tuple[datetime, datetime]] = []
    for pause in sorted(pauses, key=lambda pause: pause.begins_at):
        begin, end = max(pause.begins_at, since), min(pause.ends_at or last, last)
        if merged:
            begin = max(begin, merged[-1][1])
        if begin < end:
            merged.append((begin, end))
    return tuple(merged)
