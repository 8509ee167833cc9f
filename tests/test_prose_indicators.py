"""Indicators in running text: announcements, lists, values, what they measure. All texts are invented."""

import pytest
from factories import document, lines
from prose_reading import MISSION, OTHER, RPJMD, found

from selaras.extractors.prose.indicator_texts import Measure, read_measure, split_indicators, split_measures
from selaras.extractors.prose.statements import read_prose
from selaras.models.documents import PlanKind
from selaras.models.statements import StatementKind as Kind

LIST = "tujuan tersebut memiliki sasaran sebagai berikut:"
REPORT = document(PlanKind.LKJIP, period=(2026, 2026))


def measures(*texts, of=RPJMD):
    """Name, unit and values of each indicator in lines under each other, with the text of what it measures."""
    read = read_prose(lines(*texts), of)
    names = {draft.key: draft.text for draft in read.statements}
    return [
        (names[made.statement], made.name, made.unit, [(value.year, value.text) for value in made.targets])
        for made in read.indicators
    ]


@pytest.mark.parametrize(
    ("text", "body", "rest"),
    [
        pytest.param("Pulihnya laut, dengan indikator:", "Pulihnya laut", "", id="list-follows"),
        pytest.param("Pulihnya laut; Dengan Indikator Kinerja :", "Pulihnya laut", "", id="in-capitals"),
        pytest.param("Indikator Sasaran :", "", "", id="label"),
        pytest.param("dengan indikatornya adalah", "", "", id="without-a-colon"),
        pytest.param("dengan indikator sasaran strategis (Benefit):", "", "", id="sort-in-brackets"),
        pytest.param(
            "Indikator: Persentase laut bersih", "", "Persentase laut bersih", id="beside-the-label"
        ),
        pytest.param(
            "Pulihnya laut, dengan indikator sasaran Tingkat kejernihan air",
            "Pulihnya laut",
            "Tingkat kejernihan air",
            id="inside-a-sentence",
        ),
        pytest.param(
            "Indikator sasaran yaitu Tingkat kejernihan air. Dari penjabaran ini terlihat laut pulih",
            "",
            "Tingkat kejernihan air",
            id="to-the-end-of-its-sentence",
        ),
    ],
)
def test_announcements(text, body, rest):
    assert split_indicators(text) == (body, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Persentase indikator kinerja yang tercapai",
        "Indikator kinerja menunjukkan laut yang bersih",
        "kegiatan yang disertai dengan indikator kinerja, sebagaimana diatur",
        "Pulihnya laut dan indikator lain yang baik",
    ],
)
def test_what_merely_speaks_of_indicators_announces_none(text):
    assert split_indicators(text) == (text, None)


@pytest.mark.parametrize(
    ("texts", "measure"),
    [
        (["Luas terumbu pulih dengan target 80% pada tahun 2027;"], ("Luas terumbu pulih", "80", "%", 2027)),
        (["Persentase laut bersih sebesar 85,5 %"], ("Persentase laut bersih", "85,5", "%", None)),
        (["Jumlah desa tangguh sebanyak 12 desa (100%)"], ("Jumlah desa tangguh", "12", "desa", None)),
        (["Skor ikan sebesar 2.050 kkal/kapita/hari"], ("Skor ikan", "2.050", "kkal/kapita/hari", None)),
        (["Jumlah produksi ikan 12.317.066 Ton"], ("Jumlah produksi ikan", "12.317.066", "Ton", None)),
        (["Jumlah kelompok yang memakai 20 Orang", "jaring ramah"], ("Jumlah kelompok yang memakai jaring ramah", "20", "Orang", None)),
        (["Jumlah serangan 9 hama"], ("Jumlah serangan 9 hama", None, None, None)),
        (["Tingkat kejernihan air"], ("Tingkat kejernihan air", None, None, None)),
        (["Persentase laut bersih (%)"], ("Persentase laut bersih (%)", None, None, None)),
    ],
)  # fmt: skip
def test_values_behind_a_name(texts, measure):
    assert read_measure(texts) == Measure(*measure)


def test_several_measures_in_a_sentence():
    assert split_measures("Tingkat kejernihan air; dan Persentase pantai bersih") == [
        "Tingkat kejernihan air",
        "Persentase pantai bersih",
    ]
    assert split_measures("Tingkat kejernihan air; dan lainnya") == ["Tingkat kejernihan air; dan lainnya"]


def test_each_list_measures_the_entry_above():
    texts = (
        LIST,
        f"1. {MISSION}, dengan indikator:",
        "1) Persentase laut bersih (%)",
        "2) Jumlah warga terlatih sebanyak 20 orang pada tahun 2027",
        f"2. {OTHER};",
        "3) Indeks ekonomi pulau",
        f"3. {MISSION} kecil, dengan indikator Tingkat kejernihan air.",
    )
    assert measures(*texts) == [
        (MISSION, "Persentase laut bersih (%)", "%", []),
        (MISSION, "Jumlah warga terlatih", "orang", [(2027, "20")]),
        (OTHER, "Indeks ekonomi pulau", None, []),
        (f"{MISSION} kecil", "Tingkat kejernihan air", None, []),
    ]
    assert [text for _, _, text in found(*texts)] == [MISSION, OTHER, f"{MISSION} kecil"]


def test_labels_one_below_the_other():
    texts = ("Sasaran :", f"{MISSION}.", "Indikator Kinerja :", "- Jumlah produksi ikan 12.066 Ton")
    assert measures(*texts, of=REPORT) == [(MISSION, "Jumlah produksi ikan", "Ton", [(2026, "12.066")])]
    assert found(*texts, of=REPORT) == [(Kind.OBJECTIVE, None, MISSION)]


def test_a_text_that_heads_others_stands_before_their_names():
    texts = (
        "Sasaran 1: " + MISSION,
        "Indikator :",
        "- Panjang pantai bersih:",
        "➢ Utara 25 km",
        "➢ Selatan 32 km",
    )
    assert [name for _, name, *_ in measures(*texts)] == [
        "Panjang pantai bersih: Utara",
        "Panjang pantai bersih: Selatan",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("Indikator Kinerja :", "1. Persentase laut bersih"), id="no-statement-above"),
        pytest.param(
            (LIST, f"1. {MISSION};", "Pembangunan diukur.", "1) Persentase laut bersih"), id="no-announcement"
        ),
        pytest.param(
            (LIST, f"1. {MISSION}, dengan indikator:", "Semua warga bekerja bersama.", "1) Laut"),
            id="prose-between",
        ),
    ],
)
def test_better_silent_than_wrong(texts):
    assert measures(*texts) == []
