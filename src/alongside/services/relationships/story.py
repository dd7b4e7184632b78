"""What happened to a relationship, remembered: one row for every move the core allowed."""

from alongside.core.relationships.lifecycle import Moved
from alongside.models import Person, RelationshipEvent
from alongside.queries.relationships.two_sides import Relationship, owned_by


def record_move(
    relationship: Relationship, moved: Moved, from_state: str, actor: Person | None
) -> RelationshipEvent:
    """Keep the event of a move. `actor` is None when the calendar did it. Call it in the move's transaction."""
    return RelationshipEvent.objects.create(
        **owned_by(relationship),
        name=moved.event.name,
        from_state=from_state,
        to_state=moved.to,
        actor=actor,
        happened_at=moved.event.at,
    )
