"""Words of planning: stems, misprints and topics, each trap of a real page as a case."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.models.alignment.profiles import build_profile, topic_shares, topic_strengths
from selaras.models.alignment.spelling import mend
from selaras.models.alignment.thesaurus import build_thesaurus, common_topic, load_thesaurus, nearness
from selaras.models.messages import catalogue
from selaras.models.terms import find_words, stem, without_regions


def topics(text):
    return topic_shares(topic_strengths(build_profile(text)), load_thesaurus())


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("kesehatan", "sehat"),
        ("pengentasan", "entas"),
        ("pemerintah", "pemerintah"),  # the stemmer's rules give perintah
        ("pertahanan", "pertahanan"),  # defence is not ketahanan, resilience
        ("ketahanan", "tahan"),
        ("pemerataan", "rata"),
        ("kinerja", "kinerja"),  # not kerja
        ("peternakan", "ternak"),
        ("x" * 500, "x" * 500),
    ],
)
def test_stems_of_words_that_lead_astray(word, root):
    assert stem(word) == root


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mutu dan akses, untuk semua!", ("mutu", "akses")),
        ("nilai-nilai luhur", ("nilai", "luhur")),
        ("belanja R&D 0,24%", ("belanja", "r&d")),
        ("anti-korupsi", ("anti", "korupsi")),
        ("2029 (8,90)", ()),
        ("", ()),
    ],
)
def test_words_that_carry_meaning(text, words):
    assert find_words(text) == words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Warga Kabupaten Kapuas yang sehat", "Warga yang sehat"),
        ("Jawa Barat juara", "juara"),
        ("batu bara dan tegal", "batu bara dan tegal"),  # ordinary words in small letters
    ],
)
def test_names_of_regions_do_not_count(text, left):
    assert " ".join(without_regions(text).split()) == left


@pytest.mark.parametrize(
    ("misprint", "words"),
    [
        ("pertindungan", ("perlindungan",)),
        ("terlindungsia", ("terlindungi",)),
        ("tekologi", ("teknologi",)),  # not ekologi, which is as near
        ("innovasi", ("inovasi",)),
        ("moderasiberagama", ("moderasi", "beragama")),  # lost blanks
        ("danpengentasan", ("pengentasan",)),
        ("kemiskinan", ("kemiskinan",)),  # no misprint
        ("zxqwvbn", ("zxqwvbn",)),  # nothing near: kept
        ("air", ("air",)),
    ],
)
def test_misprints_are_read_as_what_was_meant(misprint, words):
    assert mend(misprint) == words


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Masyarakat yang sehat menyeluruh", "health"),
        ("pengentasan kemiskinan", "social_protection"),
        ("Perlindungan sosial yang adaptif", "social_protection"),
        ("jaminan sosial ketenagakerjaan", "social_protection"),  # the phrase, not the words inside it
        ("Transformasi Sosial", "social"),
        ("Wajib belajar tiga belas tahun", "education"),
        ("pertahanan negara", "diplomacy"),
        ("Ketahanan sosial budaya dan ekologi", "resilience"),
        ("kekerasan terhadap perempuan dan anak", "gender"),
        ("meningkatnya layanan publik berbasis elektronik", "public_service"),
    ],
)
def test_what_a_text_is_mainly_about(text, topic):
    found = topics(text)
    assert max(found, key=found.__getitem__) == topic


@pytest.mark.parametrize(
    "text", ["kerja sama antarpihak", "pemangku kepentingan", "ruang lingkup", "xyz", ""]
)
def test_texts_without_a_topic(text):
    assert not topics(text)


def test_a_text_that_but_hints_at_a_topic_is_not_fully_about_it():
    assert sum(topics("rakyat tenang").values()) < 0.6 < sum(topics("rakyat sehat").values())


@pytest.mark.parametrize(
    ("one", "nearer", "farther"),
    [
        ("tourism", "productivity", "economy"),
        ("tourism", "industry", "trade"),
        ("health", "social", "education"),
        ("water", "food", "law"),
    ],
)
def test_nearness_of_topics(one, nearer, farther):
    assert nearness(one, nearer) > nearness(one, farther)


def test_nearness_is_the_same_both_ways_and_full_to_itself():
    codes = list(load_thesaurus().topics)
    assert all(nearness(one, two) == nearness(two, one) for one in codes for two in codes)
    assert all(nearness(code, code) == 1.0 for code in codes)
    assert all(0.0 <= nearness(one, two) <= 1.0 for one in codes for two in codes)


def test_the_topic_that_two_have_in_common():
    assert common_topic("tourism", "industry") == "productivity"
    assert common_topic("health", "law") is None


def test_every_topic_has_its_words_for_the_reader():
    assert {f"link.topic.{code}" for code in load_thesaurus().topics} <= set(catalogue("id"))


@pytest.mark.parametrize(
    ("table", "error"),
    [
        (
            {"neutral": {"terms": []}, "topic": {"a": {"parents": ["b"], "terms": ["air"], "weak": []}}},
            "no topics: b",
        ),
        (
            {"neutral": {"terms": ["1"]}, "topic": {"a": {"parents": [], "terms": ["air"], "weak": []}}},
            "without a word",
        ),
    ],
)
def test_a_thesaurus_with_a_slip_is_refused(table, error):
    with pytest.raises(ValueError, match=error):
        build_thesaurus(table)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_a_profile_with_shares_up_to_one(text):
    assert sum(topics(text).values()) <= 1.0 + 1e-9
