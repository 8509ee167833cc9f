"""Regulations are cited in many forms; each has a kind, a number, a year and, if regional, its region."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.phrases import regulations
from selaras.extractors.phrases.ministries import find_ministry
from selaras.extractors.phrases.regulations import find_regulations
from selaras.extractors.tagging.pipeline import build_pipeline


def cited(text):
    return [(found.label, found.number, found.year) for found in find_regulations(text)]


@pytest.mark.parametrize(
    ("text", "regulation"),
    [
        pytest.param("Undang-Undang Nomor 59 Tahun 2024", ("UU", "59", 2024), id="law"),
        pytest.param("UU No. 25/2004", ("UU", "25", 2004), id="short-form"),
        pytest.param("undang-undang nomor 7 tahun 1999", ("UU", "7", 1999), id="small-letters"),
        pytest.param("UNDANG UNDANG REPUBLIK INDONESIA\nNOMOR 1\nTAHUN 2022", ("UU", "1", 2022), id="title"),
        pytest.param("Undang-\nUndang Nomor 1 Tahun\n2022", ("UU", "1", 2022), id="broken-lines"),
        pytest.param("Undang–Undang No 17 Th. 2007", ("UU", "17", 2007), id="en-dash-and-th"),
        pytest.param("Undang-Undang (UU) Nomor 6 Tahun 2014", ("UU", "6", 2014), id="short-name-in-brackets"),
        pytest.param("UU 11 Tahun 2020 tentang", ("UU", "11", 2020), id="without-nomor"),
        pytest.param("Nomor: UU Nomor 5 Tahun 1960", ("UU", "5", 1960), id="old-law"),
        pytest.param(
            "Peraturan Pemerintah Pengganti Undang-Undang (Perppu) Nomor 2 Tahun 2022",
            ("PERPPU", "2", 2022),
            id="a-law-inside-its-name",
        ),
        pytest.param("PP Nomor 8 tahun 2008", ("PP", "8", 2008), id="government"),
        pytest.param("Perpres No.12 Th 2025", ("PERPRES", "12", 2025), id="president"),
        pytest.param("Instruksi Presiden Nomor 9 Tahun 2000", ("INPRES", "9", 2000), id="instruction"),
        pytest.param("Keppres 80/2003", ("KEPPRES", "80", 2003), id="decree"),
        pytest.param("Permendagri 86 Tahun 2017", ("PERMENDAGRI", "86", 2017), id="minister-joined"),
        pytest.param(
            "PERATURAN MENTERI DALAM NEGERI REPUBLIK INDONESIA\nNOMOR 86 TAHUN 2017",
            ("PERMENDAGRI", "86", 2017),
            id="minister-in-full",
        ),
        pytest.param(
            "peraturan menteri dalam negeri nomor 90 tahun 2019",
            ("PERMENDAGRI", "90", 2019),
            id="minister-in-small-letters",
        ),
        pytest.param("PermenPANRB 88/2021", ("PERMENPANRB", "88", 2021), id="two-ministries-in-one"),
        pytest.param("Permen PAN & RB Nomor 53 Tahun 2014", ("PERMENPANRB", "53", 2014), id="ampersand"),
        pytest.param("Permenpan-RB No. 89 Tahun 2021", ("PERMENPANRB", "89", 2021), id="hyphen"),
        pytest.param(
            "Permen PPN/Bappenas No. 5 Tahun 2018", ("PERMENPPN", "5", 2018), id="minister-and-agency"
        ),
        pytest.param(
            "Peraturan Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi Nomor 13 Tahun 2022",
            ("PERMENDIKBUDRISTEK", "13", 2022),
            id="commas-in-the-name",
        ),
        pytest.param(
            "Peraturan Menteri Urusan Awan Nomor 3 Tahun 2020", ("PERMEN", "3", 2020), id="unknown-ministry"
        ),
        pytest.param(
            "Peraturan Menteri PU Nomor 12/PRT/M/2014",
            ("PERMENPUPR", "12/PRT/M/2014", 2014),
            id="year-inside",
        ),
        pytest.param(
            "PMK No. 12/PMK.02/2020", ("PERMENKEU", "12/PMK.02/2020", 2020), id="name-in-its-number"
        ),
        pytest.param("PMK 12/PMK.07/2021", ("PERMENKEU", "12/PMK.07/2021", 2021), id="its-number-alone"),
        pytest.param(
            "Permen PU 12/PRT/M/2014 tentang", ("PERMENPUPR", "12/PRT/M/2014", 2014), id="longer-number-alone"
        ),
        pytest.param("Perda, Nomor 12 Tahun 2020", ("PERDA", "12", 2020), id="comma-before-nomor"),
        pytest.param(
            "Peraturan Menteri Keuangan (PMK) No. 84 Tahun 2024",
            ("PERMENKEU", "84", 2024),
            id="bracket-later",
        ),
        pytest.param(
            "Surat Edaran Menteri Dalam Negeri Nomor 050/4936/SJ", ("SE", "050/4936/SJ", None), id="letter"
        ),
        pytest.param("Inmendagri Nomor 70 Tahun 2021", ("INMENDAGRI", "70", 2021), id="instruction-minister"),
        pytest.param("PKPU Nomor 8 Tahun 2024", ("PKPU", "8", 2024), id="election-commission"),
        pytest.param("Perda No. 2/2025", ("PERDA", "2", 2025), id="regional"),
        pytest.param(
            "Peraturan Daerah (Perda) Provinsi Jawa Barat\nNomor 9 Tahun 2008",
            ("PERDA", "9", 2008),
            id="region-between",
        ),
        pytest.param("Pergub Kep. Riau No 3 Tahun 2011", ("PERGUB", "3", 2011), id="full-stop-in-a-region"),
        pytest.param(
            "Keputusan Wali Kota Bogor Nomor 050/Kep.12-Bapp/2019",
            ("KEPWALI", "050/Kep.12-Bapp/2019", 2019),
            id="mayor",
        ),
    ],
)
def test_one_regulation(text, regulation):
    assert cited(text) == [regulation]


@pytest.mark.parametrize(
    ("text", "regulations"),
    [
        pytest.param(
            "UU Nomor 25 Tahun 2004 dan Nomor 23 Tahun 2014",
            [("UU", "25", 2004), ("UU", "23", 2014)],
            id="the-name-holds-for-both",
        ),
        pytest.param(
            "PP No. 1/2020, No. 2/2020, dan No. 3/2020",
            [("PP", "1", 2020), ("PP", "2", 2020), ("PP", "3", 2020)],
            id="commas",
        ),
        pytest.param(
            "Permendagri Nomor 86 Tahun 2017 jo. Nomor 90 Tahun 2019",
            [("PERMENDAGRI", "86", 2017), ("PERMENDAGRI", "90", 2019)],
            id="juncto",
        ),
        pytest.param(
            "UU 25/2004; Perda Nomor 1 Tahun 2020", [("UU", "25", 2004), ("PERDA", "1", 2020)], id="two-kinds"
        ),
        pytest.param("peraturan yang berlaku", [], id="no-number"),
        pytest.param("Undang-Undang tentang Desa, Nomor 6 Tahun 2014", [], id="words-between"),
        pytest.param("Permendagri 86 dan 90 Tahun 2019", [], id="two-numbers-of-one-year"),
        pytest.param("se 12/2020 dan pp 4/2020", [], id="small-letters-are-words"),
        pytest.param("SEPP 12/2020", [], id="inside-a-word"),
        pytest.param("Peraturan Daerah di 34 provinsi. Nomor 3 Tahun 2020", [], id="another-sentence"),
        pytest.param("UU 25/20045", [], id="no-year"),
        pytest.param("Perda, 12 tahun 2020 menjadi batas", [], id="parted-by-a-comma"),
        pytest.param("Perda Kota Awan, 12 tahun 2020 menjadi batas", [], id="issuer-parted-by-a-comma"),
        pytest.param("PMK 12/PMK.07/20215", [], id="letters-and-no-year"),
        pytest.param("PMK 12/kegiatan", [], id="letters-and-no-number"),
        pytest.param(
            "PMK 12/PMK.07/2021 dan 7/PMK.05/2020",
            [("PERMENKEU", "12/PMK.07/2021", 2021), ("PERMENKEU", "7/PMK.05/2020", 2020)],
            id="numbers-with-letters",
        ),
        pytest.param("Keputusan Satpol PP Nomor 12 Tahun 2020", [], id="an-office-that-ends-like-a-law"),
        pytest.param("PEMILIHAN SE-KOTA AWAN NOMOR 12 TAHUN 2020", [], id="a-prefix"),
    ],
)
def test_several_or_none(text, regulations):
    assert cited(text) == regulations


@pytest.mark.parametrize(
    ("text", "home", "region"),
    [
        pytest.param("Perda Kota Semarang No. 6 Th 2016", None, "33.74", id="printed"),
        pytest.param("Peraturan Bupati Cianjur Nomor 11 Tahun 2009", None, "32.03", id="regent"),
        pytest.param("Perwali Bandung Nomor 1 Tahun 2020", None, "32.73", id="the-mayor-tells-the-city"),
        pytest.param("Perda Bandung Nomor 1 Tahun 2020", None, None, id="regency-or-city"),
        pytest.param("Perda Bandung Nomor 1 Tahun 2020", "32.04", "32.04", id="the-plan-is-the-regencys"),
        pytest.param("Perda Nomor 1 Tahun 2020", "32.04", "32.04", id="own"),
        pytest.param("Pergub Nomor 1 Tahun 2020", "32.04", "32", id="governor-of-the-province"),
        pytest.param("Perbup Nomor 1 Tahun 2020", "32", None, id="a-regent-somewhere-in-the-province"),
        pytest.param("UU Nomor 1 Tahun 2022", "32.04", None, id="national"),
        pytest.param("Permendagri Nomor 86 Tahun 2017", "32.04", None, id="minister"),
    ],
)
def test_region(text, home, region):
    nlp = build_pipeline()
    doc = nlp.make_doc(text)
    doc._.region = home
    (span,) = nlp(doc).spans["regulations"]
    assert span.text == text
    assert span._.region == region
    assert span._.year == int(text[-4:])


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Dalam Negeri Republik Indonesia", "DAGRI"),
        ("dagri", "DAGRI"),
        ("PAN dan RB", "PANRB"),
        ("Pendayagunaan Aparatur Negara dan Reformasi Birokrasi (PANRB)", "PANRB"),
        ("Agraria dan Tata Ruang/Kepala Badan Pertanahan Nasional", "ATR"),
        ("Urusan Awan", None),
        ("", None),
    ],
)
def test_ministries(name, key):
    assert find_ministry(name) == key


HOSTILE = [
    "UU ",
    "UU No. ",
    "Peraturan Menteri ",
    "1/2000 ",
    "Nomor a/",
    "UU Nomor 1/2/3/",
    "UU 1/2000, ",
    "Undang-",
]


class Searched:
    """A pattern that notes how many letters it was given to search, and how often it was tried at a place."""

    def __init__(self, pattern):
        self.pattern, self.letters, self.tries = pattern, 0, 0

    def search(self, text, start, end):
        self.letters += end - start
        return self.pattern.search(text, start, end)

    def match(self, text, start):
        self.tries += 1
        return self.pattern.match(text, start)


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_letter_of_a_hostile_line_is_searched_twice(piece, monkeypatch):
    numbers, joints = Searched(regulations._NUMBER), Searched(regulations._FURTHER)
    monkeypatch.setattr(regulations, "_NUMBER", numbers)
    monkeypatch.setattr(regulations, "_FURTHER", joints)
    text = (piece * 20_000)[:20_000]
    found = len(list(find_regulations(text)))
    assert numbers.letters <= len(text)
    assert numbers.tries <= joints.tries == found


def test_what_is_tried_at_a_place_has_a_longest_length():
    names, _ = regulations._names()
    for pattern in (names, regulations._NUMBER, regulations._FURTHER):
        assert not re.search(r"(?<!\\)(?:[*+]|\{\d*,\})", pattern.pattern)


@given(
    st.text()
    | st.lists(st.sampled_from(["UU", "Nomor", "25", "Tahun", "2004", "/", "dan", "\n", "No."])).map(" ".join)
)
def test_any_text_is_read_in_order(text):
    end = 0
    for found in find_regulations(text):
        assert end <= found.start < found.end <= len(text)
        assert found.number in " ".join(text[found.start : found.end].split())
        end = found.end
