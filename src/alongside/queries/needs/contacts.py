"""The places for help that an organisation has named and checked itself."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.core.needs.help_contacts import is_due
from alongside.models import HelpContact, HelpKind, Organisation
from alongside.queries.access import NotVisible, Sight
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer


@dataclass(frozen=True, slots=True)
class OwnContact:
    """One place, as the organisation wrote it, and when somebody last made sure that it is right."""

    kind: str
    name: str
    reach: str
    hours: str
    checked_on: date
    country: str = ""
    contact_id: UUID | None = None

    @property
    def kind_words(self) -> str:
        return str(HelpKind(self.kind).label)


def list_own_contacts(
    organisation: Organisation | None, country: str | None = None
) -> tuple[OwnContact, ...]:
    """The organisation's own contacts in their order, of one country or of all; none without an organisation."""
    if organisation is None:
        return ()
    rows = HelpContact.objects.filter(organisation=organisation).order_by("position", "name")
    if country is not None:
        rows = rows.filter(country__in=("", country))
    return tuple(_own(row) for row in rows)


def get_own_contact(sight: Sight[Organisation], pk: UUID) -> OwnContact:
    """One contact of the organisation in sight; NotVisible where it is not one of these."""
    row = HelpContact.objects.filter(organisation=sight.record, pk=pk).first()
    if row is None:
        raise NotVisible
    return _own(row)


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """For an administrator: one gentle line while a place was last checked more than half a year ago (one read)."""
    if not viewer.is_org_admin:
        return ()
    due = [each for each in list_own_contacts(viewer.organisation) if is_due(each.checked_on, now.date())]
    if not due:
        return ()
    oldest = min(due, key=lambda each: each.checked_on)
    words = _("“%(name)s” was last checked on %(day)s. Is it still how people get help?") % {
        "name": oldest.name,
        "day": date_format(oldest.checked_on, "j F Y"),
    }
    return (Todo(words, _("Look at it"), "help_contacts"),)


def _own(row: HelpContact) -> OwnContact:
    return OwnContact(row.kind, row.name, row.reach, row.hours, row.checked_on, row.country, row.pk)
