"""The catalogue as SKOS in Turtle, for thesaurus tools and triple stores.

    write_skos(read_entries(), stream)

Codes are notations, parts are narrower, what measures the same is an exact match. What SKOS has no word for
(unit, direction, level, figures, false friends) stands under a namespace of our own. Texts are escaped by
the rules of Turtle 1.1: none, whatever it holds, ends its literal.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO
from urllib.parse import quote

from selaras.models.concept_figures import figures_of
from selaras.models.concept_kinds import Concept, Entries, FalseFriend, Label, LabelKind, Match
from selaras.outputs.catalogue_rows import labels_by_code
from selaras.outputs.shown_text import REPLACEMENT

SCHEME = "urn:selaras:catalogue"
PREFIXES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "sel": f"{SCHEME}:term:",
}
MATCHES = {
    Match.EXACT: "skos:exactMatch",
    Match.CLOSE: "skos:closeMatch",
    Match.PART: "skos:broadMatch",
    Match.REGIONAL: "skos:relatedMatch",
}
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
UNPRINTED = re.compile("[\x00-\x07\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")  # no characters: neither Turtle nor UTF-8 can hold them
Fact = tuple[str, str]  # predicate and object, both as Turtle


def write_skos(entries: Entries, stream: BinaryIO) -> None:
    """Write all concepts as one concept scheme, UTF-8."""
    stream.writelines(block.encode("utf-8") for block in turtle_blocks(entries))


def turtle_blocks(entries: Entries) -> Iterator[str]:
    """Yield the prefixes, the scheme, and a block for each concept."""
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    title = literal("Katalog indikator Selaras", "id"), literal("Selaras catalogue of indicators", "en")
    yield _block(f"<{SCHEME}>", "skos:ConceptScheme", [("dcterms:title", words) for words in title])
    labels = labels_by_code(entries.labels)
    for concept in entries.concepts:
        friends = [item for item in entries.false_friends if item.code == concept.code]
        facts = [*_names(concept, labels), *_links(concept), *_measure(concept), *_figures(concept)]
        yield _block(iri_of(concept.code), "skos:Concept", [*facts, *map(_false_friend, friends)])


def _block(subject: str, kind: str, facts: Iterable[Fact]) -> str:
    lines = [f"{subject} a {kind}", *(f"    {predicate} {value}" for predicate, value in facts)]
    return "\n" + " ;\n".join(lines) + " .\n"


def _names(concept: Concept, labels: Mapping[str, list[Label]]) -> Iterator[Fact]:
    yield "skos:notation", literal(concept.code)
    preferred = {"id": concept.label_id, "en": concept.label_en}
    for language, text in preferred.items():
        if text:
            yield "skos:prefLabel", literal(text, language)
    for label in labels.get(concept.code, ()):
        if label.kind is not LabelKind.FALSE_FRIEND and label.text != preferred.get(label.language):
            yield "skos:altLabel", literal(label.text, label.language)
        if label.kind is LabelKind.ABBR:
            yield "sel:abbreviation", literal(label.text)
    for language, note in (("id", concept.note_id), ("en", concept.note_en)):
        if note:
            yield "skos:scopeNote", literal(note, language)


def _links(concept: Concept) -> Iterator[Fact]:
    yield "skos:inScheme", f"<{SCHEME}>"
    if concept.broader:
        yield "skos:broader", iri_of(concept.broader)
    if concept.same_as and concept.match:
        yield MATCHES[concept.match], iri_of(concept.same_as)
    yield from (("skos:related", iri_of(code)) for code in concept.related)


def _measure(concept: Concept) -> Iterator[Fact]:
    named = {
        "sel:unit": concept.unit,
        "sel:betterDirection": concept.direction,
        "sel:level": concept.level,
        "sel:certainty": concept.certainty.value,
        "dcterms:source": concept.basis or concept.source.value,
        "dcterms:publisher": concept.producer,
    }
    return ((predicate, literal(text)) for predicate, text in named.items() if text)


def _figures(concept: Concept) -> Iterator[Fact]:
    for figure in figures_of(concept.code):
        inside = [
            ("sel:period", literal(figure.period)),
            ("sel:text", literal(figure.text)),
            ("sel:certainty", literal(figure.certainty)),
            ("dcterms:source", literal(figure.source)),
        ]
        yield f"sel:{figure.role}", _node(inside)


def _false_friend(friend: FalseFriend) -> Fact:
    other = iri_of(friend.other) if friend.other else literal(friend.label, "id")
    whys = [("skos:note", literal(friend.why_id, "id")), ("skos:note", literal(friend.why_en, "en"))]
    return "sel:confusedWith", _node([("sel:other", other), *whys])


def _node(facts: Iterable[Fact]) -> str:
    return "[ " + " ; ".join(f"{predicate} {value}" for predicate, value in facts) + " ]"


def iri_of(code: str) -> str:
    """The name of a concept as a Turtle IRI; characters that an IRI cannot hold are percent-encoded."""
    return f"<{SCHEME}:{quote(_without_surrogates(code), safe='.-_')}>"


def literal(text: str, language: str | None = None) -> str:
    """A text as a Turtle literal; what no text may hold becomes the replacement character."""
    escaped = "".join(ESCAPES.get(character, character) for character in _without_surrogates(text))
    safe = UNPRINTED.sub(lambda match: f"\\u{ord(match[0]):04X}", escaped)
    return f'"{safe}"' + (f"@{language}" if language else "")


def _without_surrogates(text: str) -> str:
    return SURROGATE.sub(REPLACEMENT, text)
