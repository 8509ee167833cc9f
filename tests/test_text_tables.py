"""Tables without upright lines are read from their text. Each trap of printed tables is a case with its name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_table_pages import line, lines_of, rule, tables

LEFTS = (72.0, 220.0, 280.0, 340.0)
HEAD = ["Item", "2001", "2002", "2003"]
BODY = [
    ["Harbours", "120", "9", "1,204"],
    ["Inland ports", "30", "(X)", "880"],
    ["Ferries", "5.5", "12", "–"],
    ["Lighthouses", "70", "71", "72"],
]


def test_lines_over_and_under_the_head_and_at_the_foot():
    found = lines_of([HEAD, *BODY], LEFTS)
    assert tables(found, [rule(0), rule(1), rule(5)]) == [[HEAD, *BODY]]


def test_a_line_under_the_head_alone():
    found = lines_of([HEAD, *BODY], LEFTS)
    assert tables(found, [rule(1)]) == [[HEAD, *BODY]]


def test_no_line_at_all():
    assert tables(lines_of([HEAD, *BODY], LEFTS)) == [[HEAD, *BODY]]


def test_lines_that_stop_between_columns_are_one():
    broken = [
        rule(y, start, end)
        for y in (0, 1, 5)
        for start, end in ((70, 210), (214, 270), (274, 330), (334, 420))
    ]
    assert tables(lines_of([HEAD, *BODY], LEFTS), broken) == [[HEAD, *BODY]]


def test_a_group_head_stands_over_the_columns_that_its_line_spans():
    heads = [["Item", "", "Vessels", ""], ["", "2001", "2002", "2003"]]
    found = lines_of([*heads, *BODY], LEFTS)
    rules = [rule(0), rule(1, 216.0, 330.0), rule(2), rule(6)]
    assert tables(found, rules) == [[["Item", "Vessels", "~", "2003"], ["~", "2001", "2002", "~"], *BODY]]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [*BODY, ["Buoys and", "", "", ""], ["lamps", "8", "9", "10"]],
            [*BODY, ["Buoys and/lamps", "8", "9", "10"]],
            id="values-beside-the-last-line",
        ),
        pytest.param(
            [["Buoys and", "8", "9", "10"], ["lamps", "", "", ""], *BODY],
            [["Buoys and/lamps", "8", "9", "10"], *BODY],
            id="values-beside-the-first-line",
        ),
        pytest.param(
            [["Sea", "", "", ""], *BODY],
            [["Sea", "", "", ""], *BODY],
            id="a-label-alone-heads-the-rows-below",
        ),
    ],
)
def test_labels_of_several_lines(rows, expected):
    found = lines_of([HEAD, *rows], LEFTS)
    assert tables(found, [rule(0), rule(1), rule(1 + len(rows))]) == [[HEAD, *expected]]


def test_a_heading_in_the_middle_is_one_cell_over_all_columns():
    found = (
        lines_of([HEAD, *BODY[:2]], LEFTS)
        + line("All ports of the coast", 3, 190.0)
        + lines_of(BODY[2:], LEFTS, 4)
    )
    rows = [HEAD, *BODY[:2], ["All ports of the coast", "~", "~", "~"], *BODY[2:]]
    assert tables(found, [rule(0), rule(1), rule(6)]) == [rows]


def test_dots_that_lead_to_the_value_part_no_columns():
    rows = [["Item", "2001", "2002", "2003"], *([f"{row[0]} " + ". " * 8, *row[1:]] for row in BODY)]
    (found,) = tables(lines_of(rows, LEFTS), [rule(0), rule(1), rule(5)])
    assert [row[1:] for row in found] == [row[1:] for row in rows]


def test_wrapped_texts_between_lines_are_one_row():
    rows = [
        ["Office", "Street", "Town"],
        ["Harbour", "Long quay at the", "Belmont"],
        ["office", "north pier", ""],
        ["Port", "Short quay", "Cardale"],
        ["office", "", ""],
    ]
    found = lines_of(rows, (72.0, 180.0, 330.0))
    assert tables(found, [rule(0), rule(1), rule(3), rule(5)]) == [
        [
            ["Office", "Street", "Town"],
            ["Harbour/office", "Long quay at the/north pier", "Belmont"],
            ["Port/office", "Short quay", "Cardale"],
        ]
    ]


def test_a_row_of_column_numbers_closes_the_head():
    heads = [["Sasaran", "Indikator", "Target"], ["(1)", "(2)", "(3)"]]
    body = [["Laut bersih", "Mutu air", "80"], ["Darat hijau", "Tutupan", "60"]]
    (found,) = tables(lines_of([*heads, *body], (72.0, 180.0, 330.0)), [rule(0), rule(3), rule(4)])
    assert found[1:] == body


@pytest.mark.parametrize(
    ("rows", "lefts"),
    [
        pytest.param(
            [[f"{n}.", "Terwujudnya laut yang bersih dan lestari"] for n in range(1, 8)],
            (72.0, 100.0),
            id="list",
        ),
        pytest.param(
            [[f"Bab {n} Laut " + ". " * 20, str(3 * n)] for n in range(1, 8)], (72.0, 380.0), id="contents"
        ),
        pytest.param(
            [["Nama", ": Kepala Dinas"], ["Jabatan", ": Kepala"], ["Nomor", ": 12"]], (72.0, 150.0), id="form"
        ),
        pytest.param(
            [["100", "", ""], ["", "40", ""], ["50", "", "71"], ["", "", ""]],
            (72.0, 150.0, 250.0),
            id="chart",
        ),
        pytest.param(
            [["Laut yang bersih dan lestari", "Darat yang hijau dan subur"]] * 9,
            (72.0, 260.0),
            id="two-columns",
        ),
    ],
)
@pytest.mark.parametrize("ruled", [False, True])
def test_what_only_looks_like_a_table(rows, lefts, ruled):
    rules = [rule(0), rule(len(rows))] if ruled else []
    assert tables(lines_of(rows, lefts), rules) == []


def test_wide_blanks_of_justified_prose_part_no_columns():
    texts = [
        "Laut   yang   bersih   dan   teluk   lestari   5",
        "Darat   subur   2   dan   hutan   yang   amat   hijau",
    ]
    assert tables([word for row in range(8) for word in line(texts[row % 2], row)]) == []


def test_prose_between_two_tables_parts_them():
    rows = [HEAD, *BODY]
    below = 9
    found = lines_of(rows, LEFTS) + line("Table 4. Ships of the coast", 7) + lines_of(rows, LEFTS, below)
    rules = [rule(0), rule(1), rule(5), rule(below), rule(below + 1), rule(below + 5)]
    assert tables(found, rules) == [rows, rows]


NUMBERS = st.integers(0, 99_999).map("{:,}".format)


@settings(deadline=None)  # the first example loads the words of heads
@given(st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=4, max_size=12))
def test_every_number_comes_out_in_its_place(numbers):
    body = [[f"Port {chr(65 + place)}", *row] for place, row in enumerate(numbers)]
    found = lines_of([HEAD, *body], LEFTS)
    assert tables(found, [rule(0), rule(1), rule(1 + len(body))]) == [[HEAD, *body]]


def jointed(row: float):
    """A line over a row that was drawn cell by cell."""
    return rule(row)._replace(joints=(150.0, 240.0, 330.0))


def test_prose_down_to_the_foot_line_of_a_page_is_no_row_though_drawn_columns_cut_it():
    rows = [["No", "Program", "Pagu", "Realisasi"], ["1", "Laut", "120", "110"], ["2", "Darat", "90", "80"]]
    prose = "Anggaran dinas tahun lalu telah direalisasikan seluruhnya untuk semua program"
    found = lines_of(rows, (72.0, 155.0, 245.0, 335.0)) + [w for row in (5, 6, 7) for w in line(prose, row)]
    assert tables(found, [*map(jointed, range(4)), rule(9)]) == [rows]


def test_drawn_columns_of_texts_have_their_rows_between_lines():
    rows = [
        ["Aspek", "Capaian", "Standar", "Faktor"],
        ["Mutu", "Laut bersih", "", "Hujan"],
        ["Air", "", "Baku mutu", "Musim"],
    ]
    found = lines_of(rows, (72.0, 155.0, 245.0, 335.0))
    assert tables(found, [jointed(0), jointed(1), jointed(3)]) == [
        [rows[0], ["Mutu/Air", "Laut bersih", "Baku mutu", "Hujan/Musim"]]
    ]
