"""What happened to an engagement, in words for the two: moves and dates, no content."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.models import CoachingEngagement
from alongside.queries.access import Sight
from alongside.queries.relationships.shared_pages import list_events

SHOWN = 6
WORDS = {
    "CoachingRequested": gettext_lazy("Coaching was asked for"),
    "CoachingRouteAccepted": gettext_lazy("Coaching was chosen as the way"),
    "CoachesOffered": gettext_lazy("Coaches were offered"),
    "ChemistryTalkChosen": gettext_lazy("A first talk was planned"),
    "ChemistryDeclined": gettext_lazy("It was not the right fit"),
    "CoachAndClientMatched": gettext_lazy("Both said yes"),
    "CoachingAgreed": gettext_lazy("The agreement was signed by everyone"),
    "BaselineBegun": gettext_lazy("Client and coach began to write down the start"),
    "SessionHeld": gettext_lazy("A session was held"),
    "MidReviewHeld": gettext_lazy("The mid-review began"),
    "CoachingContinued": gettext_lazy("The two decided to carry on"),
    "CoachingAdjusted": gettext_lazy("The two decided to carry on, with changes"),
    "CoachChangeAsked": gettext_lazy("Another coach was looked for"),
    "CoachingPaused": gettext_lazy("It was put on hold"),
    "CoachingResumed": gettext_lazy("It was taken up again"),
    "CoachingPauseLapsed": gettext_lazy("The pause grew too long, and it was closed"),
    "FinalReviewHeld": gettext_lazy("The final review began"),
    "CoachingExtended": gettext_lazy("A few more sessions were asked for"),
    "CoachingExtensionSigned": gettext_lazy("The extension was signed by everyone"),
    "CoachingExtensionDropped": gettext_lazy("The extension was not wanted after all"),
    "CoachingClosed": gettext_lazy("Both signed off, and it was closed"),
    "CoachingFollowUpBegun": gettext_lazy("The follow-up began"),
    "CoachingWithdrawn": gettext_lazy("Somebody withdrew"),
    "CoachingReferredOut": gettext_lazy("Other help was the better one"),
    "CoachingClosedEarly": gettext_lazy("It was closed early"),
    "CoachingTerminated": gettext_lazy("It was ended"),
    "CoachingArchived": gettext_lazy("It was archived"),
}


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of the timeline."""

    when: str
    title: str


def story_of(sight: Sight[CoachingEngagement]) -> tuple[StoryLine, ...]:
    """The latest of what happened, newest first, for those to whom the history is open."""
    return tuple(
        StoryLine(
            date_format(localtime(event.happened_at), "j F Y"), str(WORDS.get(event.name, _("It moved on")))
        )
        for event in list_events(sight, "engagement")[:SHOWN]
    )
