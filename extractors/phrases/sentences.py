"""Sentences of plans, in the text of a page whose lines are joined by line breaks.

>>> text = "Kab. Teluk Embun memiliki 12.000 nelayan. Luasnya 1.234,5 km2."
>>> [text[start:end] for start, end in find_sentences(text)]
['Kab. Teluk Embun memiliki 12.000 nelayan.', 'Luasnya 1.234,5 km2.']

A heading, a caption and an entry of a list on a line of its own are sentences, their number is part of them.
A list inside a line and a quotation belong to the sentence that they stand in. Abbreviations and other words
that decide stand in `data/sentences.toml`.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selaras.extractors.phrases.line_looks import opening_markers, opening_number, words_of
from selaras.extractors.phrases.numbering import ROMAN
from selaras.extractors.phrases.paragraphs import Place, find_paragraphs

LONGEST_QUOTATION = 400  # characters; what is longer is no quotation inside a sentence
NEAR = 60  # characters before and behind a mark that are looked at
# A mark that may end a sentence: closing quotes, brackets or the number of a footnote stay with it, and the
# next sentence starts with a capital, a digit or an opening mark. Between two words a blank may be lost.
_END = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]++)(?P<closing>(?:[\"”’»)\]]|\d{1,2}\))*+)\s++(?=[\"“„‘«(\[]*+[^\W_a-z])"
    r"|(?<=[a-z]{3})(?P<glued>\.)(?=[A-Z][a-z])"
)
_OPENING = re.compile(r"[(\[\"“„‘«/]")
_QUOTED = re.compile(rf"“[^”]{{0,{LONGEST_QUOTATION}}}”")
_DEGREE = re.compile(r"[A-Z][a-z]?\.(?:[A-Z][A-Za-z]{0,4}\.?)+")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_NUMBER = re.compile(r"\d[\d.,]*")
_INLINE = re.compile(r"(?<![\w.,])(\d{1,2})\.\s+[A-Z]")
_VOWEL = re.compile("[aiueo]", re.IGNORECASE)
_ROMAN_AHEAD = re.compile(r"[IVX]+\b")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A point, two words before it, what follows, and the numbers of lists inside the text."""

    before: str
    word: str
    after: str
    inline: frozenset[int]

    @property
    def folded(self) -> str:
        return self.word.casefold()

    @property
    def capital_follows(self) -> bool:
        return self.after.lstrip('"“„‘«([')[:1].isupper()

    @property
    def number_follows(self) -> bool:
        return self.after[:1].isdigit() or _ROMAN_AHEAD.match(self.after) is not None

    @property
    def names_a_value(self) -> bool:
        """Whether the word before says that a letter or number is a value: "kategori A.", "Tabel 2."."""
        word = self.before.casefold()
        return word in words_of("abbreviations", "lettered") or word in words_of("lines", "governing")


def find_sentences(text: str, paragraphs: Sequence[Place] | None = None) -> list[Place]:
    """Places of the sentences of a text, in order; only blanks stand between them.

    Its paragraphs may be given where they are known.
    """
    return [
        (begin + start, begin + end)
        for begin, stop in (find_paragraphs(text) if paragraphs is None else paragraphs)
        for start, end in _split_paragraph(text[begin:stop])
    ]


def _split_paragraph(text: str) -> Iterator[Place]:
    start, quoted = 0, [found.span() for found in _QUOTED.finditer(text)]
    inline = frozenset(int(number) for number in _INLINE.findall(text))
    for found in _END.finditer(text, _prefix_end(text)):
        if not _is_inside(quoted, found.start()) and _ends_sentence(text, start, found, inline):
            yield start, found.start() + len(found[0].rstrip())
            start = found.end()
    yield start, len(text)


def _is_inside(quoted: Sequence[Place], place: int) -> bool:
    """Whether a mark stands inside a quotation; the last one in it may end the sentence, too."""
    before = bisect(quoted, (place, 0))
    return before > 0 and place + 1 < quoted[before - 1][1] - 1


def _prefix_end(text: str) -> int:
    """Where the words start behind markers ("1. a.") or the number of a caption or chapter ("Tabel 4.1.")."""
    if number := opening_number(text):
        return number.end()
    markers = opening_markers(text)
    return markers[-1].end if markers else 0


def _ends_sentence(text: str, start: int, found: re.Match[str], inline: frozenset[int]) -> bool:
    before, after = text[max(start, found.start() - NEAR) : found.start()], text[found.end() :][:NEAR]
    *_, first, last = ("", "", *before.rsplit(maxsplit=2))
    mark = _Mark(first, _OPENING.split(last)[-1], after, inline)
    if found["glued"]:
        return mark.folded not in words_of("abbreviations", "inside")
    if ")" in found["closing"] and not found["closing"][:1].isdigit():
        return text.startswith("(", start)
    if found["mark"] != ".":
        return len(found["mark"]) <= 3 and mark.capital_follows
    return _is_full_stop(mark)


def _is_full_stop(mark: _Mark) -> bool:
    """Whether a point ends a sentence; the first rule that knows its word decides."""
    if mark.folded in words_of("abbreviations", "ending"):
        return mark.capital_follows
    if _is_inside_abbreviation(mark):
        return False
    if _NUMBER.fullmatch(mark.word):
        return mark.capital_follows and not _is_inline_marker(mark)
    if _DEGREE.fullmatch(mark.word) and mark.before.endswith((",", ".")):
        return _DEGREE.match(mark.after) is None
    if (len(mark.word) == 1 and mark.word.isalpha()) or mark.word in ROMAN or _INITIALS.fullmatch(mark.word):
        return mark.names_a_value
    return True


def _is_inside_abbreviation(mark: _Mark) -> bool:
    """Whether the word is one behind which a sentence goes on, always or where a number follows."""
    if mark.folded in words_of("abbreviations", "numbered"):
        return mark.number_follows
    return mark.folded in words_of("abbreviations", "inside") or _is_shortened(mark.word)


def _is_inline_marker(mark: _Mark) -> bool:
    """Whether "2." is a number of a list inside the text: it has a neighbour there, or a colon before it."""
    if not mark.word.isdigit() or mark.names_a_value:
        return False
    number = int(mark.word)
    return mark.before.endswith((":", ";")) or bool({number - 1, number + 1} & mark.inline)


def _is_shortened(word: str) -> bool:
    """Whether a word without a vowel must be an abbreviation ("Kpts"); in capitals it is a name ("FKDM")."""
    return word.isalpha() and len(word) <= 5 and not word.isupper() and _VOWEL.search(word) is None
