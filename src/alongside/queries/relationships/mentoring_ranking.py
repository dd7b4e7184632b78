"""A mentee's list of mentors as they see it: who was asked and how it went, who is next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.models import MentorRanking, Person, Programme, RankedMentor
from alongside.queries.relations import NEVER_BEGUN_STATES
from alongside.queries.viewers import Viewer


@dataclass(frozen=True, slots=True)
class ListLine:
    """One mentor on the list. `how` is "said_no", "no_answer", "asked", "later", "passed", "next" or "after"."""

    mentor: Person
    how: str
    until: datetime | None = None
    request_pk: UUID | None = None


@dataclass(frozen=True, slots=True)
class OwnList:
    """The open list of a mentee in one programme."""

    ranking: MentorRanking
    lines: tuple[ListLine, ...]

    @property
    def next_mentor(self) -> Person | None:
        return next((line.mentor for line in self.lines if line.how == "next"), None)

    @property
    def waits(self) -> bool:
        """Whether somebody on it has been asked and has not answered."""
        return any(line.how == "asked" for line in self.lines)

    @property
    def last(self) -> ListLine | None:
        """Whoever was asked last."""
        asked = [line for line in self.lines if line.how not in ("next", "after", "passed")]
        return asked[-1] if asked else None


def get_own_list(viewer: Viewer, programme: Programme) -> OwnList | None:
    """The viewer's open list in this programme (two reads)."""
    return next(iter(list_own_lists(viewer, (programme,))), None)


def list_own_lists(viewer: Viewer, programmes: Iterable[Programme] | None = None) -> tuple[OwnList, ...]:
    """The viewer's open lists, in these programmes or all."""
    rows = MentorRanking.objects.filter(mentee=viewer.person, closed_at__isnull=True)
    if programmes is not None:
        rows = rows.filter(programme__in=list(programmes))
    rows = rows.select_related("programme").prefetch_related("choices__mentor", "choices__mentorship")
    return tuple(OwnList(row, _lines(list(row.choices.all()))) for row in rows)


def _lines(choices: list[RankedMentor]) -> tuple[ListLine, ...]:
    ahead = [one for one in choices if not one.mentorship and not one.passed_at]
    return tuple(_line(one, one in ahead[:1]) for one in choices)


def _line(choice: RankedMentor, is_next: bool) -> ListLine:
    made = choice.mentorship
    if made is None:
        how = "passed" if choice.passed_at else "next" if is_next else "after"
        return ListLine(choice.mentor, how)
    if made.state in NEVER_BEGUN_STATES:
        return ListLine(choice.mentor, "said_no" if made.state == "declined" else "no_answer", None, made.pk)
    how = "later" if made.state == "waitlisted" else "asked"
    return ListLine(choice.mentor, how, made.answer_by, made.pk)
