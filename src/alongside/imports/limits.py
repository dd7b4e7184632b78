"""How much a table may hold, and putting a table together within that."""

from collections.abc import Iterable, Sequence
from typing import Final

from alongside.core.imports import Table, TableRow, name_columns
from alongside.core.verdicts import Refused

MOST_BYTES: Final = 10_000_000
MOST_BYTES_UNPACKED: Final = 60_000_000
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 100
MOST_EMPTY_LINES: Final = 100_000

TOO_LARGE: Final = Refused(f"This file is larger than {MOST_BYTES // 1_000_000} MB. Please split it.")
EMPTY: Final = Refused("This file is empty.")
NO_ROWS: Final = Refused("This table has a header and no rows.")
TOO_MANY_ROWS: Final = Refused(f"This table has more than {MOST_ROWS:,} rows. Please split it.")
TOO_MANY_COLUMNS: Final = Refused(
    f"This table has more than {MOST_COLUMNS} columns. Please leave out those that are not needed."
)
NOT_A_TABLE: Final = Refused("This is neither a CSV nor an XLSX file.")


def gather(lines: Iterable[tuple[int, Sequence[str]]]) -> Table | Refused:
    """The table of numbered lines; the first that is not empty is the header, empty ones are passed over."""
    header: Sequence[str] = ()
    rows: list[TableRow] = []
    for seen, (number, cells) in enumerate(lines):
        kept = _without_end(cells)
        if len(kept) > MOST_COLUMNS:
            return TOO_MANY_COLUMNS
        if len(rows) >= MOST_ROWS or seen > MOST_EMPTY_LINES:
            return TOO_MANY_ROWS
        if kept and not header:
            header = kept
        elif kept:
            rows.append(TableRow(number, tuple(kept)))
    if not header:
        return EMPTY
    return Table(name_columns(header), tuple(rows)) if rows else NO_ROWS


def _without_end(cells: Sequence[str]) -> Sequence[str]:
    """The cells without the empty ones at the end."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]
