"""Candidates' drafts: slogans, boxes with big numbers, programmes under missions; all words are invented."""

import pytest

from selaras.extractors.pages.page import Line
from selaras.extractors.prose.campaign_prose import read_campaign


def lines(*rows):
    """Lines from (text, bold, gap above) on one page; the gap is in lines."""
    made, top = [], 50.0
    for text, bold, gap in rows:
        top += 12 * (1 + gap)
        made.append(Line(text, 2, (70, top, 500, top + 11), 11.0, bold))
    return made


def found(made):
    return [(draft.kind.value, draft.number, draft.text) for draft in read_campaign(made).statements]


STEPS = [
    ("3 Langkah Teluk Damai", True, 1),
    ("Misi kami sebut 3 Langkah Teluk Damai.", False, 1),
    ("Langkah 1. Pasar Ramai: menata pasar dan", True, 1),
    ("jalan kampung", True, 0),
    ("Pasar sepi karena jalan rusak. Program andalan:", False, 1),
    ("• Pasar malam tiap pekan", False, 1),
    ("• Jalan kampung beraspal", False, 1),
    ("Langkah 2. Sekolah Dekat: membangun sekolah", True, 1),
    ("Langkah 3. Laut Bersih: menjaga karang", True, 1),
]
BOXES = [
    ("2 hal penting", True, 1),
    ("3 MISI TELUK DAMAI", True, 1),
    ("Menata pasar dan", False, 2),
    ("1. jalan kampung sampai", False, 0),
    ("ke ujung pulau", False, 0),
    ("Membangun sekolah", False, 2),
    ("2. di tiap kampung", False, 0),
    ("3. Menjaga karang", False, 2),
    ("Program untuk Misi 2", True, 2),
    ("2.1 Beasiswa nelayan", False, 1),
    ("3.1 bukan di bawah judul ini", False, 1),
]


def test_steps_under_a_slogan_are_missions_with_their_programmes():
    assert found(lines(*STEPS)) == [
        ("MISSION", "1", "Pasar Ramai: menata pasar dan jalan kampung"),
        ("MISSION", "2", "Sekolah Dekat: membangun sekolah"),
        ("MISSION", "3", "Laut Bersih: menjaga karang"),
        ("PROGRAM", None, "Pasar malam tiap pekan"),
        ("PROGRAM", None, "Jalan kampung beraspal"),
    ]


def test_big_number_beside_the_middle_line_of_a_box():
    assert found(lines(*BOXES)) == [
        ("MISSION", "1", "Menata pasar dan jalan kampung sampai ke ujung pulau"),
        ("MISSION", "2", "Membangun sekolah di tiap kampung"),
        ("MISSION", "3", "Menjaga karang"),
        ("PROGRAM", "2.1", "Beasiswa nelayan"),
    ]


def test_programmes_know_their_mission():
    statements = read_campaign(lines(*STEPS)).statements
    missions = {draft.key: draft.number for draft in statements if draft.kind.value == "MISSION"}
    assert {missions[draft.parent] for draft in statements if draft.kind.value == "PROGRAM"} == {"1"}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(STEPS[:-1], id="a-step-is-missing"),
        pytest.param([STEPS[0], *STEPS[2:]], id="nothing-says-that-the-steps-are-missions"),
        pytest.param([(text, False, gap) for text, _, gap in STEPS], id="the-slogan-is-no-heading"),
    ],
)
def test_nothing_is_taken_where_the_count_is_not_kept(rows):
    assert found(lines(*rows)) == []


def test_vision_is_the_quotation_below_its_heading():
    made = lines(
        ("Visi Kami", True, 1), ("“Teluk Damai, Rakyat Senang”", True, 2), ("Rakyat senang karena", False, 1)
    )
    assert found(made) == [("VISION", None, "Teluk Damai, Rakyat Senang")]


def test_prose_about_a_vision_is_none():
    assert found(lines(("Tanpa visi yang jelas", False, 1), ("“kata orang”", False, 1))) == []
