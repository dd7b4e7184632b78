"""An administrator keeps the organisation's places for help: adds, changes, checks, orders, takes away, puts back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from alongside.models import HelpContact, Organisation
from alongside.queries.access import NotVisible
from alongside.queries.people import get_organisation
from alongside.queries.viewers import Viewer


@dataclass(frozen=True, slots=True)
class ContactWords:
    """What is said of one place. `country` is a code, or nothing where it holds for everybody."""

    kind: str
    name: str
    reach: str
    hours: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class TakenAway:
    """A place as it was, so that it can be put back where it stood."""

    words: ContactWords
    checked_on: date
    position: int


@transaction.atomic
def add_contact(viewer: Viewer, words: ContactWords, today: date) -> HelpContact:
    """A new place, last in the order. Who adds it says that it was checked today."""
    here = _organisation(viewer)
    last = HelpContact.objects.filter(organisation=here).aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    return HelpContact.objects.create(
        organisation=here, checked_on=today, position=position, **_fields(words)
    )


@transaction.atomic
def change_contact(viewer: Viewer, pk: UUID, words: ContactWords, today: date) -> HelpContact:
    """Other words for a place. Who writes them says that they were checked today."""
    row = _row(viewer, pk)
    for name, text in _fields(words).items():
        setattr(row, name, text)
    row.checked_on = today
    row.save()
    return row


@transaction.atomic
def check_contact(viewer: Viewer, pk: UUID, today: date) -> HelpContact:
    """Somebody made sure today that it is right as it stands."""
    row = _row(viewer, pk)
    row.checked_on = today
    row.save(update_fields=["checked_on"])
    return row


@transaction.atomic
def move_contact(viewer: Viewer, pk: UUID, *, up: bool) -> None:
    """One place up or down; at the end of the order nothing happens."""
    row = _row(viewer, pk)
    rows = list(HelpContact.objects.filter(organisation=row.organisation).order_by("position", "name"))
    at = rows.index(row)
    other = at - 1 if up else at + 1
    if 0 <= other < len(rows):
        rows[at], rows[other] = rows[other], rows[at]
    for position, each in enumerate(rows):
        each.position = position
    HelpContact.objects.bulk_update(rows, ["position"])


@transaction.atomic
def remove_contact(viewer: Viewer, pk: UUID) -> TakenAway:
    """Take a place away; what comes back is enough to put it there again."""
    row = _row(viewer, pk)
    words = ContactWords(row.kind, row.name, row.reach, row.hours, row.country)
    was = TakenAway(words, row.checked_on, row.position)
    row.delete()
    return was


@transaction.atomic
def put_back_contact(viewer: Viewer, was: TakenAway) -> HelpContact:
    """The place as it was, with the date it had been checked."""
    return HelpContact.objects.create(
        organisation=_organisation(viewer),
        checked_on=was.checked_on,
        position=was.position,
        **_fields(was.words),
    )


def _organisation(viewer: Viewer) -> Organisation:
    return get_organisation(viewer, "edit").record


def _row(viewer: Viewer, pk: UUID) -> HelpContact:
    row = HelpContact.objects.filter(organisation=_organisation(viewer), pk=pk).first()
    if row is None:
        raise NotVisible
    return row


def _fields(words: ContactWords) -> dict[str, str]:
    return {
        "kind": words.kind,
        "name": words.name.strip(),
        "reach": words.reach.strip(),
        "hours": words.hours.strip(),
        "country": words.country,
    }
