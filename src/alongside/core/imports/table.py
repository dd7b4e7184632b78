"""A table somebody brought: a header, and rows that remember their line in the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

# What has no width and no letter: it would reach a terminal, or turn the words around it.
_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row. `line` is where it begins in the file, as a text editor or a spreadsheet counts."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Names of columns are not empty and each is there once. A row may be shorter or longer than the header."""

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def to_plain(self) -> tuple[list[str], list[list[Any]]]:
        """Header and rows as plain JSON values."""
        return list(self.header), [[row.line, *row.cells] for row in self.rows]

    @classmethod
    def from_plain(cls, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> "Table":
        return cls(tuple(header), tuple(TableRow(int(row[0]), tuple(map(str, row[1:]))) for row in rows))


def name_columns(given: Sequence[str]) -> tuple[str, ...]:
    """Names a person can tell apart: empty ones get a number, repeated ones a number behind them."""
    named: list[str] = []
    for position, raw in enumerate(given, 1):
        name = " ".join(_UNSEEN.sub("", raw).split())[:100] or f"Column {position}"
        tries = 2
        wanted = name
        while wanted.casefold() in {one.casefold() for one in named}:
            wanted, tries = f"{name} ({tries})", tries + 1
        named.append(wanted)
    return tuple(named)
