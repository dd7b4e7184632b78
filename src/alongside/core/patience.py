"""How often something that failed is tried again, how long is waited in between, and when it counts as lost."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Patience:
    """The waits after the first, second, ... try, and after how long a silent try counts as lost."""

    waits: tuple[timedelta, ...]
    lost_after: timedelta

    @property
    def most_tries(self) -> int:
        return len(self.waits) + 1

    def wait_after(self, tries: int) -> timedelta | None:
        """How long to wait after that many tries (one or more); None when it is time to give up."""
        return self.waits[tries - 1] if tries < self.most_tries else None


def minutes(*numbers: int) -> tuple[timedelta, ...]:
    return tuple(timedelta(minutes=number) for number in numbers)


# A mail server that is down is mostly back within a day.
WITH_LETTERS = Patience(minutes(1, 5, 20, 60, 240, 720), lost_after=timedelta(minutes=10))
# A running job beats every 20 seconds; six missed beats mean that its worker is gone.
WITH_JOBS = Patience(minutes(1, 10), lost_after=timedelta(minutes=2))
