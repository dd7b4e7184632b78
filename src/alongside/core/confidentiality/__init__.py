"""Who may see what: one table, default deny. `may("meeting", "read", relations, facts)` asks it."""

from alongside.core.confidentiality.conditions import NOTHING_KNOWN, Facts
from alongside.core.confidentiality.policy import POLICY, RESOURCES, Seen, UnknownNameError, is_declared, may
from alongside.core.confidentiality.relations import Relation

__all__ = [
    "NOTHING_KNOWN",
    "POLICY",
    "RESOURCES",
    "Facts",
    "Relation",
    "Seen",
    "UnknownNameError",
    "is_declared",
    "may",
]
