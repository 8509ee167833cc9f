"""Where the name of an agency ends in tables and lists, and which names are shown as guesses."""

import pytest

from selaras.extractors.phrases.agencies import find_agencies
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.region_names import Strength


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Satpol PP Tugas", ["Satuan Polisi Pamong Praja"], id="heading-behind-a-whole-office"),
        pytest.param("Satpol PP III", ["Satuan Polisi Pamong Praja"], id="number-behind-a-whole-office"),
        pytest.param("Inspektorat Embun Pagi", ["Inspektorat"], id="words-behind-a-whole-office"),
        pytest.param("Inspektorat Daerah", ["Inspektorat Daerah"], id="daerah-belongs-to-it"),
        pytest.param("Dinas Awan Target", ["Dinas Awan"], id="heading-behind"),
        pytest.param("Dinas Awan III", ["Dinas Awan"], id="number-behind"),
        pytest.param("Balai Besar Wilayah Awan II", ["Balai Besar Wilayah Awan II"], id="number-of-an-area"),
        pytest.param("Dinas Meningkatnya", [], id="objective-behind"),
        pytest.param("Dinas Awan Persentase", ["Dinas Awan"], id="indicator-behind"),
        pytest.param("Badan Terpadu Awan", ["Badan Terpadu Awan"], id="ter-that-is-no-verb"),
        pytest.param("Dinas Embun\ndan Awan", ["Dinas Embun dan Awan"], id="next-line-goes-on"),
        pytest.param("Dinas Embun serta\nAwan", ["Dinas Embun serta Awan"], id="line-ends-in-a-connector"),
        pytest.param(
            "RSUD Awan, RSUPN Embun Pagi, RSPAD Kabut",
            ["RSUD Awan", "RSUPN Embun Pagi", "RSPAD Kabut"],
            id="list-of-hospitals",
        ),
        pytest.param("RSUD Awan, RSIA Embun", ["RSUD Awan"], id="a-hospital-of-others-behind"),
        pytest.param("Rumah Sakit dan Rumah Sakit Hewan", [], id="common-noun"),
        pytest.param("Rumah Sakit Awan", ["Rumah Sakit Awan"], id="hospital-with-a-name"),
        pytest.param("Rumah Sakit Jiwa Provinsi Embun", ["Rumah Sakit Jiwa"], id="hospital-of-a-region"),
        pytest.param(
            "Rumah Sakit Umum Daerah dr. Awan", ["Rumah Sakit Umum Daerah"], id="hospital-named-by-a-person"
        ),
    ],
)
def test_names_end(text, names):
    assert [mention.label for mention in find_agencies(text)] == names


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        pytest.param("oleh Dinas Sosial tahun ini", Strength.STRONG, id="printed-in-full"),
        pytest.param("oleh Bappeda tahun ini", Strength.STRONG, id="listed"),
        pytest.param("oleh Kemendagri tahun ini", Strength.STRONG, id="ministry"),
        pytest.param("oleh DKP tahun ini", Strength.STRONG, id="several-meanings-stay-short"),
        pytest.param("oleh Disnakertrans tahun ini", Strength.WEAK, id="built-of-syllables"),
        pytest.param("oleh Dinas PUPR tahun ini", Strength.WEAK, id="built-behind-dinas"),
        pytest.param("Awan yang turun 5,4 persen Dinas Sosial\nKabut", Strength.WEAK, id="end-of-a-row"),
        pytest.param("Awan yang turun 5,4 Bappeda\nKabut", Strength.WEAK, id="short-at-the-end-of-a-row"),
        pytest.param("pada 5 unit Dinas Sosial\nyang bekerja", Strength.STRONG, id="sentence-goes-on"),
        pytest.param("Badan Awan\nEmbun Kabut", Strength.WEAK, id="over-two-lines"),
        pytest.param("Badan Awan\ndan Kabut", Strength.STRONG, id="over-two-lines-with-dan"),
        pytest.param("RSUD Tarakan", Strength.WEAK, id="a-hospital-may-bear-the-name-of-another-place"),
    ],
)
def test_a_guess_is_told(text, strength):
    doc = build_pipeline()(text)
    (span,) = doc.spans["agencies"]
    assert span.id_ == strength


def test_national_hospitals_belong_to_no_region():
    nlp = build_pipeline()
    doc = nlp.make_doc("RSUPN Awan")
    doc._.region = "62.03"
    (span,) = nlp(doc).spans["agencies"]
    assert span._.region is None
    assert span._.functions == ("hospital",)
