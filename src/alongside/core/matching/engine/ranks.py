"""How two people rank each other: whom they chose, in their order; then everybody else by bands of fit."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from alongside.core.matching.engine.blocks import WHOLE_FIT
from alongside.core.matching.engine.candidates import Candidates
from alongside.core.matching.engine.market import Ints
from alongside.core.matching.pool import PersonFacts

BAND: Final = 250  # fits this near, of 10,000, are alike: the rules cannot tell them apart that finely
_AFTER_CHOICES: Final = 1_000_000  # beyond any list of choices


def rank_both(found: Candidates) -> tuple[Ints, Ints]:
    """For each pair its rank with the client and with the practitioner, smaller being better, equal being alike."""
    by_band = _AFTER_CHOICES + (WHOLE_FIT - found.fit) // BAND
    ours, theirs = _places(found.clients), _places(found.practitioners)
    wide = len(found.practitioners)
    pairs = found.rows * wide + found.columns
    mine = [(row * wide + col, rank) for row, col, rank in _chosen(found.clients, theirs)]
    yours = [(row * wide + col, rank) for col, row, rank in _chosen(found.practitioners, ours)]
    return _with_choices(by_band, pairs, mine), _with_choices(by_band, pairs, yours)


def _places(people: Sequence[PersonFacts]) -> dict[str, int]:
    return {one.key: place for place, one in enumerate(people)}


def _chosen(people: Sequence[PersonFacts], others: Mapping[str, int]) -> list[tuple[int, int, int]]:
    return [
        (place, others[key], rank)
        for place, one in enumerate(people)
        for rank, key in enumerate(one.choices)
        if key in others
    ]


def _with_choices(by_band: Ints, pairs: Ints, chosen: list[tuple[int, int]]) -> Ints:
    """The bands, with the ranks of chosen pairs put in. `pairs` is rising; choices the rules forbid fall away."""
    table = np.array(chosen[::-1], dtype=np.int64).reshape(
        -1, 2
    )  # of a person named twice the first place counts
    where = np.searchsorted(pairs, table[:, 0])
    known = where < len(pairs)
    known[known] = pairs[where[known]] == table[known, 0]
    ranked = by_band.copy()
    ranked[where[known]] = table[known, 1]
    return ranked
