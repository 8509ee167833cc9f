"""In what an indicator differs from that of the plan above: each kind, and what is only told as unknown."""

from dataclasses import replace

import pytest
from factories import document, indicator, yearly

from selaras.models.catalogue import load_catalogue
from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.indicators import Direction
from selaras.models.measures.comparing import compare_indicators

CATALOGUE = load_catalogue()
PROVINCE = document(PlanKind.RPJMD, agency=None)
LONG = document(PlanKind.RPJPD, agency=None, sha256="1" * 64)
REGENCY = document(PlanKind.RPJMD, level=PlanLevel.DISTRICT, region="98.01", agency=None, sha256="2" * 64)
AGENCY = document(sha256="3" * 64)
RISING = ((2025, "60,0"), (2029, "70,0"))


def measure(name="Persentase dermaga rakyat yang terawat", unit="%", baseline="55,0", targets=RISING):
    return indicator(name, unit=unit, baseline=(2024, baseline) if baseline else None, targets=targets)


def kinds(own, other, documents=(PROVINCE, LONG)):
    found = compare_indicators(own, other, CATALOGUE, documents=documents)
    return [(one.kind.value, one.sureness.value) for one in found]


def test_indicators_that_agree_differ_in_nothing():
    assert kinds(measure(), measure()) == []


@pytest.mark.parametrize(
    ("own", "other", "kind", "sureness"),
    [
        (measure(unit="orang"), measure(), "unit", "certain"),
        (measure("Jumlah dermaga", "unit"), measure("Persentase dermaga", "%"), "form", "certain"),
        (measure("Pertumbuhan produksi garam", "%"), measure("Produksi garam", "ton"), "form", "certain"),
        (measure("Masa tunggu", "tahun"), measure("Masa tunggu", "ha"), "unit", "certain"),
        (measure("A usia 15 tahun ke atas"), measure("A usia 25 tahun ke atas"), "population", "certain"),
        (measure("TPT perempuan"), measure("TPT laki-laki"), "population", "certain"),
        (measure("A terhadap PDRB"), measure("A terhadap PDB"), "basis", "certain"),
        (measure("A", "% PDRB"), measure("A", "% PDB"), "basis", "certain"),
        (measure("A ADHB", "Rp juta"), measure("A ADHK", "Rp juta"), "prices", "certain"),
        (measure("IPM (metode baru)"), measure("IPM (metode lama)"), "series", "certain"),
        (measure("A (SP2010)"), measure("A (LF SP2020)"), "series", "certain"),
        (measure("A tahun dasar 2000"), measure("A tahun dasar 2010"), "series", "certain"),
        (measure("Angka Harapan Hidup"), measure("Usia Harapan Hidup"), "old_series", "likely"),
        (measure("Persentase jalan provinsi"), measure("Persentase jalan kabupaten"), "level", "certain"),
        (measure(baseline="0,55", targets=((2029, "0,7"),)), measure(), "scale", "likely"),
    ],
)
def test_after_these_differences_no_values_are_compared(own, other, kind, sureness):
    assert kinds(own, other) == [(kind, sureness)]


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (
            measure("Rasio A (Maret)", baseline="50,0"),
            measure("Rasio A (September)"),
            [("month", "certain")],
        ),
        (
            measure(baseline="54,0 (Maret 2024)"),
            measure(baseline="55,0 (September 2024)"),
            [("month", "certain")],
        ),
        (measure("A (metode baru)"), measure("A"), [("series", "possible")]),  # the other may be of it, too
        (measure("A"), measure("A usia 15 tahun ke atas"), [("population", "possible")]),
        (measure(baseline="53,2"), measure(), [("baseline", "likely")]),
        (measure(baseline="55"), measure(), []),  # rounded
        (measure(baseline="53,2 a)"), measure(), [("baseline", "possible")]),
    ],
)
def test_differences_beside_which_values_may_be_compared(own, other, expected):
    assert kinds(own, other) == expected


@pytest.mark.parametrize("documents", [(REGENCY, PROVINCE), None])
def test_baselines_of_two_regions_need_not_agree(documents):
    assert kinds(measure(baseline="53,2"), measure(), documents) == []


def test_an_agency_may_measure_itself_where_the_region_measures_all():
    own, other = (measure("Indeks kepuasan", "indeks", base) for base in ("53,2", "55,0"))
    assert kinds(own, other, (AGENCY, PROVINCE)) == [("baseline", "possible")]


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (((2029, "66,0"),), ((2029, "70,0"),), ("target_weaker", "likely")),  # more is wanted above
        (((2029, "74,0"),), ((2029, "70,0"),), ("target_stronger", "likely")),
        (((2028, "60,0"), (2029, "70,0")), ((2028, "65,0"), (2029, "70,0")), None),  # the last year tells
        (((2029, "70,0"),), ((2029, "69,0–72,0"),), None),  # within the range
        (((2029, "70,0 b)"),), ((2029, "80,0"),), ("footnote", "possible")),
        (((2029, "70,0"),), ((2030, "80,0"),), ("unknown", "unknown")),  # no year in common
        ((), ((2030, "80,0"),), ("unknown", "unknown")),
        (((2029, "BB"),), ((2029, "80,0"),), ("unknown", "unknown")),
    ],
)
def test_last_targets(own, other, expected):
    assert kinds(measure(targets=own), measure(targets=other)) == ([expected] if expected else [])


def test_targets_are_compared_after_units_are_converted():
    own = measure("Jumlah kapal", "ribu unit", "1,0", ((2028, "1,1"), (2029, "1,2")))
    other = measure("Jumlah kapal", "unit", "1000", ((2028, "1200"), (2029, "1400")))
    assert kinds(own, other) == [("unit_scale", "certain"), ("target_weaker", "likely")]


def test_a_number_of_a_regency_is_a_part_of_that_of_the_province():
    own, other = (
        measure("Jumlah kapal", "unit", *values)
        for values in (("9", ((2029, "12"),)), ("90", ((2029, "120"),)))
    )
    assert kinds(own, other, (REGENCY, PROVINCE)) == [("unknown", "unknown")]


def test_targets_that_move_against_those_above():
    falling = ((2025, "54,0"), (2027, "52,0"), (2029, "50,0"))
    found = kinds(measure(targets=falling), measure(targets=((2025, "60,0"), (2027, "65,0"), (2029, "70,0"))))
    assert found[0] == ("trend", "likely")


def test_what_the_catalogue_wants_makes_a_wrong_trend_certain():
    own, other = (
        indicator("Tingkat pengangguran terbuka", concept="IUP15", baseline=None, targets=targets)
        for targets in (((2025, "4,0"), (2029, "4,6")), ((2025, "4,0"), (2029, "3,6")))
    )
    assert ("trend", "certain") in kinds(own, other, None)


def test_a_trend_beside_no_values_is_only_a_reason_to_look():
    own = indicator(
        "Tingkat pengangguran terbuka", concept="IUP15", targets=((2025, "4,0"), (2029, "4,6")), baseline=None
    )
    alone = replace(own, targets=())
    assert ("trend", "possible") in kinds(own, alone, None)


def test_directions_that_plans_print_may_be_opposite():
    own, other = replace(measure(), direction=Direction.UP), replace(measure(), direction=Direction.DOWN)
    assert kinds(own, other)[0] == ("direction", "likely")


def test_a_target_with_a_footnote_shows_no_trend():
    own = measure(baseline=None, targets=((2025, "3,00"), (2029, "2,00 b)")))
    other = replace(measure(), targets=(yearly(2025, "3,00"), yearly(2029, "3,50")))
    assert ("trend", "likely") not in kinds(own, other)
