"""Today: what waits for somebody, over all topics, the one thing that comes first at the top."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from alongside.queries import confidentiality, people, programmes
from alongside.queries.matching.todos import list_todos as list_matching_todos
from alongside.queries.needs.contacts import list_todos as list_contact_todos
from alongside.queries.needs.following_up import list_todos as list_follow_up_todos
from alongside.queries.needs.own import list_todos as list_need_todos
from alongside.queries.people import Parts, count_parts
from alongside.queries.relationships.todos import list_todos as list_relationship_todos
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer

Source = Callable[[Viewer, datetime], tuple[Todo, ...]]

# Each topic lists its own; the order here decides between things that are equally pressing.
SOURCES: tuple[Source, ...] = (
    confidentiality.list_todos,
    list_relationship_todos,
    list_need_todos,
    list_follow_up_todos,
    programmes.list_todos,
    list_matching_todos,
    people.list_todos,
    list_contact_todos,
)


@dataclass(frozen=True, slots=True)
class Today:
    """The page Today: the first thing, the rest, and what the person is about here."""

    first: Todo | None
    rest: tuple[Todo, ...]
    parts: Parts
    manages: bool
    administers: bool


def get_today(viewer: Viewer, now: datetime) -> Today:
    """Everything that waits, most pressing first. The number of reads does not grow with what waits."""
    waiting = sorted((todo for source in SOURCES for todo in source(viewer, now)), key=urgency(now))
    return Today(
        first=waiting[0] if waiting else None,
        rest=tuple(waiting[1:]),
        parts=count_parts(viewer),
        manages=bool(viewer.programmes_managed()),
        administers=viewer.is_org_admin,
    )


def urgency(now: datetime) -> Callable[[Todo], tuple[bool, int, float]]:
    """Overdue first, then by weight, then by when it is due; sorting keeps the order of the topics."""

    def key(todo: Todo) -> tuple[bool, int, float]:
        overdue = todo.due_at is not None and todo.due_at <= now
        due = todo.due_at.timestamp() if todo.due_at else float("inf")
        return (not overdue, -todo.weight, due)

    return key
