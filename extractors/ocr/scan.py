"""What was seen in the picture of a page: words and lines in points, and how the page was turned for it.

Also as plain JSON, in which the reading process hands it over and the cache keeps it; the way back checks
every value, and ValueError tells that it is anything else.
"""

from dataclasses import dataclass

from selaras.extractors.grids.rulings import Axis, Ruling
from selaras.extractors.pages.checked_json import (
    JsonObject,
    as_list,
    as_numbers,
    as_object,
    as_share,
    as_string,
)
from selaras.extractors.pages.page import Word

MOST_WORDS = 20_000
MOST_RULINGS = 2000


@dataclass(frozen=True, slots=True)
class Scan:
    """Words and lines of a page that was turned clockwise by `turned` degrees, then straightened.

    `skew` is by how many degrees its lines fell to the right before. Width and height are of the turned page.
    """

    width: float
    height: float
    turned: int
    skew: float
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...]


def scan_to_json(scan: Scan) -> JsonObject:
    """A plain object of a scan; places are rounded to a hundredth of a point."""
    return {
        "size": [round(scan.width, 2), round(scan.height, 2)],
        "turned": scan.turned,
        "skew": scan.skew,
        "words": [
            [
                word.text,
                *(round(edge, 2) for edge in word.box),
                round(word.size, 2),
                round(word.confidence or 0, 4),
            ]
            for word in scan.words
        ],
        "rulings": [[line.axis.value, *(round(x, 2) for x in line[1:4])] for line in scan.rulings],
    }


def scan_from_json(data: object) -> Scan:
    """A scan of what `scan_to_json` wrote. Raises ValueError where it is anything else."""
    record = as_object(data)
    width, height = as_numbers(record.get("size"), 2)
    turned, skew = as_numbers([record.get("turned"), record.get("skew")], 2)
    words, rulings = as_list(record.get("words")), as_list(record.get("rulings"))
    if turned not in (0, 90, 180, 270) or len(words) > MOST_WORDS or len(rulings) > MOST_RULINGS:
        raise ValueError("a page is turned by right angles and holds so much at most")
    return Scan(width, height, int(turned), skew, tuple(map(_word, words)), tuple(map(_ruling, rulings)))


def _word(data: object) -> Word:
    text, *numbers = as_list(data, 7)
    x0, top, x1, bottom, size, confidence = as_numbers(numbers, 6)
    return Word(as_string(text), (x0, top, x1, bottom), size, confidence=as_share(confidence))


def _ruling(data: object) -> Ruling:
    axis, *numbers = as_list(data, 4)
    at, start, end = as_numbers(numbers, 3)
    return Ruling(Axis(as_string(axis)), at, start, end)
