"""How much a mentor carries: each mentorship weighs by its stage, and the sum has a cap."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from alongside.core.relationships.mentoring.facts import MentoringState
from alongside.core.verdicts import Refused, Verdict, allow_if

STAGE_WEIGHTS: Final = MappingProxyType(
    {
        MentoringState.INITIATION: 1.0,
        MentoringState.CULTIVATION: 0.7,
        MentoringState.SEPARATION: 0.3,
        MentoringState.DORMANT: 0.1,
    }
)
# A yes that has not led to a first meeting yet will weigh as much as a beginning does.
PROMISED: Final = MappingProxyType({MentoringState.ACCEPTED: STAGE_WEIGHTS[MentoringState.INITIATION]})
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class LoadRules:
    """The cap is in the same unit as the weights: one mentorship at its beginning is 1.0."""

    cap: float = 3.0
    weights: tuple[tuple[MentoringState, float], ...] = field(
        default=(*STAGE_WEIGHTS.items(), *PROMISED.items())
    )


USUAL_LOAD: Final = LoadRules()


def mentor_load(states: Iterable[str], rules: LoadRules = USUAL_LOAD) -> float:
    """The sum of the stage weights; states that ask nothing of a mentor weigh nothing."""
    weights = dict(rules.weights)
    return round(sum(weights.get(MentoringState(state), 0.0) for state in states), 6)


def may_take_another(
    states: Iterable[str], full_for_now: bool = False, rules: LoadRules = USUAL_LOAD
) -> Verdict:
    """May this mentor begin one more? It would weigh as much as a beginning does."""
    if full_for_now:
        return Refused("This mentor is full for now.")
    one_more = dict(rules.weights).get(MentoringState.INITIATION, 1.0)
    fits = mentor_load(states, rules) + one_more <= rules.cap + ROUNDING
    return allow_if(fits, "This mentor already walks with as many people as is good for them.")
