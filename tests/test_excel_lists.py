"""A small workbook may unpack to more than the memory holds: it is refused before anything is built of it."""

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from selaras.flows import excel_lists
from selaras.flows.sheets import read_numbered, write_sheet
from selaras.models.errors import InputError

HEADS = ["id", "text"]
ENTITY = '<!DOCTYPE a [<!ENTITY e "<b/><b/>">]>'


def change_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    with ZipFile(path) as source:
        parts = {part: source.read(part) for part in source.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as target:
        for part, data in parts.items():
            target.writestr(part, change(data) if part == name else data)


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setattr(excel_lists, "MOST_MARKS", 10_000)
    path = tmp_path / "list.xlsx"
    write_sheet(path, HEADS, [["1", "a < b = c"]])
    return path


def test_an_honest_workbook_is_read(book):
    assert read_numbered(book, HEADS) == [(1, {"id": "1", "text": "a < b = c"})]


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
@pytest.mark.parametrize("piece", [b"<a/>", b"<a b='' c=''/>", "<a/>".encode("utf-16-le")])
def test_a_part_of_too_many_elements_is_refused(book, part, piece):
    change_part(book, part, lambda data: data + piece * 10_000)
    assert refusal(book) == "error.workbook_too_big"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", [0, 5, excel_lists.CHUNK - 20])
def test_entities_are_refused_wherever_they_stand(book, encoding, before):
    change_part(book, "xl/styles.xml", lambda _: (" " * before + ENTITY).encode(encoding))
    assert refusal(book) == "error.workbook_too_big"


def test_what_openpyxl_does_not_know_is_told_in_one_line(book):
    change_part(book, "xl/workbook.xml", lambda data: data.replace(b"<sheet ", b"<sheet lain='1' "))
    assert refusal(book) == "error.sheet_unreadable"


@pytest.mark.parametrize(
    ("local", "central", "value"),
    [pytest.param(6, 8, 1, id="with-a-password"), pytest.param(8, 10, 99, id="packed-in-an-unknown-way")],
)
def test_a_workbook_that_cannot_be_unpacked_is_told_in_one_line(book, local, central, value):
    data = bytearray(book.read_bytes())
    for mark, place in ((b"PK\x03\x04", local), (b"PK\x01\x02", central)):
        for found in re.finditer(mark, bytes(data)):
            data[found.start() + place] = value
    book.write_bytes(data)
    assert refusal(book) == "error.sheet_unreadable"


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_numbered(path, HEADS)
    return caught.value.message.code
