"""Mentions of indicators of the catalogue in running text: where they stand, and what they mean.

A mention is a label of the catalogue, the longest that is there, or an abbreviation used as a measure. Words
beside it may make another measure of it, or it is only the beginning of a longer name: those mentions are
resolved anew, and left out where nothing of the catalogue is meant ("jumlah penduduk miskin", "tingkat
kemiskinan energi").
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.concept_trie import (
    Match,
    Node,
    Word,
    build_trie,
    first_words,
    label_words,
    longest_match,
    normal_forms,
    split_words,
)
from selaras.extractors.phrases.longer_names import name_end
from selaras.extractors.phrases.values_behind import (
    PAGE,
    ValueBehind,
    find_value,
    sentence_around,
    sentences_around,
)
from selaras.models.catalogue import Catalogue, load_catalogue
from selaras.models.concept_kinds import NO_ENTRIES, Entries
from selaras.models.concepts import ConceptSource, Label, LabelKind
from selaras.models.indicator_names import Trait, load_words
from selaras.models.name_context import NO_CONTEXT, NameContext
from selaras.models.resolution import Guess, Resolution, decide
from selaras.models.values import parse_value

SOURCES = frozenset(ConceptSource)
NO_MEASURE = (LabelKind.FALSE_FRIEND, LabelKind.OUTSIDE)
NARROWING_BEFORE = (Trait.COUNT, Trait.CHANGE, Trait.PART, Trait.RATIO, Trait.INDEX)
NARROWING_BEHIND = (Trait.GROUP, Trait.PART)
MOST_DECIDED = 20  # abbreviations on PAGE characters that are decided by what stands around them
LONGEST_ABBREVIATION = 14  # characters, with its brackets


@dataclass(frozen=True, slots=True)
class ConceptMention:
    """A mention, half-open; its resolution has no code where an abbreviation was left open."""

    start: int
    end: int
    resolution: Resolution
    unit: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ConceptFinder:
    """The labels of a catalogue, ready to be looked for."""

    catalogue: Catalogue
    trie: Node
    starts: frozenset[str]
    heads: frozenset[str]
    measured: frozenset[str]
    acts: frozenset[str]
    printed: frozenset[str]  # abbreviations as they are printed
    plain: frozenset[str]  # abbreviations that mean their measure wherever they stand

    def find(self, text: str, agency: str = "") -> Iterator[ConceptMention]:
        """Yield the mentions in a text, in its order, none over another; `agency` is whose text it is."""
        words = split_words(text)
        around = _Surroundings(text, agency)
        behind = 0
        for at, word in enumerate(words):
            if word.start < behind:
                continue
            match = longest_match(self.trie, text, words, at) if word.text in self.starts else None
            if match and self._is_act(text, words, match):
                continue
            if match:
                behind = words[match.last].end
            found = self._name(text, words, match) if match else self._abbreviation(text, words, at, around)
            if found:
                behind = found.end
                yield found

    def _is_act(self, text: str, words: list[Word], match: Match) -> bool:
        """Whether a label of no measure begins with what is done to one: "penurunan | angka kemiskinan"."""
        kind = self.catalogue.labels[match.label].kind
        counted = _trait(text, words, match.first, -1) in NARROWING_BEFORE
        return kind in NO_MEASURE and words[match.first].text in self.acts and not counted

    def _name(self, text: str, words: list[Word], match: Match) -> ConceptMention | None:
        """A label that was found, with what makes another measure of it, if that too is in the catalogue."""
        first, last = _with_narrowing(text, words, match, self.acts)
        label = self.catalogue.labels[match.label]
        if label.kind in NO_MEASURE and (first, last) == (match.first, match.last):
            return None
        end = name_end(text, words, first, last)
        if (first, end) == (match.first, match.last):
            resolution = _exact(self.catalogue, label)
        else:
            name = text[words[first].start : words[end].end]
            resolution = self.catalogue.resolve(" ".join(name.split()), sources=SOURCES)
        if resolution.code == self.catalogue.canonical(label.code):
            end = last  # what follows says nothing else
        value = find_value(text, words[end].end)
        told = self._is_measure(words[first].text) or (value.telling and not _is_aside(text, words[end]))
        if resolution.code is None or not told:
            return None
        return ConceptMention(
            words[first].start, _with_abbreviation(text, words, end), resolution, value.unit
        )

    def _is_measure(self, word: str) -> bool:
        return not self.heads.isdisjoint(normal_forms(word))

    def _abbreviation(
        self, text: str, words: list[Word], at: int, around: "_Surroundings"
    ) -> ConceptMention | None:
        """An abbreviation that stands for a measure, as far as its use tells."""
        word = words[at]
        meanings = self.catalogue.meanings.get(word.text, ())
        if not (meanings or word.text in self.catalogue.abbreviations) or _is_aside(text, word):
            return None
        if text[word.start : word.end] not in self.printed:
            return None
        value = find_value(text, word.end)
        used = value.number is not None or (at > 0 and words[at - 1].text in self.measured)
        if not (used or meanings or word.text in self.plain):
            return None
        context = around.context(word, value) if meanings else NO_CONTEXT
        found = self.catalogue.resolve(word.text, sources=SOURCES, context=context)
        if found.code is None and not (used and is_open(found)):
            return None
        return ConceptMention(word.start, word.end, found, value.unit)


def _is_aside(text: str, word: Word) -> bool:
    """Whether a word repeats the name before it, in brackets, or is part of a unit ("% PDB")."""
    before = text[max(word.start - 3, 0) : word.start].rstrip()[-1:]
    return before == "%" or (before == "(" and text[word.end : word.end + 1] == ")")


def _with_narrowing(text: str, words: list[Word], match: Match, acts: frozenset[str]) -> tuple[int, int]:
    """The first and last word of a name with the words right beside it that make another measure of it."""
    first, last = match.first, match.last
    while _trait(text, words, first, -1) in NARROWING_BEFORE:
        first -= 1
    if all(words[at].text in acts for at in range(first, match.first)):
        first = match.first
    while _trait(text, words, last, 1) in NARROWING_BEHIND:
        last += 1
    return first, last


def _trait(text: str, words: list[Word], at: int, step: int) -> Trait | None:
    """What the word beside another does to the measure; None where something stands between them."""
    if not 0 <= at + step < len(words):
        return None
    one, other = sorted((words[at], words[at + step]), key=lambda word: word.start)
    forms = normal_forms(words[at + step].text)
    return load_words().trait(forms[0]) if forms and text[one.end : other.start].isspace() else None


def _with_abbreviation(text: str, words: list[Word], last: int) -> int:
    """Where a name ends, with its abbreviation in brackets behind it: "Rata-rata Lama Sekolah (RLS)"."""
    end = words[last].end
    close = text.find(")", end, end + LONGEST_ABBREVIATION)
    aside = text[end : close + 1].split() if close > 0 else []
    return close + 1 if len(aside) == 1 and aside[0].startswith("(") else end


@cache
def _exact(catalogue: Catalogue, label: Label) -> Resolution:
    return decide([Guess(catalogue.canonical(label.code), label, 1.0)], bool)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """A text with the number of abbreviations, by page, whose surroundings were looked at."""

    text: str
    agency: str
    looked: Counter[int] = field(default_factory=Counter)

    def context(self, word: Word, value: ValueBehind) -> NameContext:
        """What stands around an abbreviation; nothing where a page, of no plan, has too many of them."""
        page = word.start // PAGE
        if self.looked[page] >= MOST_DECIDED:
            return NO_CONTEXT
        self.looked[page] += 1
        number = parse_value(value.number).low if value.number else None
        values = () if number is None else (float(number),)
        sentence = sentence_around(self.text, word.start, word.end)
        return NameContext(sentences_around(self.text, word.start, word.end), sentence, self.agency, values)


def is_open(resolution: Resolution) -> bool:
    """Whether an abbreviation was left open, with candidates to choose from."""
    return resolution.reason.code == "resolve.ambiguous_abbreviation" and bool(resolution.candidates)


def load_finder(own: Entries = NO_ENTRIES) -> ConceptFinder:
    """Make the finder of the packaged catalogue with a planner's own entries, once while they stay."""
    return build_finder(load_catalogue(own))


@lru_cache(maxsize=2)
def build_finder(catalogue: Catalogue) -> ConceptFinder:
    """Arrange the labels of a catalogue for looking them up in texts."""
    table = load_table("measures.toml")
    trie = build_trie(
        (number, label_words(label.text))
        for number, label in enumerate(catalogue.labels)
        if label.kind is not LabelKind.ABBR and _is_measured(catalogue, label)
    )
    heads = frozenset(table["heads"].split())
    printed = {label.text for label in catalogue.labels if label.kind is LabelKind.ABBR}
    return ConceptFinder(
        catalogue,
        trie,
        first_words(trie, load_words().rewritten),
        heads,
        frozenset(table["measured"].split()),
        frozenset(table["acts"].split()),
        frozenset(printed | {text.upper() for text in (*printed, *catalogue.meanings)}),
        frozenset(short for short in catalogue.abbreviations if _is_plain(catalogue, short, heads)),
    )


def _is_measured(catalogue: Catalogue, label: Label) -> bool:
    """Headings of groups of indicators ("Pengembangan pariwisata") are measured by their parts only."""
    concept = catalogue.get(label.code)
    return concept is None or bool(concept.unit) or label.kind in NO_MEASURE


def _is_plain(catalogue: Catalogue, short: str, heads: frozenset[str]) -> bool:
    """Whether an abbreviation is made of the first letters of a measure: IPM, but not SPBE."""
    codes = catalogue.abbreviations[short]
    concept = catalogue.get(codes[0]) if len(codes) == 1 else None
    if concept is None or short in catalogue.meanings:
        return False
    words = split_words(concept.label_id)
    letters = "".join(word.text[0] for word in words)
    return letters.startswith(short) and words[0].text in heads
