"""How a failure is told: by its kind and the places it passed. Its message may quote what a person wrote."""

import traceback
from types import TracebackType


def places_of(kind: type[BaseException], places: TracebackType | None) -> str:
    """The kind of a failure and the places it passed, one a line, without its message."""
    lines = [f"  {place.filename}:{place.lineno} {place.name}" for place in traceback.extract_tb(places)]
    return "\n".join([name_of(kind), *lines])


def name_of(kind: type[BaseException]) -> str:
    """The full name of a kind of failure."""
    return f"{kind.__module__}.{kind.__qualname__}"
