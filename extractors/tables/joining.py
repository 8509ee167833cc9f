"""Lines of a cell or paragraph become one text: blanks, hyphens and words that a narrow column broke.

>>> join_lines(["Pe-", "rusakan lahan"])
'Perusakan lahan'
>>> join_lines(["laki-", "laki"])
'laki-laki'
>>> join_lines(["Meningkatny", "a mutu"])
'Meningkatnya mutu'
>>> join_lines(["perlin", "dungan"], known={"perlindungan"})
'perlindungan'
"""

import re
from collections.abc import Collection, Iterable, Sequence

# Two-letter words that may well begin a line; any other two small letters are the torn end of a word.
SHORT_WORDS = frozenset(
    {"di", "ke", "ia", "ku", "se", "ha", "kg", "km", "cm", "mm", "th", "rt", "rw", "rp", "sd", "dr"}
)
# Words that keep the hyphen of "non-migas" when it stands at the end of a line.
HYPHENATED = frozenset({"non", "pasca", "anti", "pra", "multi", "antar", "sub", "semi", "ber", "se"})
NARROW_LETTERS = 5
LONGEST_WORD = 60  # letters; a longer run is no word that a column edge tore
TRAILING = ' \t\n;.,:"“”„‟«»'
LEADING = ' \t\n;.,:"“”„‟«»-–•'

_LAST_BUT_ONE = re.compile(r"[;,]\s*(?:dan|serta|dan/atau|atau)$", re.IGNORECASE)
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def join_lines(lines: Iterable[str], *, known: Collection[str] = ()) -> str:
    """Join lines to one text with single blanks; `known` holds the words of the document in small letters."""
    text = ""
    for line in lines:
        piece = " ".join(line.split())
        if piece:
            text = _join(text, piece, known) if text else piece
    return text


def join_narrow(lines: Sequence[str], *, known: Collection[str] = ()) -> str:
    """Join the lines of a cell so narrow that it tears words anywhere: `Nil | ai | Pe | rse | psi`.

    A capital starts a new word there. Lines that are words of the document each stay apart.
    """
    pieces = [" ".join(line.split()) for line in lines if line.strip()]
    torn = len(pieces) > 1 and max(map(len, pieces)) <= NARROW_LETTERS
    if not torn or all(piece.casefold() in known for piece in pieces):
        return join_lines(pieces, known=known)
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", "".join(pieces))


def clean_text(text: str) -> str:
    """Take quotation marks, closing punctuation and a closing "; dan" of a list off a statement."""
    bare = _LAST_BUT_ONE.sub("", text.strip(TRAILING))
    return " ".join(bare.strip(TRAILING).lstrip(LEADING).split())


def _join(text: str, piece: str, known: Collection[str]) -> str:
    if text.endswith("-") and len(text) > 1 and text[-2].isalpha():
        return _join_hyphen(text, piece)
    if text.endswith("/") or piece.startswith("/"):
        return text + piece
    if _is_torn(text, piece, known):
        return text + piece
    return f"{text} {piece}"


def _join_hyphen(text: str, piece: str) -> str:
    before = _LAST_WORD.search(text[:-1])
    after = _FIRST_WORD.match(piece)
    if before is None or after is None:
        return text + piece
    first, second = before.group(), after.group()
    continues = second[0].islower() or (first.isupper() and second.isupper() and len(first) > 1)
    doubled = first.casefold()[:3] == second.casefold()[:3] or first.casefold() in HYPHENATED
    return text[:-1] + piece if continues and not doubled else text + piece


def _is_torn(text: str, piece: str, known: Collection[str]) -> bool:
    """Whether a column edge tore a word: the rest is too short for a word, or the whole is a known one."""
    if not piece[0].islower():
        return False
    before, after = _LAST_WORD.search(text[-LONGEST_WORD:]), _FIRST_WORD.match(piece)
    if before is None or after is None:
        return False
    first, second = before.group(), after.group()
    if len(second) == 1:
        return piece[1:2] not in (".", ")") and len(first) > 1
    if len(second) == 2 and second not in SHORT_WORDS:
        return len(first) > 3
    whole = f"{first}{second}".casefold()
    return whole in known and not (first.casefold() in known and second.casefold() in known)
