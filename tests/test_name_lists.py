"""Lists of indicator names: the columns that people make, and what is wrong with a list told before any work."""

import csv
import io
import json
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from selaras.flows import csv_lists, excel_lists
from selaras.flows.cli import run
from selaras.flows.name_lists import Name, read_names, with_neighbours
from selaras.flows.sheets import head_words, write_sheet
from selaras.models.errors import InputError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answers(folder, content, *options, name="l.csv"):
    """Resolve a list and return the rows of the answer."""
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    assert run(["resolve", name, "--output", "o.csv", *options], {}) == 0
    return list(csv.DictReader(io.StringIO((folder / "o.csv").read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("name\nTingkat kemiskinan\n", id="a name only"),
        pytest.param("NAMA INDIKATOR;Satuan\nTingkat kemiskinan;%\n", id="Indonesian heads, semicolons"),
        pytest.param("No\tIndikator_Kinerja\tTarget\n7\tTingkat kemiskinan\t9\n", id="tabs, more columns"),
        pytest.param(
            "\n\n Nama : ,Perangkat Daerah\nTingkat kemiskinan,Dinas Sosial\n", id="blank rows, colon"
        ),
        pytest.param("\ufeffname\r\nTingkat kemiskinan\r\n".encode(), id="byte order mark"),
        pytest.param("name\tunit\r\nTingkat kemiskinan\t%\r\n".encode("utf-16"), id="Unicode text of Excel"),
        pytest.param("name,catatan\nTingkat kemiskinan,2019 – 2024\n".encode("cp1252"), id="Windows"),
        pytest.param("name\rTingkat kemiskinan\r", id="line ends of old"),
        pytest.param("indikator,name\nx,Tingkat kemiskinan\n", id="the plain name before a synonym"),
        pytest.param("2025,2025,name\n9,8,Tingkat kemiskinan\n", id="twins among other columns"),
    ],
)
def test_the_columns_that_people_make(folder, content):
    assert [(row["id"], row["code"]) for row in answers(folder, content)] == [("1", "IUP8")]


def test_no_row_is_dropped_and_an_empty_name_says_so(folder):
    rows = answers(folder, "id,name\na,\nb,Tingkat kemiskinan\nc,   \n")
    assert [(row["id"], row["code"]) for row in rows] == [("a", "NONE"), ("b", "IUP8"), ("c", "NONE")]
    assert rows[0]["reason"] == "namanya kosong"


def test_rows_without_ids_go_by_their_number(folder):
    rows = answers(folder, "name,unit\nTingkat kemiskinan,%\n,\nRasio Gini,indeks\n,\n\n")
    assert [(row["id"], row["code"]) for row in rows] == [("1", "IUP8"), ("2", "NONE"), ("3", "SV2.2")]


def test_a_long_run_of_blank_rows_parts_two_lists(folder):
    rows = answers(folder, "name\na\n" + "\n" * 200 + "b\n")
    assert [row["id"] for row in rows] == ["1", "202"]


def test_neighbours_and_agency_decide_in_a_list(folder):
    rows = answers(
        folder,
        "nama,perangkat daerah\nJumlah cagar budaya,\nIPK,\nJumlah pentas seni,\nIRB,BPBD\nGII,\n",
    )
    assert [row["code"] for row in rows] == ["NONE", "IUP37", "NONE", "IUP44", "NONE"]
    assert rows[4]["candidates"] == "IUP40 0.500; IUP17 0.500"


def test_codes_of_other_sources_are_given_where_they_are_asked_for(folder):
    content = "name\nIndeks Pembangunan Manusia\nIndeks Harmoni Indonesia\nTingkat kemiskinan\n"
    assert [row["code"] for row in answers(folder, content)] == ["NONE", "NONE", "IUP8"]
    rows = answers(folder, content, "--sources", "rpjpn, kesbangpol")
    assert [row["code"] for row in rows] == ["NONE", "KB.IHAI", "IUP8"]
    assert answers(folder, content, "--sources", "all")[0]["code"] == "D.IPM"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("l.csv", b"", "kosong"),
        ("l.csv", b"\n \n,,\n", "kosong"),
        ("l.csv", b"id,name,unit\n", "judul"),
        ("l.csv", b"id,judul,satuan\n1,a,b\n", "id, judul, satuan"),
        ("l.csv", b"id,name\n1,a\n1,b\n", "id 1 "),
        ("l.csv", b"id,name\n1,a\n,b\n", "id"),
        ("l.csv", b"name\n1,2\n", "baris 2"),
        ("l.csv", b"name,name\na,b\n", "bernama sama"),
        ("l.csv", b"id,name\n1,a\x00b\n", "bukan teks"),
        ("l.csv", b"\x89\x01\x02garbage\xff\n", "bukan teks"),
        ("l.csv", b'id,name\n1,"a\n2,b\n3,c\n', "baris 2"),
        ("l.csv", b'id,name\n1,"a\n2,"b"\n', "baris 2"),
        ("l.csv", b'id,name\n1,"' + b"a" * 200_000 + b'"\n', "baris 2"),
        ("l.csv", b"name\n" + b"a" * (csv_lists.LONGEST_LINE + 1), "baris 2"),
        ("l.csv", b"%PDF-1.7\nname\n", "selaras read"),
        ("l.xlsx", b"%PDF-1.7\n", "selaras read"),
        ("l.pdf", b"%PDF-1.7\n", "l.pdf"),
        ("l.csv", b"PK\x03\x04rest", ".xlsx"),
        ("l.xlsx", b"\xd0\xcf\x11\xe0old", "kata sandi"),
        ("l.xlsx", b"id,name\n1,a\n", "xlsx"),
        ("l.doc", b"name\na\n", ".csv, .xlsx"),
    ],
)
def test_what_is_wrong_is_one_line_with_the_file_and_nothing_is_written(folder, capsys, name, content, words):
    (folder / name).write_bytes(content)
    assert run(["resolve", name, "--output", "o.csv"], {}) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert name in shown.err
    assert words in shown.err
    assert [path.name for path in folder.iterdir()] == [name]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["resolve"], "--name"),
        (["resolve", "l.csv"], "--output"),
        (["resolve", "l.csv", "--output", "o.csv", "--name", "IPK"], "--name"),
        (["resolve", "missing.csv", "--output", "o.csv"], "missing.csv"),
        (["resolve", "folder.csv", "--output", "o.csv"], "folder.csv"),
        (["resolve", "l.csv", "--output", "o.pdf"], "o.pdf"),
        (["resolve", "l.csv", "--output", "o.csv", "--sources", "RPJPN,BPS"], "BPS"),
    ],
)
def test_wrong_use_is_told(folder, capsys, arguments, words):
    (folder / "folder.csv").mkdir()
    (folder / "l.csv").write_text("name\na\n")
    assert run(arguments, {}) == 2
    assert words in capsys.readouterr().err
    assert not list(folder.glob("o.*"))


def test_one_name_is_answered_with_its_reason(capsys):
    assert run(["resolve", "--name", "IPK", "--unit", "indeks"], {}) == 0
    shown = capsys.readouterr().out
    assert "IPK: NONE" in shown
    assert "IUP27b" in shown
    assert "IUP37" in shown


def test_names_are_answered_for_programs(capsys):
    assert run(["resolve", "--name", "Rasio Gini", "IRB", "--agency", "BPBD", "--json"], {}) == 0
    gini, risk = json.loads(capsys.readouterr().out)
    assert (gini["code"], risk["code"]) == ("SV2.2", "IUP44")
    assert set(risk) == {"name", "unit", "code", "probability", "reason", "candidates"}


def test_an_excel_list_that_claims_to_be_smaller_than_it_is(folder):
    write_sheet(folder / "whole.xlsx", ["id", "name"], [["1", "Tingkat kemiskinan"], ["2", "Rasio Gini"]])
    with ZipFile(folder / "whole.xlsx") as source, ZipFile(folder / "l.xlsx", "w") as target:
        for part in source.namelist():
            data = source.read(part)
            head, mark, tail = data.partition(b"<sheetData>")
            target.writestr(part, head + b'<dimension ref="A1:A1"/>' + mark + tail if mark else data)
    assert [name.name for name in read_names(folder / "l.xlsx")] == ["Tingkat kemiskinan", "Rasio Gini"]


@pytest.mark.parametrize("limit", ["MOST_UNPACKED", "MOST_STRINGS", "MOST_BYTES"])
def test_a_workbook_that_unpacks_to_too_much_is_refused(folder, monkeypatch, limit):
    monkeypatch.setattr(excel_lists, limit, 1000)
    with ZipFile(folder / "l.xlsx", "w", ZIP_DEFLATED) as book:
        book.writestr("xl/sharedStrings.xml", b" " * 2_000_000)
    with pytest.raises(InputError) as caught:
        list(read_names(folder / "l.xlsx"))
    assert caught.value.message.code == "error.workbook_too_big"


def test_a_row_of_thousands_of_columns_is_refused(folder):
    book = Workbook()
    book.active.append(["name"])
    book.active.cell(2, excel_lists.MOST_COLUMNS + 1, "x")
    book.save(folder / "l.xlsx")
    with pytest.raises(InputError):
        list(read_names(folder / "l.xlsx"))


@pytest.mark.parametrize("head", ["Nama Indikator", " NAMA_INDIKATOR ", "nama-indikator:", "Nama\nIndikator"])
def test_heads_are_compared_without_case_and_blanks(head):
    assert head_words(head) == "nama indikator"


@given(st.lists(st.text(max_size=3), max_size=40))
def test_every_row_is_passed_on_once_with_others_around_it(texts):
    names = [Name(str(number), text) for number, text in enumerate(texts)]
    passed = list(with_neighbours(names))
    assert [name for name, _ in passed] == names
    assert all(len(around) == min(len(names) - 1, 10) or len(around) > 10 for _, around in passed)
