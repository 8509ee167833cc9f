"""Heads of tables: how far they reach, what they say, and which numbers only count the columns."""

import pytest
from table_pages import HEAD, on, read, shown


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        pytest.param([["Sasaran", "Target"], ["Laut bersih", "80"]], ("Sasaran", "Target"), id="one-row"),
        pytest.param(
            [["Sasaran", "Target", "<"], [None, "2025", "2026"], ["Laut bersih", "80", "85"]],
            ("Sasaran", "Target | 2025", "Target | 2026"),
            id="group-head-over-years",
        ),
        pytest.param(
            [
                ["No", "Program", "Target Kinerja", "<", "<", "<"],
                [None, None, "2025", "<", "2026", "<"],
                [None, None, "Target", "Rp", "Target", "Rp"],
                ["1", "Program Laut", "80", "100", "85", "120"],
            ],
            (
                "No",
                "Program",
                "Target Kinerja | 2025 | Target",
                "Target Kinerja | 2025 | Rp",
                "Target Kinerja | 2026 | Target",
                "Target Kinerja | 2026 | Rp",
            ),
            id="three-rows-of-heads",
        ),
        pytest.param(
            [
                ["Indikator", "Target Tahun ke-", "<", "<"],
                [None, "1", "2", "3"],
                ["Mutu air", "70", "75", "80"],
            ],
            ("Indikator", "Target Tahun ke- | 1", "Target Tahun ke- | 2", "Target Tahun ke- | 3"),
            id="bare-years-of-a-period-are-heads-not-column-numbers",
        ),
        pytest.param(
            [["Indikator", "S\na\nt\nu\na\nn", "Targe\nt\nRenst\nra"], ["Mutu air", "%", "80"]],
            ("Indikator", "Satuan", "Target Renstra"),
            id="squeezed-heads",
        ),
        pytest.param(
            [["Indikator", "Kondisi\nKinerja pada\nawal periode"], ["Mutu air", "80"]],
            ("Indikator", "Kondisi Kinerja pada awal periode"),
            id="lines-of-whole-words",
        ),
        pytest.param(
            [["Muatan", "Isi pokok"], ["1", "2"], ["Laut", "Bersih"]],
            ("Muatan", "Isi pokok"),
            id="unknown-words-over-numbers",
        ),
        pytest.param(
            [["No.", "Kerawanan"], ["1.", "Abrasi"]], ("No.", "Kerawanan"), id="number-column-first"
        ),
        pytest.param([["Laut", "Bersih"], ["Darat", "Hijau"]], ("", ""), id="no-head"),
    ],
)
def test_heads(rows, heads):
    (made,) = read(on(1, *rows))
    assert made.heads == heads
    assert len(made.rows) >= 1


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param(["1", "2", "3", "4"], id="plain"),
        pytest.param(["(1)", "(2)", "(3)", "(4)"], id="brackets"),
        pytest.param(["1", "2", "4", "5"], id="one-is-missing"),
        pytest.param(["1", "2", "2", "3"], id="one-is-twice"),
        pytest.param(["2", "3", "4", "5"], id="the-first-is-missing"),
        pytest.param(["(1)", "(2)", "(3)", "(4)=(3)/(2)x100%"], id="with-the-sum"),
    ],
)
def test_rows_of_column_numbers_are_dropped_on_every_page(numbers):
    data = ["1", "Laut bersih", "Mutu air", "80"], ["2", "Darat hijau", "Tutupan hutan", "60"]
    (made,) = read(on(1, HEAD, numbers, data[0]), on(2, HEAD, numbers, data[1]))
    assert shown(made) == list(map(list, data))
    assert made.pages == (1, 2)


def test_numbers_that_are_data_stay():
    (made,) = read(
        on(
            1,
            ["Indikator", "Target 2025", "Target 2026"],
            ["Jumlah pelabuhan", "1", "2"],
            ["Kapal", "2", "3"],
        )
    )
    assert shown(made) == [["Jumlah pelabuhan", "1", "2"], ["Kapal", "2", "3"]]


@pytest.mark.parametrize(
    ("caption", "rows", "heads"),
    [
        pytest.param(
            "Tabel 5.3 Arah Kebijakan",
            [["Tr\nan\nsf\nor\nma\nsi", "Arah Kebijakan"], ["Sosial", "1. Pemerataan akses"]],
            ("Transformasi", "Arah Kebijakan"),
            id="short-names-under-a-caption",
        ),
        pytest.param(
            None, [["Aspek", "Arah Kebijakan"], ["Sosial", "Pemerataan akses"]], ("", ""), id="no-caption"
        ),
        pytest.param(
            "Tabel 1", [["Aspek", "Karakter"], ["Sosial", "Pemerataan akses"]], ("", ""), id="unknown-names"
        ),
        pytest.param(
            "Tabel 1",
            [["Visi", "Terwujudnya laut lestari"], ["Misi", "Menata laut"]],
            ("", ""),
            id="names-at-the-side",
        ),
        pytest.param(
            "Tabel 1",
            [["Tujuan 1", "Tujuan 2"], ["Laut bersih", "Darat hijau"]],
            ("", ""),
            id="numbered-statements-of-a-cascade",
        ),
    ],
)
def test_heads_that_only_their_form_shows(caption, rows, heads):
    (made,) = read(on(1, *rows), above=[caption] if caption else ())
    assert made.heads == heads
