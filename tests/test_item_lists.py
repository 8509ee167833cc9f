"""Lists that are not as they should be get a clear answer: work goes on with a note, or ends with the remedy."""

import csv
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from selaras.flows.cli import run
from selaras.flows.item_lists import MOST_WORDS, read_items
from selaras.models.errors import InputError
from selaras.models.statements import StatementKind


def listed(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def refusal(path):
    with pytest.raises(InputError) as caught:
        read_items(path)
    problem = caught.value.message
    return problem.code, dict(problem.params)


def note_codes(path):
    return [note.code for note in read_items(path).notes]


# Ids


def test_a_list_without_ids_goes_by_its_row_numbers(tmp_path):
    found = read_items(listed(tmp_path / "l.csv", "text\nSatu\n\nTiga\n"))
    assert [(item.id, item.text) for item in found.items] == [("1", "Satu"), ("3", "Tiga")]
    assert [note.code for note in found.notes] == ["list.no_ids"]


@pytest.mark.parametrize("heads", ["kode,uraian", "No.,Pernyataan", "ID,TEXT", "code,Description"])
def test_columns_are_known_by_other_names(tmp_path, heads):
    found = read_items(listed(tmp_path / "l.csv", f"{heads}\n7,Mutu\n"))
    assert [(item.id, item.text) for item in found.items] == [("7", "Mutu")]
    assert found.notes == ()


def test_an_id_of_the_plainest_name_counts(tmp_path):
    found = read_items(listed(tmp_path / "l.csv", "no,id,text\n1,a,Mutu\n1,b,Akses\n"))
    assert [item.id for item in found.items] == ["a", "b"]


def test_an_id_that_stands_twice_is_told_with_both_rows(tmp_path):
    path = listed(tmp_path / "l.csv", "id,text\na,Satu\nb,Dua\na,Tiga\n")
    assert refusal(path) == ("error.list_twice", {"file": str(path), "id": "a", "first": "2", "second": "4"})


def test_a_row_without_an_id_is_told_with_its_row(tmp_path):
    path = listed(tmp_path / "l.csv", "id,text\na,Satu\n,Dua\n")
    assert refusal(path) == ("error.list_no_id", {"file": str(path), "row": "3"})


# Texts


def test_a_row_without_a_text_stays_and_is_told(tmp_path):
    found = read_items(listed(tmp_path / "l.csv", "id,text\na,Satu\nb,\n"))
    assert [item.text for item in found.items] == ["Satu", ""]
    assert [dict(note.params)["ids"] for note in found.notes] == ["b"]


@pytest.mark.parametrize(
    ("words", "kept", "notes"),
    [
        (MOST_WORDS, MOST_WORDS, []),
        (MOST_WORDS + 1, MOST_WORDS, ["list.long_texts"]),
        (10_000, MOST_WORDS, ["list.long_texts"]),
    ],
)
def test_a_text_longer_than_any_statement_is_compared_by_its_beginning(tmp_path, words, kept, notes):
    text = " ".join(f"kata{number}" for number in range(words))
    path = listed(tmp_path / "l.csv", f'id,text\na,"{text}"\n')
    assert len(read_items(path).items[0].text.split()) == kept
    assert note_codes(path) == notes


def test_a_cell_of_ten_thousand_words_does_not_stand_out(tmp_path):
    filler = " ".join(["perlindungan sosial kemiskinan"] * 3_400)
    sources = listed(tmp_path / "s.csv", "id,text\ns,Pengentasan kemiskinan\n")
    targets = listed(
        tmp_path / "t.csv", f"id,text\nlong,Pelestarian hutan {filler}\nright,Pengentasan kemiskinan\n"
    )
    assert run(["align", str(sources), str(targets), "--output", str(tmp_path / "o.csv")], {}) == 0
    with (tmp_path / "o.csv").open(encoding="utf-8", newline="") as stream:
        assert next(csv.DictReader(stream))["target_id"] == "right"


@given(st.lists(st.text(alphabet="ab ", min_size=1), min_size=1, max_size=5))
def test_a_text_of_usual_length_is_kept_letter_by_letter(tmp_path_factory, texts):
    path = tmp_path_factory.mktemp("lists") / "l.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["id", "text"], *([f"i{n}", text] for n, text in enumerate(texts))])
    assert [item.text for item in read_items(path).items] == [text.strip() for text in texts]


# Formulas


def workbook(path, rows, values=None):
    """A workbook, as a program writes it that does not calculate, and with values put in by hand."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    if values is not None:
        with ZipFile(path) as source:
            parts = {name: source.read(name) for name in source.namelist()}
        sheet = parts["xl/worksheets/sheet1.xml"]
        for value in values:
            for empty in (b"<v></v>", b"<v/>", b"<v />"):
                sheet = sheet.replace(b"</f>" + empty, b"</f><v>" + value + b"</v>", 1)
        parts["xl/worksheets/sheet1.xml"] = sheet
        with ZipFile(path, "w", ZIP_DEFLATED) as target:
            for name, data in parts.items():
                target.writestr(name, data)
    return path


FORMULAS = [["id", "text", "more"], ["a", '="Mutu"&" air"', None], ["b", "Akses", '="x"']]


def test_a_formula_counts_by_the_value_that_was_saved_with_it(tmp_path):
    path = workbook(tmp_path / "l.xlsx", FORMULAS, [b"12", b"3"])
    assert [item.text for item in read_items(path).items] == ["12", "Akses"]


def test_a_formula_without_a_saved_value_is_told_by_its_cell(tmp_path):
    path = workbook(tmp_path / "l.xlsx", FORMULAS)
    assert refusal(path) == ("error.sheet_formula", {"file": str(path), "cell": "B2"})


def test_a_list_of_nothing_but_formulas_is_told_by_its_first_cell(tmp_path):
    path = workbook(tmp_path / "l.xlsx", [["id", "text"], ["=1", '="a"']])
    assert refusal(path)[0] == "error.sheet_formula"


def test_a_formula_in_a_column_that_nobody_asked_for_does_not_matter(tmp_path):
    rows = [["id", "text", "more"], ["a", "Mutu", "=1"], ["b", "Akses", None]]
    assert len(read_items(workbook(tmp_path / "l.xlsx", rows)).items) == 2


def test_a_formula_that_shows_nothing_is_an_empty_cell(tmp_path):
    """Once one formula has its value the program did calculate, and what has none shows nothing."""
    rows = [["id", "text", "unit"], ["a", "Mutu", "=1"], ["b", "Akses", '=""']]
    path = workbook(tmp_path / "l.xlsx", rows, [b"5"])
    assert [item.unit for item in read_items(path).items] == ["5", None]


@pytest.mark.parametrize("value", ["#REF!", "#N/A", "#NAME?"])
def test_an_error_of_a_formula_is_no_text(tmp_path, value):
    path = listed(tmp_path / "l.csv", f"id,text\na,Mutu\nb,{value}\n")
    assert refusal(path)[0] == "error.sheet_error_value"
    assert refusal(path)[1]["row"] == "3"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Arah kebijakan", StatementKind.POLICY_DIRECTION),
        ("POLICY_DIRECTION", StatementKind.POLICY_DIRECTION),
        ("misi", StatementKind.MISSION),
        ("Sasaran", StatementKind.OBJECTIVE),
        ("Objective", StatementKind.OBJECTIVE),
        ("Indikator", None),
        ("", None),
    ],
)
def test_a_kind_is_known_by_its_code_and_as_people_call_it(tmp_path, word, kind):
    [item] = read_items(listed(tmp_path / "a.csv", f"id,text,jenis\nA,Jalan mantap,{word}\n")).items
    assert item.kind is kind


def test_a_kind_that_nobody_uses_is_told_with_all_that_are_known(tmp_path):
    code, facts = refusal(listed(tmp_path / "a.csv", "id,text,kind\nA,Jalan mantap,Prioritas\n"))
    assert (code, facts["given"]) == ("error.sheet_kind", "Prioritas")
    assert "Arah kebijakan" in facts["names"]
    assert "POLICY_DIRECTION" in facts["kinds"]
