"""What a printed value carries beside its number: unit, footnote, year, several parts, doubts."""

import pytest

from selaras.models.values import ValueKind, find_decimal_mark, parse_value


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("45%", "%"),
        ("88,47 persen", "persen"),
        ("5 (%)", "%"),
        ("61 kampung", "kampung"),
        ("416 m³", "m³"),
        ("12 m3/det", "m3/det"),
        ("5 juta ton CO2e", "ton CO2e"),
        ("9,1/1000 KH", "/1000 KH"),
        ("12 per 100.000 penduduk", "per 100.000 penduduk"),
        ("1.5-2.0% dari PDB", "% dari PDB"),
        ("9,10 - 9,50 tahun", "tahun"),
        ("5% - 6", "%"),
        ("Rp 2,9 triliun", "Rp"),
        ("3.460 juta JPY (31 juta USD)", "JPY"),
        ("USD 8.000", "USD"),
        ("1:12 siswa", "siswa"),
        ("7,5", None),
    ],
)
def test_printed_units(text, unit):
    assert parse_value(text).unit == unit


@pytest.mark.parametrize(
    ("text", "low", "footnote"),
    [
        pytest.param("3,68a)", 3.68, "a", id="letter glued"),
        pytest.param("2,00 b)", 2, "b", id="letter apart"),
        pytest.param("3,68a", 3.68, "a", id="bracket lost"),
        pytest.param("1,7*", 1.7, "*", id="star"),
        pytest.param("5 *)", 5, "*", id="star and bracket"),
        pytest.param("5 (**)", 5, "**", id="stars in brackets"),
        pytest.param("2,00 1)", 2, "1", id="figure apart"),
        pytest.param("3,681)", 3.68, "1", id="figure glued to decimals"),
        pytest.param("5,2²", 5.2, "²", id="raised figure is not a decimal"),
        pytest.param("5,3 [1]", 5.3, "1", id="square bracket"),
        pytest.param("56,42** (2023)", 56.42, "**", id="before a year"),
        pytest.param("56,42 (2023)**", 56.42, "**", id="after a year"),
        pytest.param("5* b)", 5, "*,b", id="two marks"),
        pytest.param("12 kasus (a)", 12, None, id="letter in brackets is a remark"),
        pytest.param("-*", None, "*", id="at a missing value"),
    ],
)
def test_footnotes_are_not_part_of_the_number(text, low, footnote):
    value = parse_value(text)
    assert (value.low, value.footnote) == (low, footnote)


@pytest.mark.parametrize(
    ("text", "first_year", "year"),
    [
        ("79,51 (2023)", None, 2023),
        ("6,21 (Agustus 2023)", None, 2023),
        ("6,21 (31 Desember 2023)", None, 2023),
        ("6,21 (Agustus)", None, None),
        ("0,36-0,37 (2029)", None, 2029),
        ("13,68 juta (2010-2014)", 2010, 2014),
        ("lebih dari 15 juta (2025-29)", 2025, 2029),
        ("79,51 tahun 2023", None, 2023),
        ("2023: 79,51", None, 2023),
        ("Target 2029: 85", None, 2029),
        ("Tahun 2023 peringkat 7 dari 20", None, 2023),
        ("WTP (2023)", None, 2023),
        ("197,71 (195.604)", None, None),
        ("2023", None, None),
    ],
)
def test_years_printed_with_the_value(text, first_year, year):
    value = parse_value(text)
    assert (value.first_year, value.year) == (first_year, year)
    assert value.kind is not ValueKind.UNREADABLE


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("i) 83,33 – 83,33 ii) 50,00 – 66,67", [(83.33, 83.33), (50, 66.67)], id="roman numbers"),
        pytest.param("a. 5 b. 6,5", [(5, 5), (6.5, 6.5)], id="letters"),
        pytest.param("1) 5,2 2) 6,3 (2023)", [(5.2, 5.2), (6.3, 6.3)], id="figures"),
        pytest.param("83,33\n50,00", [(83.33, 83.33), (50, 50)], id="lines"),
        pytest.param("83,33\n-", [(83.33, 83.33), (None, None)], id="one is missing"),
        pytest.param("1 dokumen dan 2 laporan", [(1, 1), (2, 2)], id="and"),
        pytest.param("1 dokumen, 2 laporan", [(1, 1), (2, 2)], id="comma and blank"),
    ],
)
def test_several_values_in_one_cell(text, parts):
    value = parse_value(text)
    assert [(part.low, part.high) for part in value.parts] == parts
    assert (value.low, value.high, value.kind) == (None, None, value.parts[0].kind)
    assert all(part.text in text for part in value.parts)


@pytest.mark.parametrize(
    ("text", "ambiguous"),
    [
        ("9.582", True),
        ("3,965", True),
        ("365,428", True),
        ("59.307.11", True),
        ("12, 5", True),
        ("IKLH 77,20", True),
        ("(5)", True),
        ("3,681)", True),
        ("(3.14)", False),
        ("34,21", False),
        ("1.912.491", False),
        ("0,345", False),
        ("1.234,567", False),
        ("3,37-3,965", False),
        ("BB", False),
        ("5,1 (195.604)", False),
    ],
)
def test_doubts_are_flagged(text, ambiguous):
    assert parse_value(text).ambiguous is ambiguous


@pytest.mark.parametrize(
    ("text", "mark", "number", "ambiguous"),
    [
        pytest.param("1,309", ".", 1309, False, id="thousands comma among decimal points"),
        pytest.param("120,575", ",", 120.575, False, id="decimals among decimal commas"),
        pytest.param("9.582", ",", 9582, False, id="thousands point among decimal commas"),
        pytest.param("2.300", ".", 2300, True, id="thousands point among decimal points stays a doubt"),
        pytest.param("0,345", ".", 0.345, False, id="its own shape goes before the neighbours"),
        pytest.param("10,5", ".", 10.5, False, id="plain decimals go before the neighbours"),
    ],
)
def test_neighbours_settle_a_doubt(text, mark, number, ambiguous):
    value = parse_value(text, decimal_mark=mark)
    assert (value.low, value.ambiguous) == (number, ambiguous)


@pytest.mark.parametrize(
    ("text", "measure", "mark", "number", "ambiguous"),
    [
        pytest.param("120,575", "Persen", None, 120.575, False, id="percentages are rarely thousands"),
        pytest.param("120,575%", None, None, 120.575, False, id="per cent in the text"),
        pytest.param("120,575", "Miliar Rupiah", None, 120575, True, id="amounts may be thousands"),
        pytest.param("97.303", "Persentase jalan mantap", None, 97.303, True, id="a point stays a doubt"),
        pytest.param("97.303", "%", ".", 97.303, False, id="a point among points"),
        pytest.param("9.582", "%", ",", 9582, True, id="a point among commas against the unit"),
        pytest.param("9,582", "%", ".", 9582, False, id="a comma among points"),
        pytest.param("1.912.491", "Indeks", None, 1912491, False, id="its own shape goes first"),
    ],
)
def test_what_is_measured_helps_to_settle_a_doubt(text, measure, mark, number, ambiguous):
    value = parse_value(text, decimal_mark=mark, measure=measure)
    assert (value.low, value.ambiguous) == (number, ambiguous)


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["10,90", "9.582"], ","),
        (["726.66", "1,309"], "."),
        (["1,361,759", "12"], "."),
        (["1.234.567"], ","),
        (["1.234,567"], ","),
        (["10,90", "11.00"], None),
        (["10,90"] * 4 + ["11.00"], ","),
        (["9.582", "3,965", "WTP", ""], None),
        ([], None),
    ],
)
def test_the_decimal_mark_that_neighbours_show(texts, mark):
    assert find_decimal_mark(texts) == mark
