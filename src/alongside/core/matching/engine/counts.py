"""What strict leximin counts: how many pairs there are of each level of fit, from the lowest up."""

import numpy as np

from alongside.core.matching.engine.market import Ints, Market


def levels(market: Market) -> Ints:
    """For each pair how many different lower fits there are in the market."""
    return np.unique(market.fit, return_inverse=True)[1].astype(np.int64)


def count_worth(level: Ints, cuts: tuple[int, ...], done: int, base: int) -> Ints:
    """What strict leximin counts in one column. The cuts end buckets of levels, the first beginning after `done`.

    Minus one for a pair in the last bucket, minus `base` in the one before, and so on; nothing outside them.
    """
    bucket = np.searchsorted(np.array(cuts), level)
    powers = np.array([*(-(base**k) for k in reversed(range(len(cuts)))), 0], dtype=np.int64)
    return np.where(level > done, powers[bucket], 0)
