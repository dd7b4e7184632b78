"""While what two people write together may grow: shared notes, subjects of sessions, actions they agree on.

After the end of a coaching engagement the time runs after which notes are taken away, so nothing is added to them.
A mentorship that went over into something else may still be written in; one that ended may not.
"""

from typing import Final

from alongside.core.relationships.coaching.states import ANY_ACTIVE
from alongside.core.relationships.mentoring.facts import MentoringState
from alongside.core.relationships.mentoring.states import STATES
from alongside.core.verdicts import Verdict, allow_if

WRITTEN_IN: Final = {
    "coaching": frozenset(ANY_ACTIVE),
    "mentoring": frozenset({*(state.key for state in STATES if state.active), MentoringState.REDEFINITION}),
}
ENDED: Final = "This has ended. What the two of you wrote stays as it is."


def may_write_together(kind: str, state: str) -> Verdict:
    """May the two of a relationship of that kind ("coaching" or "mentoring") add to what they share, in this state?"""
    return allow_if(state in WRITTEN_IN[kind], ENDED)
