"""Likeness of topic may hide opposition: such a pair is for people to look at."""

import pytest

from selaras.models.opposition import may_oppose


@pytest.mark.parametrize(
    ("item", "statement", "doubt"),
    [
        ("Membuka kawasan hutan lindung untuk kebun", "Terpeliharanya lingkungan hidup", True),
        ("Pelepasan hutan lindung", "Pelestarian hutan", True),
        ("Menjaga hutan lindung", "Pelestarian hutan", False),
        ("Membuka lapangan kerja baru", "Menurunnya pengangguran", False),
        ("Pembuka acara", "Pelestarian hutan", False),
    ],
)
def test_opening_what_is_kept_raises_a_doubt(item, statement, doubt):
    assert may_oppose(item, statement) is doubt
