"""Tables as people copy them: each cell in its place, and the command that shows them."""

import json

import pytest
from page_factory import grid, page
from pdf_factory import pdf, prose, table, together

from selaras.extractors.tables.placed import place_tables
from selaras.flows.cli import run


def test_merged_cells_cover_rows_and_columns():
    (made,) = place_tables(
        [page(grids=[grid(["Sasaran", "Target", "<"], ["Laut bersih", "80", "85"], [None, "a", "b"])])]
    )
    spans = {cell.text: (cell.row, cell.column, cell.rows, cell.columns) for cell in made.cells}
    assert spans["Target"] == (0, 1, 1, 2)
    assert spans["Laut bersih"] == (1, 0, 2, 1)
    assert spans["b"] == (2, 2, 1, 1)
    assert made.texts() == [["Sasaran", "Target", ""], ["Laut bersih", "80", "85"], ["", "a", "b"]]


def test_pages_without_tables_give_none():
    assert place_tables([page(("Laut bersih", 100.0))]) == ()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "tabel.pdf"
    rows = [["Sasaran", "Target"], ["Laut \x1b[31mbersih", "80,5"]]
    path.write_bytes(pdf(prose("Bab I"), together(prose("Tabel 1"), table(rows, [160.0, 80.0]))))
    return path


@pytest.fixture
def environ(tmp_path):
    return {"SELARAS_HOME": str(tmp_path / "home")}


def test_the_command_tells_place_and_span_as_json(file, environ, capsys):
    assert run(["tables", str(file), "--json"], environ) == 0
    told = json.loads(capsys.readouterr().out)
    (only,) = told["tables"]
    assert (told["pages"], only["page"], only["rows"], only["columns"]) == (2, 2, 2, 2)
    last = only["cells"][-1]
    assert (last["text"], last["row"], last["column"]) == ("80,5", 1, 1)
    assert 72 <= last["box"][0] < last["box"][2] <= 72 + 160 + 80 + 1


def test_the_command_shows_tables_with_their_page(file, environ, capsys):
    assert run(["tables", str(file)], environ) == 0
    shown = capsys.readouterr().out
    assert "Halaman 2: 2 baris, 2 kolom" in shown
    assert "80,5" in shown
    assert "\x1b[31m" not in shown


def test_a_file_that_is_no_pdf_ends_with_one_line(tmp_path, environ, capsys):
    path = tmp_path / "bukan.pdf"
    path.write_text("bukan pdf")
    assert run(["tables", str(path)], environ) == 2
    assert "bukan.pdf" in capsys.readouterr().err
