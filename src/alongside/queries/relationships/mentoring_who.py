"""Who can see this, in a mentorship: the words of the policy for the one who reads them."""

from typing import Final

from django.utils.translation import gettext as _

from alongside.core.confidentiality.relations import Relation
from alongside.core.confidentiality.words import who_can_see
from alongside.models import Mentorship
from alongside.queries.access import Sight
from alongside.queries.relations import ASKED_STATES

PRESENT: Final = frozenset({Relation.MENTEE, Relation.MENTOR, Relation.PROGRAMME_MANAGER, Relation.ORG_ADMIN})
ONLY_ASKED: Final = frozenset({Relation.MENTEE, Relation.CANDIDATE})
SIDES: Final = (Relation.MENTEE, Relation.MENTOR, Relation.CANDIDATE)


def who_sees(sight: Sight[Mentorship], resource: str, field: str | None = None) -> str:
    """One sentence, as things stand in this mentorship."""
    me = next((relation for relation in SIDES if sight.is_any(relation)), None)
    present = ONLY_ASKED if sight.record.state in ASKED_STATES else PRESENT
    return who_can_see(resource, field, sight.facts, viewer=me, present=present)


def who_sees_list() -> str:
    """Who can see the list of mentors and its words, before each is asked."""
    return _("you; each mentor reads the message when it is their turn, and not the list")


def who_sees_request() -> str:
    """Who can see the message somebody asks with, before there is a mentorship."""
    return who_can_see("mentorship", "request", viewer=Relation.MENTEE, present=ONLY_ASKED)
