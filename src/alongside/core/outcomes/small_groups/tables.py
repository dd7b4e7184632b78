"""A table of counts through the gate: what is left to show, with its totals."""

from dataclasses import dataclass

from alongside.core.outcomes.small_groups.figures import HIDDEN, Hidden
from alongside.core.outcomes.small_groups.hiding import ALL, hidden_cells, with_totals
from alongside.core.outcomes.small_groups.limits import SENSITIVE_K, K, round_to_five

Figure = int | Hidden


@dataclass(frozen=True, slots=True)
class CountTable:
    """People counted by two things. `sensitive` for route taken, referral, wellbeing, complaints."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    sensitive: bool = False

    def __post_init__(self) -> None:
        if len(self.counts) != len(self.rows) or any(len(row) != len(self.columns) for row in self.counts):
            raise ValueError("The counts do not fit the rows and columns.")
        if any(n < 0 for row in self.counts for n in row):
            raise ValueError("A count cannot be negative.")


@dataclass(frozen=True, slots=True)
class ProtectedTable:
    """What may be shown. Where anything is hidden, every figure shown is rounded to five."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Figure, ...], ...]
    row_totals: tuple[Figure, ...]
    column_totals: tuple[Figure, ...]
    total: Figure

    @property
    def is_rounded(self) -> bool:
        figures = [*(f for row in self.cells for f in row), *self.row_totals, *self.column_totals, self.total]
        return any(isinstance(figure, Hidden) for figure in figures)


def protect_table(table: CountTable, k: int | None = None) -> ProtectedTable:
    """Hide what is small and what would give it away; round the rest where anything is hidden."""
    least = k or (SENSITIVE_K if table.sensitive else K)
    figures = with_totals(table.counts)
    hidden = hidden_cells(table.counts, least, table.sensitive)

    def shown(i: int, j: int) -> Figure:
        if (i, j) in hidden:
            return HIDDEN
        return round_to_five(figures[i, j]) if hidden else figures[i, j]

    rows, columns = range(len(table.rows)), range(len(table.columns))
    return ProtectedTable(
        rows=table.rows,
        columns=table.columns,
        cells=tuple(tuple(shown(i, j) for j in columns) for i in rows),
        row_totals=tuple(shown(i, ALL) for i in rows),
        column_totals=tuple(shown(ALL, j) for j in columns),
        total=shown(ALL, ALL),
    )
