"""The two relationships and what lives inside them. Two types: neither ever becomes the other."""

from alongside.models.relationships.agreements import (
    CoachingAgreement,
    CoachingSignature,
    MentorshipAgreement,
    MentorshipSignature,
)
from alongside.models.relationships.coaching import CoachingEngagement, CoachOffer, CoachOfferState, Review
from alongside.models.relationships.gap import (
    Attainment,
    Circumstances,
    GapSkill,
    Goal,
    GoalLevels,
    MindsetShift,
    Moment,
    RatingSource,
    SkillRating,
)
from alongside.models.relationships.meetings import (
    ActionItem,
    JournalEntry,
    Meeting,
    MeetingState,
    MeetingTopic,
    Message,
    PrivateNote,
    SharedNote,
)
from alongside.models.relationships.mentoring import (
    LookBack,
    MentorRanking,
    Mentorship,
    MentorshipForm,
    PathItem,
    PathItemKind,
    RankedMentor,
)
from alongside.models.relationships.plan import PracticeEntry, Step, StepStatus, StepUnlock, SupportLevel
from alongside.models.relationships.searching import HandSuggestion, StuckSearch
from alongside.models.relationships.story import PrivateReason, RelationshipEvent

__all__ = [
    "ActionItem",
    "Attainment",
    "Circumstances",
    "CoachOffer",
    "CoachOfferState",
    "CoachingAgreement",
    "CoachingEngagement",
    "CoachingSignature",
    "GapSkill",
    "Goal",
    "GoalLevels",
    "HandSuggestion",
    "JournalEntry",
    "LookBack",
    "Meeting",
    "MeetingState",
    "MeetingTopic",
    "MentorRanking",
    "Mentorship",
    "MentorshipAgreement",
    "MentorshipForm",
    "MentorshipSignature",
    "Message",
    "MindsetShift",
    "Moment",
    "PathItem",
    "PathItemKind",
    "PracticeEntry",
    "PrivateNote",
    "PrivateReason",
    "RankedMentor",
    "RatingSource",
    "RelationshipEvent",
    "Review",
    "SharedNote",
    "SkillRating",
    "Step",
    "StepStatus",
    "StepUnlock",
    "StuckSearch",
    "SupportLevel",
]
