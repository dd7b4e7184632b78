"""Need against supply, skill by skill: two bars that can be compared at a glance and a figure for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from alongside.web.pictures.drawing import point, read


@dataclass(frozen=True, slots=True)
class Balance:
    """One skill: how many need it, how many can help, both as a share of the longest bar (0 to 100)."""

    skill: str
    kind: str
    need: int
    supply: int
    need_share: str
    supply_share: str
    short: int
    url: str


def weigh(rows: Sequence[Any]) -> tuple[Balance, ...]:
    """Keep the order given; lengths are on one scale so that rows can be compared."""
    longest = max([int(read(row, name, 0)) for row in rows for name in ("need", "supply")] + [1])
    return tuple(_balance(row, longest) for row in rows)


def _balance(row: Any, longest: int) -> Balance:
    need, supply = int(read(row, "need", 0)), int(read(row, "supply", 0))
    return Balance(
        str(read(row, "skill", "")),
        str(read(row, "kind", "")),
        need,
        supply,
        point(100 * need / longest),
        point(100 * supply / longest),
        max(need - supply, 0),
        str(read(row, "url", "")),
    )
