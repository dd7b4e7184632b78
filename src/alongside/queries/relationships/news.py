"""What has ended lately by somebody else's word, so that nobody finds a relationship gone without a line about it.

It says that it ended and how such an end is called, never why; an early end of coaching is an end, whichever way out
it was.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.models import Person, RelationshipEvent
from alongside.queries.relationships.two_sides import other_side
from alongside.queries.viewers import Viewer

TOLD_FOR: Final = timedelta(days=14)
ENDED = gettext_lazy("Your coaching with %(other)s has ended.")

# By the event: what the other of the two reads on Today.
COACHING: Final[dict[str, str | Promise]] = {
    "CoachingClosed": gettext_lazy("Both of you have signed off: your coaching with %(other)s is closed."),
    "CoachingWithdrawn": ENDED,
    "CoachingReferredOut": ENDED,
    "CoachingClosedEarly": ENDED,
    "CoachingTerminated": ENDED,
    "CoachingPauseLapsed": gettext_lazy(
        "The pause grew too long, and your coaching with %(other)s was closed."
    ),
}
MENTORING: Final[dict[str, str | Promise]] = {
    "MentoringClosed": gettext_lazy("%(other)s has closed your mentorship, with thanks."),
    "FlashConversationEnded": gettext_lazy("Your conversation with %(other)s is closed, with thanks."),
    "MentoringLapsed": gettext_lazy("Your mentorship with %(other)s was closed after a long quiet."),
    "MentoringUnwound": gettext_lazy("Your mentorship with %(other)s has ended. It is nobody’s fault."),
    "MentoringRedefined": gettext_lazy("You and %(other)s are colleagues from here on."),
    "MentoringDeclined": gettext_lazy("%(other)s cannot be your mentor this time."),
    "MentorSteppedBack": gettext_lazy("%(other)s cannot be your mentor after all."),
    "MentoringRequestTakenBack": gettext_lazy("%(other)s has taken the request back."),
}


@dataclass(frozen=True, slots=True)
class News:
    """One line, when it happened, and the page to look at if there is one for the reader."""

    words: str
    happened_at: datetime
    kind: str
    page: str = ""
    page_args: tuple[UUID, ...] = ()


def list_news(viewer: Viewer, now: datetime) -> tuple[News, ...]:
    """What others ended in the last two weeks, the newest first; two reads."""
    if viewer.person is None:
        return ()
    found = [*_endings(viewer.person, now - TOLD_FOR), *_left_for_another(viewer.person, now - TOLD_FOR)]
    return tuple(sorted(found, key=lambda one: one.happened_at, reverse=True))


def _endings(me: Person, since: datetime) -> list[News]:
    mine = (
        Q(engagement__client=me)
        | Q(engagement__coach=me)
        | Q(mentorship__mentee=me)
        | Q(mentorship__mentor=me)
    )
    rows = RelationshipEvent.objects.filter(mine, happened_at__gte=since, name__in=(*COACHING, *MENTORING))
    people = ("engagement__client", "engagement__coach", "mentorship__mentee", "mentorship__mentor")
    return [_line(event, me) for event in rows.exclude(actor=me).select_related(*people)]


def _line(event: RelationshipEvent, me: Person) -> News:
    words, kind, page = (
        (COACHING, "coaching", "engagement") if event.engagement else (MENTORING, "mentoring", "mentorship")
    )
    other = other_side(event.relationship, me)
    name = other.name if other else _("your coach")
    said = str(words[event.name]) % {"other": name}
    return News(said, event.happened_at, kind, page, (event.relationship.pk,))


def _left_for_another(me: Person, since: datetime) -> list[News]:
    """A coach whose client looks for another: their room is closed to the coach, so nobody is named."""
    rows = RelationshipEvent.objects.filter(
        name="CoachChangeAsked",
        happened_at__gte=since,
        engagement__offers__coach=me,
        engagement__offers__coach_yes_at__lte=F("happened_at"),
    ).exclude(actor=me)
    words = _(
        "A client goes on with another coach. What the two of you wrote stays with them. "
        "Thank you for the way so far."
    )
    return [
        News(words, event.happened_at, "coaching")
        for event in rows.exclude(engagement__coach=me).order_by("-happened_at")
    ]
