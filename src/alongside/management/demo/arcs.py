"""What a client works on in coaching: a skill, a goal with five levels, steps, and the words of six sessions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Practice:
    """One step of a plan: something one can see, where, and what counts as done."""

    behaviour: str
    situation: str
    success_count: int
    success_of: int
    evidence: str


@dataclass(frozen=True, slots=True)
class Arc:
    """All words of one coaching story. `levels` go from much less than hoped to much more; `topics` are six."""

    skill: str
    goal: str
    levels: tuple[str, str, str, str, str]
    shift: tuple[str, str]
    steps: tuple[Practice, ...]
    topics: tuple[str, ...]
    shared_notes: tuple[str, ...]
    private_notes: tuple[str, ...]
    actions: tuple[str, ...]
    helped: str
    ahead: str
    lasting: str
