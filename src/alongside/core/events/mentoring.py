"""What happens to a mentorship."""

from dataclasses import dataclass

from alongside.core.events.event import Event


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


@dataclass(frozen=True, slots=True)
class LimitsAcknowledged(Event):
    """One of the two has read where confidentiality ends. The state stays as it is."""


@dataclass(frozen=True, slots=True)
class EndingConversationOffered(Event):
    """One of the two offered a conversation to end well. The state stays as it is."""


@dataclass(frozen=True, slots=True)
class RedefinitionWished(Event):
    """One of the two would like to go on as colleagues. The state stays as it is."""


@dataclass(frozen=True, slots=True)
class WindowCarriedOn(Event):
    """The programme's time was over and the two carry on. The state stays as it is."""
