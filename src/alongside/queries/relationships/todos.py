"""What waits for somebody in relationships of both kinds."""

from datetime import datetime

from alongside.queries.relationships import looking, searching
from alongside.queries.relationships.coaching import lists as coaching
from alongside.queries.relationships.mentoring_todos import list_todos as list_mentoring_todos
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """Coaching and mentoring together, then whom one could look for; `queries/today.py` puts them in order."""
    return (
        *coaching.list_todos(viewer, now),
        *list_mentoring_todos(viewer, now),
        *searching.list_todos(viewer, now),
        *looking.list_todos(viewer, now),
    )
