"""Where help is to be had in a country, as it ships. An organisation checks these and adds its own.

Numbers are public facts; nobody has checked them for a given install, and the page says so until somebody has.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Contact:
    """One place to turn to. `reach` is how: a number to call, a word to text."""

    kind: str  # emergency, helpline, health
    name: str
    reach: str
    hours: str = "day and night"


EVERYWHERE = "ZZ"
COUNTRIES = MappingProxyType(
    {
        "GB": "United Kingdom",
        "IE": "Ireland",
        "US": "United States",
        "IN": "India",
        "NG": "Nigeria",
        EVERYWHERE: "Somewhere else",
    }
)
CONTACTS: MappingProxyType[str, tuple[Contact, ...]] = MappingProxyType(
    {
        "GB": (
            Contact("emergency", "Emergency services", "Call 999 or 112"),
            Contact("helpline", "Samaritans", "Call 116 123"),
            Contact("helpline", "Shout", "Text SHOUT to 85258"),
            Contact("health", "NHS", "Call 111, and choose mental health"),
        ),
        "IE": (
            Contact("emergency", "Emergency services", "Call 112 or 999"),
            Contact("helpline", "Samaritans", "Call 116 123"),
        ),
        "US": (
            Contact("emergency", "Emergency services", "Call 911"),
            Contact("helpline", "988 Suicide and Crisis Lifeline", "Call or text 988"),
        ),
        "IN": (
            Contact("emergency", "Emergency services", "Call 112"),
            Contact("helpline", "Tele-MANAS", "Call 14416"),
        ),
        "NG": (Contact("emergency", "Emergency services", "Call 112"),),
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
