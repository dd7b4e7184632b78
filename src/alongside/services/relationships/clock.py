"""What falls due in relationships of either kind. A job calls this every few minutes; calling it twice is harmless."""

from datetime import datetime

from alongside.services.relationships.coaching.clock import advance_due_coaching

CLOCKS = (advance_due_coaching,)


def advance_due(now: datetime) -> int:
    """Make every move that has fallen due and queue reminders, once each. How many moves were made."""
    return sum(clock(now) for clock in CLOCKS)
