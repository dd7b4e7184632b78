from datetime import date
from zoneinfo import ZoneInfoNotFoundError

import pytest

from alongside.core.matching import FreeSpan, week_bits
from alongside.core.matching.free_time import minutes

MONDAY_NINE_TO_TEN = (FreeSpan(0, 9 * 60, 10 * 60),)
WINTER, SUMMER = date(2026, 1, 12), date(2026, 7, 13)


@pytest.mark.parametrize(
    ("zone", "monday_on", "first_slot"),
    [
        ("UTC", WINTER, 18),
        ("Europe/Berlin", WINTER, 16),
        ("Europe/Berlin", SUMMER, 14),
        ("Asia/Kolkata", WINTER, 7),
        ("Pacific/Auckland", WINTER, 328),  # its Monday morning is the Sunday evening before, in UTC
    ],
)
def test_an_hour_stands_where_it_lies_in_utc_in_that_week(zone, monday_on, first_slot):
    assert week_bits(MONDAY_NINE_TO_TEN, zone, monday_on) == 0b11 << first_slot


def test_a_half_hour_counts_only_if_the_whole_of_it_is_free():
    assert minutes(week_bits((FreeSpan(0, 9 * 60 + 15, 10 * 60),), "UTC", WINTER)) == 30


def test_an_hour_the_clock_skips_is_nobodys_free_time():
    sunday_two_to_three = (FreeSpan(6, 2 * 60, 3 * 60),)
    assert week_bits(sunday_two_to_three, "Europe/Berlin", date(2026, 3, 23)) == 0
    assert minutes(week_bits(sunday_two_to_three, "Europe/Berlin", date(2026, 10, 19))) == 120


def test_an_unknown_zone_is_an_error():
    with pytest.raises(ZoneInfoNotFoundError):
        week_bits(MONDAY_NINE_TO_TEN, "Mars/Olympus", WINTER)
