"""What happened, in the past tense. A life-cycle gives one of these for every move it allows.

An event names the relationship, who did it (a relation such as "client", or "clock") and when. It carries no
words anybody wrote: topics, reasons and notes stay in their own records, behind their own rules.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Event:
    """`about` is the identity of the record it happened to, `by` a relation, `at` a moment with a zone."""

    about: str
    by: str
    at: datetime

    @property
    def name(self) -> str:
        return type(self).__name__


@dataclass(frozen=True, slots=True)
class CoachingRequested(Event):
    """Somebody asked for coaching, or was referred and said yes to asking."""


@dataclass(frozen=True, slots=True)
class CoachingRouteAccepted(Event):
    """The client saw the route and took it."""


@dataclass(frozen=True, slots=True)
class CoachesOffered(Event):
    """Two or three coaches were shown to the client."""


@dataclass(frozen=True, slots=True)
class ChemistryTalkChosen(Event):
    """The client chose a coach to talk to."""


@dataclass(frozen=True, slots=True)
class ChemistryDeclined(Event):
    """One of the two said no; which one and why is not part of the event."""


@dataclass(frozen=True, slots=True)
class CoachAndClientMatched(Event):
    """Both said yes to working together."""


@dataclass(frozen=True, slots=True)
class CoachingAgreed(Event):
    """Everyone has signed the same version."""


@dataclass(frozen=True, slots=True)
class BaselineBegun(Event):
    """Client and coach began to write down where things are."""


@dataclass(frozen=True, slots=True)
class SessionHeld(Event):
    """A coaching session took place."""


@dataclass(frozen=True, slots=True)
class MidReviewHeld(Event):
    """Client and coach looked at how it is going."""


@dataclass(frozen=True, slots=True)
class CoachingContinued(Event):
    """The mid-review decided to carry on as agreed."""


@dataclass(frozen=True, slots=True)
class CoachingAdjusted(Event):
    """The mid-review decided to carry on with changes."""


@dataclass(frozen=True, slots=True)
class CoachChangeAsked(Event):
    """The mid-review decided to look for another coach."""


@dataclass(frozen=True, slots=True)
class CoachingPaused(Event):
    """Work was put on hold."""


@dataclass(frozen=True, slots=True)
class CoachingResumed(Event):
    """Work went on after a pause."""


@dataclass(frozen=True, slots=True)
class CoachingPauseLapsed(Event):
    """A pause was longer than the programme allows."""


@dataclass(frozen=True, slots=True)
class FinalReviewHeld(Event):
    """Client and coach looked back over the whole."""


@dataclass(frozen=True, slots=True)
class CoachingExtended(Event):
    """More sessions were asked for, by an amendment."""


@dataclass(frozen=True, slots=True)
class CoachingExtensionSigned(Event):
    """Everyone signed the amendment."""


@dataclass(frozen=True, slots=True)
class CoachingExtensionDropped(Event):
    """The amendment was not wanted after all."""


@dataclass(frozen=True, slots=True)
class CoachingClosed(Event):
    """Both signed off the final review."""


@dataclass(frozen=True, slots=True)
class CoachingFollowUpBegun(Event):
    """The first follow-up is due."""


@dataclass(frozen=True, slots=True)
class CoachingWithdrawn(Event):
    """A party withdrew."""


@dataclass(frozen=True, slots=True)
class CoachingReferredOut(Event):
    """Another kind of help was the right one."""


@dataclass(frozen=True, slots=True)
class CoachingClosedEarly(Event):
    """The work ended before the agreed number of sessions."""


@dataclass(frozen=True, slots=True)
class CoachingTerminated(Event):
    """A party or the programme ended it."""


@dataclass(frozen=True, slots=True)
class CoachingArchived(Event):
    """Nothing more is asked; only retention rules apply."""


@dataclass(frozen=True, slots=True)
class MentoringRequested(Event):
    """A mentee reached out to a mentor."""


@dataclass(frozen=True, slots=True)
class MentorAskedForTime(Event):
    """The mentor needs longer to answer."""


@dataclass(frozen=True, slots=True)
class MentoringAccepted(Event):
    """Mentor and mentee both want to."""


@dataclass(frozen=True, slots=True)
class MentoringDeclined(Event):
    """The mentor said no; why is not part of the event."""


@dataclass(frozen=True, slots=True)
class MentoringWaitlisted(Event):
    """The mentor would like to, later."""


@dataclass(frozen=True, slots=True)
class MentoringRequestTakenBack(Event):
    """The mentee no longer asks."""


@dataclass(frozen=True, slots=True)
class MentorSteppedBack(Event):
    """The mentor withdrew a yes before the first meeting."""


@dataclass(frozen=True, slots=True)
class MentoringRequestExpired(Event):
    """Nobody answered, or no first meeting came about."""


@dataclass(frozen=True, slots=True)
class FirstMeetingHeld(Event):
    """Mentee and mentor met."""


@dataclass(frozen=True, slots=True)
class FlashConversationEnded(Event):
    """A single conversation was had; nothing more is owed."""


@dataclass(frozen=True, slots=True)
class MentoringDeepened(Event):
    """The two share a direction."""


@dataclass(frozen=True, slots=True)
class MentoringEndingBegun(Event):
    """One of them said it is time to look back."""


@dataclass(frozen=True, slots=True)
class MentoringRedefined(Event):
    """They go on as colleagues or friends."""


@dataclass(frozen=True, slots=True)
class MentoringWentQuiet(Event):
    """There was no contact for a long while."""


@dataclass(frozen=True, slots=True)
class MentoringWoken(Event):
    """The mentee wrote again."""


@dataclass(frozen=True, slots=True)
class MentoringUnwound(Event):
    """One of them ended it, without fault."""


@dataclass(frozen=True, slots=True)
class MentoringClosed(Event):
    """It ended, with thanks."""


@dataclass(frozen=True, slots=True)
class MentoringLapsed(Event):
    """It stayed quiet and was closed."""


EVENTS: dict[str, type[Event]] = {
    kind.__name__: kind
    for kind in (
        CoachingRequested,
        CoachingRouteAccepted,
        CoachesOffered,
        ChemistryTalkChosen,
        ChemistryDeclined,
        CoachAndClientMatched,
        CoachingAgreed,
        BaselineBegun,
        SessionHeld,
        MidReviewHeld,
        CoachingContinued,
        CoachingAdjusted,
        CoachChangeAsked,
        CoachingPaused,
        CoachingResumed,
        CoachingPauseLapsed,
        FinalReviewHeld,
        CoachingExtended,
        CoachingExtensionSigned,
        CoachingExtensionDropped,
        CoachingClosed,
        CoachingFollowUpBegun,
        CoachingWithdrawn,
        CoachingReferredOut,
        CoachingClosedEarly,
        CoachingTerminated,
        CoachingArchived,
        MentoringRequested,
        MentorAskedForTime,
        MentoringAccepted,
        MentoringDeclined,
        MentoringWaitlisted,
        MentoringRequestTakenBack,
        MentorSteppedBack,
        MentoringRequestExpired,
        FirstMeetingHeld,
        FlashConversationEnded,
        MentoringDeepened,
        MentoringEndingBegun,
        MentoringRedefined,
        MentoringWentQuiet,
        MentoringWoken,
        MentoringUnwound,
        MentoringClosed,
        MentoringLapsed,
    )
}
