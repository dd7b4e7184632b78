"""Where help is to be had in a country, as it ships. An organisation checks these and adds its own.

The numbers are public facts. On `LOOKED_UP_ON` they were compared with what is publicly written about them; nobody
called them. They have not been checked for any given install, and the page says so. When you look them up again, or
add a country, change the date.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

LOOKED_UP_ON = date(2026, 11, 24)
GOOD_FOR = timedelta(days=180)
EVERYWHERE = "ZZ"


@dataclass(frozen=True, slots=True)
class Contact:
    """One place to turn to. `reach` is how: a number to call, a word to text."""

    kind: str  # emergency, helpline, health
    name: str
    reach: str
    hours: str = "day and night"
    checked_on: date = LOOKED_UP_ON


COUNTRIES = MappingProxyType(
    {
        "AU": "Australia",
        "CA": "Canada",
        "FR": "France",
        "IN": "India",
        "IE": "Ireland",
        "NZ": "New Zealand",
        "NG": "Nigeria",
        "GB": "United Kingdom",
        "US": "United States",
        EVERYWHERE: "Somewhere else",
    }
)
CONTACTS: MappingProxyType[str, tuple[Contact, ...]] = MappingProxyType(
    {
        "AU": (
            Contact("emergency", "Emergency services", "Call 000"),
            Contact("helpline", "Lifeline", "Call 13 11 14 or text 0477 13 11 14"),
        ),
        "CA": (
            Contact("emergency", "Emergency services", "Call 911"),
            Contact("helpline", "Suicide Crisis Helpline", "Call or text 988"),
        ),
        "FR": (
            Contact("emergency", "Emergency services", "Call 112"),
            Contact("helpline", "National number for the prevention of suicide", "Call 3114"),
        ),
        "IN": (
            Contact("emergency", "Emergency services", "Call 112"),
            Contact("helpline", "Tele-MANAS", "Call 14416"),
        ),
        "IE": (
            Contact("emergency", "Emergency services", "Call 112 or 999"),
            Contact("helpline", "Samaritans", "Call 116 123"),
        ),
        "NZ": (
            Contact("emergency", "Emergency services", "Call 111"),
            Contact("helpline", "1737, Need to talk?", "Call or text 1737"),
        ),
        "NG": (
            Contact("emergency", "Emergency services", "Call 112"),
            Contact("helpline", "SURPIN, suicide prevention", "Call 0800 078 7746", ""),
        ),
        "GB": (
            Contact("emergency", "Emergency services", "Call 999 or 112"),
            Contact("helpline", "Samaritans", "Call 116 123"),
            Contact("helpline", "Shout", "Text SHOUT to 85258"),
            Contact("health", "NHS", "Call 111, and choose mental health"),
        ),
        "US": (
            Contact("emergency", "Emergency services", "Call 911"),
            Contact("helpline", "988 Suicide and Crisis Lifeline", "Call or text 988"),
        ),
        EVERYWHERE: (
            Contact(
                "emergency",
                "Emergency services",
                "Call 112 in Europe and many other countries, or your local number",
            ),
            Contact(
                "helpline", "A person near you", "Go to the nearest hospital, or to somebody you trust", ""
            ),
        ),
    }
)


def contacts_for(country: str) -> tuple[Contact, ...]:
    """The contacts that ship for a country code, or those that hold everywhere."""
    return CONTACTS.get(country, CONTACTS[EVERYWHERE])


def not_taken_over(shipped: Iterable[Contact], own: Iterable[str]) -> tuple[Contact, ...]:
    """The shipped contacts that an organisation has not made its own; `own` is how its contacts are reached."""
    taken = {_plain(reach) for reach in own}
    return tuple(contact for contact in shipped if _plain(contact.reach) not in taken)


def is_due(checked_on: date, today: date) -> bool:
    """Whether a contact was last checked so long ago that somebody should look again."""
    return today - checked_on > GOOD_FOR


def _plain(reach: str) -> str:
    return "".join(sign for sign in reach.casefold() if sign.isalnum())
