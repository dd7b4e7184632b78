"""The places for help that an organisation has named and checked itself."""

from dataclasses import dataclass
from datetime import date

from alongside.models import HelpContact, Organisation


@dataclass(frozen=True, slots=True)
class OwnContact:
    """One place, as the organisation wrote it, and when somebody last made sure that it is right."""

    kind: str
    name: str
    reach: str
    hours: str
    checked_on: date


def list_own_contacts(organisation: Organisation | None) -> tuple[OwnContact, ...]:
    """The organisation's own contacts in their order; none without an organisation."""
    if organisation is None:
        return ()
    rows = HelpContact.objects.filter(organisation=organisation).order_by("position", "name")
    return tuple(OwnContact(row.kind, row.name, row.reach, row.hours, row.checked_on) for row in rows)
