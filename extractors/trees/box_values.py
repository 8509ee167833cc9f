"""Values in boxes: in a box of their own, behind a name (`Jumlah puskesmas (64 PKM)`), and sums of money."""

import re

from selaras.extractors.phrases.wording import wording_of
from selaras.extractors.tables.joining import clean_text

LONGEST_VALUE = 40
MOST_UNIT_WORDS = 4

# "3,1 Penerapan sistem baru" is numbered 3.1; "2,5 Juta Orang" is a value.
NUMBERED = re.compile(r"(\d{1,2})[.,](\d{1,2})(?=(?:\s+[^\W\d_]\S*){3})")
_AMOUNT = re.compile(r"\s*\bRp\b[\s.:]*\d[\d.,]*(?:\s*,?-)?\s*$", re.IGNORECASE)
_VALUE = re.compile(r"[(\[\s]*(?:Rp\b[\s.]*)?[<>≤≥±~\s]*-?\d[^()]*[)\]\s]*")
_BLANK_VALUE = re.compile(r"[\s.\-–—_()]*")
# "Jumlah puskesmas (64 PKM)", "Persentase rumah sehat: 55%": a value behind the name in one box.
_VALUE_BEHIND = re.compile(
    r"(?:\s*\(\s*(?P<bracket>[<>≤≥±-]?\s*\d[\d.,]*\s*(?:[-–/]\s*[\d.,]+\s*)?(?:%|‰|[^\W\d][\w/]*)?(?:\s[^\W\d]\w*)?)\s*\)"
    r"|\s*[:=]\s*(?P<plain>[<>≤≥±-]?\s*\d[\d.,]*\s*(?:[-–/]\s*[\d.,]+\s*)?(?:%|‰|[^\W\d][\w/]*)?))\s*$"
)


def drop_amount(text: str) -> str:
    """Take a sum of money off the end of a text: boxes of activities print their budget below the name."""
    return _AMOUNT.sub("", text)


def is_blank_value(text: str) -> bool:
    """Whether a value box prints nothing, a dash or dots."""
    return _BLANK_VALUE.fullmatch(text) is not None


def bare_value(text: str) -> str:
    """A value without the brackets around it."""
    text = " ".join(text.split())
    return text[1:-1].strip() if text.startswith("(") and text.endswith(")") else text


def is_value(text: str) -> bool:
    """Whether a text is a value with at most a few words of a unit."""
    text = " ".join(text.split())
    words = re.findall(r"[^\W\d_]+", text)
    fits = len(text) <= LONGEST_VALUE and len(words) <= MOST_UNIT_WORDS
    return (
        fits and _VALUE.fullmatch(text) is not None and wording_of(text) is None and not NUMBERED.match(text)
    )


def split_value(text: str) -> tuple[str, str | None]:
    """The name of an indicator and the value printed behind it, in brackets or after a colon, if any."""
    found = _VALUE_BEHIND.search(text)
    if found is None:
        return text, None
    return clean_text(text[: found.start()]), " ".join((found["bracket"] or found["plain"]).split())
