"""The arithmetic of the link benchmarks: how honest probabilities are, and what of the planted links is found."""

from xml.etree import ElementTree as ET

import pytest
from factories import document, statement
from link_figures import Judged, bands, brier, calibration_error
from link_sets import read_folder
from planted import Compared, Counts, compare, count_links, judge_pairs, true_ends, written_names
from reliability import Point, draw, points

from selaras.models.plans import Plan
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind

A, B, C, D = (("OBJECTIVE", letter) for letter in "abcd")


def judged(*pairs, weight=1.0):
    return [Judged(probability, float(right), weight) for probability, right in pairs]


@pytest.mark.parametrize(
    ("stated", "error"),
    [
        pytest.param(judged((0.0, 0), (1.0, 1)), 0.0, id="sure and right"),
        pytest.param(judged((1.0, 0)), 1.0, id="sure and wrong"),
        pytest.param(judged((0.5, 0), (0.5, 1)), 0.0, id="half are right"),
        pytest.param(judged((0.31, 0), (0.39, 1)), 0.15, id="one band is judged as a whole"),
        pytest.param(judged((0.29, 0), (0.31, 1)), (0.29 + 0.69) / 2, id="two bands are not"),
        pytest.param(judged((0.95, 0), (1.0, 1)), 0.475, id="certainty is in the last band"),
        pytest.param(judged((0.0, 0), (0.0, 0), (0.0, 0), (0.8, 0)), 0.2, id="bands count by their pairs"),
        pytest.param([*judged((0.8, 0), weight=3), *judged((0.0, 0))], 0.6, id="pairs count by their weight"),
        pytest.param(judged((0.8, 0), weight=0), 0.0, id="nothing that counts"),
        pytest.param([], 0.0, id="no pairs"),
    ],
)
def test_calibration_error(stated, error):
    assert calibration_error(stated) == pytest.approx(error)


@pytest.mark.parametrize(
    ("stated", "score"),
    [
        pytest.param(judged((0.0, 0), (1.0, 1)), 0.0, id="sure and right"),
        pytest.param(judged((0.5, 0), (0.5, 1)), 0.25, id="half are right"),
        pytest.param(
            [*judged((1.0, 0), weight=3), *judged((1.0, 1))], 0.75, id="pairs count by their weight"
        ),
        pytest.param([], 0.0, id="no pairs"),
    ],
)
def test_brier(stated, score):
    assert brier(stated) == pytest.approx(score)


def test_bands_tell_what_is_stated_and_what_is_right():
    found = bands(judged((0.2, 0), (0.4, 1), (1.0, 1), (0.9, 1)), (0.0, 0.5, 1.01))
    assert found == [
        (0.0, 0.5, 2, pytest.approx(0.3), 0.5),
        (0.5, 1.0, 2, pytest.approx(0.95), 1.0),
    ]


def compared(stated, true, pairs=None):
    listed = pairs or list(stated)
    return Compared("a.pdf", "b.pdf", Relation.SERVES, ("OBJECTIVE", "OBJECTIVE"), listed, stated, true)


@pytest.mark.parametrize(
    ("stated", "true", "expected"),
    [
        pytest.param({(A, C): 0.5}, {(A, C): 2}, Counts(hits=((A, C),)), id="drawn from 0.5 on"),
        pytest.param({(A, C): 0.49}, {(A, C): 2}, Counts(missed=((A, C),)), id="below 0.5 it is missed"),
        pytest.param({(A, C): 0.9}, {}, Counts(wrong=((A, C),)), id="drawn and not true"),
        pytest.param({(A, C): 0.9}, {(A, C): 1}, Counts(), id="a partial link is not wrong"),
        pytest.param({(A, C): 0.1}, {(A, C): 1}, Counts(), id="nor missed"),
        pytest.param({(A, C): 0.1}, {(B, D): 2}, Counts(missed=((B, D),)), id="unread, so missed"),
        pytest.param({}, {}, Counts(), id="nothing at all"),
    ],
)
def test_count_links(stated, true, expected):
    assert count_links(compared(stated, true)) == expected


@pytest.mark.parametrize(
    ("counted", "figures"),
    [
        ((3, 1, 3), (0.75, 0.5, 0.6)),
        ((0, 0, 0), (1.0, 1.0, 1.0)),
        ((0, 2, 0), (0.0, 1.0, 0.0)),
        ((0, 0, 2), (1.0, 0.0, 0.0)),
    ],
)
def test_figures_of_counts(counted, figures):
    counts = Counts(*(((A, C),) * many for many in counted))
    assert (counts.precision, counts.recall, counts.f1) == pytest.approx(figures)


def test_pairs_nothing_is_stated_of_are_stated_at_zero_and_partial_ones_do_not_count():
    stated, true = {(A, C): 0.7, (A, D): 0.6, (B, C): 0.1}, {(A, C): 2, (A, D): 1}
    found = judge_pairs(compared(stated, true, [*stated, (B, D)]))
    assert [(one.probability, one.right, one.weight) for one in found] == [
        (0.7, 1.0, 1.0),
        (0.6, 0.0, 0.0),
        (0.1, 0.0, 1.0),
        (0.0, 0.0, 1.0),
    ]


def truth(*rows):
    return {
        "statements": [
            {"key": key, "kind": kind, "text": text, "of": owner} for key, kind, text, owner in rows
        ],
        "indicators": [],
    }


ROW = {
    "source_file": "a.pdf",
    "target_file": "b.pdf",
    "relation": "serves",
    "source_kind": "OBJECTIVE",
    "target_kind": "OBJECTIVE",
}
WRITTEN = {
    "a.pdf": written_names(
        truth(
            ("s1", "OBJECTIVE", "Naiknya hasil tani", None), ("s2", "OBJECTIVE", "Dikutip saja", "Provinsi")
        )
    ),
    "b.pdf": written_names(
        truth(("s1", "OBJECTIVE", "Pertanian maju", None), ("m1", "MISSION", "Membangun desa", None))
    ),
}


def planted(source, target, strength=2, **more):
    return {**ROW, "source_key": source, "target_key": target, "strength": strength, **more}


def test_true_links_of_other_kinds_other_plans_and_of_what_is_quoted_are_left_out():
    links = [
        planted("s1", "s1"),
        planted("s2", "s1"),  # quoted
        planted("s1", "m1"),  # another kind
        planted("s1", "s1", source_file="c.pdf"),
        planted("s1", "s1", relation="same_measure_as"),
    ]
    ends = ("OBJECTIVE", "naiknyahasiltani"), ("OBJECTIVE", "pertanianmaju")
    assert true_ends(ROW, WRITTEN, links) == {ends: 2}


def read(*texts, owner=None):
    of = document(sha256="".join(texts))
    return Plan(of, tuple(statement(text, StatementKind.OBJECTIVE, of=of, owner=owner) for text in texts))


def test_what_is_read_is_known_by_its_words_whatever_breaks_them():
    plans = {"a.pdf": read("Naiknya hasil-\ntani"), "b.pdf": read("PERTANIAN MAJU", "Desa mandiri")}
    source, *targets = (one.id for plan in plans.values() for one in plan.statements)
    stated = {(source, targets[0]): 0.8}
    found = compare(ROW, plans, WRITTEN, [planted("s1", "s1")], stated)
    assert len(count_links(found).hits) == 1
    assert sorted(found.stated.values()) == [0.0, 0.8]


def test_what_is_quoted_is_in_no_pair():
    plans = {"a.pdf": read("Naiknya hasil tani", owner="Provinsi"), "b.pdf": read("Pertanian maju")}
    assert compare(ROW, plans, WRITTEN, [], {}).pairs == []


def test_folders_of_three_lists_are_link_sets(tmp_path):
    folder = tmp_path / "water"
    folder.mkdir()
    (folder / "sources.csv").write_text("id,text\n1,Pump water\n2,Close the gate\n", encoding="utf-8")
    (folder / "targets.csv").write_text("id,text\nx,Pumps\ny,Gates\n", encoding="utf-8")
    (folder / "links.csv").write_text("source_id,target_id\n1,x\n1,y\n", encoding="utf-8")
    (tmp_path / "notes.csv").write_text("id,text\n1,no set\n", encoding="utf-8")
    (found,) = read_folder(tmp_path)
    assert (found.name, found.right) == ("water", {"1": frozenset("xy")})
    assert found.judgement("2", "x") == (0.0, 1.0)


def test_the_plot_is_well_formed_whatever_a_series_is_called():
    drawn = draw({'<"&> a': points(judged((0.05, 0), (0.05, 1), (0.95, 1))), "b": [Point(0.5, 0.5, 1200)]})
    elements = list(ET.fromstring(drawn).iter())  # noqa: S314  our own bytes
    texts = [element.text for element in elements]
    assert '<"&> a' in texts
    assert "1,200" in texts
    assert sum(element.tag.endswith("circle") for element in elements) == 3


def test_points_are_bands_of_equal_width():
    assert points(judged((0.05, 0), (0.09, 1), (1.0, 1))) == [
        Point(pytest.approx(0.07), 0.5, 2),
        Point(1, 1, 1),
    ]
