"""The small world the demo is told in: its people by key, its programmes, its skills, and its calendar."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from alongside.core.verdicts import Refused
from alongside.models import Organisation, Person, Programme, Skill
from alongside.queries.viewers import Viewer, viewer_as

SATURDAY = 5
Answer = TypeVar("Answer")


class StoryError(Exception):
    """A service refused what the story tells: the story is wrong, or the service is."""


def must(answer: Answer | Refused) -> Answer:
    """The answer, which the story takes for granted. A refusal stops the load."""
    if isinstance(answer, Refused):
        raise StoryError(answer.because)
    return answer


@contextmanager
def telling(what: str) -> Iterator[None]:
    """Say which part of the story was refused."""
    try:
        yield
    except StoryError as refused:
        raise StoryError(f"{what}: {refused}") from refused


@dataclass(slots=True)
class World:
    """Everything is dated from `at`, the moment the demo is loaded."""

    at: datetime
    organisation: Organisation
    people: dict[str, Person] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)
    skills: dict[str, Skill] = field(default_factory=dict)

    def person(self, key: str) -> Person:
        return self.people[key]

    def viewer(self, key: str) -> Viewer:
        return viewer_as(self.people[key])

    def ago(self, days: float, hour: int = 10, minute: int = 0) -> datetime:
        """So many days before, at that hour (UTC). At least one day, so that it lies in the past."""
        return (self.at - timedelta(days=days)).replace(hour=hour, minute=minute, second=0, microsecond=0)

    def ahead(self, days: float, hour: int = 10, minute: int = 0) -> datetime:
        """So many days from now, moved to a Monday where it would fall on a weekend."""
        return on_a_workday(self.ago(-days, hour, minute))


def on_a_workday(moment: datetime) -> datetime:
    """The moment itself, or the same hour on the Monday after a weekend."""
    over = moment.weekday() - SATURDAY
    return moment + timedelta(days=2 - over) if over >= 0 else moment


def before_the_weekend(moment: datetime) -> datetime:
    """The moment itself, or the same hour on the Friday before a weekend: for what has happened already."""
    over = moment.weekday() - SATURDAY
    return moment - timedelta(days=1 + over) if over >= 0 else moment
