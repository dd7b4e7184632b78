"""One way in for every kind of table."""

from typing import Final

from alongside.core.imports import Table
from alongside.core.verdicts import Refused
from alongside.imports.csv_file import read_csv
from alongside.imports.limits import EMPTY, MOST_BYTES, NOT_A_TABLE, TOO_LARGE
from alongside.imports.xlsx_file import read_xlsx

_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
_ZIP: Final = b"PK\x03\x04"
_OTHER_KINDS: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")
OLD_EXCEL: Final = Refused(
    "This is an older kind of Excel file, or one with a password. Save it as XLSX or CSV without one, please."
)


def read_table(content: bytes) -> Table | Refused:
    """The table in a file of this content, or why it cannot be read. Never fails on any bytes."""
    if len(content) > MOST_BYTES:
        return TOO_LARGE
    if not content.strip():
        return EMPTY
    if content.startswith(_OLD_EXCEL):
        return OLD_EXCEL
    if content.startswith(_OTHER_KINDS):
        return NOT_A_TABLE
    return read_xlsx(content) if content.startswith(_ZIP) else read_csv(content)
