"""What to work on first: the coach proposes, the client confirms, and two skills at once are enough."""

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.core.verdicts import Verdict, allow_if, first_refusal

ACTIVE_AT_MOST = 2


@dataclass(frozen=True, slots=True)
class Priority:
    """A skill to work on. The four figures are 1–3; `client_rank` (1 is first) settles ties."""

    key: str
    gap: float
    importance: int
    urgency: int
    leverage: int
    effort: int
    proposed_by: str
    confirmed_by: str | None = None
    client_rank: int | None = None


def priority_score(priority: Priority) -> float:
    """importance · gap · urgency · leverage / effort. An aid for two people talking, not a mark."""
    figures = (priority.importance, priority.urgency, priority.leverage, priority.effort)
    if not all(1 <= figure <= 3 for figure in figures):
        raise ValueError("Importance, urgency, leverage and effort are 1, 2 or 3.")
    return priority.importance * priority.gap * priority.urgency * priority.leverage / priority.effort


def rank(priorities: Iterable[Priority]) -> tuple[Priority, ...]:
    """Highest first; ties go to the client's choice, then by key so that the order never flickers."""
    last = 1_000_000
    return tuple(
        sorted(priorities, key=lambda p: (-round(priority_score(p), 9), p.client_rank or last, p.key))
    )


def may_confirm(priority: Priority, person: str, client: str) -> Verdict:
    """May this person confirm the priority? The coach proposes; only the client confirms."""
    return allow_if(person == client, "The client decides what to work on.")


def may_activate(priority: Priority, active_keys: frozenset[str]) -> Verdict:
    """May work on this skill begin now?"""
    others = active_keys - {priority.key}
    return first_refusal(
        (
            allow_if(priority.confirmed_by is not None, "The client has not confirmed this yet."),
            allow_if(priority.gap > 0, "There is no gap to close here."),
            allow_if(
                len(others) < ACTIVE_AT_MOST,
                f"You are working on {ACTIVE_AT_MOST} skills already. Rest one of them first.",
            ),
        )
    )


def may_plan(priority: Priority) -> Verdict:
    """May this skill get a plan of steps?"""
    return allow_if(priority.confirmed_by is not None, "The client has not confirmed this yet, so no plan.")
