"""Who could go to whom: the people still to be placed, the places still free, and every pair the rules allow."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from alongside.core.matching.engine.blocks import Scorer, fit_of
from alongside.core.matching.engine.result import ByHand
from alongside.core.matching.pool import ClientFacts, Pool, PractitionerFacts
from alongside.core.matching.rules import RuleSet
from alongside.core.verdicts import Refused

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pair k joins `clients[rows[k]]` and `practitioners[columns[k]]`. `places` are what locked pairs leave free.

    `stays` is 1 for a pair of an earlier run that should stay; None where there is none among these.
    """

    clients: tuple[ClientFacts, ...]
    practitioners: tuple[PractitionerFacts, ...]
    places: Ints
    rows: Ints
    columns: Ints
    fit: Ints
    most_points: int
    stays: Ints | None = None


def by_hand(
    locked: Iterable[tuple[str, str]],
    forbidden: Iterable[tuple[str, str]],
    places: Mapping[str, int] | int | None,
    kept: Iterable[tuple[str, str]],
    pool: Pool,
) -> ByHand:
    """The manager's decisions in one order."""
    if isinstance(places, int):
        places = {one.key: places for one in pool.practitioners}
    pairs = [tuple(sorted({(a, b) for a, b in some})) for some in (locked, forbidden, kept)]
    return ByHand(pairs[0], pairs[1], tuple(sorted((places or {}).items())), pairs[2])


def with_places(pool: Pool, decided: ByHand) -> Pool:
    """The pool with other numbers of places, where the manager set them."""
    wanted = dict(decided.places)
    changed = (replace(one, places=wanted.get(one.key, one.places)) for one in pool.practitioners)
    return Pool(pool.kind, pool.clients, tuple(changed))


def find_contradiction(pool: Pool, decided: ByHand) -> Refused | None:
    """Why these decisions cannot all hold, if so."""
    clients = {one.key for one in pool.clients}
    free = {one.key: one.free_places for one in pool.practitioners}
    named = decided.locked + decided.forbidden
    held, taken = (Counter(pair[side] for pair in decided.locked) for side in (0, 1))
    checks = (
        (
            any(a not in clients or b not in free for a, b in named),
            "A pair names somebody who is not in the pool.",
        ),
        (
            any(key not in free for key, _ in decided.places),
            "Places are set for somebody who is not in the pool.",
        ),
        (any(n < 0 for _, n in decided.places), "Nobody can have fewer than no places."),
        (bool(set(decided.locked) & set(decided.forbidden)), "A pair is both kept and forbidden."),
        (any(n > 1 for n in held.values()), "Somebody is kept in two pairs."),
        (
            any(n > free.get(key, 0) for key, n in taken.items()),
            "More pairs are kept than there are free places.",
        ),
    )
    return next((Refused(because) for holds, because in checks if holds), None)


def find_candidates(pool: Pool, rules: RuleSet, decided: ByHand) -> Candidates:
    """Every pair the rules allow, among those who are not in a kept pair. The pool has its places set already."""
    kept = {client for client, _ in decided.locked}
    taken = Counter(practitioner for _, practitioner in decided.locked)
    clients = tuple(one for one in pool.clients if one.key not in kept)
    places = np.array([one.free_places - taken[one.key] for one in pool.practitioners], dtype=np.int64)
    scorer = Scorer(rules.in_force(), pool.practitioners)
    rows, columns, fit = _allowed(scorer, clients, _positions(clients, pool.practitioners, decided.forbidden))
    stays = _find(rows, columns, _positions(clients, pool.practitioners, decided.kept), len(places))
    return Candidates(clients, pool.practitioners, places, rows, columns, fit, scorer.possible, stays)


def without_the_gone(decided: ByHand, found: Candidates) -> ByHand:
    """The same decisions; of the pairs that should stay only those that are locked, or that the rules still allow."""
    allowed = set(decided.locked)
    if found.stays is not None:
        for k in np.flatnonzero(found.stays).tolist():
            allowed.add((found.clients[found.rows[k]].key, found.practitioners[found.columns[k]].key))
    return replace(decided, kept=tuple(sorted(allowed & set(decided.kept))))


def _find(rows: Ints, columns: Ints, wanted: tuple[Ints, Ints], wide: int) -> Ints | None:
    """1 for the wanted among these pairs; None where none is among them."""
    found: Ints = np.isin(rows * wide + columns, wanted[0] * wide + wanted[1]).astype(np.int64)
    return found if found.any() else None


def _allowed(
    scorer: Scorer, clients: tuple[ClientFacts, ...], forbidden: tuple[Ints, Ints]
) -> tuple[Ints, Ints, Ints]:
    found = [(np.empty(0, dtype=np.int64),) * 3]
    for block in scorer.blocks(clients):
        here = (forbidden[0] >= block.first) & (forbidden[0] < block.first + len(block.refused))
        block.refused[forbidden[0][here] - block.first, forbidden[1][here]] = True
        rows, columns = np.nonzero(~block.refused)
        found.append(
            (rows + block.first, columns, fit_of(block.earned_milli[rows, columns], scorer.possible))
        )
    rows, columns, fit = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return rows, columns, fit


def _positions(
    clients: tuple[ClientFacts, ...],
    practitioners: tuple[PractitionerFacts, ...],
    pairs: Iterable[tuple[str, str]],
) -> tuple[Ints, Ints]:
    row = {one.key: place for place, one in enumerate(clients)}
    column = {one.key: place for place, one in enumerate(practitioners)}
    found = [(row[a], column[b]) for a, b in pairs if a in row and b in column]
    table = np.array(found, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]
