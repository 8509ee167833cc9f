"""What stands around a measure in running text: the value behind it, its sentence, those of its page."""

import re
from dataclasses import dataclass

NEAR = 80  # characters behind a measure in which its value may stand
SENTENCE = 200  # characters before and behind that may belong to its sentence
PAGE = 4000  # characters before and behind that may speak of the same: nearly all pages are shorter
END = re.compile(r"[.;!?](?!\d)|\n[ \t]*\n")
NUMBER = re.compile(
    r"(?<![\w.,/-])(?P<number>\d[\d.,]*\d|\d)(?!\w)\s*"
    r"(?P<unit>%|persen\b|poin\b|tahun\b|per\s+1[\d.]*000\b(?:\s+(?:kelahiran\s+hidup|penduduk))?)?",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
DECIMALS = re.compile(r"\d[.,]\d{1,2}$")
BREAK = re.compile(r"[.;•!?]\s+|\n\s*\n")


@dataclass(frozen=True, slots=True)
class ValueBehind:
    """The first number behind a measure in its sentence, years left out, and its unit, as printed."""

    number: str | None = None
    unit: str | None = None

    @property
    def telling(self) -> bool:
        """Whether it can only be the value of a measure: with a unit, or with decimals."""
        return self.unit is not None or (self.number is not None and bool(DECIMALS.search(self.number)))


def find_value(text: str, end: int) -> ValueBehind:
    """Find the value behind a measure that ends at a place."""
    window = text[end : end + NEAR]
    stop = END.search(window)
    for found in NUMBER.finditer(window, 0, stop.start() if stop else len(window)):
        if not YEAR.fullmatch(found["number"]):
            return ValueBehind(found["number"], " ".join(found["unit"].split()) if found["unit"] else None)
    return ValueBehind()


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence in which something stands, as far as it is near."""
    before = BREAK.split(text[max(start - SENTENCE, 0) : start])[-1]
    behind = BREAK.split(text[end : end + SENTENCE])[0]
    return f"{before}{text[start:end]}{behind}"


def sentences_around(text: str, start: int, end: int) -> tuple[str, ...]:
    """The sentences near a place, each on one line: of most pages all."""
    near = text[max(start - PAGE, 0) : end + PAGE]
    return tuple(" ".join(part.split()) for part in BREAK.split(near))
