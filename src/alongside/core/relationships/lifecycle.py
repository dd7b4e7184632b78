"""The engine under both life-cycles: a table of states and transitions, and three questions about it.

`advance` says where a named move leads or why it is refused; `offered` says which moves a person has now (the
buttons come from it); `weigh` gives those that are nearly open together with what still stands in the way.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from alongside.core.events import Event
from alongside.core.verdicts import Refused, Verdict, first_refusal

CLOCK = "clock"


class HasState(Protocol):
    """Whatever the facts of a relationship are, they know its identity and its state."""

    @property
    def ref(self) -> str: ...
    @property
    def state(self) -> str: ...


Facts = TypeVar("Facts", bound=HasState)
Guard = Callable[[Facts, str, datetime], Verdict]


@dataclass(frozen=True, slots=True)
class State:
    """A row of the state column. `active` states are those a party can leave at any time."""

    key: str
    words: str
    entered_when: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Transition(Generic[Facts]):
    """A row of the table.

    `by` are the relations that may do it; `words` stand on the button; `refused` is said when the state does
    not allow it. Guards are asked in order, the first refusal is the answer.
    """

    name: str
    from_states: tuple[str, ...]
    to: str
    by: tuple[str, ...]
    event: type[Event]
    words: str
    refused: str
    guards: tuple[Guard[Facts], ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """The move is allowed: the new state and what to remember."""

    to: str
    event: Event


@dataclass(frozen=True, slots=True)
class Choice(Generic[Facts]):
    """A move that state and relation allow, with the verdict of its guards."""

    transition: Transition[Facts]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Due:
    """Something is due: whom to tell, and the move the clock should make, if any."""

    name: str
    due_at: datetime
    tells: tuple[str, ...]
    words: str
    transition: str | None


@dataclass(frozen=True, slots=True)
class Timer(Generic[Facts]):
    """A row of the timer table. `falls_at` gives the moment, or None when there is nothing to wait for."""

    name: str
    states: tuple[str, ...]
    falls_at: Callable[[Facts, datetime], datetime | None]
    tells: tuple[str, ...]
    words: str
    transition: str | None = None


@dataclass(frozen=True, slots=True)
class Lifecycle(Generic[Facts]):
    """One table. The first state is the start."""

    states: tuple[State, ...]
    transitions: tuple[Transition[Facts], ...]
    timers: tuple[Timer[Facts], ...]

    @property
    def start(self) -> str:
        return self.states[0].key

    def state(self, key: str) -> State:
        return next(state for state in self.states if state.key == key)

    def transition(self, name: str) -> Transition[Facts]:
        """The row of that name. An unknown name is a bug: KeyError."""
        for transition in self.transitions:
            if transition.name == name:
                return transition
        raise KeyError(name)

    def advance(self, facts: Facts, name: str, by: str, at: datetime) -> Moved | Refused:
        """Where this move leads, or why it may not be made."""
        transition = self.transition(name)
        if facts.state not in transition.from_states:
            return Refused(transition.refused)
        if by not in transition.by:
            return Refused(_only(transition.by))
        verdict = _ask(transition, facts, by, at)
        if isinstance(verdict, Refused):
            return verdict
        return Moved(transition.to, transition.event(facts.ref, by, at))

    def weigh(self, facts: Facts, by: str, at: datetime) -> tuple[Choice[Facts], ...]:
        """Every move this relation has in this state, each with its verdict."""
        return tuple(
            Choice(transition, _ask(transition, facts, by, at))
            for transition in self.transitions
            if facts.state in transition.from_states and by in transition.by
        )

    def offered(self, facts: Facts, by: str, at: datetime) -> tuple[Transition[Facts], ...]:
        """The moves this relation may make now."""
        return tuple(choice.transition for choice in self.weigh(facts, by, at) if choice.verdict.allowed)

    def due(self, facts: Facts, at: datetime) -> tuple[Due, ...]:
        """What is due at that moment, earliest first."""
        fallen = (
            Due(timer.name, moment, timer.tells, timer.words, timer.transition)
            for timer in self.timers
            if facts.state in timer.states
            and (moment := timer.falls_at(facts, at)) is not None
            and moment <= at
        )
        return tuple(sorted(fallen, key=lambda due: (due.due_at, due.name)))

    def reachable(self) -> frozenset[str]:
        """All states that some sequence of moves leads to from the start, guards aside."""
        seen: frozenset[str] = frozenset()
        frontier = frozenset({self.start})
        while frontier - seen:
            seen |= frontier
            frontier = frozenset(t.to for t in self.transitions if seen & set(t.from_states))
        return seen


def _ask(transition: Transition[Facts], facts: Facts, by: str, at: datetime) -> Verdict:
    return first_refusal(guard(facts, by, at) for guard in transition.guards)


RELATION_WORDS = {
    "client": "the client",
    "coach": "the coach",
    "sponsor": "the sponsor",
    "mentee": "the mentee",
    "mentor": "the mentor",
    "programme_manager": "the programme manager",
    CLOCK: "the calendar",
}


def _only(relations: tuple[str, ...]) -> str:
    """A sentence saying who may do it."""
    words = [RELATION_WORDS[relation] for relation in relations]
    if relations == (CLOCK,):
        return "This happens by itself when its time has come."
    return f"Only {' or '.join(words)} can do this."
