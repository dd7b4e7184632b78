"""CSV as it comes: any of four encodings, any of four separators, quoted line breaks, right line numbers."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from alongside.core.imports import Table
from alongside.core.verdicts import Refused
from alongside.imports.limits import NOT_A_TABLE, gather

SEPARATORS: Final = (",", ";", "\t", "|")
_LOOKED_AT: Final = 50  # records looked at to find the separator
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BROKEN: Final = (
    "Line {line} cannot be read: a quotation mark that opens there is not closed, "
    "or text follows a closed one."
)
_MIXED: Final = (
    "Line {line} holds letters in another encoding than the rest of the file, which is UTF-8. Save the file again as "
    "UTF-8, or as XLSX, please."
)
_ZERO: Final = (
    "Line {line} holds a zero byte, which is no letter. Save the file again as CSV or XLSX, please."
)
_LONG_CELL: Final = (
    "Line {line} cannot be read: a cell in it is longer than 131,072 letters. A quotation mark there may open and "
    "never close."
)


class _BrokenLineError(Exception):
    """The record that begins in this line does not follow the rules of CSV."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(line)
        self.line, self.words = line, words


def read_csv(content: bytes) -> Table | Refused:
    if (mixed := _mixed_in(content)) is not None:
        return Refused(_MIXED.format(line=mixed))
    text = decode(content)
    if text is None or "\x00" in text.partition("\n")[0]:
        return NOT_A_TABLE
    if "\x00" in text:
        return Refused(_ZERO.format(line=text.count("\n", 0, text.index("\x00")) + 1))
    first, text = _named_separator(text)
    try:
        return gather(_records(text, first or find_separator(text), skipped=1 if first else 0))
    except _BrokenLineError as broken:
        return Refused(broken.words.format(line=broken.line))


def decode(content: bytes) -> str | None:
    """The text: by its byte-order mark, else UTF-8, else UTF-16 by its many zero bytes, else Windows-1252."""
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    for encoding in (marked,) if marked else _likely(content):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _mixed_in(content: bytes) -> int | None:
    """The line in which a text that is UTF-8 for the most part is not; None where it is one text, of whatever kind."""
    if content.startswith(tuple(mark for mark, _ in _MARKS)) or b"\x00" in content:
        return None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as broken:
        read = content.decode("utf-8", "replace")
        odd = read.count("\ufffd")
        letters = len(read) - len(read.encode("ascii", "ignore")) - odd
        return content.count(b"\n", 0, broken.start) + 1 if letters > odd else None
    return None


def _likely(content: bytes) -> tuple[str, ...]:
    start = content[:2000]
    low, high = start[0::2].count(0), start[1::2].count(0)
    if max(low, high) > len(start) // 8:
        return ("utf-16-le",) if high > low else ("utf-16-be",)
    return ("utf-8", "cp1252")


def _named_separator(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;` names the separator."""
    line, found, rest = text.partition("\n")
    name = line.rstrip("\r").casefold()
    named = name[4:] if name.startswith("sep=") else ""
    return (named, rest) if found and named in SEPARATORS else ("", text)


def find_separator(text: str) -> str:
    """The separator under which most records have as many cells as the header, and the most of them."""
    return max(SEPARATORS, key=lambda separator: _agreement(text, separator))


def _agreement(text: str, separator: str) -> tuple[float, int]:
    found = [cells for cells in _first_records(text, separator) if any(cells)]
    if not found or len(found[0]) < 2:
        return (0, 1)
    lengths = Counter(map(len, found))
    return (lengths[len(found[0])] / len(found), len(found[0]))


def _first_records(text: str, separator: str) -> Iterator[Sequence[str]]:
    """The first records, as far as they can be read."""
    try:
        for _, cells in islice(_records(text, separator), _LOOKED_AT):
            yield cells
    except _BrokenLineError:
        return


def _records(text: str, separator: str, skipped: int = 0) -> Iterator[tuple[int, Sequence[str]]]:
    """Records with the line each begins in. A record may span lines inside quotation marks."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        begins = reader.line_num + 1 + skipped
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as broken:
            is_long = "larger than field limit" in str(broken)
            raise _BrokenLineError(begins, _LONG_CELL if is_long else _BROKEN) from broken
        yield begins, cells
