"""What each source of knowledge brings: the benchmark scores fairly."""

import distributional
import numpy as np
from fit_links import build_table
from knowledge import Measured, judge, pair_likeness
from link_figures import mean_figures
from link_sets import LinkSet
from vectors import choices_with, framework_sets, measure_set

from selaras.models.alignment.encoder import unit
from selaras.models.framework import load_rpjpn


def links_of(group):
    sources = {f"{group}{k}": f"Jalan {word} {group}" for k, word in enumerate(("desa", "kota", "provinsi"))}
    targets = {"a": "Kesehatan", "b": "Pangan", "c": "Energi"}
    right = {key: frozenset({target}) for key, target in zip(sources, targets, strict=True)}
    return LinkSet(group, group, sources, targets, right, frozenset())


def measured(group):
    table = build_table(links_of(group))
    return Measured(table, {"knows": table.judged.right.copy(), "guesses": np.tile([0.1, 0.2, 0.3], 3)})


def test_pairs_stand_source_by_source():
    table = build_table(links_of("x"))
    rows = np.array([[1, 0], [0, 1], [1, 1], [1, 0], [0, 2], [3, 3]], dtype=np.float32)
    assert pair_likeness(table, rows).tolist() == [1, 0, 3, 0, 2, 3, 1, 2, 6]


def test_a_measure_that_knows_is_found_and_one_that_guesses_is_not():
    tables = [measured("x"), measured("y")]
    knows, _ = judge(tables, ("knows", "guesses"))
    guesses, _ = judge(tables, ("guesses",))
    assert mean_figures(knows).map == 1
    assert mean_figures(guesses).map < 0.7


def test_sets_of_the_framework_are_what_it_says():
    sets = {links.name: links for links in framework_sets([load_rpjpn()])}
    links = sets["2025 INDICATOR ARAH"]
    assert len(links.targets) == 17
    assert next(
        links.right[one] for one in links.sources if one.startswith("Usia Harapan Hidup")
    ) == frozenset({"Kesehatan untuk Semua"})


def test_an_encoder_is_one_more_measure():
    links = links_of("x")
    encode = lambda texts: np.ones((len(texts), 2), dtype=np.float32)  # noqa: E731
    assert set(measure_set(links, None).columns) == {"words", "topics", "vectors"}
    assert measure_set(links, encode).columns["encoder"].tolist() == [2.0] * 9
    assert "encoder alone" in choices_with(True)
    assert "encoder alone" not in choices_with(False)


def test_ppmi_puts_words_of_one_company_together():
    sentences = [("gizi", "balita", f"x{k}") for k in range(9)] + [
        ("jalan", "jembatan", f"y{k}") for k in range(9)
    ]
    sentences += [("gizi", "ibu"), ("balita", "ibu"), ("jalan", "aspal"), ("jembatan", "aspal")] * 3
    vectors = distributional.learn_ppmi(sentences, 4)
    rows = unit(vectors.parts[0])
    near = lambda one, other: float(rows[vectors.places[one]] @ rows[vectors.places[other]])  # noqa: E731
    assert near("gizi", "ibu") > near("gizi", "aspal") + 0.3
    assert "x1" not in vectors.places
