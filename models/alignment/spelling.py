"""Misprints and lost blanks: what a word was meant to be, where that is plain.

    mend("pertindungan")      # ("perlindungan",): one letter apart
    mend("moderasiberagama")  # ("moderasi", "beragama")

Text layers and OCR damage words, above all in tables. Only words that the language does not know are touched,
and only towards words of the thesaurus.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from selaras.models.alignment.thesaurus import load_thesaurus
from selaras.models.terms import LONGEST_WORD, load_terms, root_words, stem

SHORTEST_MENDED = 6  # letters; shorter words have too many neighbours
LONG = 9  # letters from which two wrong ones are forgiven
SHORTEST_PART = 3
SHORTEST_TAIL = 7  # letters of a rest that is split once more


@lru_cache(maxsize=100_000)
def mend(word: str) -> tuple[str, ...]:
    """Return the word or words that a word in small letters was meant to be, without those of no meaning."""
    if is_known(word) or not SHORTEST_MENDED <= len(word) <= LONGEST_WORD:
        return (word,)
    form = _nearest_form(word)
    if form:
        return (form,)
    parts = _split(word) if len(word) >= LONG else ()
    return tuple(part for part in parts if part not in load_terms().function) or (word,)


@lru_cache(maxsize=100_000)
def is_known(word: str) -> bool:
    """Tell whether the language or the field has the word."""
    root = stem(word)
    return word in load_terms().function or word in _forms() or root in root_words() or root in _form_stems()


def _nearest_form(word: str) -> str | None:
    """The word of the thesaurus that differs least, if only by one letter, or two in a long word."""
    allowed = 2 if len(word) >= LONG else 1
    best: tuple[int, str] | None = None
    for form in _forms_by_initial().get(word[0], ()):
        if abs(len(form) - len(word)) <= allowed:
            distance = DamerauLevenshtein.distance(word, form, score_cutoff=allowed)
            if distance <= allowed and (best is None or (distance, form) < best):
                best = (distance, form)
    return best[1] if best else None


@lru_cache(maxsize=20_000)
def _split(word: str) -> tuple[str, ...]:
    """Split words that run together, the longest first word that leaves a known rest; () where none does."""
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        if is_known(word[:cut]):
            rest = word[cut:]
            tail = (rest,) if is_known(rest) else _split(rest) if len(rest) >= SHORTEST_TAIL else ()
            if tail:
                return (word[:cut], *tail)
    return ()


@cache
def _forms() -> frozenset[str]:
    return frozenset(
        word for word in load_thesaurus().forms | load_terms().forms if len(word) >= SHORTEST_MENDED
    )


@cache
def _form_stems() -> frozenset[str]:
    return frozenset(stem(form) for form in _forms())


@cache
def _forms_by_initial() -> Mapping[str, tuple[str, ...]]:
    """The first letter of a misprint is taken as right: it keeps "tekologi" from "ekologi"."""
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(_forms()):
        grouped[form[0]].append(form)
    return {initial: tuple(forms) for initial, forms in grouped.items()}
