"""Texts that ask for several things: their parts, and the targets of each."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.models.alignment.engine import measure_items, score_rows
from selaras.models.alignment.items import Item
from selaras.models.alignment.lists import align
from selaras.models.alignment.pairs import Pairs, every_pair
from selaras.models.alignment.parts import MOST, PartRows, find_parts, part_pairs, take_parts
from selaras.models.alignment.scoring import load_weights
from selaras.models.framework import FrameworkKind, load_rpjpn

ARAH = [Item(item.code, item.name) for item in load_rpjpn().by_kind(FrameworkKind.ARAH)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Manusia yang sehat, cerdas, dan berbudaya", ["Manusia", "sehat", "cerdas", "berbudaya"]),
        ("Pendidikan bermutu serta kesehatan", ["Pendidikan bermutu", "kesehatan"]),
        ("Pengentasan kemiskinan melalui kerja", ["Pengentasan kemiskinan", "kerja"]),
        ("Kesehatan untuk Semua", []),
        ("Perdana", []),  # no "dan" within a word
        ("Sehat,", []),
        ("", []),
        (", ".join("abcdefgh"), []),  # a list says little by its parts
    ],
)
def test_what_a_text_asks_for_side_by_side(text, parts):
    assert find_parts(text) == parts


@given(st.text(st.sampled_from("ab ,;dan"), max_size=60))
def test_parts_are_found_in_any_text_and_hold_its_words(text):
    parts = find_parts(text)
    assert len(parts) in {0, *range(2, MOST + 1)}
    assert all(part.strip() in text for part in parts)


def test_a_text_serves_what_one_of_its_parts_serves():
    mission = "Memelihara kerukunan, keamanan, dan kelestarian hutan"
    chances = {pair.target_id: pair.probability for pair in align([Item("m", mission)], ARAH)}
    weights = load_weights()
    measured = measure_items([Item("m", mission), *ARAH], parts=False)
    sides = measured.take(np.array([0])), measured.take(np.arange(1, len(ARAH) + 1))
    whole = score_rows(*sides, weights, most=len(ARAH), full=True).probabilities
    plain = {item.id: chance for item, chance in zip(ARAH, whole, strict=True)}
    assert all(chances[code] >= plain[code] - 1e-9 for code in plain)
    assert chances["IE10"] > plain["IE10"]


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from(["air, jalan", "sehat", "gizi, sekolah, dan desa", ""]), min_size=1, max_size=5),
    st.integers(1, 4),
)
def test_each_part_meets_every_target_of_its_text(texts, targets):
    measured = measure_items([Item(str(place), text) for place, text in enumerate(texts)])
    pairs = every_pair(len(texts), targets)
    paired, wholes = part_pairs(measured.parts, pairs)
    owners = np.repeat(np.arange(len(texts)), np.diff(measured.parts.starts))
    assert len(paired) == sum(len(find_parts(text)) for text in texts) * targets
    assert (pairs.sources[wholes] == owners[paired.sources]).all()
    assert (pairs.targets[wholes] == paired.targets).all()


def test_parts_go_with_their_texts():
    measured = measure_items([Item("a", "air, jalan"), Item("b", "sehat"), Item("c", "gizi, desa, dan kota")])
    taken = take_parts(measured.parts, np.array([2, 0, 1]))
    assert taken.starts.tolist() == [0, 3, 5, 5]
    first = measured.parts.texts.stems[[2]].toarray()
    assert (taken.texts.stems[[0]].toarray() == first).all()


def test_texts_without_parts_have_no_pairs_of_parts():
    none = measure_items([Item("a", "sehat")]).parts
    assert isinstance(none, PartRows)
    paired, wholes = part_pairs(none, Pairs(np.array([0]), np.array([0])))
    assert (len(paired), len(wholes)) == (0, 0)
