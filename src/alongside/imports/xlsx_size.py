"""How much an XLSX file holds, found out before it is taken apart: a small one may unpack to more than a machine has.

Taking a spreadsheet apart costs by its marks ("<"), some hundred bytes each, so marks are counted: in a part, in a
row, and those that are not of cells or their words, of which formats cost the most.
"""

import io
import re
import zipfile
from typing import Final

from alongside.core.verdicts import Refused
from alongside.imports.limits import MOST_BYTES_UNPACKED, NOT_A_TABLE

MOST_PARTS: Final = 5_000
MOST_MARKS: Final = 2_500_000  # in a part: some 600,000 cells, of four marks each
MOST_MARKS_IN_ROW: Final = 70_000  # Excel's 16,384 columns, of four marks each
MOST_OTHER_MARKS: Final = 100_000
BROKEN: Final = Refused("This XLSX file cannot be opened: it is damaged, or not one. Save it again, please.")
UNPACKS_TO_TOO_MUCH: Final = Refused(
    f"This XLSX file holds more than {MOST_BYTES_UNPACKED // 1_000_000} MB once unpacked. Split it, or save it as CSV, "
    "please."
)
TOO_MANY_CELLS: Final = Refused(
    "This XLSX file holds too many cells or formats. Split it, or save it as CSV, please."
)
_ROW: Final = re.compile(rb"<(?:\w+:)?row[\s/>]")
_OF_CELLS: Final = re.compile(
    rb"</?(?:\w+:)?(?:row|c|v|f|is|t|si|r|rPr|b|i|u|sz|color|rFont|family|charset|scheme|strike|vertAlign)[\s/>]"
)


def why_not_open(content: bytes) -> Refused | None:
    """Why a spreadsheet is not taken apart: not one, damaged, or too much. Sizes are looked at before unpacking."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if "[Content_Types].xml" not in packed.namelist():
                return NOT_A_TABLE
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES_UNPACKED:
                return UNPACKS_TO_TOO_MUCH
            for part in parts:
                if (refused := _why_not_read(packed.read(part))) is not None:
                    return refused
    except Exception:  # zipfile and its decompressors raise whatever they meet in a damaged file
        return BROKEN
    return None


def _why_not_read(part: bytes) -> Refused | None:
    """A spreadsheet program writes no document type; one is there only to be unfolded into something large."""
    if b"<!DOCTYPE" in part[:4096]:
        return BROKEN
    return TOO_MANY_CELLS if _holds_too_much(part) else None


def _holds_too_much(part: bytes) -> bool:
    marks = part.count(b"<")
    if marks <= MOST_MARKS_IN_ROW:
        return False
    if marks > MOST_MARKS or marks - sum(1 for _ in _OF_CELLS.finditer(part)) > MOST_OTHER_MARKS:
        return True
    begins = [row.start() for row in _ROW.finditer(part)]
    return any(
        part.count(b"<", start, end) > MOST_MARKS_IN_ROW
        for start, end in zip([0, *begins], [*begins, len(part)], strict=True)
        if end - start > MOST_MARKS_IN_ROW
    )
