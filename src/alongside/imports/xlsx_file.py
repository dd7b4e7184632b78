"""XLSX by openpyxl, read only: the first sheet that shows, values instead of formulas, dates as people write them."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from alongside.core.imports import Table
from alongside.core.verdicts import Refused
from alongside.imports.limits import gather
from alongside.imports.xlsx_size import BROKEN, why_not_open

ONLY_THE_FIRST: Final = "Only the first sheet that shows is read: put the table there."
# What openpyxl finds odd in a sheet (a day before 1900, a rule it does not know) is nothing to whoever imports people.
warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\.")


class _NoValueError(Exception):
    """A formula whose value was not saved with it."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.place = f"{get_column_letter(column)}{line}"


def read_xlsx(content: bytes) -> Table | Refused:
    if (refused := why_not_open(content)) is not None:
        return refused
    try:
        if _has_formulas(content):
            _look_for_lost_values(content)
        found = gather(_lines(content))
        return _with_hint(found, content) if isinstance(found, Refused) else found
    except _NoValueError as lost:
        return Refused(
            f"Cell {lost.place} holds a formula without its value. Open the file, save it, and try again."
        )
    except Exception:  # openpyxl raises whatever its parts raise on a damaged file
        return BROKEN


def _with_hint(refused: Refused, content: bytes) -> Refused:
    """Where there are several sheets, the table may stand on another one than the one that is read."""
    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    try:
        several = sum(sheet.sheet_state == "visible" for sheet in book.worksheets) > 1
    finally:
        book.close()
    return Refused(f"{refused.because} {ONLY_THE_FIRST}") if several else refused


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        return any(b"<f>" in (read := packed.read(name)) or b"<f " in read for name in sheets)


def _look_for_lost_values(content: bytes) -> None:
    """A formula has a value only if a spreadsheet program saved the file; raise where one is missing."""
    with_formulas, with_values = _sheet(content, values=False), _sheet(content, values=True)
    for row, (asked, given) in enumerate(zip(with_formulas, with_values, strict=False), 1):
        for column, (formula, value) in enumerate(zip(asked, given, strict=False), 1):
            if value is None and isinstance(formula, str) and formula.startswith("="):
                raise _NoValueError(row, column)


def _sheet(content: bytes, *, values: bool) -> Iterator[Sequence[Any]]:
    """Rows of the first sheet that is not hidden."""
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=values, keep_links=False)
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
        if sheets:
            sheet = sheets[0]
            sheet.reset_dimensions()
            yield from sheet.iter_rows(values_only=True)
    finally:
        book.close()


def _lines(content: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    for line, cells in enumerate(_sheet(content, values=True), 1):
        yield line, [as_text(cell) for cell in cells]


def as_text(value: Any) -> str:
    """A cell as a person would type it: whole numbers without a point, days as 2026-03-09."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value)
