"""Walking together: limits read, a direction shared, looking back and ahead, the programme's time over."""

from datetime import datetime

from django.db import transaction

from alongside.core import events
from alongside.core.relationships.lifecycle import Moved
from alongside.core.relationships.mentoring import MentoringState as State
from alongside.core.verdicts import Refused
from alongside.models import LookBack, Mentorship, Person
from alongside.services.post import queue_notice
from alongside.services.relationships.mentoring.conversations import NOT_NOW
from alongside.services.relationships.mentoring.moving import NOBODY_HERE, lock, move, remember, side_of

LONGEST_DIRECTION = 1000
KINDS = ("check", "look_back", "ending")
WISHES = ("carry_on", "change", "end")
UNDER_WAY = (State.INITIATION, State.CULTIVATION, State.SEPARATION, State.DORMANT)


@transaction.atomic
def acknowledge_limits(mentorship: Mentorship, by: Person, at: datetime) -> Refused | None:
    """One of the two has read where confidentiality ends. Saying so twice does no harm."""
    if side_of(mentorship, by) == NOBODY_HERE:
        return NOT_NOW
    said = mentorship.relationshipevents.filter(name=events.LimitsAcknowledged.__name__, actor=by)
    if not said.exists():
        remember(mentorship, events.LimitsAcknowledged, by, at)
    return None


@transaction.atomic
def share_direction(mentorship: Mentorship, by: Person, text: str, at: datetime) -> Refused | None:
    """Write down where this is going, in a sentence or two that both read."""
    lock(mentorship)
    if mentorship.state not in UNDER_WAY or side_of(mentorship, by) == NOBODY_HERE:
        return NOT_NOW
    if not text.strip():
        return Refused("One sentence is enough.")
    mentorship.direction = text.strip()[:LONGEST_DIRECTION]
    mentorship.save(update_fields=["direction"])
    return None


@transaction.atomic
def deepen(mentorship: Mentorship, by: Person, at: datetime) -> Moved | Refused:
    """From getting to know each other to walking together."""
    return move(mentorship, "deepen", by, at)


@transaction.atomic
def look_back(
    mentorship: Mentorship,
    author: Person,
    at: datetime,
    *,
    kind: str,
    wish: str,
    text: str = "",
    is_shared: bool = False,
) -> LookBack | Refused:
    """Say how it is going. The words are the author's own unless they share them; the wish alone moves nothing."""
    if side_of(mentorship, author) == NOBODY_HERE or mentorship.state not in UNDER_WAY:
        return NOT_NOW
    if kind not in KINDS or wish not in WISHES:
        return Refused("Choose what you would like.")
    look = LookBack.objects.create(
        mentorship=mentorship,
        author=author,
        kind=kind,
        wish=wish,
        text=text.strip(),
        is_shared=is_shared,
        created_at=at,
    )
    if is_shared and look.text:
        other = mentorship.mentor if author.pk == mentorship.mentee_id else mentorship.mentee
        queue_notice("message", other, at=at)
    return look


@transaction.atomic
def carry_on(mentorship: Mentorship, by: Person, at: datetime) -> Refused | None:
    """The programme's time is over and the two carry on: the window is an overlay, not their end."""
    lock(mentorship)
    if mentorship.window_ends_on is None or mentorship.state not in UNDER_WAY:
        return Refused("There is no programme time to carry on past.")
    if side_of(mentorship, by) == NOBODY_HERE:
        return NOT_NOW
    mentorship.window_ends_on = None
    mentorship.save(update_fields=["window_ends_on"])
    remember(mentorship, events.WindowCarriedOn, by, at)
    return None
