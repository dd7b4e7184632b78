"""The few findings of a pair that are worth telling, out of all that the rules say."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

TOLD_AT_MOST: Final = 3
# How two people can meet: worth telling after what speaks for the fit itself.
PRACTICAL: Final = ("common_free_time", "shared_language", "shared_format")
NOT_TOLD: Final = ("load_fairness",)  # it speaks of how others are asked, not of the two


def telling_reasons(findings: Iterable[Mapping[str, Any]], at_most: int = TOLD_AT_MOST) -> tuple[str, ...]:
    """What speaks for a pair, the weightiest first, then how they can meet. `findings` as a run stores them."""
    known = [one for one in findings if one["criterion"] not in NOT_TOLD and not one.get("refused")]
    weighty = sorted((one for one in known if one["points_milli"] > 0), key=lambda one: -one["points_milli"])
    practical = (one for one in known if one["criterion"] in PRACTICAL and " not said" not in one["because"])
    sentences = (str(one["because"]) for one in (*weighty, *practical))
    return tuple(dict.fromkeys(sentences))[:at_most]
