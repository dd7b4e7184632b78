"""Who was placed and how well, by an attribute the programme chose, through the small-group gate."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core.matching.engine.result import MatchRun
from alongside.core.matching.options import plain
from alongside.core.matching.pool import Pool
from alongside.core.outcomes.small_groups import Band, Hidden, K, hidden_cells, protect_mean, protect_share


@dataclass(frozen=True, slots=True)
class FairnessRow:
    """One group of clients: the share placed, in percent, and the mean fit (0 to 10,000) of those placed."""

    value: str
    placed_share: float | Band | Hidden
    mean_fit: float | Hidden


def fairness_table(run: MatchRun, pool: Pool, column: str, *, k: int = K) -> tuple[FairnessRow, ...]:
    """Groups of clients by their value in this column; see `compare_groups`."""
    values = {client.key: client.columns.get(column, "") for client in pool.clients}
    return compare_groups(values, {pair.client: pair.fit for pair in run.pairs}, k=k)


def compare_groups(
    value_of: Mapping[str, str], fits: Mapping[str, int], *, k: int = K
) -> tuple[FairnessRow, ...]:
    """Groups of clients (keys) by their value, in the order of values; "" are those without one. `fits` are of those
    placed.

    Groups are told apart as values are compared: without outer or doubled space, in one case. Where a group is too
    small to show, so much else is hidden that it cannot be worked out from the others and the totals of the run.
    """
    groups: dict[str, list[int | None]] = defaultdict(list)
    for client, value in value_of.items():
        groups[plain(value)].append(fits.get(client))
    values = sorted(groups)
    counts = [
        [sum(fit is not None for fit in groups[v]), sum(fit is None for fit in groups[v])] for v in values
    ]
    hidden = {row for row, _ in hidden_cells(counts, k)}
    return tuple(_row(value, groups[value], row in hidden, k) for row, value in enumerate(values))


def _row(value: str, fits: list[int | None], is_hidden: bool, k: int) -> FairnessRow:
    placed = [fit for fit in fits if fit is not None]
    if is_hidden:
        return FairnessRow(value, Hidden(), Hidden())
    return FairnessRow(value, protect_share(len(placed), len(fits), k), protect_mean(placed, k))
