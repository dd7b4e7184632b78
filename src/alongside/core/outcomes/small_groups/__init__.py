"""Small groups: one gate for every count, share and mean that leaves a relationship.

What it does: hides small cells, hides more until sums and differences over rows, columns and totals no longer
narrow them down, rounds what is left, says "> 90 %" where all answer alike, and refuses filters that differ
from something shown by a few people.

What it does not do: it does not defend against somebody who already knows some of the answers, against tables of
more than two dimensions, or against several tables about the same people put together beyond the differencing
rule. Where such tables are needed, they need their own thought first.
"""

from alongside.core.outcomes.small_groups.figures import (
    HIDDEN,
    TOO_FEW,
    Band,
    Hidden,
    may_show_filter,
    protect_count,
    protect_mean,
    protect_share,
)
from alongside.core.outcomes.small_groups.hiding import hidden_cells
from alongside.core.outcomes.small_groups.limits import FREE_TEXT_K, SENSITIVE_K, SPONSOR_K, K, round_to_five
from alongside.core.outcomes.small_groups.steps import count_in_steps, whole_groups
from alongside.core.outcomes.small_groups.tables import CountTable, ProtectedTable, protect_table

__all__ = [
    "FREE_TEXT_K",
    "HIDDEN",
    "SENSITIVE_K",
    "SPONSOR_K",
    "TOO_FEW",
    "Band",
    "CountTable",
    "Hidden",
    "K",
    "ProtectedTable",
    "count_in_steps",
    "hidden_cells",
    "may_show_filter",
    "protect_count",
    "protect_mean",
    "protect_share",
    "protect_table",
    "round_to_five",
    "whole_groups",
]
