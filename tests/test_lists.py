"""Lists from CSV and Excel, linked and resolved: how people save them, and what must not come in or out."""

import csv
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from selaras.flows.cli import run
from selaras.flows.csv_lists import harmless
from selaras.flows.sheets import read_numbered, write_sheet
from selaras.models.errors import InputError


@pytest.fixture
def environ(tmp_path):
    return {"SELARAS_HOME": str(tmp_path / "home")}


@pytest.fixture
def empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def listed(path, text):
    path.write_text(text, encoding="utf-8")
    return str(path)


# Lists


SOURCES = "id,text\ns1,Pengentasan kemiskinan\ns2,Pendidikan bermutu untuk semua\n"
TARGETS = "id,text\nt1,Mengurangi kemiskinan\nt2,Meningkatkan mutu pendidikan\n"


def test_two_lists_are_linked_best_first(tmp_path, environ):
    sources, targets = listed(tmp_path / "s.csv", SOURCES), listed(tmp_path / "t.csv", TARGETS)
    assert run(["align", sources, targets, "--output", str(tmp_path / "out.csv")], environ) == 0
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == ["source_id", "target_id", "probability", "relation", "reasons"]
    chances = [float(row["probability"]) for row in rows]
    assert chances == sorted(chances, reverse=True)
    best = {row["source_id"]: row["target_id"] for row in reversed(rows)}
    assert best == {"s1": "t1", "s2": "t2"}
    assert {row["relation"] for row in rows if float(row["probability"]) >= 0.5} == {"serves"}


def test_names_are_resolved(tmp_path, environ):
    names = listed(
        tmp_path / "n.csv", "id,name,unit\n1,Persentase penduduk miskin,%\n2,Jumlah kapal karam,unit\n"
    )
    assert run(["resolve", names, "--output", str(tmp_path / "out.csv")], environ) == 0
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["id"], row["code"]) for row in rows] == [("1", "IUP8"), ("2", "NONE")]
    assert all(row["reason"] for row in rows)


def test_excel_goes_in_and_out(tmp_path, environ):
    book = Workbook()
    for row in (["ID", " Name ", "Unit"], [1, "Persentase penduduk miskin", "%"], [None, None, None]):
        book.active.append(row)
    book.save(tmp_path / "n.xlsx")
    assert run(["resolve", str(tmp_path / "n.xlsx"), "--output", str(tmp_path / "out.xlsx")], environ) == 0
    rows = list(load_workbook(tmp_path / "out.xlsx").active.iter_rows(values_only=True))
    assert rows[0] == ("id", "code", "probability", "reason", "candidates")
    assert rows[1][:2] == ("1", "IUP8")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"id,text\n1,a\n", id="plain"),
        pytest.param(b"\xef\xbb\xbfid,text\n1,a\n", id="with a byte order mark"),
        pytest.param(b"ID;Text\r\n1;a\r\n", id="semicolons"),
        pytest.param(b"id\ttext\n1\ta\n", id="tabs"),
        pytest.param(b"text,id,more\n a ,1,x\n,,\n", id="other order, blanks, empty row"),
        pytest.param(b'id,text\n1,"a"\n', id="quoted"),
    ],
)
def test_csv_is_read_as_people_save_it(tmp_path, content):
    (tmp_path / "l.csv").write_bytes(content)
    assert [(row["id"], row["text"]) for _, row in read_numbered(tmp_path / "l.csv", ("id", "text"))] == [
        ("1", "a")
    ]


def test_csv_of_windows_keeps_its_letters(tmp_path):
    (tmp_path / "l.csv").write_bytes("id,text\n1,Rencana – é\n".encode("cp1252"))
    assert read_numbered(tmp_path / "l.csv", ("id", "text"))[0][1]["text"] == "Rencana – é"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("l.csv", "id,isi\n1,a\n", "text"),
        ("l.csv", "", "text"),
        ("l.csv", "id,text\n,a\n", "id"),
        ("l.csv", "id,text\n1,a\n1,b\n", "1"),
        ("l.csv", "id,text,kind\n1,a,PRIORITAS\n", "PRIORITAS"),
        ("l.csv", "id,text\n1,Mutu, akses dan biaya\n", "2"),
        ("l.csv", "id,text,text\n1,a,b\n", "l.csv"),
        ("l.xlsx", "no workbook", "l.xlsx"),
        ("l.ods", "id,text\n", ".csv, .xlsx"),
    ],
)
@pytest.mark.usefixtures("empty_folder")
def test_a_bad_list_is_refused(tmp_path, capsys, name, content, words):
    given = listed(tmp_path / name, content)
    assert run(["align", given, given, "--output", "o.csv"], {}) == 2
    shown = capsys.readouterr().err
    assert words in shown
    assert shown.count("\n") == 1
    assert not (tmp_path / "o.csv").exists()


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-cmd", "'-cmd"),
        ("\t=1", "'\t=1"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("+1+HYPERLINK(1)", "'+1+HYPERLINK(1)"),
        ("-2,5", "-2,5"),
        ("-2,5%", "-2,5%"),
        ("+5", "+5"),
        ("S-1", "S-1"),
        ("a;=1+1", "a;'=1+1"),
        ("a; @SUM(1)", "a; '@SUM(1)"),
        ("a\n-cmd|x", "a\n'-cmd|x"),
        ("satu; dua; -2,5", "satu; dua; -2,5"),
        ("", ""),
    ],
)
def test_csv_cells_are_no_formulas(cell, kept):
    assert harmless(cell) == kept


def test_excel_cells_are_no_formulas(tmp_path):
    write_sheet(tmp_path / "o.xlsx", ["id"], [["=1+1"], ["bad\x00\x1b"], ["x" * 40_000]])
    cells = [row[0] for row in load_workbook(tmp_path / "o.xlsx").active.iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s", "s", "s"]
    assert cells[0].value == "=1+1"


@pytest.mark.parametrize("command", ["align", "resolve"])
def test_an_output_that_cannot_be_written_is_one_line(tmp_path, environ, capsys, command):
    given = listed(tmp_path / "l.csv", "id,text,name\n1,a,a\n")
    lists = [given, given] if command == "align" else [given]
    (tmp_path / "file").write_text("")
    assert run([command, *lists, "--output", str(tmp_path / "file" / "o.csv")], environ) == 2
    assert capsys.readouterr().err.count("\n") == 1
    (tmp_path / "o.csv").mkdir()
    assert run([command, *lists, "--output", str(tmp_path / "o.csv")], environ) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "l.csv", "o.csv"]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_workbook_that_is_cut_short_is_refused(tmp_path, part):
    whole, cut = tmp_path / "whole.xlsx", tmp_path / "cut.xlsx"
    write_sheet(whole, ["id", "text"], [["1", "a"]])
    with ZipFile(whole) as source, ZipFile(cut, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data[: len(data) // 2] if name == part else data)
    with pytest.raises(InputError):
        read_numbered(cut, ["id", "text"])
