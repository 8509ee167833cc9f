"""Linking two lists: meaning over wording, honest numbers, the same for everyone, and never all pairs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.models.alignment.engine import measure_items
from selaras.models.alignment.items import Item
from selaras.models.alignment.lists import align
from selaras.models.alignment.pairs import nearest_pairs
from selaras.models.alignment.scoring import find_distances
from selaras.models.framework import FrameworkKind, load_rpjpn
from selaras.models.links import LINKED
from selaras.models.messages import LANGUAGES, render
from selaras.models.statements import StatementKind

ARAH = [Item(item.code, item.name) for item in load_rpjpn().by_kind(FrameworkKind.ARAH)]
TEXTS = st.text(st.sampled_from("abdeikmnstu &-\n%,()<Ω"), max_size=60)


def first(text, targets=ARAH):
    return max(align([Item("x", text)], targets), key=lambda pair: pair.probability)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Masyarakat yang sehat menyeluruh", "IE1"),
        ("Pengentasan kemiskinan", "IE3"),
        ("Meningkatnya pendapatan petani dan nelayan", "IE4"),
        ("Kemudahan berusaha dan daya tarik investasi", "IE7"),
        ("Birokrasi yang bersih dan melayani", "IE9"),
        ("Ketertiban umum dan rasa aman warga", "IE10"),
        ("Pengendalian inflasi daerah", "IE11"),
        ("Kerukunan antarumat beragama", "IE13"),
        ("Berkurangnya kekerasan terhadap perempuan dan anak", "IE14"),
        ("Pengelolaan sampah dari rumah", "IE15"),
        ("Air minum untuk setiap rumah tangga", "IE16"),
        ("Siaga menghadapi banjir dan longsor", "IE17"),
        ("PERTINDUNGAN SOSIAL BAGI WARGA RENTAN", "IE3"),  # a misprint
        ("Pendidikanberkualitas untuk semua anak", "IE2"),  # a lost blank
    ],
)
def test_meaning_finds_the_direction_without_its_words(text, code):
    found = first(text)
    assert (found.target_id, found.probability >= LINKED) == (code, True)


def test_what_has_nothing_in_common_is_not_linked():
    assert first("Seragam baru untuk paduan suara").probability < 0.2


def test_an_item_may_serve_several():
    mission = "Mewujudkan manusia yang sehat, cerdas, dan berbudaya"
    linked = [pair.target_id for pair in align([Item("x", mission)], ARAH)[:3]]
    assert set(linked) == {"IE1", "IE2", "IE13"}


def test_the_same_words_are_sure_even_when_they_mean_nothing_to_us():
    found = first("Berkah Sentosa", [Item("1", "Jaya Raya"), Item("2", "BERKAH, sentosa.")])
    assert (found.target_id, [reason.code for reason in found.reasons]) == ("2", ["link.same_text"])
    assert found.probability > 0.9


def test_one_lone_target_is_not_sure_for_want_of_rivals():
    assert first("Festival budaya tahunan", [Item("1", "Kesehatan untuk Semua")]).probability < 0.2


def test_the_most_probable_pairs_come_first():
    pairs = align([Item("a", "Pengelolaan sampah"), Item("b", "Mitigasi bencana")], ARAH)
    assert [pair.probability for pair in pairs] == sorted((pair.probability for pair in pairs), reverse=True)


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("Sehat jiwa dan raga", "Kesehatan untuk Semua", "link.common_words"),
        ("Pengentasan kemiskinan", "Perlindungan sosial", "link.topic.social_protection"),
        ("Lapangan sepak bola", "Kesehatan untuk Semua", "link.nothing_shared"),
        ("Griyo Mulyo Sedoyo", "Griyomulyo Sedoyo", "link.shared_words"),
    ],
)
def test_reasons_say_what_was_found(source, target, code):
    pair = first(source, [Item("1", target), Item("2", "Stabilitas Ekonomi Makro")])
    assert pair.target_id == "1" or code == "link.nothing_shared"
    assert code in [reason.code for reason in pair.reasons]


def test_reasons_can_be_read_in_both_languages():
    for pair in align([Item("x", "Wisata alam dan UMKM")], ARAH):
        assert all(render(reason, language) for reason in pair.reasons for language in LANGUAGES)


def test_units_that_differ_are_told():
    [pair] = align([Item("a", "Kemiskinan", unit="%")], [Item("b", "Kemiskinan", unit="orang")])
    assert "link.unit_differs" in [reason.code for reason in pair.reasons]


def test_targets_are_weighed_against_their_own_kind():
    mission = Item("m", "Transformasi Sosial", StatementKind.MISSION)
    arah = Item("a", "Kesehatan untuk Semua", StatementKind.POLICY_DIRECTION)
    apart = align([Item("x", "Layanan kesehatan")], [mission, arah])
    together = align([Item("x", "Layanan kesehatan")], [Item("m", mission.text), Item("a", arah.text)])
    chance = {pair.target_id: pair.probability for pair in apart}
    assert chance["m"] > next(pair.probability for pair in together if pair.target_id == "m")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jawa Barat", "Kalimantan Tengah"),
        ("Kabupaten Kapuas", "Kabupaten Seruyan"),
        ("Kota Bandung", "Kota Medan"),
    ],
)
def test_no_region_fares_better_than_another(one, other):
    def chances(region):
        sources = [Item("a", f"Warga {region} yang sehat"), Item("b", f"{region} tangguh bencana")]
        return [pair.probability for pair in align(sources, [*ARAH, Item("v", f"{region} Maju")])]

    assert chances(one) == chances(other)


def test_no_name_of_a_candidate_fares_better_than_another():
    def chances(name):
        pairs = align([Item("a", f"Sekolah gratis bagi semua anak bersama {name}")], ARAH)
        return {pair.target_id: pair.probability for pair in pairs}

    assert chances("Wirocepto") == pytest.approx(chances("Gundopawi"), abs=0.01)


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=6))
def test_any_texts_give_probabilities(sources, targets):
    pairs = align(
        [Item(f"s{n}", text) for n, text in enumerate(sources)],
        [Item(f"t{n}", text) for n, text in enumerate(targets)],
    )
    assert len(pairs) == len(sources) * len(targets)
    assert all(0.0 <= pair.probability <= 1.0 and pair.reasons for pair in pairs)


def test_order_of_the_lists_does_not_change_a_probability():
    sources = [
        Item(str(n), text) for n, text in enumerate(("Gizi balita", "Jalan desa", "Kota tangguh banjir"))
    ]
    there = {(p.source_id, p.target_id): p.probability for p in align(sources, ARAH)}
    back = {(p.source_id, p.target_id): p.probability for p in align(sources[::-1], ARAH[::-1])}
    assert there == pytest.approx(back)


def test_linking_twice_gives_the_same():
    sources = [Item("a", "Desa mandiri dan wisata bahari")]
    assert align(sources, ARAH) == align(sources, ARAH)


WORDS = ("kesehatan", "pendidikan", "jalan", "air", "sampah", "wisata")


def test_of_long_lists_only_the_likeliest_targets_of_each_source_are_scored():
    targets = [Item(f"t{n}", f"{WORDS[n % 6]} nomor {n} {WORDS[n % 5]}") for n in range(400)]
    measured = measure_items([*(Item(word, word) for word in WORDS), *targets])
    sources, aims = measured.take(np.arange(6)), measured.take(np.arange(6, 406))
    pairs = nearest_pairs(sources.texts, aims.texts, 32)
    assert np.bincount(pairs.sources).tolist() == [32] * 6


def test_only_targets_that_share_something_are_found():
    measured = measure_items([Item("s", "kesehatan"), Item("a", "sehat"), Item("b", "griyo mulyo")])
    source, targets = measured.take(np.array([0])), measured.take(np.array([1, 2]))
    assert nearest_pairs(source.texts, targets.texts, 10).targets.tolist() == [0]


@pytest.mark.parametrize(
    ("scores", "repeats", "apart"),
    [
        ([2.0, 1.0], [True, False], [1.0, 3.0]),  # the same words are no rival of the others
        ([2.0, 1.0], [False, False], [1.0, -1.0]),
        ([2.0, 2.0], [False, False], [0.0, 0.0]),
        ([-3.0], [False], [-1.0]),  # one alone has a weak rival
    ],
)
def test_distances_from_the_best_other_target(scores, repeats, apart):
    groups = np.zeros(len(scores), dtype=np.int64)
    found = find_distances(np.array(scores), groups, np.array(repeats), -2.0)
    assert found.tolist() == apart


@pytest.mark.parametrize(("sources", "targets"), [([], ARAH), ([Item("a", "air")], []), ([], [])])
def test_empty_lists_have_no_pairs(sources, targets):
    assert align(sources, targets) == ()
