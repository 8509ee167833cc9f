"""How a text is worded, as features: first and last words, affixes, length, capitals, marks, words.

>>> sorted(find_features("Meningkatnya mutu"))[:3]
['affix me-nya length:2', 'affix:me-nya', 'affixes:me-nya +']

In Indonesian the form of the first word tells most: me-...-nya and ter- a state, me-...-kan an act, pe-...-an
the name of an act. Source: Tata Bahasa Baku Bahasa Indonesia, chapter on the verb.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s]")
MOST_TOKENS = 120  # what comes later in a long paragraph tells nothing more
# The printed number or bullet in front, and the mark at the end, belong to the list, not to the text.
_FRONT = re.compile(r"\s*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]\s*|[a-z][.)]\s+|[•●▪■◦➢➤✓✔\-–*]\s*)+")
_BACK = " \t\n;.,"
_AFFIXES = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("me-nya", r"(?:me|ber)\w{3,}nya$"),
        ("ter-nya", r"ter\w{3,}nya$"),
        ("me-kan", r"me\w{3,}kan$"),
        ("me-i", r"me\w{3,}i$"),
        ("ter-", r"ter\w{3,}$"),
        ("pe-an", r"pe\w{3,}an$"),
        ("ke-an", r"ke\w{3,}an$"),
        ("-nya", r"\w{3,}nya$"),
        ("-isasi", r"\w{3,}isasi$"),
        ("-si", r"\w{4,}si$"),
        ("ber-", r"ber\w{3,}$"),
        ("di-", r"di\w{4,}$"),
        ("me-", r"me\w{4,}$"),
        ("-an", r"\w{4,}an$"),
    )
)
_STATES = frozenset(("me-nya", "ter-nya"))
_VERBS = frozenset(("me-kan", "me-i", "me-", "di-", "ber-"))
_MARKS = frozenset("%():;/&,.?“”\"'≥≤")
_LONG_FROM = 4  # words; longer texts are counted in steps of three


@lru_cache(maxsize=50_000)
def affix_of(word: str) -> str:
    """The affixes of a word in small letters, `+` where it has none that tell."""
    return next((name for name, pattern in _AFFIXES if pattern.match(word)), "+")


def bare_place(text: str) -> tuple[int, int]:
    """Where the text starts and ends without the number or bullet in front of it and the mark behind."""
    start = found.end() if (found := _FRONT.match(text)) else 0
    return start, start + len(text[start:].rstrip(_BACK))


def find_features(text: str) -> set[str]:
    """All features of a text; equal texts have equal features, whatever number stands in front."""
    start, end = bare_place(text)
    tokens = TOKEN.findall(text, start, end)[:MOST_TOKENS]
    printed = [token for token in tokens if token[0].isalpha()]
    if not printed:
        return {"wordless", f"tokens:{min(len(tokens), 5)}"}
    words = [word.lower() for word in printed]
    affixes = [affix_of(word) for word in words]
    return {
        *_edges(words),
        *_forms(words, affixes),
        *_looks(tokens, printed, affixes[0]),
        *(f"word:{word}" for word in words),
    }


def _edges(words: Sequence[str]) -> Iterator[str]:
    first, last = words[0], words[-1]
    yield f"first:{first}"
    yield f"start:{first[:4]}"
    yield f"end:{first[-4:]}"
    yield f"last:{last}"
    yield f"first two:{' '.join(words[:2])}"
    yield from (f"at {place}:{word}" for place, word in enumerate(words[1:3], start=1))
    yield from (f"gram:{gram}" for word in words[:2] for gram in _grams(word))


def _grams(word: str) -> Iterator[str]:
    """Four letters in a row: a misprint in a word spoils some of them only."""
    edged = f"<{word}>"
    return (edged[place : place + 4] for place in range(max(len(edged) - 3, 1)))


def _forms(words: Sequence[str], affixes: Sequence[str]) -> Iterator[str]:
    length = _length(len(words))
    yield f"affix:{affixes[0]}"
    yield f"affixes:{' '.join(affixes[:2])}"
    yield f"last affix:{affixes[-1]}"
    yield f"length:{length}"
    yield f"affix {affixes[0]} length:{length}"
    yield f"first {words[0]} length:{length}"
    yield f"states:{min(sum(affix in _STATES for affix in affixes), 3)}"
    yield f"verbs:{min(sum(affix in _VERBS for affix in affixes[1:]), 3)}"


def _looks(tokens: Sequence[str], printed: Sequence[str], affix: str) -> Iterator[str]:
    capital = sum(word.isupper() for word in printed) > 0.8 * len(printed)
    titled = sum(word[0].isupper() for word in printed) / len(printed)
    caps = "yes" if capital else "no"
    yield f"caps:{caps}"
    yield f"caps {caps} affix:{affix}"
    yield f"titled:{int(titled * 3.99)}"
    yield f"opens:{'letter' if tokens[0].isalpha() else 'digit' if tokens[0].isdigit() else tokens[0]}"
    yield f"numbers:{min(sum(token[0].isdigit() for token in tokens), 3)}"
    yield from (f"mark:{mark}" for mark in _MARKS.intersection(tokens))


def _length(words: int) -> int:
    return words if words < _LONG_FROM else min(_LONG_FROM + (words - _LONG_FROM) // 3, 12)
