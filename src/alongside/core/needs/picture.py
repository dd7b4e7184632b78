"""What the organisation could most use: people who need a skill by a kind of help, against places left for it.

Needs are counted in fives, rounded down, and hidden below the first five, a zero too. No total is shown and a person
may name several skills, so a hidden count cannot be worked out from the others. Who is counted follows from what
people did themselves, in whole groups of five: see `counted_people`. Routes to therapy, HR or crisis are not among the
facts at all. A place of a practitioner counts once for every skill they offer, since it can be used for any of them
but only once: the page says so.

How long people have waited is told of whole groups of five alone, as the longest of a few spans that at least half of
them have been waiting for. The picture of a whole organisation adds up what the pictures of its programmes show, so
that it holds nothing which they do not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from alongside.core.outcomes.small_groups import Hidden, count_in_steps, whole_groups

KINDS = ("coaching", "mentoring")
HELPER = {"coaching": "a coach", "mentoring": "a mentor"}
MOST_SENTENCES = 5
SPANS_DAYS = (180, 90, 60, 30, 14, 7)  # what a waiting time is told in: "more than 30 days"


@dataclass(frozen=True, slots=True)
class Demand:
    """One person needs one skill by one kind of help, since a day."""

    skill: str
    kind: str
    person: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """When a person came into a programme by an act of their own, and when they left it by one, if they did."""

    person: str
    came_at: datetime
    went_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Supply:
    """One practitioner of one kind: skills offered at level 3 or more, and places left."""

    person: str
    kind: str
    skills: tuple[str, ...]
    places_left: int


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A skill and a kind of help: people who need it in fives (or hidden), who offers it, places left.

    `waiting_days`: at least half of those counted decided for this help more than so many days ago. None where the
    need is hidden, or where half of them decided within the last week.
    """

    skill: str
    kind: str
    need: int | None
    practitioners: int
    places: int
    waiting_days: int | None = None

    @property
    def short_by(self) -> int | None:
        """By how many people, at least, need is more than places; None where the need is hidden."""
        return None if self.need is None else max(0, self.need - self.places)


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows, the most wanted first, and what to say about them."""

    rows: tuple[PictureRow, ...]
    sentences: tuple[str, ...]


def counted_people(stays: Iterable[Stay]) -> frozenset[str]:
    """Who is counted: those who came, in whole groups of five in order of time, less those who went, likewise.

    So nothing that somebody else does to a person's place moves a figure, and when a figure moves because people
    came or went, five of them did at once.
    """
    known = tuple(stays)
    came = whole_groups(sorted((stay.came_at, stay.person) for stay in known))
    went = whole_groups(sorted((stay.went_at, stay.person) for stay in known if stay.went_at is not None))
    return frozenset(person for _, person in came) - {person for _, person in went}


def draw_picture(
    demand: tuple[Demand, ...], supply: tuple[Supply, ...], today: date | None = None
) -> Picture:
    """Count people once per skill and kind, in whole fives, and say what is most wanted."""
    people: dict[tuple[str, str], dict[str, date | None]] = defaultdict(dict)
    for each in demand:
        known = people[each.skill, each.kind].get(each.person)
        people[each.skill, each.kind][each.person] = _first(known, each.since)
    needed = {cell: _figure(count_in_steps(len(who))) for cell, who in people.items()}
    waiting = {cell: _waiting(who.values(), today) for cell, who in people.items() if needed[cell]}
    return _picture_of(needed, waiting, supply)


def add_up(pictures: Iterable[Picture], supply: tuple[Supply, ...]) -> Picture:
    """The picture of an organisation from what its programmes' pictures show, and the practitioners of all of them.

    A need that is hidden in a programme adds nothing, and somebody who takes part in two programmes counts in both.
    Where at least half of every group have waited longer than a span, so have at least half of all.
    """
    needed: dict[tuple[str, str], int | None] = {}
    waiting: dict[tuple[str, str], int | None] = {}
    for row in (row for picture in pictures for row in picture.rows if row.need):
        cell = row.skill, row.kind
        spans = (waiting.get(cell, row.waiting_days), row.waiting_days)
        waiting[cell] = None if None in spans else min(span for span in spans if span is not None)
        needed[cell] = (needed.get(cell) or 0) + (row.need or 0)
    return _picture_of(needed, waiting, supply)


def _picture_of(
    needed: Mapping[tuple[str, str], int | None],
    waiting: Mapping[tuple[str, str], int | None],
    supply: tuple[Supply, ...],
) -> Picture:
    """Rows, the shortest supply first. A row without practitioners is there only when its need may be shown."""
    offered, places = _by_skill(supply)
    skills = sorted({skill for skill, _ in (*needed, *offered)})
    rows = (
        PictureRow(
            *cell, needed.get(cell), len(offered.get(cell, ())), places.get(cell, 0), waiting.get(cell)
        )
        for cell in ((skill, kind) for skill in skills for kind in KINDS)
        if needed.get(cell) or cell in offered
    )
    ordered = tuple(
        sorted(rows, key=lambda row: (-(row.short_by or 0), -(row.need or 0), row.skill, row.kind))
    )
    return Picture(ordered, _sentences(ordered))


def _first(known: date | None, since: date | None) -> date | None:
    """The earlier day, where either is known."""
    return min((day for day in (known, since) if day is not None), default=None)


def _waiting(since: Iterable[date | None], today: date | None) -> int | None:
    """The longest span that at least half of the whole groups of five, the earliest first, are beyond."""
    waited = ((today - day).days for day in since if day is not None and today)
    days = whole_groups(sorted(waited, reverse=True))
    if not days:
        return None
    middle = days[
        (len(days) - 1) // 2
    ]  # the longest first: half of them or more have waited at least so long
    return next((span for span in SPANS_DAYS if middle > span), None)


def _by_skill(
    supply: tuple[Supply, ...],
) -> tuple[dict[tuple[str, str], set[str]], dict[tuple[str, str], int]]:
    """Who offers a skill by a kind of help, and the places they have left."""
    offered: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    places: defaultdict[tuple[str, str], int] = defaultdict(int)
    for each in supply:
        for skill in each.skills:
            offered[skill, each.kind].add(each.person)
            places[skill, each.kind] += each.places_left
    return offered, places


def _figure(cell: int | Hidden) -> int | None:
    return None if isinstance(cell, Hidden) else cell


def _sentences(rows: tuple[PictureRow, ...]) -> tuple[str, ...]:
    wanted = [row for row in rows if row.need and row.short_by]
    return tuple(
        f"At least {row.need} people need {HELPER[row.kind]} for {row.skill.lower()}; "
        f"{_room(row.places)}{_patience(row)}."
        for row in wanted[:MOST_SENTENCES]
    )


def _room(places: int) -> str:
    if places == 0:
        return "there is no place left"
    return "there is room for one" if places == 1 else f"there is room for {places}"


def _patience(row: PictureRow) -> str:
    return f"; at least half decided for it more than {row.waiting_days} days ago" if row.waiting_days else ""
