"""Printed values are read as a person reads them, and what is not understood stays text."""

import pytest

from selaras.models.values import Value, ValueKind, parse_value

NUMBERS = {
    "decimal comma": ("47,08", 47.08),
    "decimal point in a column of commas": ("11.00", 11),
    "thousands points": ("1.912.491.636", 1912491636),
    "thousands points and a decimal comma": ("6.345,02", 6345.02),
    "three digits after a point are thousands": ("3.614", 3614),
    "three digits after a leading zero are decimals": ("0.175", 0.175),
    "three decimals behind one digit and a comma": ("3,965", 3.965),
    "three digits on both sides of a comma are thousands": ("365,428", 365428),
    "three digits after a long head are decimals": ("1000.500", 1000.5),
    "English style": ("1,361,759.53", 1361759.53),
    "English millions": ("12,000,000", 12000000),
    "mixed thousands marks": ("273,009.547,6", 273009547.6),
    "point for the decimal comma after thousands points": ("59.307.11", 59307.11),
    "four decimals": ("2,0041", 2.0041),
    "no digit before the comma": (",5", 0.5),
    "blank after the comma": ("12, 5", 12.5),
    "blanks for thousands": ("1 234 567,5", 1234567.5),
    "full width digits": ("５，５", 5.5),
    "hyphen as minus": ("-2,39", -2.39),
    "true minus sign": ("−2,07", -2.07),
    "minus apart": ("- 5,1", -5.1),
    "accounting negative": ("(6.862.938)", -6862938),
    "accounting negative with decimals": ("(3.14)", -3.14),
    "minus in brackets is negative once": ("(-5)", -5),
    "explicit plus": ("+5", 5),
    "zero": ("0", 0),
    "minus zero": ("-0", 0),
    "over a hundred percent": ("293,56%", 293.56),
    "closing full stop": ("5.", 5),
    "about": ("± 5", 5),
    "tilde": ("~0%", 0),
    "growing to": ("ke 23%", 23),
    "average": ("rata-rata 5,5", 5.5),
    "name of the measure": ("Indeks 77,2", 77.2),
    "maturity level": ("Level 3", 3),
    "short name of an index": ("IKLH 77,20", 77.2),
    "ratio with one": ("1:12", 12),
    "ratio with one last": ("15 : 1", 15),
    "count of a total": ("100 dari 110 Organisasi", 100),
    "number again in words": ("3 (tiga) dokumen", 3),
    "other count in brackets": ("197,71 (195.604)", 197.71),
    "thousand": ("1,5 ribu", 1500),
    "millions": ("13,68 JUTA", 13680000),
    "short millions": ("12,16 jt", 12160000),
    "rupiah": ("Rp. 1.250.000.000,00", 1250000000),
    "rupiah glued with closing dash": ("Rp5.000.000,-", 5000000),
    "rupiah in billions": ("Rp 2,5 miliar", 2.5e9),
    "rupiah in trillions": ("Rp 11,46 triliun", 11.46e12),
    "letter of size after a currency": ("Rp 2.9 T", 2.9e12),
    "letter alone is a unit": ("5 M", 5),
}
RANGES = {
    "hyphen": ("115-125", 115, 125),
    "en dash and blanks": ("74,25 – 74,75", 74.25, 74.75),
    "em dash": ("4,5—5,0", 4.5, 5),
    "double hyphen": ("5--6", 5, 6),
    "blank after the hyphen only": ("99,00- 99,50", 99, 99.5),
    "broken over two lines": ("8,20 -\n8,25", 8.2, 8.25),
    "printed high to low": ("51,00 - 41,11", 41.11, 51),
    "percent at both ends": ("5,5%-6,5%", 5.5, 6.5),
    "unit at both ends": ("9 tahun - 9,5 tahun", 9, 9.5),
    "in brackets": ("(2,1-2,5%)", 2.1, 2.5),
    "in words": ("3 sampai dengan 5", 3, 5),
    "s.d.": ("3 s.d. 5", 3, 5),
    "s/d": ("3 s/d 5", 3, 5),
    "tilde": ("5~6", 5, 6),
    "negative ends": ("-2,0 - -1,5", -2, -1.5),
    "from negative to positive": ("-2 – 3", -2, 3),
    "equal ends": ("83,33 – 83,33", 83.33, 83.33),
    "mixed styles": ("0.175-0,263", 0.175, 0.263),
    "one end shows the comma of the other": ("3,37-3,965", 3.37, 3.965),
    "one end shows the point of the other": ("362.15-362.495", 362.15, 362.495),
    "thousands point in the upper end only": ("950-1.050", 950, 1050),
    "class with both signs": ("> 85 - 100", 85, 100),
    "class with a sign inside": ("10 – <20", 10, 20),
    "size named once": ("2-3 juta", 2e6, 3e6),
    "two sizes": ("900 ribu - 1,2 juta", 9e5, 1.2e6),
    "money": ("Rp 2 - 3 T", 2e12, 3e12),
    "tolerance": ("2,5±1", 1.5, 3.5),
    "tolerance keeps its decimals": ("2,3 +/- 0,1", 2.2, 2.4),
    "average of a period": ("RATA-RATA 2,0-3,0% PER-TAHUN (2025-2029)", 2, 3),
}
BOUNDS = {
    "at most": ("≤ 5", None, 5),
    "below": ("<9", None, 9),
    "above": ("> 85", 85, None),
    "at least, two characters": (">= 5", 5, None),
    "at most, turned": ("=<5", None, 5),
    "minimal": ("minimal 80", 80, None),
    "min.": ("Min. 80", 80, None),
    "maks.": ("maks. 5 hari", None, 5),
    "di atas": ("di atas 90%", 90, None),
    "diatas": ("diatas 90", 90, None),
    "more than": ("LEBIH DARI 15 JUTA", 15e6, None),
    "less than": ("kurang dari 3", None, 3),
    "and more": ("80 keatas", 80, None),
    "and more after a unit": ("17 tahun ke atas", 17, None),
    "and less": ("5% ke bawah", None, 5),
    "plus sign": ("5+", 5, None),
    "with a category": ("≤5 (Tercemar Ringan)", None, 5),
    "rate": ("< 12 per 100.000 penduduk", None, 12),
    "another figure as the bound": ("< inflasi nasional", None, None),
}
RANKS = {
    "peringkat of": ("peringkat 74 dari 156", 74, 74),
    "posisi": ("posisi 21", 21, 21),
    "ke-": ("ke-5", 5, 5),
    "a span of ranks": ("Ranking 70-80", 70, 80),
    "with year and unit": ("RANKING 2029: 35-40 DARI 139 NEGARA", 35, 40),
    "after a name": ("Kota Tirta peringkat 7 dari 20 kota", 7, 7),
    "in brackets after an index": ("Tirta City Index (74 dari 156)", 74, 74),
    "among the first": ("10 besar", 1, 10),
}
PREDICATES = {
    "audit opinion": ("WTP", "WTP"),
    "audit opinion in words": ("Wajar Tanpa Pengecualian", "Wajar Tanpa Pengecualian"),
    "grade": ("BB", "BB"),
    "grade with minus": ("A-", "A-"),
    "named grade": ("Predikat A", "A"),
    "grade after the word for a score": ("Nilai BB", "BB"),
    "named words": ("Predikat Kabupaten Layak Pemuda", "Kabupaten Layak Pemuda"),
    "grade and above": ("CC keatas", "CC keatas"),
    "grade at least": ("≥ BB", "≥ BB"),
    "quality": ("sangat baik", "sangat baik"),
    "existence": ("Ada", "Ada"),
}
GRADED_NUMBERS = {
    "number then grade": ("81 (A)", "A", 81),
    "number then word": ("4,53 (Prima)", "Prima", 4.53),
    "number then bare grade": ("72,5 BB", "BB", 72.5),
    "grade then number": ("AA (90,10)", "AA", 90.1),
    "grade then bare number": ("BB / 72,5", "BB", 72.5),
}
MISSING = [
    "",
    " ",
    "-",
    "--",
    "–",
    "...",
    "…",
    "N/A",
    "n/a",
    "N/a",
    "n.a.",
    "NA",
    "tad",
    "t.a.d",
    "tidak ada data",
]
MISSING += ["belum rilis", "DBR", "Data belum tersedia"]
UNREADABLE = {
    "n/a inside words": "Peraturan Daerah daN/Atau Keputusan",
    "outline number": "1.2.3",
    "code": "5.01.02",
    "date": "12-05-2023",
    "date with slashes": "12/05/2023",
    "year in brackets": "(2023)",
    "fraction": "3/4",
    "list of commas": "1,2,3",
    "two units": "5 tahun 3 bulan",
    "change without a level": "turun 5%",
    "regulation": "Perda No 5 Tahun 2023",
    "regulation by number": "Peraturan Gubernur Nomor 5",
    "ordinal in a title": "Perubahan ke-2",
    "sentence": "Meningkatnya kualitas hidup masyarakat",
    "spreadsheet notation": "1,2E+11",
    "spreadsheet error": "#REF!",
    "not a number": "nan",
    "infinity": "inf",
    "number beyond floats": "9" * 400,
    "long text": "1 " * 400,
    "other digits": "٣٫٥",
    "only a footnote mark": "*)",
}


def table(cases):
    """A parametrize table with the trap as the id."""
    return [
        pytest.param(*(case if isinstance(case, tuple) else (case,)), id=name) for name, case in cases.items()
    ]


@pytest.mark.parametrize(("text", "number"), table(NUMBERS))
def test_numbers(text, number):
    value = parse_value(text)
    assert (value.kind, value.low, value.high) == (ValueKind.NUMBER, number, number)


@pytest.mark.parametrize(("text", "low", "high"), table(RANGES))
def test_ranges_are_sorted(text, low, high):
    value = parse_value(text)
    assert (value.kind, value.low, value.high) == (ValueKind.RANGE, low, high)


@pytest.mark.parametrize(("text", "low", "high"), table(BOUNDS))
def test_bounds_have_an_open_side(text, low, high):
    value = parse_value(text)
    assert (value.kind, value.low, value.high) == (ValueKind.BOUND, low, high)


@pytest.mark.parametrize(("text", "low", "high"), table(RANKS))
def test_ranks(text, low, high):
    value = parse_value(text)
    assert (value.kind, value.low, value.high) == (ValueKind.RANK, low, high)


@pytest.mark.parametrize(("text", "label"), table(PREDICATES))
def test_predicates(text, label):
    value = parse_value(text)
    assert (value.kind, value.label, value.low, value.high) == (ValueKind.PREDICATE, label, None, None)


@pytest.mark.parametrize(("text", "label", "number"), table(GRADED_NUMBERS))
def test_a_grade_with_its_number_keeps_both(text, label, number):
    value = parse_value(text)
    assert (value.kind, value.label, value.low, value.high) == (ValueKind.PREDICATE, label, number, number)


@pytest.mark.parametrize("text", MISSING)
def test_missing(text):
    assert parse_value(text) == Value(text, ValueKind.MISSING)


@pytest.mark.parametrize("text", table(UNREADABLE))
def test_what_is_not_understood_stays_text(text):
    value = parse_value(text)
    assert (value.text, value.kind, value.low, value.high) == (text, ValueKind.UNREADABLE, None, None)


def test_a_value_refuses_a_low_end_above_the_high_end():
    with pytest.raises(ValueError, match=r"low 5\.0 is above high 4\.0"):
        Value("5 - 4", ValueKind.RANGE, 5.0, 4.0)
