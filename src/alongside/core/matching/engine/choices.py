"""Everybody one person could be with: how well each fits, and what at least it would cost the others.

The least cost is read from the prices that prove the run, without solving anything: a pair by force loses at least what
its two prices are worth beyond the pair itself (weak duality). `what_if.why_not` gives the exact cost.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from alongside.core.matching.engine.blocks import Scorer, fit_of
from alongside.core.matching.engine.market import Ints
from alongside.core.matching.pool import ClientFacts, PractitionerFacts
from alongside.core.matching.rules import RuleSet

# What a person's place is worth, by key: people placed, then (in a run in which pairs should stay) those, then fit.
Worth = Mapping[str, tuple[int, ...]]
PLACED_AND_FIT: Final = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """One practitioner for this person. `fit` 0…10,000.

    `placed_lost` and `fit_lost` are what this pair would cost all together, at least: people placed, and (where none is
    lost) fit. None where the prices do not tell.
    """

    practitioner: str
    fit: int
    points_milli: int
    is_refused: bool
    placed_lost: int | None = None
    fit_lost: int | None = None


def list_choices(
    client: ClientFacts,
    practitioners: tuple[PractitionerFacts, ...],
    rules: RuleSet,
    own: tuple[int, ...] | None,
    theirs: Worth,
) -> tuple[Choice, ...]:
    """All practitioners, those the rules allow first, then by fit, then by key.

    `own` and `theirs` are the prices of the client and the practitioners in a run of *everyone first* (people placed,
    pairs that stay if some should, fit); without them no cost is told.
    """
    scorer = Scorer(rules.in_force(), practitioners)
    block = scorer.block([client])
    refused, earned = block.refused[0], block.earned_milli[0]
    fit = fit_of(earned, scorer.possible)
    order = np.lexsort((np.arange(len(fit)), -fit, refused))
    return tuple(_choice(practitioners[k].key, k, fit, earned, refused, own, theirs) for k in order.tolist())


def _choice(
    key: str, k: int, fit: Ints, earned: Ints, refused: np.ndarray, own: tuple[int, ...] | None, theirs: Worth
) -> Choice:
    lost = None if refused[k] or own is None else _lost(own, theirs.get(key), int(fit[k]))
    return Choice(key, int(fit[k]), int(earned[k]), bool(refused[k]), *(lost or (None, None)))


def _lost(
    own: tuple[int, ...], theirs: tuple[int, ...] | None, fit: int
) -> tuple[int | None, int | None] | None:
    """(people, fit) lost at least; the fit only where nobody is.

    Where pairs should stay, the prices tell of people alone: parting such a pair may well gain fit.
    """
    if theirs is None or len(own) != len(theirs):
        return None
    people = own[0] + theirs[0] - 1
    if people > 0:
        return people, None
    return (0, max(0, own[1] + theirs[1] - fit)) if len(own) == PLACED_AND_FIT else None
