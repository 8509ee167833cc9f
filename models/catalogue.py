"""The catalogue of indicators: which national measure the name of an indicator stands for, if any.

>>> load_catalogue().resolve("Persentase penduduk miskin (%)").code
'IUP8'
>>> load_catalogue().resolve("Jumlah penduduk miskin", "jiwa").code is None
True
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from selaras.models.concept_kinds import NO_ENTRIES, Entries
from selaras.models.concepts import Concept, ConceptSource, Label, LabelKind, read_concepts, read_labels
from selaras.models.indicator_names import (
    LONGEST_NAME,
    LONGEST_UNIT,
    NameWords,
    Trait,
    UnitKind,
    load_words,
    name_words,
    unit_kind,
    units_conflict,
)
from selaras.models.label_index import LabelIndex, Numbers, build_label_index
from selaras.models.meanings import DECIDED, Evidence, Meaning, Meanings, plain_meaning, read_meanings, weigh
from selaras.models.name_context import NO_CONTEXT, NameContext
from selaras.models.name_mending import KnownWords, build_known_words
from selaras.models.region_names import Strength
from selaras.models.regions import load_regions
from selaras.models.resolution import EXACT, Guess, Resolution, decide, settle, several_measures

NATIONAL = frozenset({ConceptSource.RPJPN, ConceptSource.OWN})
UNIT_CONFLICT = 0.6
SAYING_LITTLE = (Trait.NEUTRAL, Trait.RATIO, Trait.INDEX)
MOST_PARTS = 3  # names that may stand beside each other, with slashes between them
OTHER_MEANING = Meaning("", "lain")
Abbreviations = Mapping[str, tuple[str, ...]]  # one word -> the codes it stands for, "" for something else


# Names that a plan repeats in table after table: two long plans have fewer.
RESOLVED_NAMES = 4096
# Labels below this score are thought of only where there are no others: their chance is not worth showing.
LEAST_SCORE, FEWEST_GUESSES = 0.3, 2


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Concepts with all their labels, and the abbreviations that stand for them."""

    concepts: Mapping[str, Concept]
    labels: tuple[Label, ...]
    codes: tuple[str, ...]  # of each label: the code of its concept, "" for what is none of the catalogue
    index: LabelIndex
    known: KnownWords
    unit_factors: Mapping[UnitKind | None, Numbers]  # less than 1 for labels that a unit speaks against
    abbreviations: Abbreviations
    meanings: Meanings

    def get(self, code: str) -> Concept | None:
        """The concept with this code."""
        return self.concepts.get(code)

    def canonical(self, code: str) -> str:
        """The code under which a measure is known: IUP8 for SV2.1, since both are the poverty rate."""
        return canonical(self.concepts, code)

    def resolve(
        self,
        name: str,
        unit: str | None = None,
        *,
        sources: Collection[ConceptSource] = NATIONAL,
        context: NameContext = NO_CONTEXT,
    ) -> Resolution:
        """Find the concept, of one of the sources, that a name and its unit stand for.

        A name for a measure of another source, for one outside the catalogue, or for several alike
        gets no code; nor does one whose best match is less likely than not. The context is asked only
        where an abbreviation means several things.
        """
        # What stands beyond is not looked at, and must not fill the memory of answers.
        found = _resolve(self, name[:LONGEST_NAME], unit and unit[:LONGEST_UNIT], frozenset(sources))
        if isinstance(found, Resolution):
            return found
        meanings = self.meanings[found.abbreviation]
        weighed = weigh(found.abbreviation, meanings, context, unit or found.others, found.others)
        return settle(found.abbreviation, weighed, lambda code: self.comes_from(code, sources))

    def comes_from(self, code: str, sources: Collection[ConceptSource]) -> bool:
        """Whether a code is that of a concept of one of the sources."""
        concept = self.concepts.get(code)
        return concept is not None and concept.source in sources

    def guesses(self, words: NameWords, unit: UnitKind | None) -> list[Guess]:
        """The nearest label of each concept for these words, best first, as far as it may matter."""
        near = self.index.nearest(self.known.mend(words), self.unit_factors[unit])
        mended = self.known.has_slips(words)
        best: dict[str, Guess] = {}
        for position, score in zip(near.positions.tolist(), near.scores.tolist(), strict=True):
            if score < LEAST_SCORE and len(best) >= FEWEST_GUESSES:
                break
            code = self.codes[position]
            if code not in best:
                name = self.concepts[code].label_id if code else ""
                best[code] = Guess(code, self.labels[position], score, name, mended)
        return sorted(best.values(), key=lambda guess: (-guess.score, guess.code))


@dataclass(frozen=True, slots=True)
class Unclear:
    """An abbreviation of several meanings, and the words beside it in the name, which say little."""

    abbreviation: str
    others: str


@lru_cache(maxsize=RESOLVED_NAMES)
def _resolve(
    catalogue: Catalogue, name: str, unit: str | None, sources: frozenset[ConceptSource]
) -> "Resolution | Unclear":
    """The answer, or the abbreviation of which only the context can tell the meaning."""
    words = name_words(_without_regions(name))
    telling = [word for word in words.main if load_words().trait(word) not in SAYING_LITTLE]
    if len(telling) == 1 and telling[0] in catalogue.meanings:
        return Unclear(telling[0], " ".join(word for word in words.all if word != telling[0]))
    spelled = spell_out(_with_meanings(catalogue, words, unit), catalogue.abbreviations, catalogue.concepts)
    guesses = catalogue.guesses(spelled, unit_kind(unit))
    found = decide(guesses, lambda code: catalogue.comes_from(code, sources))
    exact = bool(guesses) and guesses[0].score >= EXACT
    return found if exact else _several_names(catalogue, name, unit, sources) or found


def _several_names(
    catalogue: Catalogue, name: str, unit: str | None, sources: frozenset[ConceptSource]
) -> Resolution | None:
    """The answer for names with slashes between them, each with a code of its own; None for anything else."""
    parts = [part.strip() for part in name.split("/", MOST_PARTS)]
    if not 1 < len(parts) <= MOST_PARTS or any(len(part.split()) < 2 for part in parts):
        return None
    found = [catalogue.resolve(part, unit, sources=sources) for part in parts]
    codes = {one.code: one.probability for one in found if one.code}
    if any(one.code is None for one in found):
        return None
    surest = min(found, key=lambda one: one.probability)
    return surest if len(codes) == 1 else several_measures(codes)


def _with_meanings(catalogue: Catalogue, words: NameWords, unit: str | None) -> NameWords:
    """Put meanings in the place of abbreviations that other words of the name decide: "IPK kebudayaan"."""
    if catalogue.meanings.keys().isdisjoint(words.main):
        return words
    main = (
        word for short in words.main for word in _meant(catalogue, short, unit, " ".join(words.all - {short}))
    )
    return NameWords(tuple(main), words.aside)


def _meant(catalogue: Catalogue, short: str, unit: str | None, others: str) -> tuple[str, ...]:
    if short not in catalogue.meanings:
        return (short,)
    best = weigh(short, catalogue.meanings[short], NO_CONTEXT, unit, others)[0]
    told = best.chance >= DECIDED and best.evidence is Evidence.NAME
    return name_words(best.meaning.name).main if told else (short,)


def canonical(concepts: Mapping[str, Concept], code: str) -> str:
    """The code of the concept that measures the same and goes before."""
    concept = concepts.get(code)
    return (concept.same_as or code) if concept else code


def spell_out(words: NameWords, abbreviations: Abbreviations, concepts: Mapping[str, Concept]) -> NameWords:
    """Put the words that an abbreviation stands for in its place.

    One in brackets is left out, since it only repeats the name, and so is one with several meanings.
    """
    spelled = (
        word
        for short in words.main
        for word in (_meaning(short, abbreviations, concepts) if short in abbreviations else (short,))
    )
    return NameWords(tuple(spelled), tuple(word for word in words.aside if word not in abbreviations))


def _meaning(short: str, abbreviations: Abbreviations, concepts: Mapping[str, Concept]) -> tuple[str, ...]:
    codes = abbreviations[short]
    return name_words(concepts[codes[0]].label_id).main if len(codes) == 1 and codes[0] else ()


def load_catalogue(own: Entries = NO_ENTRIES) -> Catalogue:
    """Read the packaged catalogue, with entries of a planner's own; sources: docs/catalogue.md."""
    return _load(own)


@cache
def _load(own: Entries) -> Catalogue:
    return build_catalogue([*read_concepts(), *own.concepts], [*read_labels(), *own.labels])


def build_catalogue(concepts: Iterable[Concept], labels: Iterable[Label]) -> Catalogue:
    """Make a catalogue of concepts and labels."""
    by_code = {concept.code: concept for concept in concepts}
    listed = tuple(labels)
    abbreviations = _abbreviations(listed, by_code)
    words = [spell_out(name_words(label.text), abbreviations, by_code) for label in listed]
    index = build_label_index(words)
    return Catalogue(
        by_code,
        listed,
        tuple(_outcome(label, by_code) for label in listed),
        index,
        build_known_words(index.weights),
        {unit: _unit_factors(listed, by_code, unit) for unit in (None, *UnitKind)},
        abbreviations,
        _join_meanings(_several(abbreviations, by_code), read_meanings(by_code)),
    )


def _several(abbreviations: Abbreviations, concepts: Mapping[str, Concept]) -> dict[str, tuple[Meaning, ...]]:
    """The meanings of abbreviations that labels tell several of, those of no concept without a name."""
    return {
        short: tuple(plain_meaning(concepts[code]) if code else OTHER_MEANING for code in codes)
        for short, codes in abbreviations.items()
        if len(codes) > 1
    }


def _join_meanings(by_label: Meanings, described: Meanings) -> Meanings:
    """What is described goes before what labels tell; a planner's own concept is one more meaning."""
    joined = dict(described)
    for short, meanings in by_label.items():
        codes = {"", *(meaning.code for meaning in described.get(short, ()))}
        further = [meaning for meaning in meanings if meaning.code not in codes]
        joined[short] = (*described[short], *further) if short in described else meanings
    return joined


def _outcome(label: Label, concepts: Mapping[str, Concept]) -> str:
    return "" if label.kind is LabelKind.FALSE_FRIEND else canonical(concepts, label.code)


def _unit_factors(labels: Iterable[Label], concepts: Mapping[str, Concept], unit: UnitKind | None) -> Numbers:
    """Less than 1 where the unit cannot be that of the concept; regional forms may have their own."""
    units = (
        unit_kind(concepts[label.code].unit)
        if label.code in concepts and label.kind is not LabelKind.REGIONAL
        else None
        for label in labels
    )
    return np.array([UNIT_CONFLICT if units_conflict(unit, own) else 1.0 for own in units])


def _abbreviations(labels: Iterable[Label], concepts: Mapping[str, Concept]) -> Abbreviations:
    found: dict[str, dict[str, None]] = {}
    for label in labels:
        if label.kind is LabelKind.ABBR and label.text.isalnum():
            found.setdefault(label.text.casefold(), {})[canonical(concepts, label.code)] = None
    return {word: tuple(codes) for word, codes in found.items()}


def _without_regions(name: str) -> str:
    """Leave out the names of regions, which say where and not what is measured."""
    kept, position = [], 0
    for mention in load_regions().find(name):
        if mention.strength is Strength.STRONG or mention.text[0].isupper():
            kept.append(name[position : mention.start])
            position = mention.end
    return " ".join((*kept, name[position:]))
