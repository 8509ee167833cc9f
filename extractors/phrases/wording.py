"""What the first words of a statement tell about its kind.

An outcome is a state that is reached ("Meningkatnya ..."), an effort is what somebody does
("Meningkatkan ..."), a measure names a number ("Persentase ..."). In Indonesian the form of the verb decides:
me-...-nya and ter- tell a state, me-...-kan and me-...-i an act.
Source: PermenPANRB 88/2021, LKE 1.b.4 (an objective states a condition).
"""

import re
from enum import StrEnum


class Wording(StrEnum):
    """What a statement is, judged by its first word only."""

    OUTCOME = "OUTCOME"
    EFFORT = "EFFORT"
    MEASURE = "MEASURE"


# One way only to read each run of digits: a hostile line of digits must not cost exponential time.
_NUMBER = r"^\W*(?:\d+(?:[.)]\d+)*[.)]?\s+|[a-z][.)]\s+)?"
OUTCOME = re.compile(
    _NUMBER + r"(?:(?:me|ber|ter)\w{3,}nya|ter(?:wujud|cipta|capai|laksana|selenggara|kendali|penuh|jaga"
    r"|jamin)\w*)\b",
    re.IGNORECASE,
)
EFFORT = re.compile(
    _NUMBER + r"(?:me[mnr]?\w{2,}(?:kan|i)|memper\w+|mem(?:bangun|bina)|men(?:jaga|dorong))\b", re.IGNORECASE
)
MEASURE = re.compile(
    _NUMBER
    + r"(?:per?sentase|p(?:ro|re|er)sentas[ei]|indeks|jumlah|rasio|tingkat|angka|nilai|cakupan|proporsi"
    r"|rata-rata|laju|skor|kontribusi|prevalensi|opini|predikat"
    r"|umur harapan|usia harapan|capaian|volume|luas)\b",
    re.IGNORECASE,
)
_ORDER = ((Wording.MEASURE, MEASURE), (Wording.OUTCOME, OUTCOME), (Wording.EFFORT, EFFORT))


def wording_of(text: str) -> Wording | None:
    """Return what the wording tells, or None where it tells nothing.

    >>> wording_of("Meningkatnya kualitas layanan")
    <Wording.OUTCOME: 'OUTCOME'>
    >>> wording_of("1. Persentase balita stunting")
    <Wording.MEASURE: 'MEASURE'>
    """
    return next((wording for wording, pattern in _ORDER if pattern.match(text)), None)
