"""The catalogue: names of indicators get the code of the measure that they stand for, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.models.catalogue import NATIONAL, build_catalogue, load_catalogue
from selaras.models.concepts import Concept, ConceptSource, Label, LabelKind
from selaras.models.framework import FrameworkKind, load_rpjmn, load_rpjpn
from selaras.models.indicator_names import UnitKind, name_words, unit_kind
from selaras.models.messages import LANGUAGES, render

CATALOGUE = load_catalogue()
EVERY_SOURCE = frozenset(ConceptSource)


@pytest.mark.parametrize(
    ("name", "unit", "code"),
    [
        pytest.param("Tingkat Kemiskinan", "%", "IUP8", id="the name itself"),
        pytest.param("1.2 Persentase penduduk miskin (%) *)", None, "IUP8", id="number, unit and footnote"),
        pytest.param("Presentase Penduduk Miskin", "persen", "IUP8", id="common misspelling"),
        pytest.param("Persentase Penduduk Miskin Kota Palangka Raya", "%", "IUP8", id="name of a region"),
        pytest.param("Tingkat Inflasi Kota Antah", "%", "IUP32", id="name of an unknown place"),
        pytest.param("Tingkat pengangguarn terbuka", "%", "IUP15", id="letters swapped"),
        pytest.param("Rumah tangga dengan akses sanitisi aman (%)", None, "IUP42b", id="wrong letter"),
        pytest.param("Koefisien Variasi Harga Antar Wilayah", None, "IUP20", id="word cut in two"),
        pytest.param("Persentase PenegakanPeraturan Daerah", "%", "IUP28", id="words run together"),
        pytest.param(
            "Angka Kematian Ibu per 100.000 Kelahiran Hidup", None, "IUP2a", id="unit without brackets"
        ),
        pytest.param("Usia Harapan Hidup (UHH) LF SP2020", "tahun", "IUP1", id="abbreviation and survey"),
        pytest.param("Target kinerja Tingkat Kemiskinan", "%", "IUP8", id="words of a form before it"),
        pytest.param("IKU: Tingkat Kemiskinan tahun 2029", "%", "IUP8", id="mark before, year behind"),
        pytest.param("Tingkat Kemiskinan 2025-2029", "%", "IUP8", id="years behind"),
        pytest.param("Tingkat Kemiskinan - target akhir RPJMD", "%", "IUP8", id="what is shown behind"),
        pytest.param(
            "Prevalensi stunting (pendek dan sangat pende", "%", "IUP2b", id="cut inside of brackets"
        ),
        pytest.param("Tingkat Kemiskinan/Persentase Penduduk Miskin", "%", "IUP8", id="two names of one"),
        pytest.param("Tingkat Kemiskinan/Tingkat Pengangguran Terbuka", "%", None, id="two names of two"),
        pytest.param("IndeksSPBE", "indeks", "IUP25", id="abbreviation run together"),
        pytest.param("Persentase Indeks Demokrasi Indonesia", "%", "IUP30", id="persentase before an index"),
        pytest.param("AHH", "tahun", "IUP1", id="bare abbreviation"),
        pytest.param("Capaian IDI", None, "IUP30", id="abbreviation inside a name"),
        pytest.param("Rasio PDRB Industri Pengolahan", "%", "IUP11", id="regional form PDRB"),
        pytest.param("Indeks Demokrasi Provinsi", "indeks", "IUP30", id="regional form of the name"),
        pytest.param("Jumlah Tamu Wisatawan Mancanegara", "orang", "IUP12b", id="regional count in the slot"),
        pytest.param("Proporsi Jumlah Usaha Kecil dan Menengah", "%", "IUP14a", id="share of a number"),
        pytest.param("Tingkat Partisipasi Angkatan Kerja (TPAK) Perempuan", "%", "IUP16", id="group"),
        pytest.param("Penurunan Intensitas Emisi GRK", "%", "SV5.1", id="intensity, not amount"),
        pytest.param("Persentase Penurunan Emisi GRK Tahunan", "%", "IUP45", id="amount, not intensity"),
        pytest.param(
            "Tingkat pengangguran terbuka menurut jenis kelamin dan kelompok umur",
            "%",
            "IUP15",
            id="breakdown",
        ),
        pytest.param("Jumlah Penduduk Miskin", "jiwa", None, id="a count is not the rate"),
        pytest.param("Jumlah Desa Mandiri", "desa", None, id="a count is not the share"),
        pytest.param("Persentase penurunan angka kemiskinan", "%", None, id="a change is not the level"),
        pytest.param("Tingkat Kemiskinan Ekstrem", "%", None, id="a narrower measure"),
        pytest.param("Indeks Kedalaman Kemiskinan", "indeks", None, id="an index beside a rate"),
        pytest.param("Tingkat Partisipasi Angkatan Kerja", "%", None, id="not of women"),
        pytest.param("Usia Harapan Hidup Sehat (HALE)", "tahun", None, id="one word makes another measure"),
        pytest.param("Rasio kematian bayi", None, None, id="infants, not mothers"),
        pytest.param("Rata-rata lama sekolah penduduk usia 25 tahun ke atas", "tahun", None, id="other ages"),
        pytest.param("Nilai Aspek Kebebasan dalam Indeks Demokrasi Indonesia", None, None, id="a component"),
        pytest.param("Persentase perangkat daerah dengan SPBE baik", "%", None, id="a share of agencies"),
        pytest.param(
            "Indeks Perilaku Anti Korupsi (IPAK)", None, None, id="resembles Indeks Persepsi Korupsi"
        ),
        pytest.param("Indeks Pembangunan Gender", None, None, id="not Indeks Ketimpangan Gender"),
        pytest.param("Nilai investasi PMTB", "miliar rupiah", None, id="money is not a percentage"),
        pytest.param("IPK", None, None, id="abbreviation of two indices"),
        pytest.param("Tersusunnya dokumen rencana kerja", "dokumen", None, id="an output"),
        pytest.param("", None, None, id="nothing"),
        pytest.param("(%)", "%", None, id="a unit only"),
    ],
)
def test_resolve(name, unit, code):
    assert CATALOGUE.resolve(name, unit).code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Indeks Pembangunan Manusia (IPM)", "D.IPM"),
        ("Laju Pertumbuhan Ekonomi", "HL.LPE"),
        ("Indeks Harmoni Indonesia (IHaI)", "KB.IHAI"),
        ("Indeks Kewaspadaan Nasional", "KB.IKN"),
        ("Indeks Kinerja Ormas", "KB.IKO"),
        ("Indeks Pembangunan Gender", "PN4.18"),
        ("Persentase penduduk miskin", "IUP8"),
    ],
)
def test_other_sources_are_resolved_where_they_are_asked_for(name, code):
    assert CATALOGUE.resolve(name, sources=EVERY_SOURCE).code == code


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Tingkat kemiskinan", "resolve.exact_label"),
        ("Indeks Risiko Bencana", "resolve.exact_regional"),
        ("Persentase seluruh penduduk dengan jaminan kesehatan", "resolve.near_label"),
        ("Jumlah koperasi", "resolve.false_friend"),
        ("Prevelensi Stuntng", "resolve.mended_label"),
        ("Indek Risko Bencana", "resolve.mended_regional"),
        ("Prevalensi stunting Kota Semarang", "resolve.exact_label"),
        ("Indeks Pembangunan Manusia", "resolve.other_source_exact"),
        ("IDG", "resolve.other_source_exact"),
        ("Indeks Pemberdayan Gendr", "resolve.other_source_near"),
        ("Nilai EKPPD", "resolve.no_code"),
        ("IRB", "resolve.ambiguous_abbreviation"),
        ("Tersusunnya dokumen rencana kerja", "resolve.too_far"),
        ("Tingkat Kemiskinan/Tingkat Pengangguran Terbuka", "resolve.several_measures"),
        ("xyzzy", "resolve.unknown"),
    ],
)
def test_the_reason_is_told_in_both_languages(name, reason):
    found = CATALOGUE.resolve(name).reason
    assert found.code == reason
    assert all(render(found, language) for language in LANGUAGES)


def test_an_abbreviation_of_several_names_all_of_them():
    assert [code for code, _ in CATALOGUE.resolve("IPK").candidates] == ["IUP27b", "IUP37"]


def test_two_names_alike_are_left_to_a_person():
    concepts = [
        Concept(code, name, "", "%", "up", "ALL", ConceptSource.RPJPN)
        for code, name in (("A", "Persentase nelayan sejahtera"), ("B", "Persentase nelayan bahagia"))
    ]
    labels = [Label(concept.code, concept.label_id, LabelKind.PREF) for concept in concepts]
    found = build_catalogue(concepts, labels).resolve("Persentase nelayan sejahtera bahagia")
    assert found.code is None
    assert found.reason.code == "resolve.ambiguous"
    assert {code for code, _ in found.candidates} == {"A", "B"}


def test_the_catalogue_holds_every_indicator_of_the_national_plans():
    national = [
        *load_rpjpn().by_kind(FrameworkKind.INDICATOR),
        *load_rpjpn().by_kind(FrameworkKind.SUB_INDICATOR),
        *load_rpjpn().by_kind(FrameworkKind.VISION_INDICATOR),
        *(item for item in load_rpjmn().by_kind(FrameworkKind.INDICATOR) if item.region is None),
    ]
    assert [item.code for item in national if CATALOGUE.get(item.code) is None] == []


def test_concepts_are_well_formed():
    for concept in CATALOGUE.concepts.values():
        assert concept.direction in {"up", "down", "none"}
        assert concept.level in {"NATIONAL", "REGIONAL", "PROVINCE", "DISTRICT", "ALL"}
        assert concept.same_as is None or CATALOGUE.concepts[concept.same_as].same_as is None
    assert {label.code for label in CATALOGUE.labels} - {""} <= set(CATALOGUE.concepts)


def test_the_same_measure_has_one_code():
    assert CATALOGUE.canonical("SV2.1") == CATALOGUE.canonical("PN6.1") == "IUP8"
    assert CATALOGUE.canonical("IUP8") == "IUP8"


def labels_of(*kinds: LabelKind) -> list[Label]:
    """The labels of these kinds, all of which there are some."""
    chosen = [label for label in CATALOGUE.labels if label.kind in kinds]
    assert {label.kind for label in chosen} == set(kinds)
    return chosen


def test_every_label_leads_to_its_concept_and_one_of_two_concepts_to_none():
    for label in labels_of(LabelKind.PREF, LabelKind.ALT, LabelKind.REGIONAL):
        found = CATALOGUE.resolve(label.text, sources=EVERY_SOURCE).code
        assert found == (None if label.ambiguous else CATALOGUE.canonical(label.code)), label


@pytest.mark.parametrize("sources", [NATIONAL, EVERY_SOURCE])
def test_a_name_that_two_concepts_bear_names_both(sources):
    told = render(CATALOGUE.resolve("Prevalensi balita gizi kurang", sources=sources).reason, "id")
    assert "D.KURANGGIZI" in told
    assert "D.WASTING" in told


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kepemilikan KTP-el", "D.KTPMILIK"),
        ("Perekaman KTP-el", "D.KTP"),
        ("Cakupan UHC", "IUP4"),
        ("Cakupan kepemilikan akta kelahiran 0-18 tahun", "D.AKTA"),
        ("Partisipasi pemilih dalam Pemilu", "D.PEMILIH"),
        ("Persentase kepemilikan IKD", "D.IKDIG"),
        ("RLS", None),
        ("RLS penduduk usia 15 tahun ke atas", "IUP5b"),
        ("RLS penduduk usia 25 tahun ke atas", "D.RLS25"),
        ("IKD", None),
    ],
)
def test_names_that_planners_print(name, code):
    assert CATALOGUE.resolve(name, sources=EVERY_SOURCE).code == code


def test_no_false_friend_gets_a_code():
    for label in labels_of(LabelKind.FALSE_FRIEND, LabelKind.OUTSIDE):
        assert CATALOGUE.resolve(label.text, sources=EVERY_SOURCE).code is None, label


@pytest.mark.parametrize(
    ("name", "main", "aside"),
    [
        ("3. Tingkat Kemiskinan (%)", ("tingkat", "miskin"), ()),
        ("a) Cakupan TBC (treatment coverage)", ("cakupan", "tuberkulosis"), ("treatment", "coverage")),
        ("Total Kredit/PDRB", ("total", "kredit", "pdb"), ()),
        ("Porsi EBT", ("porsi", "energi", "baru", "terbarukan"), ()),
        ("(IPM)", ("ipm",), ()),
        ("iBangga", ("ibangga",), ()),
        ("***", (), ()),
    ],
)
def test_name_words(name, main, aside):
    words = name_words(name)
    assert (words.main, words.aside) == (main, aside)


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("%", UnitKind.PERCENT),
        ("% PDRB", UnitKind.PERCENT),
        ("Persen", UnitKind.PERCENT),
        ("Triliun Rupiah", UnitKind.MONEY),
        ("ribu orang", UnitKind.COUNT),
        ("per 100.000 penduduk", UnitKind.RATE),
        ("tahun", UnitKind.YEARS),
        ("Indeks", UnitKind.SCORE),
        ("peringkat", UnitKind.RANK),
        ("kWh", None),
        ("", None),
        (None, None),
    ],
)
def test_unit_kind(unit, kind):
    assert unit_kind(unit) is kind


@given(st.text(), st.none() | st.text())
def test_any_name_gets_an_answer_with_a_probability(name, unit):
    found = CATALOGUE.resolve(name, unit)
    assert 0 <= found.probability <= 1
    assert found.code is None or CATALOGUE.get(found.code).source is ConceptSource.RPJPN
    assert all(0 <= chance <= 1 for _, chance in found.candidates)


@given(
    st.sampled_from([label.text for label in CATALOGUE.labels if label.kind is LabelKind.PREF]),
    st.sampled_from(["{}", "  {}  ", "1. {}", "{} *", "{} (%)", "{} Provinsi Jawa Barat", "{} Kab. Kapuas"]),
)
def test_what_surrounds_a_name_does_not_change_its_code(name, frame):
    assert CATALOGUE.resolve(frame.format(name)).code == CATALOGUE.resolve(name).code


@pytest.mark.parametrize(
    "name", ["*" * 100_000, "(" * 50_000, " " * 100_000 + "x", "Tingkat kemiskinan " * 9_000]
)
def test_hostile_lengths_are_cut(name):
    assert CATALOGUE.resolve(name, name).probability <= 1


def test_a_measure_of_a_source_that_was_not_asked_for_is_told_with_its_code():
    told = render(CATALOGUE.resolve("LPE").reason, "id")
    assert '"Pertumbuhan ekonomi" (HL.LPE)' in told
    assert "--sources ALL" in told
