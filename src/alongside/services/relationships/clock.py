"""What falls due in relationships of either kind. A job calls this every few minutes; calling it twice is harmless."""

from datetime import datetime

from alongside.services.relationships.coaching.clock import advance_due_coaching
from alongside.services.relationships.mentoring.clock import advance_due_mentorships

CLOCKS = (advance_due_coaching, advance_due_mentorships)


def advance_due(now: datetime) -> int:
    """Make every move that has fallen due and queue reminders, once each. How many moves were made."""
    return sum(clock(now) for clock in CLOCKS)
