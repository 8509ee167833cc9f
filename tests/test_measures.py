"""Targets of two plans for the same year: weaker or stronger is said only where it is certain."""

from dataclasses import replace

import pytest
from factories import indicator, yearly

from selaras.models.catalogue import load_catalogue
from selaras.models.indicators import Direction
from selaras.models.measures.targets import better_direction, compare_targets

CATALOGUE = load_catalogue()


def poverty(*targets, unit="%", direction=None):
    made = indicator("Tingkat kemiskinan", unit=unit, concept="IUP8", targets=targets)
    return replace(made, direction=direction)


def standings(own, other):
    return [(found.year, found.standing.value) for found in compare_targets(own, other, CATALOGUE)]


@pytest.mark.parametrize(
    ("own", "other", "standing"),
    [
        ("8,90", "6,20–6,80", "weaker"),  # less is better
        ("5,00", "6,20–6,80", "stronger"),
        ("6,50", "6,20–6,80", None),  # within the range
        ("6,80–7,20", "6,20–6,80", None),  # the ranges touch
        ("7,0", "≤ 6,5", "weaker"),
        ("≥ 7,0", "6,5", "weaker"),
        ("≥ 6,0", "6,5", None),  # may be either
        ("8,90 a)", "6,20", None),  # a footnote may tell of another method
        ("N/A", "6,20", None),
        ("BB", "6,20", None),
        ("6,5", "6,5", None),
    ],
)
def test_targets_for_one_year(own, other, standing):
    found = standings(poverty((2029, own)), poverty((2029, other)))
    assert found == ([(2029, standing)] if standing else [])


@pytest.mark.parametrize(
    ("unit", "other", "compared"),
    [
        ("%", "persen", True),
        ("%", "Persen", True),
        ("%", "orang", False),
        ("%", None, False),
        ("%", "% PDB", False),
    ],
)
def test_units_must_be_the_same(unit, other, compared):
    found = standings(poverty((2029, "9,0"), unit=unit), poverty((2029, "6,0"), unit=other))
    assert bool(found) is compared


def test_other_years_are_not_compared():
    assert standings(poverty((2028, "9,0")), poverty((2029, "6,0"))) == []


def test_a_year_that_is_not_known_is_not_compared():
    assert standings(poverty((None, "9,0")), poverty((None, "6,0"))) == []


def test_each_year_is_compared_once_and_in_order():
    own = poverty((2029, "9,0"), (2027, "10,0"))
    assert standings(own, poverty((2027, "8,0"), (2029, "9,5"))) == [(2027, "weaker"), (2029, "stronger")]


def test_the_yearly_column_goes_before_that_for_the_end_of_the_period():
    own = replace(poverty(), targets=(yearly(2029, "9,0", final=True), yearly(2029, "6,0")))
    assert standings(own, poverty((2029, "6,0"))) == []


@pytest.mark.parametrize(
    ("own", "other", "known"),
    [
        (None, None, True),  # the catalogue knows
        (Direction.DOWN, None, True),
        (Direction.UP, None, False),  # the plan and the catalogue disagree
    ],
)
def test_nothing_is_said_where_the_better_direction_is_in_doubt(own, other, known):
    found = standings(poverty((2029, "9,0"), direction=own), poverty((2029, "6,0"), direction=other))
    assert bool(found) is known


@pytest.mark.parametrize(
    ("concept", "direction"),
    [("IUP8", Direction.DOWN), ("IUP1", Direction.UP), ("IUP2", None), (None, None), ("X1", None)],
)
def test_which_way_is_better(concept, direction):
    assert better_direction(indicator(concept=concept), CATALOGUE) is direction


@pytest.mark.parametrize(
    ("name", "unit", "concept", "direction"),
    [
        ("Insidensi tuberkulosis", "per 100.000 penduduk", "IUP3", Direction.DOWN),
        ("Cakupan pengobatan tuberkulosis (treatment coverage)", "%", "IUP3", Direction.UP),
        ("Konsumsi listrik per kapita", "kWh", "IUP43a", Direction.UP),
        ("Intensitas energi primer", None, "IUP43a", Direction.DOWN),
        ("Global Power Index", "peringkat", "SV3.1", Direction.DOWN),
        ("Indeks daya saing digital di tingkat global", "peringkat", "IUP19", Direction.DOWN),
        ("Indeks daya saing digital", "skor", "IUP19", None),
        ("Indeks Pembangunan TIK", "indeks", "IUP19", Direction.UP),
    ],
)
def test_what_answers_to_one_code_may_be_better_either_way(name, unit, concept, direction):
    assert better_direction(indicator(name, unit=unit, concept=concept), CATALOGUE) is direction
