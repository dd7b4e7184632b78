"""Runs of numbers, as indices into arrays that stand person by person."""

import numpy as np

from alongside.core.matching.engine.market import Ints


def spans(first: Ints, last: Ints) -> Ints:
    """first[0] … last[0]−1, first[1] … last[1]−1, and so on."""
    length = last - first
    ends = np.cumsum(length)
    found: Ints = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - (ends - length), length)
    return found
