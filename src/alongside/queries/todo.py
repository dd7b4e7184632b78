"""One thing to do, as the page Today shows it. Each topic lists its own; `queries/today.py` puts them in order."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Todo:
    """Words for the person, the page that does it, and when it is due. `kind` is coaching, mentoring or neither.

    `about` is the name of the other person where the words do not say it, and only where the reader sees that name.
    """

    words: str
    button: str
    page: str
    page_args: tuple[str | UUID, ...] = ()
    due_at: datetime | None = None
    kind: str = ""
    weight: int = 0  # higher comes first among those due at the same time
    about: str = ""
