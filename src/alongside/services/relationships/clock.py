"""What falls due in relationships of either kind. A job calls this every few minutes; calling it twice is harmless."""

from datetime import datetime

from alongside.services.relationships.coaching.clock import advance_due_coaching
from alongside.services.relationships.mentoring.choosing import go_on_with_lists
from alongside.services.relationships.mentoring.clock import advance_due_mentorships
from alongside.services.relationships.searching.clock import tend_searches

# In this order: what ran out first, then the next on somebody's list, then whoever has nobody left to ask.
CLOCKS = (advance_due_coaching, advance_due_mentorships, go_on_with_lists, tend_searches)


def advance_due(now: datetime) -> int:
    """Make every move that has fallen due and queue reminders, once each. How many moves were made."""
    return sum(clock(now) for clock in CLOCKS)
