"""Where help is shown for, and how a number becomes something to tap."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.needs.help_contacts import (
    CONTACTS,
    COUNTRIES,
    EVERYWHERE,
    contacts_for,
    is_due,
    not_taken_over,
)
from alongside.core.needs.reach import reach_parts
from alongside.core.needs.whereabouts import ZONES, country_of


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_begins_with_its_emergency_number(country: str) -> None:
    first, *others = contacts_for(country)
    assert first.kind == "emergency"
    assert others, "There is also somebody to talk to."


def test_every_country_with_contacts_is_found_by_a_time_zone() -> None:
    assert {*ZONES, EVERYWHERE} == set(COUNTRIES) == set(CONTACTS)


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ({"chosen": "ie", "time_zone": "Europe/London", "organisation": "GB"}, "IE"),
        ({"chosen": "XX", "time_zone": "Europe/Dublin", "organisation": "GB"}, "IE"),
        ({"time_zone": "Europe/Berlin", "organisation": "GB"}, EVERYWHERE),
        ({"time_zone": "America/Indiana/Knox", "organisation": "GB"}, "US"),
        ({"time_zone": "UTC", "organisation": "IN", "languages": "en-GB"}, "IN"),
        ({"organisation": "DK", "languages": "en-GB"}, EVERYWHERE),
        ({"languages": "de-DE,en-US;q=0.7"}, EVERYWHERE),
        ({"languages": "en,en-IE;q=0.8"}, "IE"),
        ({"languages": "de", "home": "GB"}, EVERYWHERE),
        ({"languages": "en", "home": "GB"}, "GB"),
        ({"languages": "", "home": "GB"}, "GB"),
        ({"languages": "zh-Hans", "home": "GB"}, EVERYWHERE),
    ],
)
def test_the_country_shown(said: dict[str, str], country: str) -> None:
    assert country_of(**{"chosen": "", **said}) == country


@pytest.mark.parametrize(
    ("reach", "links"),
    [
        ("Call 999 or 112", ["tel:999", "tel:112"]),
        ("Call 116 123", ["tel:116123"]),
        ("Text SHOUT to 85258", ["sms:85258"]),
        ("Call or text 988", ["tel:988"]),
        ("Call 13 11 14 or text 0477 13 11 14", ["tel:131114", "sms:0477131114"]),
        ("Call 112, weekdays 10 to 16", ["tel:112"]),
        ("+44 (0)20 7946 0000, weekdays", ["tel:+442079460000"]),
        ("Extension 4400", []),
        ("Room 204, or ask at the desk", []),
        ("Day and night, 24/7", []),
        ("Write to help@harbour.example", ["mailto:help@harbour.example"]),
        ("See https://harbour.example/help.", ["https://harbour.example/help"]),
        ("Call 111, and choose option 2", ["tel:111"]),
    ],
)
def test_numbers_become_links_that_can_be_dialled(reach: str, links: list[str]) -> None:
    assert [part.href for part in reach_parts(reach) if part.href] == links


@given(st.text(max_size=200))
def test_nothing_of_the_text_is_lost(reach: str) -> None:
    assert "".join(part.text for part in reach_parts(reach)) == reach


def test_a_contact_made_ones_own_is_not_shown_twice() -> None:
    left = not_taken_over(contacts_for("GB"), ["call 116123", "Extension 4400"])
    assert "Samaritans" not in {contact.name for contact in left}
    assert len(left) == len(contacts_for("GB")) - 1


def test_a_contact_is_due_after_half_a_year() -> None:
    assert not is_due(date(2026, 1, 1), date(2026, 6, 30))
    assert is_due(date(2026, 1, 1), date(2026, 7, 1))
