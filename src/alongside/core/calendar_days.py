"""Counting days the way people do: working days, and months that end on a day that exists."""

import calendar
from datetime import datetime, timedelta

SATURDAY = 5


def after_days(moment: datetime, days: float) -> datetime:
    return moment + timedelta(days=days)


def after_months(moment: datetime, months: int) -> datetime:
    """The same day `months` later; 31 January and one month is the last day of February."""
    years, month0 = divmod(moment.month - 1 + months, 12)
    year, month = moment.year + years, month0 + 1
    return moment.replace(year=year, month=month, day=min(moment.day, calendar.monthrange(year, month)[1]))


def after_working_days(moment: datetime, days: int) -> datetime:
    """`days` working days later (Monday to Friday; public holidays are not known here), same time of day."""
    left = days
    while left > 0:
        moment += timedelta(days=1)
        left -= moment.weekday() < SATURDAY
    return moment


def days_between(earlier: datetime, later: datetime) -> float:
    """Days from earlier to later, with their fraction."""
    return (later - earlier) / timedelta(days=1)
