"""How texts of one language are taken apart before they are compared."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from selaras.models import english as english_words
from selaras.models.alignment.encoder import Encode
from selaras.models.alignment.rarity import Rarity, load_rarity
from selaras.models.alignment.senses import find_senses
from selaras.models.alignment.spelling import mend
from selaras.models.alignment.thesaurus import Thesaurus, load_thesaurus
from selaras.models.alignment.vectors import WordVectors, load_vectors
from selaras.models.messages import Language
from selaras.models.terms import find_words, load_terms, stem, topic_key


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """The words of a language and what is known of them.

    `rarity` is None where no counts of the language's stems are packaged: what is rare is then judged among
    the texts of the task. `thesaurus` and `vectors` are None where none are packaged. `names_regions` tells
    whether texts name regions of Indonesia as Indonesians do, which do not count.
    """

    find_words: Callable[[str], tuple[str, ...]]
    mend: Callable[[str], tuple[str, ...]]
    stem: Callable[[str], str]
    topic_key: Callable[[str], str]
    find_senses: Callable[[str], Iterable[tuple[str, int]]]
    boilerplate: frozenset[str]  # stems
    rarity: Rarity | None
    thesaurus: Thesaurus | None
    vectors: WordVectors | None
    names_regions: bool = True
    encode: Encode | None = None  # of the user's own, on the scale of the vectors; see `encoding`


@cache
def indonesian() -> Analysis:
    """Texts of Indonesian plans."""
    boilerplate = load_terms().boilerplate
    senses = partial(find_senses, stem=stem, boilerplate=boilerplate)
    return Analysis(
        find_words,
        mend,
        stem,
        topic_key,
        senses,
        boilerplate,
        load_rarity(),
        load_thesaurus(),
        load_vectors(),
    )


@cache
def english() -> Analysis:
    """English texts of any field."""
    terms = english_words.load_terms()
    return Analysis(
        english_words.find_words,
        english_words.as_written,
        english_words.stem,
        english_words.stem,
        no_senses,
        terms.boilerplate,
        rarity=None,
        thesaurus=None,
        vectors=None,
        names_regions=False,
    )


def no_senses(text: str) -> Iterable[tuple[str, int]]:
    """What a text wants more or less of is not read in this language."""
    del text
    return ()


ANALYSES: Mapping[Language, Callable[[], Analysis]] = {"id": indonesian, "en": english}
"""How texts of each language are taken apart."""
