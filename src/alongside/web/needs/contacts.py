"""Where help is to be had, for the country somebody is in: the organisation's own places first."""

from dataclasses import dataclass

from django.http import HttpRequest

from alongside.core.needs.help_contacts import COUNTRIES, EVERYWHERE, Contact, contacts_for
from alongside.queries.needs.contacts import OwnContact, list_own_contacts
from alongside.queries.viewers import ANYBODY

HOME = "GB"


@dataclass(frozen=True, slots=True)
class Places:
    """The places to turn to: those the organisation names and has checked, and those that ship for the country."""

    country: str
    country_name: str
    own: tuple[OwnContact, ...]
    public: tuple[Contact, ...]
    countries: tuple[tuple[str, str], ...]


def contacts_of(request: HttpRequest) -> Places:
    """For the country asked for (`?country=IE`), else the organisation's, else the first that ships."""
    organisation = getattr(request, "viewer", ANYBODY).organisation
    asked = request.GET.get("country", "").upper()
    country = asked if asked in COUNTRIES else organisation.country if organisation else HOME
    country = country if country in COUNTRIES else EVERYWHERE
    return Places(
        country,
        COUNTRIES[country],
        list_own_contacts(organisation),
        contacts_for(country),
        tuple(COUNTRIES.items()),
    )
