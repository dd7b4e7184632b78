"""What the organisation could most use: people who need a skill by a kind of help, against places left for it.

Needs are counted in fives, rounded down, and hidden below the first five, a zero too. No total is shown and a person
may name several skills, so a hidden count cannot be worked out from the others. Who is counted follows from what
people did themselves, in whole groups of five: see `counted_people`. Routes to therapy, HR or crisis are not among the
facts at all. A place of a practitioner counts once for every skill they offer, since it can be used for any of them
but only once: the page says so.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from alongside.core.outcomes.small_groups import Hidden, count_in_steps, whole_groups

KINDS = ("coaching", "mentoring")
HELPER = {"coaching": "a coach", "mentoring": "a mentor"}
MOST_SENTENCES = 5


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
    """A skill and a kind of help: people who need it in fives (or hidden), who offers it, places left."""

    skill: str
    kind: str
    need: int | None
    practitioners: int
    places: int

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


def draw_picture(demand: tuple[Demand, ...], supply: tuple[Supply, ...]) -> Picture:
    """Count people once per skill and kind, in whole fives, and say what is most wanted."""
    people: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in demand:
        people[each.skill, each.kind].add(each.person)
    offered, places = _by_skill(supply)
    skills = tuple(sorted({skill for skill, _ in (*people, *offered)}))
    if not skills:
        return Picture((), ())
    shown = {(skill, kind): count_in_steps(len(people[skill, kind])) for skill in skills for kind in KINDS}
    rows = tuple(
        PictureRow(skill, kind, _figure(shown[skill, kind]), offered[skill, kind], places[skill, kind])
        for skill, kind in shown
        # A row without practitioners is there only when its need may be shown: else the row itself would tell.
        if _figure(shown[skill, kind]) or offered[skill, kind]
    )
    ordered = tuple(
        sorted(rows, key=lambda row: (-(row.short_by or 0), -(row.need or 0), row.skill, row.kind))
    )
    return Picture(ordered, _sentences(ordered))


def _by_skill(
    supply: tuple[Supply, ...],
) -> tuple[defaultdict[tuple[str, str], int], defaultdict[tuple[str, str], int]]:
    offered: defaultdict[tuple[str, str], int] = defaultdict(int)
    places: defaultdict[tuple[str, str], int] = defaultdict(int)
    for each in supply:
        for skill in each.skills:
            offered[skill, each.kind] += 1
            places[skill, each.kind] += each.places_left
    return offered, places


def _figure(cell: int | Hidden) -> int | None:
    return None if isinstance(cell, Hidden) else cell


def _sentences(rows: tuple[PictureRow, ...]) -> tuple[str, ...]:
    wanted = [row for row in rows if row.need and row.short_by]
    return tuple(
        f"At least {row.need} people need {HELPER[row.kind]} for {row.skill.lower()}; {_room(row.places)}."
        for row in wanted[:MOST_SENTENCES]
    )


def _room(places: int) -> str:
    if places == 0:
        return "there is no place left"
    return "there is room for one" if places == 1 else f"there is room for {places}"
