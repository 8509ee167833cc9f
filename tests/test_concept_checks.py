"""Checks of a catalogue: each thing that an editor may get wrong is told with its concept."""

from dataclasses import replace

import pytest

from selaras.models.concept_checks import find_problems
from selaras.models.concept_kinds import Concept, ConceptSource, Entries, FalseFriend, Label, LabelKind, Match
from selaras.models.concept_rows import names_of, parse_concept, parse_labels
from selaras.models.errors import InputError
from selaras.models.messages import LANGUAGES, render

UNITS = frozenset({"%", "indeks"})


def concept(code: str, **fields: object) -> Concept:
    made = Concept(code, f"Kadar {code}", f"Rate of {code}", "%", "up", "ALL", ConceptSource.DAERAH)
    return replace(made, **fields)


def entries(
    *concepts: Concept, labels: tuple[Label, ...] = (), friends: tuple[FalseFriend, ...] = ()
) -> Entries:
    return Entries(concepts, labels, friends)


def name(code: str, text: str, kind: LabelKind = LabelKind.ALT, *, ambiguous: bool = False) -> Label:
    return Label(code, text, kind, ambiguous=ambiguous)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        pytest.param(entries(concept("A"), concept("A")), ("A", "twice"), id="one code for two"),
        pytest.param(entries(concept("A", label_en="")), ("A", "no_label"), id="no English name"),
        pytest.param(entries(concept("A", unit="ember")), ("A", "unit"), id="unit that nobody declared"),
        pytest.param(entries(concept("A", broader="B")), ("A", "dangling"), id="whole that is not there"),
        pytest.param(entries(concept("A", related=("B",))), ("A", "dangling"), id="relation to nothing"),
        pytest.param(entries(concept("A", broader="A")), ("A", "cycle"), id="part of itself"),
        pytest.param(
            entries(concept("A", same_as="B"), concept("B", same_as="C"), concept("C")),
            ("A", "chain"),
            id="same as what is answered elsewhere",
        ),
        pytest.param(
            entries(concept("A", same_as="B", match=Match.EXACT, direction="down"), concept("B")),
            ("A", "direction"),
            id="the same, but better the other way",
        ),
        pytest.param(
            entries(
                concept("A"),
                concept("B"),
                labels=(name("A", "Indeks Maju"), name("B", "indeks  maju", ambiguous=True)),
            ),
            ("A", "label"),
            id="one name for two",
        ),
        pytest.param(
            entries(
                concept("A"), labels=(name("A", "Maju"), name("", "Maju", LabelKind.OUTSIDE, ambiguous=True))
            ),
            ("A", "label"),
            id="a name that something outside has, too",
        ),
        pytest.param(
            entries(concept("A"), friends=(FalseFriend("A", "B", "", "beda", "differs"),)),
            ("A", "dangling"),
            id="confused with what is not there",
        ),
        pytest.param(
            entries(concept("A"), friends=(FalseFriend("A", "", "Kadar lain", "beda", ""),)),
            ("A", "no_reason"),
            id="confused without a reason",
        ),
        pytest.param(
            entries(
                concept("A"),
                concept("B", direction="down"),
                labels=tuple(name(code, "IRB", LabelKind.ABBR, ambiguous=True) for code in "AB"),
            ),
            ("A", "untold"),
            id="one abbreviation, opposite directions, not told apart",
        ),
    ],
)
def test_what_is_wrong_is_told(given, problem):
    found = find_problems(given, UNITS)
    assert [(item.code, item.message.code.removeprefix("catalogue.")) for item in found] == [problem]
    assert all(problem[0] in render(found[0].message, language) for language in LANGUAGES)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(entries(), id="nothing"),
        pytest.param(entries(concept("A", unit="")), id="no unit"),
        pytest.param(entries(concept("A", label_en="", source=ConceptSource.OWN)), id="own, in one language"),
        pytest.param(
            entries(
                concept("A"),
                concept("B", same_as="A", match=Match.EXACT),
                labels=(name("A", "Maju"), name("B", "Maju")),
            ),
            id="two names of one measure",
        ),
        pytest.param(
            entries(concept("A"), labels=(name("A", "Maju"), name("A", "Maju", LabelKind.FALSE_FRIEND))),
            id="false friends are no names",
        ),
        pytest.param(
            entries(
                concept("A"),
                concept("B", direction="down"),
                labels=tuple(name(code, "IRB", LabelKind.ABBR, ambiguous=True) for code in "AB"),
                friends=(FalseFriend("B", "A", "", "arahnya berlawanan", "opposite"),),
            ),
            id="opposite directions that are told apart",
        ),
    ],
)
def test_what_is_right_is_left_alone(given):
    assert find_problems(given, UNITS) == []


def test_a_circle_of_parts_is_told_for_each_of_them():
    circle = entries(concept("A", broader="B"), concept("B", broader="C"), concept("C", broader="A"))
    assert [item.code for item in find_problems(circle, UNITS)] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("column", "given"),
    [("direction", "samping"), ("level", "KECAMATAN"), ("match", "mirip"), ("certainty", "pasti")],
)
def test_a_cell_holds_one_of_its_values(column, given):
    row = {"code": "A", "label_id": "Kadar", "same_as": "B", column: given}
    with pytest.raises(InputError) as caught:
        parse_concept(row)
    assert dict(caught.value.message.params)["given"] == given


def test_names_in_a_cell_are_parted_and_cleaned():
    assert names_of({"alt_id": " Kadar  A| Kadar B |  | Kadar A"}, "alt_id") == ("Kadar A", "Kadar B")
    assert names_of({}, "alt_id") == ()


def test_labels_of_a_row_have_their_kind_and_language():
    row = {"code": "A", "label_id": "Kadar", "label_en": "Rate", "abbr": "KDR", "regional": "Angka"}
    assert [
        (label.text, label.kind, label.language) for label in parse_labels({**row, "ambiguous": "KDR"})
    ] == [
        ("Kadar", LabelKind.PREF, "id"),
        ("Rate", LabelKind.PREF, "en"),
        ("Angka", LabelKind.REGIONAL, "id"),
        ("KDR", LabelKind.ABBR, "id"),
    ]
    assert [label.ambiguous for label in parse_labels({**row, "ambiguous": "KDR"})] == [False] * 3 + [True]
