"""Checks a result over more pairs than are held at once: part after part, each with the chosen pairs beside it.

What the checker asks of prices it asks of each pair or each person by itself. So if it finds nothing wrong with any
part, and the chosen pairs all occur in the parts with the fit they claim, there is nothing wrong with the whole.
"""

from collections.abc import Iterable

import numpy as np

from alongside.core.matching.engine.certify import certify
from alongside.core.matching.engine.market import Certified, Ints, Market, Outcome, Prices
from alongside.core.verdicts import Refused


def certify_parts(parts: Iterable[Market], chosen: Market, prices: Prices) -> Certified | Refused:
    """The figures of *everyone first*, or what is wrong with the result."""
    met, claimed = 0, _keys(chosen)
    verdict = certify("everyone_first", chosen, Outcome(np.arange(len(chosen.rows)), {"best": prices}))
    for part in parts:
        if isinstance(verdict, Refused):
            return verdict
        both = Market(
            chosen.clients,
            chosen.places,
            *(
                np.concatenate([getattr(one, name) for one in (part, chosen)])
                for name in ("rows", "columns", "fit")
            ),
        )
        verdict = certify(
            "everyone_first", both, Outcome(np.arange(len(chosen.rows)) + len(part.rows), {"best": prices})
        )
        keys = _keys(part)
        at = np.searchsorted(keys, claimed)
        at[at == len(keys)] = 0
        met += int(np.sum((keys[at] == claimed) & (part.fit[at] == chosen.fit))) if len(keys) else 0
    if isinstance(verdict, Certified) and met < len(claimed):
        return Refused("A chosen pair is not possible.")
    return verdict


def _keys(market: Market) -> Ints:
    return market.rows * max(1, len(market.places)) + market.columns
