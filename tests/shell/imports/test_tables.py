"""Files as they come: encodings, separators, line numbers, spreadsheets, and kind refusals."""

import io
import zipfile
from datetime import date
from time import perf_counter
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.imports import Table
from alongside.core.verdicts import Refused
from alongside.imports import read_table
from alongside.imports.xlsx_file import ONLY_THE_FIRST

ROWS = "Name;Größe\nAda;3\n"


def table(content: bytes) -> Table:
    found = read_table(content)
    assert isinstance(found, Table), found
    return found


def refusal(content: bytes) -> str:
    found = read_table(content)
    assert isinstance(found, Refused)
    return found.because


def workbook(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_encoding_separator_and_line_ending_is_read(encoding: str, separator: str, ending: str) -> None:
    found = table(ROWS.replace(";", separator).replace("\n", ending).encode(encoding))
    assert found.header == ("Name", "Größe")
    assert [(row.line, row.cells) for row in found.rows] == [(2, ("Ada", "3"))]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    found = table(b'\n"Name","Note"\n"Ada","two\nlines, here"\n\n"Bo","x"\n')
    assert [(row.line, row.cells) for row in found.rows] == [
        (3, ("Ada", "two\nlines, here")),
        (6, ("Bo", "x")),
    ]


def test_a_comma_in_a_cell_does_not_hide_the_separator() -> None:
    found = table(b"Name;Note\nAda;a, b, c\nBo;d, e, f\n")
    assert found.header == ("Name", "Note")


def test_excel_may_name_the_separator_in_the_first_line() -> None:
    found = table(b"sep=;\r\nName;Mail\r\nAda;a@b.example\r\n")
    assert (found.header, found.rows[0].line) == (("Name", "Mail"), 3)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty."),
        (b" \n \n", "This file is empty."),
        (b",,\n,,\n", "This file is empty."),
        (b"Name,Mail\n", "This table has a header and no rows."),
        (b"x" * 10_000_001, "This file is larger than 10 MB. Please split it."),
        (b"Name,Mail\nAda,x\nBo,\x00\n", "Line 3 holds a zero byte"),
        ("Größe,Maß\nJürgen,x\nSö".encode() + b"\xf6,x\n", "Line 3 holds letters in another encoding"),
        (b"Name,Mail\nAda," + b"x" * 131_073 + b"\n", "Line 2 cannot be read: a cell in it is longer than"),
        (b"%PDF-1.7 and more", "This is neither a CSV nor an XLSX file."),
        (b"Name,\x00Mail\x00\x01\x02\nAda,x", "This is neither a CSV nor an XLSX file."),
        (b"\xd0\xcf\x11\xe0old", "This is an older kind of Excel file"),
        (b"PK\x03\x04 not a real one", "This XLSX file cannot be opened"),
        (b'Name,Mail\nAda,"never closed\nBo,x\n', "Line 2 cannot be read: a quotation mark"),
        (b'Name,Mail\nAda,x\n"Bo"y,x\n', "Line 3 cannot be read: a quotation mark"),
        (b"Name," * 101 + b"x\n1\n", "This table has more than 100 columns."),
        (b"Name,Mail\n" + b"Ada,x\n" * 20_001, "This table has more than 20,000 rows."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_kindly(content: bytes, words: str) -> None:
    assert refusal(content).startswith(words)


def test_a_spreadsheet_is_read_as_people_see_it() -> None:
    found = table(
        workbook(["Name", "Places", "From", None], ["Ada", 3.0, date(2026, 3, 9)], [], ["Bo", True, 2.5])
    )
    assert found.header == ("Name", "Places", "From")
    assert [(row.line, row.cells) for row in found.rows] == [
        (2, ("Ada", "3", "2026-03-09")),
        (4, ("Bo", "yes", "2.5")),
    ]


def test_a_formula_without_its_value_says_where_it_is() -> None:
    assert refusal(workbook(["Name", "Mail"], ["Ada", "x"], ["Bo", '=A3&"@b.example"'])).startswith(
        "Cell B3 holds a formula without its value."
    )


def test_a_formula_is_read_by_its_value() -> None:
    packed = io.BytesIO(workbook(["Name", "Mail"], ["Ada", "=A2"]))
    with zipfile.ZipFile(packed) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"<f>A2</f><v></v>", b"<f>A2</f><v>7</v>")
    sheet = sheet.replace(b"<f>A2</f><v />", b"<f>A2</f><v>7</v>")
    after = io.BytesIO()
    with zipfile.ZipFile(after, "w") as rewritten:
        for name, content in (parts | {"xl/worksheets/sheet1.xml": sheet}).items():
            rewritten.writestr(name, content)
    assert table(after.getvalue()).rows[0].cells == ("Ada", "7")


def test_a_zip_that_is_no_spreadsheet_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("letter.txt", "hello")
    assert refusal(content.getvalue()) == "This is neither a CSV nor an XLSX file."


def test_a_spreadsheet_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "x")
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 120_000_001)
    assert refusal(content.getvalue()).startswith("This XLSX file holds more than 60 MB once unpacked.")


@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda raw: b"PK\x03\x04" + raw))
def test_any_bytes_are_a_table_or_a_refusal(content: bytes) -> None:
    assert isinstance(read_table(content), Table | Refused)


def rewritten(name: str, content: bytes) -> bytes:
    """A workbook with one part of it written anew."""
    packed = io.BytesIO(workbook(["Name", "Mail"], ["Ada", "ada@h.example"]))
    made = io.BytesIO()
    with zipfile.ZipFile(packed) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for one in before.namelist():
            after.writestr(one, content if one == name else before.read(one))
    return made.getvalue()


SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
STYLES = b"<styleSheet><cellXfs>%s</cellXfs></styleSheet>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("xl/worksheets/sheet1.xml", SHEET % (b"<row>" + b"<c><v>1</v></c>" * 200_000 + b"</row>")),
        ("xl/worksheets/sheet1.xml", SHEET % (b"<row/>" * 2_600_000)),
        ("xl/worksheets/sheet1.xml", SHEET % (b"<x>" * 200_000)),
        ("xl/styles.xml", STYLES % (b'<xf numFmtId="0"/>' * 200_000)),
    ],
    ids=["one row", "empty rows", "deep", "formats"],
)
def test_a_small_spreadsheet_that_would_fill_the_memory_is_refused_at_once(name: str, content: bytes) -> None:
    """Each of a few hundred thousand bytes; taken apart they took gigabytes and minutes."""
    began = perf_counter()
    assert refusal(rewritten(name, content)).startswith("This XLSX file holds too many cells or formats.")
    assert perf_counter() - began < 30


def test_a_large_honest_spreadsheet_is_read() -> None:
    found = table(workbook([f"c{at}" for at in range(20)], *([str(at)] * 20 for at in range(400))))
    assert len(found.rows) == 400


def test_a_document_type_in_a_spreadsheet_is_refused() -> None:
    doctype = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    assert refusal(rewritten("xl/worksheets/sheet1.xml", doctype + SHEET % b"")).startswith(
        "This XLSX file cannot"
    )


def test_where_there_are_several_sheets_the_refusal_says_which_one_is_read() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("people").append(["Name", "Mail"])
    content = io.BytesIO()
    book.save(content)
    assert refusal(content.getvalue()) == f"This file is empty. {ONLY_THE_FIRST}"


def test_headings_carry_nothing_that_is_not_seen() -> None:
    assert table("na\x1bme\x07,\ufeffma\u202eil\nAda,x\n".encode()).header == ("name", "mail")
