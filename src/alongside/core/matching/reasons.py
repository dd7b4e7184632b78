"""The few findings of a pair that are worth telling, out of all that the rules say."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

TOLD_AT_MOST: Final = 3
# How two people can meet: told after what speaks for the fit itself; alone they are one line, not three reasons..
PRACTICAL: Final = {
    "common_free_time": "a time",
    "shared_language": "a language",
    "shared_format": "a way to meet",
}
# The first speaks of how others are asked, not of the two; the second is a bare number of words, and a weak sign.
NOT_TOLD: Final = ("load_fairness", "goals_text")


def telling_findings(
    findings: Iterable[Mapping[str, Any]], at_most: int = TOLD_AT_MOST
) -> tuple[Mapping[str, Any], ...]:
    """What speaks for a pair, the weightiest first, then how they can meet. `findings` as a run stores them."""
    known = [one for one in findings if one["criterion"] not in NOT_TOLD and not one.get("refused")]
    weighty = sorted((one for one in known if one["points_milli"] > 0), key=lambda one: -one["points_milli"])
    practical = tuple(
        one for one in known if one["criterion"] in PRACTICAL and " not said" not in one["because"]
    )
    if not weighty:
        return _only_practical(practical)
    told: dict[str, Mapping[str, Any]] = {}
    for one in (*weighty, *practical):
        told.setdefault(str(one["because"]), one)
    return tuple(told.values())[:at_most]


def _only_practical(practical: tuple[Mapping[str, Any], ...]) -> tuple[Mapping[str, Any], ...]:
    """One honest line where nothing but a way to meet is known of a pair; nothing where not even that is."""
    found = list(dict.fromkeys(PRACTICAL[one["criterion"]] for one in practical))
    if not found:
        return ()
    named = f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else found[0]
    line = f"So far only the practical is known: {named} in common."
    return ({"criterion": "only_practical", "title": "How to meet", "because": line, "points_milli": 0},)


def telling_reasons(findings: Iterable[Mapping[str, Any]], at_most: int = TOLD_AT_MOST) -> tuple[str, ...]:
    """The sentences of those findings."""
    return tuple(str(one["because"]) for one in telling_findings(findings, at_most))
