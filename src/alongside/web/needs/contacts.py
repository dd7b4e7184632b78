"""Where help is to be had, for the country somebody is in: the organisation's own places first."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest

from alongside.core.needs.help_contacts import COUNTRIES, LOOKED_UP_ON, Contact, contacts_for, not_taken_over
from alongside.core.needs.reach import ReachPart, reach_parts
from alongside.core.needs.whereabouts import country_of
from alongside.queries.confidentiality import leads_for
from alongside.queries.needs.contacts import OwnContact, list_own_contacts
from alongside.queries.viewers import ANYBODY

AT_ONCE = ("emergency", "helpline", "health", "eap")  # in this order on the page for a crisis


@dataclass(frozen=True, slots=True)
class Place:
    """One place as a page shows it. `checked_on` is the day its organisation checked it; None as it ships."""

    kind: str
    name: str
    reach: tuple[ReachPart, ...]
    hours: str
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class Places:
    """The places to turn to: those the organisation names and has checked, and those that ship for the country.

    `leads` are the names of the safeguarding leads: who, if anyone, reads what is written to them.
    """

    country: str
    country_name: str
    own: tuple[Place, ...]
    public: tuple[Place, ...]
    countries: tuple[tuple[str, str], ...]
    leads: tuple[str, ...] = ()
    looked_up_on: date = LOOKED_UP_ON

    @property
    def at_once(self) -> tuple[Place, ...]:
        """For a crisis: the emergency number first, then who listens, then who treats."""
        found = [place for place in (*self.public, *self.own) if place.kind in AT_ONCE]
        return tuple(sorted(found, key=lambda place: AT_ONCE.index(place.kind)))

    @property
    def caring(self) -> tuple[Place, ...]:
        """For health: the organisation's own first."""
        found = [place for place in (*self.own, *self.public) if place.kind in ("eap", "health", "helpline")]
        return tuple(sorted(found, key=lambda place: ("eap", "health", "helpline").index(place.kind)))

    @property
    def raising(self) -> tuple[Place, ...]:
        """For what needs a decision: HR, and the line for speaking up."""
        return tuple(place for place in self.own if place.kind in ("hr", "speak_up"))


def contacts_of(request: HttpRequest) -> Places:
    """For the country chosen (`?country=IE`), else where the person, their organisation or their browser is."""
    viewer = getattr(request, "viewer", ANYBODY)
    here = viewer.organisation
    country = country_of(
        chosen=request.GET.get("country", ""),
        time_zone=viewer.person.time_zone if viewer.person else "",
        organisation=here.country if here else "",
        languages=request.headers.get("Accept-Language", ""),
        home=settings.LANGUAGE_CODE[-2:].upper(),
    )
    own = list_own_contacts(here, country)
    shipped = not_taken_over(contacts_for(country), (contact.reach for contact in own))
    return Places(
        country,
        COUNTRIES[country],
        tuple(place_of(contact, contact.checked_on) for contact in own),
        tuple(place_of(contact, None) for contact in shipped),
        tuple(COUNTRIES.items()),
        tuple(lead.name for lead in leads_for(here, None)) if here else (),
    )


def place_of(contact: OwnContact | Contact, checked_on: date | None) -> Place:
    return Place(contact.kind, contact.name, reach_parts(contact.reach), contact.hours, checked_on)
