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
    """Pair k joins `clients[rows[k]]` and `practitioners[columns[k]]`. `places` are what locked pairs leave free."""

    clients: tuple[ClientFacts, ...]
    practitioners: tuple[PractitionerFacts, ...]
    places: Ints
    rows: Ints
    columns: Ints
    fit: Ints
    most_points: int


def by_hand(
    locked: Iterable[tuple[str, str]],
    forbidden: Iterable[tuple[str, str]],
    places: Mapping[str, int] | int | None,
    pool: Pool,
) -> ByHand:
    """The manager's decisions in one order."""
    if isinstance(places, int):
        places = {one.key: places for one in pool.practitioners}
    pairs = [tuple(sorted({(a, b) for a, b in some})) for some in (locked, forbidden)]
    return ByHand(pairs[0], pairs[1], tuple(sorted((places or {}).items())))


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
    return Candidates(clients, pool.practitioners, places, rows, columns, fit, scorer.possible)


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
