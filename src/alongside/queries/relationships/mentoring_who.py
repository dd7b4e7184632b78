"""Who can see this, in a mentorship: the words of the policy for the one who reads them."""

from typing import Final

from alongside.core.confidentiality.relations import Relation
from alongside.core.confidentiality.words import who_can_see
from alongside.models import Mentorship
from alongside.queries.access import Sight

PRESENT: Final = frozenset({Relation.MENTEE, Relation.MENTOR, Relation.PROGRAMME_MANAGER, Relation.ORG_ADMIN})
SIDES: Final = (Relation.MENTEE, Relation.MENTOR, Relation.CANDIDATE)


def who_sees(sight: Sight[Mentorship], resource: str, field: str | None = None) -> str:
    """One sentence, as things stand in this mentorship."""
    me = next((relation for relation in SIDES if sight.is_any(relation)), None)
    return who_can_see(resource, field, sight.facts, viewer=me, present=PRESENT)


def who_sees_request() -> str:
    """Who can see the message somebody asks with, before there is a mentorship."""
    present = frozenset({Relation.MENTEE, Relation.CANDIDATE})
    return who_can_see("mentorship", "request", viewer=Relation.MENTEE, present=present)
