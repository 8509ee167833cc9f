"""An indicator with all that it is compared by, read once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from selaras.models.catalogue import Catalogue
from selaras.models.concept_kinds import Concept
from selaras.models.concepts import ConceptSource
from selaras.models.indicator_names import Trait, load_words, name_words
from selaras.models.indicators import Indicator
from selaras.models.measures.aspects import Aspects, aspects, without_form
from selaras.models.measures.forms import measure_form

EVERY_SOURCE = frozenset(ConceptSource)
SHORT = re.compile(r"\(([A-Z]{2,8})\)")  # an abbreviation in brackets: (IRB)


@dataclass(frozen=True, slots=True)
class Listed:
    """The concept, of any source of the catalogue, that a name stands for, and how probable that is."""

    code: str | None
    probability: float


@dataclass(frozen=True)
class Measure:
    """An indicator with what it is compared by."""

    indicator: Indicator
    concept: str | None  # as read in the plan
    words: tuple[str, ...]  # of the name, in order, without those that say little
    traits: tuple[str, ...]  # words and numbers that change what is measured
    listed: Listed  # the concept, or else the measure of any source that the name stands for
    form: Concept | None  # which of the measures that answer to the concept, if it has several
    counted: str | None = None  # the concept of which it is the number or the change, by its name
    counted_form: Concept | None = None  # and which of the measures that answer to that concept

    @cached_property
    def aspects(self) -> Aspects:
        """What the name and unit tell of how it is measured."""
        return aspects(self.indicator.name, self.indicator.unit)

    @cached_property
    def codes(self) -> frozenset[str]:
        """All codes that it goes by in the catalogue: of the concept and of its form."""
        return frozenset(filter(None, (self.listed.code, self.form.code if self.form else None)))

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Abbreviations printed behind the name that its words begin with, in small letters."""
        words = SHORT.sub(" ", self.indicator.name).casefold().split()
        initials = "".join(word[0] for word in words)
        found = (short.casefold() for short in SHORT.findall(self.indicator.name))
        return frozenset(short for short in found if short in initials)


def read_measures(indicators: Iterable[Indicator], catalogue: Catalogue) -> list[Measure]:
    """Read all indicators of a plan, in their order."""
    return [read_measure(indicator, catalogue) for indicator in indicators]


def read_measure(indicator: Indicator, catalogue: Catalogue) -> Measure:
    """Read what an indicator is compared by."""
    table = load_words()
    words = tuple(w for w in name_words(indicator.name).main if table.trait(w) is not Trait.NEUTRAL)
    traits = tuple(sorted(word for word in words if table.trait(word) or word.isdigit()))
    concept = catalogue.canonical(indicator.concept) if indicator.concept else None
    listed = Listed(concept, 1.0) if concept else _listed(indicator, catalogue)
    form = measure_form(indicator.name, listed.code, catalogue) if listed.code else None
    counted = _counted(indicator, catalogue)
    return Measure(indicator, concept, words, traits, listed, form, *counted)


def _listed(indicator: Indicator, catalogue: Catalogue) -> Listed:
    """By name and unit, or by the name where the unit is no unit of what it names."""
    for unit in (indicator.unit, None):
        found = catalogue.resolve(indicator.name, unit, sources=EVERY_SOURCE)
        if found.code:
            return Listed(found.code, found.probability)
    return Listed(None, 0.0)


def _counted(indicator: Indicator, catalogue: Catalogue) -> tuple[str | None, Concept | None]:
    rest = without_form(indicator.name)
    code = catalogue.resolve(rest, sources=EVERY_SOURCE).code if rest else None
    return code, measure_form(rest, code, catalogue) if rest and code else None


def name_key(measure: Measure) -> str:
    """The words of the name in alphabetical order: equal for names that differ in nothing that matters."""
    return " ".join(sorted(measure.words))
