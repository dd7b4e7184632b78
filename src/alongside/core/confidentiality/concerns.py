"""The safety channel: who a concern goes to, and what may be done with it."""

from dataclasses import dataclass
from datetime import datetime

from alongside.core.verdicts import ALLOWED, Refused, Verdict

ENOUGH_LETTERS = 4000


@dataclass(frozen=True, slots=True)
class ConcernFacts:
    """A concern as far as its handling goes; `leads` are those it reaches, never the person it is about."""

    leads: int
    taken_at: datetime | None = None
    resolved_at: datetime | None = None


def reached_by(leads: frozenset[str], about: str | None) -> frozenset[str]:
    """The leads a concern goes to: all of them but the one it is about."""
    return leads - {about}


def may_raise(text: str, leads: int) -> Verdict:
    """A concern needs words and somebody to read them; without a lead the page shows outside help instead."""
    if not text.strip():
        return Refused("Write down what worries you. A few words are enough.")
    if len(text) > ENOUGH_LETTERS:
        return Refused(
            f"Please keep it under {ENOUGH_LETTERS} letters. What you wrote is still in the field."
        )
    if leads == 0:
        return Refused("Nobody here could read this. Please use one of the places named on this page.")
    return ALLOWED


def may_resolve(facts: ConcernFacts) -> Verdict:
    """A concern is resolved once, by somebody who has taken it on."""
    if facts.resolved_at is not None:
        return Refused("This concern is resolved already.")
    if facts.taken_at is None:
        return Refused("Take it on first, so that its author knows somebody has.")
    return ALLOWED
