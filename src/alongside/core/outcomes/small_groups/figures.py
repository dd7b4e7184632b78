"""Single figures through the gate: a count, a share, a mean, and the question whether a filter may be shown."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from alongside.core.outcomes.small_groups.limits import K
from alongside.core.verdicts import ALLOWED, Refused, Verdict

TOO_FEW: Final = "Too few people to say."
NEARLY_ALL: Final = 90


@dataclass(frozen=True, slots=True)
class Hidden:
    """There is a figure and it is not shown."""

    words: str = TOO_FEW


@dataclass(frozen=True, slots=True)
class Band:
    """Only a range is shown, such as "> 90 %"."""

    words: str


HIDDEN: Final = Hidden()


def protect_count(n: int, k: int = K, sensitive: bool = False) -> int | Hidden:
    """A single count, alone on its page. In sensitive matters a zero is hidden like any other small number."""
    return HIDDEN if (0 < n < k or (sensitive and n < k)) else n


def protect_share(yes: int, n: int, k: int = K) -> float | Band | Hidden:
    """The share of `yes` among `n` in percent, with the smaller side never below k.

    Where all answer alike, and where so nearly all do that it is beyond 90 %, only the band is shown. For small n
    the band itself says that nearly everybody answered alike; that is the price of showing anything at all.
    """
    if not 0 <= yes <= n:
        raise ValueError("A part cannot be larger than the whole.")
    if n < k:
        return HIDDEN
    percent = 100 * yes / n
    if min(yes, n - yes) >= k:
        return percent
    if percent > NEARLY_ALL:
        return Band(f"> {NEARLY_ALL} %")
    return Band(f"< {100 - NEARLY_ALL} %") if percent < 100 - NEARLY_ALL else HIDDEN


def protect_mean(values: Sequence[float], k: int = K) -> float | Hidden:
    """A mean of at least k answers that are not all the same."""
    if len(values) < k:
        return HIDDEN
    if len(set(values)) == 1:
        return Hidden("Nearly everybody gave the same answer.")
    return statistics.fmean(values)


def may_show_filter(wanted: frozenset[str], already_shown: Iterable[frozenset[str]], k: int = K) -> Verdict:
    """May a figure over the people in `wanted` be shown beside those shown before?

    Refused when it covers 1 … k−1 people, or differs from something shown by so few, on either side. Only pairs
    are looked at: three or more figures put together are not.
    """
    if 0 < len(wanted) < k:
        return Refused(TOO_FEW)
    for shown in already_shown:
        if 0 < len(wanted - shown) < k or 0 < len(shown - wanted) < k:
            return Refused("This view differs by too few people from one already shown.")
    return ALLOWED
