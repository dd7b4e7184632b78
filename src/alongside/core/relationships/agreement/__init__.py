"""Agreements as data: two types, versioned, hashed, compared. What was signed is exactly what the hash covers."""

from alongside.core.relationships.agreement.coaching_terms import (
    BY_DEFAULT,
    INFORMATION_FLOW,
    WHAT_COACHING_IS,
    WHAT_COACHING_IS_NOT,
    CoachingTerms,
    Party,
    draft_coaching_terms,
    may_carry,
)
from alongside.core.relationships.agreement.limits import LIMITS_OF_CONFIDENTIALITY
from alongside.core.relationships.agreement.mentorship_terms import MentorshipTerms, draft_mentorship_terms
from alongside.core.relationships.agreement.versions import (
    Change,
    canonical_json,
    compare,
    content_hash,
    may_sign,
    needs_new_signatures,
)

__all__ = [
    "BY_DEFAULT",
    "INFORMATION_FLOW",
    "LIMITS_OF_CONFIDENTIALITY",
    "WHAT_COACHING_IS",
    "WHAT_COACHING_IS_NOT",
    "Change",
    "CoachingTerms",
    "MentorshipTerms",
    "Party",
    "canonical_json",
    "compare",
    "content_hash",
    "draft_coaching_terms",
    "draft_mentorship_terms",
    "may_carry",
    "may_sign",
    "needs_new_signatures",
]
