"""The workbook that goes out: readable, guarded, and never a formula."""

import pytest
from decision_example import AGENCY, CLEAN, LINKS, PLANS, SEA, TRADE, K
from factories import plan, statement
from openpyxl import load_workbook
from review_books import ask, sheet_rows, store_plans

pytest_plugins = ("review_fixtures",)

ONE, TWO, THREE, SAME = (link.id for link in LINKS)


def test_the_workbook_shows_both_texts_and_what_to_choose_from(book):
    opened = load_workbook(book)
    assert [sheet.title for sheet in opened.worksheets] == ["Petunjuk", "Usulan", "Celah", "lists"]
    sheet = opened.worksheets[1]
    rows = {row["id"].value: row for row in sheet_rows(sheet)}
    assert rows.keys() == {ONE, TWO, THREE, SAME}
    assert rows[ONE]["source_text"].value == CLEAN.text
    assert rows[ONE]["target_text"].value == SEA.text
    assert "hlm. 3" in rows[ONE]["target_place"].value
    assert "satuan indeks" in rows[SAME]["source_text"].value
    lists = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    own = rows[ONE]["target"].coordinate
    where = lists[own].partition("!")[2].replace("$", "")
    assert [cell.value.split()[0] for cell in opened["lists"][where][0]] == [TRADE.id]
    assert rows[SAME]["target"].coordinate not in lists


def test_the_workbook_is_readable_and_guarded(book):
    sheet = load_workbook(book).worksheets[1]
    assert sheet.freeze_panes == "B3"
    assert sheet.auto_filter.ref.startswith("A2:")
    assert sheet.row_dimensions[1].hidden
    row = sheet_rows(sheet)[0]
    assert sheet.protection.sheet
    assert row["source_text"].protection.locked
    assert not row["decision"].protection.locked
    assert row["source_text"].alignment.wrap_text
    hidden = {row[key].column_letter for key in ("id", "revision", "fingerprint", "shown")}
    assert all(sheet.column_dimensions[letter].hidden for letter in hidden)


def test_the_workbook_speaks_english(home):
    path = home / "review.xlsx"
    assert ask(home, "export", path, language="en") == 0
    sheet = load_workbook(path).worksheets[1]
    assert sheet.title == "Proposals"
    words = [cell.value for cell in load_workbook(path)["lists"][2] if cell.value]
    assert words == ["Accept", "Reject", "Replace", "Leave"]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1+cmd", "@SUM(A1)", "-2", "=1\x00\x1b[2J\ufffe"])
def test_no_text_of_a_document_becomes_a_formula(tmp_path, text):
    goal = statement(text, K.OBJECTIVE, of=AGENCY)
    store_plans(tmp_path, (plan(of=AGENCY, statements=[goal]), PLANS[1]), ())
    assert ask(tmp_path, "export", tmp_path / "b.xlsx") == 0
    cells = [
        cell for sheet in load_workbook(tmp_path / "b.xlsx") for row in sheet.iter_rows() for cell in row
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert any(str(cell.value).startswith(text[:2]) for cell in cells)
