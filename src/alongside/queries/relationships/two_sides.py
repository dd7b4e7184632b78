"""What engagement and mentorship have in common: somebody is helped, somebody helps, and records belong to one."""

from typing import Any

from alongside.core.relationships.writing import may_write_together
from alongside.core.verdicts import Refused
from alongside.models import CoachingEngagement, Mentorship, Person

Relationship = CoachingEngagement | Mentorship


def owned_by(relationship: Relationship) -> dict[str, Any]:
    """The filter, or the keyword, that ties a record to this relationship: `SharedNote(**owned_by(it), …)`."""
    kind = "engagement" if isinstance(relationship, CoachingEngagement) else "mentorship"
    return {kind: relationship}


def helped_side(relationship: Relationship) -> Person:
    """The client or the mentee."""
    return relationship.client if isinstance(relationship, CoachingEngagement) else relationship.mentee


def helping_side(relationship: Relationship) -> Person | None:
    """The coach (None before one is chosen) or the mentor."""
    return relationship.coach if isinstance(relationship, CoachingEngagement) else relationship.mentor


def other_side(relationship: Relationship, person: Person) -> Person | None:
    """The other of the two; None when there is none yet, or when the person is neither."""
    helped, helping = helped_side(relationship), helping_side(relationship)
    if person == helped:
        return helping
    return helped if person == helping else None


def why_not_write(relationship: Relationship) -> Refused | None:
    """Why nothing can be added any more to what the two share; None while it can."""
    kind = "coaching" if isinstance(relationship, CoachingEngagement) else "mentoring"
    verdict = may_write_together(kind, relationship.state)
    return verdict if isinstance(verdict, Refused) else None
