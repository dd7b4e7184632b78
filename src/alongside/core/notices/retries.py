"""When a letter that did not go out is tried again, and when it is given up."""

from datetime import timedelta

# Minutes to wait after the first, second, ... try. A mail server that is down is mostly back within a day.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 20, 60, 240, 720))
MOST_TRIES = len(WAITS) + 1
# A letter claimed this long ago was claimed by a courier that is gone.
CLAIM_HOLDS = timedelta(minutes=10)


def wait_after(tries: int) -> timedelta | None:
    """How long to wait after that many tries (one or more); None when it is time to give up."""
    return WAITS[tries - 1] if tries < MOST_TRIES else None
