"""Laws of linking: what must not matter does not, and nothing that is added makes another pair likelier."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.models.alignment.items import Item
from selaras.models.alignment.lists import Settings, Verdict, align
from selaras.models.framework import load_rpjpn
from selaras.models.regions import load_regions

TEXTS = [
    "Meningkatnya derajat kesehatan masyarakat",
    "Puskesmas dan rumah sakit yang melayani semua warga",
    "Menurunnya prevalensi stunting",
    "Wajib belajar tiga belas tahun",
    "Meratanya pendidikan yang bermutu",
    "Pengentasan kemiskinan ekstrem di desa",
    "Perlindungan sosial yang adaptif",
    "Jalan dan jembatan dalam kondisi mantap",
    "Hutan lindung yang terjaga",
    "Menurunnya emisi gas rumah kaca",
    "Tata kelola pemerintahan yang bersih",
    "Pelayanan publik berbasis digital",
    "Kerukunan antarumat beragama",
    "Festival Griyo Mulyo Sedoyo",
    "Nelayan dan petani yang sejahtera",
    "Transformasi Ekonomi",
    "",
]
LISTS = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=6, unique=True)
SAME = 1e-6  # rounding of sums whose terms come in another order


def items(texts, prefix):
    return [Item(f"{prefix}{place}", text) for place, text in enumerate(texts)]


def chances(sources, targets, **chosen):
    """The probability of each pair, by the texts of its ends."""
    texts = {item.id: item.text for item in (*sources, *targets)}
    pairs = align(sources, targets, Settings(**chosen))
    return {(texts[pair.source_id], texts[pair.target_id]): pair.probability for pair in pairs}


@settings(max_examples=60)
@given(LISTS, LISTS, st.sampled_from(TEXTS))
def test_one_more_target_never_makes_another_pair_likelier(sources, targets, distractor):
    before = chances(items(sources, "s"), items(targets, "t"))
    after = chances(items(sources, "s"), items([*targets, distractor], "t"))
    assert all(after[pair] <= chance + SAME for pair, chance in before.items())


@settings(max_examples=40)
@given(LISTS, LISTS, st.sampled_from(TEXTS))
def test_one_more_source_changes_no_other_pair(sources, targets, more):
    before = chances(items(sources, "s"), items(targets, "t"))
    after = chances(items([*sources, more], "s"), items(targets, "t"))
    assert {pair: after[pair] for pair in before} == pytest.approx(before, abs=SAME)


@settings(max_examples=40)
@given(LISTS, LISTS, st.randoms(use_true_random=False))
def test_neither_order_nor_ids_change_a_probability(sources, targets, chance):
    plain = chances(items(sources, "s"), items(targets, "t"))
    chance.shuffle(sources)
    chance.shuffle(targets)
    assert chances(items(sources, "z"), items(targets, "0")) == plain


def long_list():
    words = random.Random(7).choices(
        ["air", "sehat", "sekolah", "jalan", "hutan", "wisata", "nelayan", "desa", "gizi", "banjir"], k=900
    )
    return [Item(f"t{n}", f"{words[3 * n]} {words[3 * n + 1]} {words[3 * n + 2]} {n}") for n in range(300)]


def test_the_laws_hold_where_not_every_pair_is_looked_at():
    sources, targets = items(TEXTS, "s"), long_list()
    plain = chances(sources, targets, most=4)
    assert chances(sources[::-1], targets[::-1], most=4) == plain
    more = chances(sources, [*targets, Item("d", "sehat sehat sekolah")], most=4)
    assert all(more[pair] <= plain[pair] + SAME for pair in more.keys() & plain.keys())


@pytest.mark.parametrize("text", [text for text in TEXTS if text] + ["Berkah Sentosa", "2029", "A1"])
def test_a_copied_text_is_linked_with_certainty(text):
    sources = [Item("a", text)]
    targets = [*items(TEXTS, "t"), Item("copy", f"  {text.upper()}. ")]
    found = {pair.target_id: pair for pair in align(sources, targets)}
    assert found["copy"].probability >= 0.95
    assert found["copy"].verdict is Verdict.SERVES


@pytest.mark.parametrize("item", load_rpjpn().items, ids=lambda item: item.code)
def test_every_statement_of_the_rpjpn_finds_itself(item):
    targets = [Item(one.code, one.name) for one in load_rpjpn().items]
    best = align([Item("x", item.name)], targets)[0]
    names = {one.code: one.name.casefold() for one in load_rpjpn().items}
    assert names[best.target_id] == item.name.casefold()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Menurunnya mutu pendidikan", "Meningkatnya mutu pendidikan"),
        ("Meningkatnya kemiskinan", "Menurunnya kemiskinan"),
        ("Meningkatnya angka pengangguran terbuka", "Penurunan pengangguran"),
        ("Pengurangan kawasan hutan lindung", "Terjaganya kawasan hutan lindung"),
        ("Peningkatan emisi gas rumah kaca", "Menurunnya emisi gas rumah kaca"),
        ("Layanan tanpa diskriminasi", "Meningkatnya diskriminasi"),
        ("Menurunnya angka kemiskinan.", "Meningkatnya angka kemiskinan"),  # a sentence ends in a full stop
        ("(Menurunnya kemiskinan)", "Meningkatnya “kemiskinan”"),
        ("Aman 1.000 hari. Menurunnya kejahatan!", "Aman; meningkatnya kejahatan"),
    ],
)
def test_wanting_the_opposite_is_no_agreement(source, target):
    [pair] = align([Item("a", source)], [Item("b", target)])
    assert (pair.probability < 0.5, pair.verdict) == (True, Verdict.OPPOSES)
    assert "link.opposed" in {reason.code for reason in pair.reasons}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "Menurunnya kemiskinan",
            "Meningkatnya kesejahteraan masyarakat miskin melalui pengurangan kemiskinan",
        ),
        ("Meningkatnya penanganan kemiskinan", "Menurunnya kemiskinan"),  # more handling, less of it
        ("Meningkatnya pengentasan kemiskinan", "Menurunnya angka kemiskinan"),
        ("Pengendalian stunting yang meningkat", "Menurunnya stunting"),
        ("Menurunnya angka kematian ibu", "Penurunan kematian ibu dan bayi"),
        ("Bebas korupsi", "Menurunnya korupsi"),
        ("Meningkatnya mutu pendidikan", "Membaiknya mutu pendidikan"),
    ],
)
def test_wanting_the_same_in_other_words_is_no_opposition(source, target):
    [pair] = align([Item("a", source)], [Item("b", target)])
    assert pair.verdict is not Verdict.OPPOSES


@pytest.mark.parametrize("slogan", ["Maju Bersama", "Berkah", "2029", "", "Bangkit!"])
def test_what_says_too_little_is_not_told_to_be_no_link(slogan):
    [pair] = align([Item("a", slogan)], [Item("b", "Kesehatan untuk Semua")])
    assert (pair.probability < 0.2, pair.verdict) == (True, Verdict.UNKNOWN)
    assert "link.says_little" in {reason.code for reason in pair.reasons}


REGIONS = sorted({region.name for region in load_regions().regions.values()})


@settings(max_examples=60)
@given(st.sampled_from(REGIONS), st.sampled_from(TEXTS[:6]))
def test_which_region_a_text_names_changes_nothing(region, text):
    plain = align([Item("a", f"{text} di Kota Bandung")], items(TEXTS, "t"))
    named = align([Item("a", f"{text} di {region}")], items(TEXTS, "t"))
    facts = [(pair.target_id, pytest.approx(pair.probability, abs=SAME)) for pair in plain]
    assert [(pair.target_id, pair.probability) for pair in named] == facts
