"""Ties by lot: a small number for each pair, from the seed and the two keys alone.

The lots of all pairs of a result together stay below one point of fit, so a lot never outweighs a point. They
depend on nothing but seed and keys: not on row order, not on who else is there, and they favour no low number.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

LOT_BITS: Final = 20

Words = NDArray[np.uint64]
Positions = NDArray[np.int64]


def draw_lots(
    seed: int, clients: Sequence[str], practitioners: Sequence[str], rows: Positions, columns: Positions
) -> Words:
    """A lot in 0 … 2²⁰−1 for each pair (clients[rows[k]], practitioners[columns[k]])."""
    ours = np.array([_hash(seed, "client", key) for key in clients], dtype=np.uint64)
    theirs = np.array([_hash(seed, "practitioner", key) for key in practitioners], dtype=np.uint64)
    return lots_of_words(ours, theirs, rows, columns)


def lots_of_words(ours: Words, theirs: Words, rows: Positions, columns: Positions) -> Words:
    """A lot for each pair, from one word a person."""
    return mix(ours[rows] ^ mix(theirs[columns])) >> np.uint64(64 - LOT_BITS)


def draw_words(seed: int, side: str, content: Words) -> Words:
    """A word for everybody without a name, from the seed and what is known of them."""
    return mix(content ^ np.uint64(_hash(seed, side, "")))


def _hash(seed: int, side: str, key: str) -> int:
    digest = blake2b(f"{seed}\x1f{side}\x1f{key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def mix(word: Words) -> Words:
    """The finaliser of splitmix64 (Steele, Lea, Flood 2014): every input bit reaches every output bit."""
    word = (word ^ (word >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    word = (word ^ (word >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return word ^ (word >> np.uint64(31))
