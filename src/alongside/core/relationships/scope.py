"""The scope guard: a subject outside what was agreed is put in scope, parked, or referred. Never just taken on."""

from dataclasses import dataclass
from enum import StrEnum

from alongside.core.verdicts import Refused, Verdict, allow_if


class ScopeChoice(StrEnum):
    PUT_IN_SCOPE = "in_scope"
    PARK = "park"
    REFER = "refer"


SCOPE_WORDS = {
    ScopeChoice.PUT_IN_SCOPE: "Put it in scope: the agreement gets a new version, and everyone signs it.",
    ScopeChoice.PARK: "Park it: it is kept on a list for the next review.",
    ScopeChoice.REFER: "Refer it: look together for the help that fits it better.",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject for a session, as the practitioner or the client marks it. The words themselves stay outside."""

    touches_agreed_outcome: bool
    is_about_health_or_safety: bool = False
    needs_decision_of_others: bool = False


def scope_choices(topic: Topic) -> tuple[ScopeChoice, ...]:
    """What to offer, the best first; nothing when the subject is within what was agreed.

    Health and safety are never put in scope and never parked: there is one dignified way, out to proper help.
    """
    if topic.is_about_health_or_safety:
        return (ScopeChoice.REFER,)
    if topic.touches_agreed_outcome:
        return ()
    if topic.needs_decision_of_others:
        return (ScopeChoice.REFER, ScopeChoice.PARK)
    return (ScopeChoice.PARK, ScopeChoice.PUT_IN_SCOPE, ScopeChoice.REFER)


def may_choose(topic: Topic, choice: ScopeChoice) -> Verdict:
    """May this choice be made for this subject?"""
    offered = scope_choices(topic)
    if not offered:
        return Refused("This is within what you agreed, so there is nothing to decide.")
    return allow_if(choice in offered, "For this subject, look together for the help that fits it better.")
