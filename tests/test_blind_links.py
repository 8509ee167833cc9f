"""The arithmetic of links that people judge blind."""

import pytest
from blind_links import agreement, calibration_error, precision, read_bands

KEY = [
    {"n": "0", "link": "a", "probability": "0.25", "band": "100"},
    {"n": "1", "link": "b", "probability": "0.30", "band": "100"},
    {"n": "2", "link": "c", "probability": "0.95", "band": "300"},
]
ONE, OTHER = {"0": 0, "1": 1, "2": 2}, {"0": 0, "1": 2, "2": 2}


def test_bands_hold_the_mean_of_all_judges():
    low, high = read_bands(KEY, [ONE, OTHER])
    assert (low.judged, low.stated, low.clear, low.related, low.size) == (
        2,
        pytest.approx(0.275),
        0.25,
        0.5,
        100,
    )
    assert (high.stated, high.clear) == (0.95, 1.0)


def test_each_band_counts_by_its_size_in_the_store():
    bands = read_bands(KEY, [ONE, OTHER])
    assert calibration_error(bands) == pytest.approx((100 * 0.025 + 300 * 0.05) / 400)
    assert precision(bands) == 1.0


@pytest.mark.parametrize(("grades", "alike"), [([ONE, OTHER], 2 / 3), ([ONE, ONE], 1.0), ([ONE], 1.0)])
def test_how_often_judges_agree_on_what_is_clear(grades, alike):
    assert agreement(grades) == pytest.approx(alike)
