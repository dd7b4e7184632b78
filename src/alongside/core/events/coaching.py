"""What happens to a coaching engagement."""

from dataclasses import dataclass

from alongside.core.events.event import Event


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
