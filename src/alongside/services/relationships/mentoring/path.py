"""The path: the mentee's own, over years. It outlives any one mentor; a mentor reads it when it is opened to them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from alongside.core.relationships.mentoring import MentoringState as State
from alongside.core.verdicts import Refused
from alongside.models import Mentorship, PathItem, PathItemKind, Person, Release, Skill

PATH = "career_path"
MOST_ITEMS = 200
YEARS = range(1950, 2101)
OPENED_WHILE = (State.ACCEPTED, State.INITIATION, State.CULTIVATION, State.SEPARATION, State.DORMANT)


@dataclass(frozen=True, slots=True)
class WayMarkWords:
    """One way-mark as the mentee writes it."""

    kind: str
    text: str
    skill: Skill | None = None
    on_year: int | None = None
    is_shared: bool = True


@transaction.atomic
def add_way_mark(person: Person, words: WayMarkWords) -> PathItem | Refused:
    """Put one more on the path, behind the others of its kind."""
    refused = _wrong(person, words)
    if refused is not None:
        return refused
    own = PathItem.objects.filter(person=person)
    if own.count() >= MOST_ITEMS:
        return Refused("A path with so many way-marks is hard to see. Take some off first.")
    last = own.filter(kind=words.kind).aggregate(last=Max("position"))["last"]
    return PathItem.objects.create(
        person=person,
        kind=words.kind,
        text=words.text.strip(),
        skill=words.skill,
        on_year=words.on_year,
        is_shared=words.is_shared,
        position=0 if last is None else last + 1,
    )


def _wrong(person: Person, words: WayMarkWords) -> Refused | None:
    if words.kind not in PathItemKind.values:
        return Refused("Choose what this is.")
    if not words.text.strip():
        return Refused("Write a few words.")
    if words.on_year is not None and words.on_year not in YEARS:
        return Refused("A year has four figures, such as 2031.")
    if words.skill is not None and words.skill.organisation_id != person.organisation_id:
        return Refused("This skill is not in your organisation’s list.")
    return None


@transaction.atomic
def rewrite_way_mark(item: PathItem, words: WayMarkWords) -> Refused | None:
    refused = _wrong(item.person, words)
    if refused is not None:
        return refused
    item.kind, item.text, item.skill = words.kind, words.text.strip(), words.skill
    item.on_year, item.is_shared = words.on_year, words.is_shared
    item.save(update_fields=["kind", "text", "skill", "on_year", "is_shared"])
    return None


@transaction.atomic
def move_way_mark(item: PathItem, places: int) -> None:
    """Up (-1) or down (+1) among those of its kind; the order is written anew, so it has no gaps."""
    row = list(PathItem.objects.select_for_update().filter(person=item.person, kind=item.kind))
    row.sort(key=lambda one: (one.position, one.created_at))
    at = next(index for index, one in enumerate(row) if one.pk == item.pk)
    row.insert(max(0, min(len(row) - 1, at + places)), row.pop(at))
    for position, one in enumerate(row):
        one.position = position
    PathItem.objects.bulk_update(row, ["position"])


@transaction.atomic
def finish_way_mark(item: PathItem, on: date) -> None:
    """Reached. Doing so again takes the mark away."""
    item.done_on = None if item.done_on else on
    item.save(update_fields=["done_on"])


@transaction.atomic
def remove_way_mark(item: PathItem) -> None:
    item.delete()


@transaction.atomic
def open_path(mentorship: Mentorship, by: Person, at: datetime) -> Release | Refused:
    """Let this mentor read the path, except for what is marked as mine alone."""
    if mentorship.mentee_id != by.pk:
        return Refused("Only the mentee opens their path.")
    if mentorship.state not in OPENED_WHILE:
        return Refused("A path is opened to somebody you walk with.")
    release, _ = Release.objects.get_or_create(
        mentorship=mentorship,
        resource=PATH,
        item_id=mentorship.pk,
        to_relation="mentor",
        withdrawn_at=None,
        defaults={"released_by": by, "released_at": at},
    )
    return release


@transaction.atomic
def close_path(mentorship: Mentorship, by: Person, at: datetime) -> None:
    """Take it back. Nothing that was read is unread by it, and the page says so."""
    Release.objects.filter(
        mentorship=mentorship, resource=PATH, released_by=by, withdrawn_at__isnull=True
    ).update(withdrawn_at=at)
