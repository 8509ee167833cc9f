"""What may be wrong with a catalogue: told for each concept, so that whoever edits it finds the row.

SKOS asks for one preferred label in each language, for links that lead somewhere, and for parts that are not
parts of themselves. Beyond that, a name may stand for two measures only where it is declared ambiguous.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from selaras.models.concept_kinds import Concept, ConceptSource, Entries, FalseFriend, Label, LabelKind, Match
from selaras.models.ids import fold
from selaras.models.messages import Message, message

OPPOSITE = {("up", "down"), ("down", "up")}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the concept of a code, and what to do about it."""

    code: str
    message: Message


def find_problems(entries: Entries, units: Collection[str]) -> list[Problem]:
    """Everything that is wrong with entries, in the order of their concepts; `units` are those known."""
    concepts = {concept.code: concept for concept in entries.concepts}
    found = [
        *_twice(entries.concepts),
        *(problem for concept in entries.concepts for problem in _of_concept(concept, concepts, units)),
        *_of_labels(entries.labels, concepts),
        *_of_false_friends(entries, concepts),
    ]
    order = {code: place for place, code in enumerate(concepts)}
    return sorted(found, key=lambda problem: order.get(problem.code, len(order)))


def _twice(concepts: Iterable[Concept]) -> Iterator[Problem]:
    counts = Counter(concept.code for concept in concepts)
    yield from (_problem(code, "twice") for code, count in counts.items() if count > 1)


def _of_concept(
    concept: Concept, concepts: Mapping[str, Concept], units: Collection[str]
) -> Iterator[Problem]:
    code = concept.code
    if not concept.label_id or not (concept.label_en or concept.source is ConceptSource.OWN):
        yield _problem(code, "no_label")
    if concept.unit and concept.unit not in units:
        yield _problem(code, "unit", given=concept.unit)
    for other in filter(None, (concept.broader, concept.same_as, *concept.related)):
        if other not in concepts:
            yield _problem(code, "dangling", other=other)
    if concept.broader and _leads_back(code, concepts):
        yield _problem(code, "cycle")
    yield from _of_match(concept, concepts)


def _leads_back(code: str, concepts: Mapping[str, Concept]) -> bool:
    """Whether going from part to whole comes back to where it began."""
    seen, place = {code}, concepts[code].broader
    while place and place in concepts and place not in seen:
        seen.add(place)
        place = concepts[place].broader
    return place == code


def _of_match(concept: Concept, concepts: Mapping[str, Concept]) -> Iterator[Problem]:
    """What is answered under another code leads there at once; what is the same has the same direction."""
    main = concepts.get(concept.same_as or "")
    if main is None:
        return
    if main.same_as:
        yield _problem(concept.code, "chain", other=main.code, main=main.same_as)
    if concept.match is Match.EXACT and main.direction != concept.direction:
        yield _problem(concept.code, "direction", other=main.code)


def _of_labels(labels: Iterable[Label], concepts: Mapping[str, Concept]) -> Iterator[Problem]:
    """Names of two measures of which one row or the other does not say so."""
    by_text: defaultdict[str, list[Label]] = defaultdict(list)
    for label in labels:
        if label.kind is not LabelKind.FALSE_FRIEND:
            by_text[fold(label.text)].append(label)
    for same in by_text.values():
        measures = {_measure(label.code, concepts): label for label in same}
        for label in same:
            others = [code for code in measures if code != _measure(label.code, concepts)]
            if others and not label.ambiguous:
                names = ", ".join(code or "-" for code in others)
                yield _problem(label.code or label.text, "label", label=label.text, other=names)


def _measure(code: str, concepts: Mapping[str, Concept]) -> str:
    concept = concepts.get(code)
    return (concept.same_as or code) if concept else code


def _of_false_friends(entries: Entries, concepts: Mapping[str, Concept]) -> Iterator[Problem]:
    """False friends lead to concepts; one abbreviation of two opposite directions is told as one."""
    told = {frozenset((item.code, item.other)) for item in entries.false_friends}
    for item in entries.false_friends:
        yield from _of_false_friend(item, concepts)
    for first, second in _sharing_abbreviations(entries.labels):
        opposite = (concepts[first].direction, concepts[second].direction) in OPPOSITE
        if opposite and frozenset((first, second)) not in told:
            yield _problem(first, "untold", other=second)


def _of_false_friend(item: FalseFriend, concepts: Mapping[str, Concept]) -> Iterator[Problem]:
    for code in filter(None, (item.code, item.other)):
        if code not in concepts:
            yield _problem(item.code, "dangling", other=code)
    if not item.why_id or not item.why_en or bool(item.other) == bool(item.label):
        yield _problem(item.code, "no_reason", other=item.other or item.label)


def _sharing_abbreviations(labels: Iterable[Label]) -> Iterator[tuple[str, str]]:
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for label in labels:
        if label.kind is LabelKind.ABBR and label.code:
            sharing[fold(label.text)].append(label.code)
    for codes in sharing.values():
        yield from ((first, second) for first in codes for second in codes if first < second)


def _problem(code: str, kind: str, **params: str) -> Problem:
    return Problem(code, message(f"catalogue.{kind}", concept=code, **params))
