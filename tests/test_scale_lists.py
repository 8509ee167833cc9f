"""The lists that the scale benchmark makes, and the slope that it tells."""

import csv

import pytest
from scale import exponent
from scale_lists import invented, make_texts, write_lists
from scale_stages import Clock

from selaras.models.terms import find_words


@pytest.mark.parametrize("power", [0.0, 1.0, 1.5, 2.0])
def test_the_exponent_of_a_power_is_the_power(power):
    sizes = [1_000, 10_000, 100_000]
    assert exponent(sizes, [3e-3 * size**power if power else 3.0 for size in sizes]) == pytest.approx(power)


@pytest.mark.parametrize(
    ("seconds", "slope"),
    [([0.001, 1.0, 10.0], 1.0), ([0.001, 0.001, 10.0], None), ([0.0, 0.0, 0.0], None)],
    ids=["a time too short to tell is left out", "one point is no line", "nothing took time"],
)
def test_times_that_tell_nothing_do_not_bend_the_exponent(seconds, slope):
    found = exponent([1_000, 10_000, 100_000], seconds)
    assert found == (slope and pytest.approx(slope))


def test_lists_are_the_same_each_time_and_have_ids(tmp_path):
    first, second = (tmp_path / name for name in ("first", "second"))
    for folder in (first, second):
        folder.mkdir()
        write_lists(folder, 50, 10)
    assert (first / "sources.csv").read_bytes() == (second / "sources.csv").read_bytes()
    rows = list(csv.DictReader((first / "targets.csv").open(encoding="utf-8", newline="")))
    assert len({row["id"] for row in rows}) == len(rows) == 10
    assert all(row["text"] for row in rows)


def test_longer_lists_have_more_words():
    short, long = (
        {word for text in make_texts(number, 1, number // 4) for word in find_words(text)}
        for number in (400, 4_000)
    )
    assert len(long) > 2 * len(short)


def test_a_name_is_the_same_wherever_it_is_invented():
    assert invented(7) == invented(7)
    assert len({invented(number) for number in range(1_000)}) > 900


def test_a_stage_is_left_what_those_inside_it_did_not_spend():
    clock, inside = Clock(), Clock()
    clock["whole"].wall, clock["whole"].processor = 10.0, 8.0
    inside["first"].wall, inside["first"].processor = 3.0, 3.0
    inside["second"].wall, inside["second"].processor = 1.0, 2.0
    clock.take("whole", inside)
    assert (clock["whole"].wall, clock["whole"].processor) == (6.0, 3.0)
