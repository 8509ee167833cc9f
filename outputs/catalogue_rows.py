"""The catalogue as plain data and as rows of a table, in the shape that `selaras` reads it in.

write_json(plain_catalogue(entries), stream)
write_sheet(path, HEADS, table_rows(entries, "id"))
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from selaras.models.concept_figures import figures_of
from selaras.models.concept_kinds import Concept, Entries, FalseFriend, Label, LabelKind, Match
from selaras.models.concept_rows import COLUMNS, SEPARATOR, TOLD_COLUMNS
from selaras.models.messages import Language, text
from selaras.outputs.plain_json import JsonObject

SCHEMA = 1
HEADS = (*COLUMNS, *TOLD_COLUMNS)
COLUMN_OF = {  # where a label that is not the preferred one stands in a table
    (LabelKind.ALT, "id"): "alt_id",
    (LabelKind.ALT, "en"): "alt_en",
    (LabelKind.REGIONAL, "id"): "regional",
    (LabelKind.REGIONAL, "en"): "regional_en",
    (LabelKind.ABBR, "id"): "abbr",
}


def plain_catalogue(entries: Entries) -> JsonObject:
    """All entries as plain data; its shape is that of data/catalogue.schema.json."""
    labels, friends = labels_by_code(entries.labels), _friends_by_code(entries.false_friends)
    return {
        "schema": SCHEMA,
        "concepts": [
            plain_concept(concept, labels[concept.code], friends[concept.code])
            for concept in entries.concepts
        ],
        "outside": [label.text for label in labels[""] if label.kind is LabelKind.OUTSIDE],
    }


def plain_concept(concept: Concept, labels: Iterable[Label], friends: Iterable[FalseFriend]) -> JsonObject:
    """One concept with its names by column, its figures and what it is confused with."""
    names = names_by_column(concept, labels)
    return {
        "code": concept.code,
        "label": {"id": concept.label_id, "en": concept.label_en},
        **{column: names[column] for column in (*COLUMN_OF.values(), "ambiguous")},
        "unit": concept.unit or None,
        "direction": concept.direction,
        "level": concept.level,
        "source": concept.source.value,
        "basis": concept.basis or None,
        "producer": concept.producer or None,
        "certainty": concept.certainty.value,
        "broader": concept.broader,
        "same_as": concept.same_as,
        "match": concept.match.value if concept.match else None,
        "related": list(concept.related),
        "note": {"id": concept.note_id, "en": concept.note_en},
        "figures": [
            {"role": f.role, "period": f.period, "text": f.text, "source": f.source, "certainty": f.certainty}
            for f in figures_of(concept.code)
        ],
        "false_friends": [
            {"other": f.other or None, "label": f.label or None, "why": {"id": f.why_id, "en": f.why_en}}
            for f in friends
        ],
    }


def table_rows(entries: Entries, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield a row for each concept, then for each measure outside the catalogue; heads: HEADS.

    What a concept is confused with, and why a row has no code, is told in the language.
    """
    labels, friends = labels_by_code(entries.labels), _friends_by_code(entries.false_friends)
    for concept in entries.concepts:
        cells = _cells(concept, names_by_column(concept, labels[concept.code]))
        yield (*cells, _told_apart(friends[concept.code], language), "")
    remark = text("catalogue.without_code", language)
    for label in labels[""]:
        if label.kind is LabelKind.OUTSIDE:
            yield (*(label.text if column == "label_id" else "" for column in COLUMNS), "", remark)


def _told_apart(friends: Iterable[FalseFriend], language: Language) -> str:
    """What a concept is confused with, each with the reason why it is not the same."""
    told = (
        f"{friend.other or friend.label}: {friend.why_id if language == 'id' else friend.why_en}"
        for friend in friends
    )
    return f" {SEPARATOR} ".join(told)


def _cells(concept: Concept, names: Mapping[str, list[str]]) -> Iterator[str]:
    for column in COLUMNS:
        value = names[column] if column in names else getattr(concept, column)
        parts = (value or "",) if isinstance(value, str | None) else value
        yield f" {SEPARATOR} ".join(parts)


def names_by_column(concept: Concept, labels: Iterable[Label]) -> Mapping[str, list[str]]:
    """The names of a concept beside the preferred ones, as the columns of a table hold them."""
    names: dict[str, list[str]] = {column: [] for column in (*COLUMN_OF.values(), "ambiguous")}
    for label in labels:
        if label.ambiguous:
            names["ambiguous"].append(label.text)
        if (
            label.text not in (concept.label_id, concept.label_en)
            and label.kind is not LabelKind.FALSE_FRIEND
        ):
            names[_column(concept, label)].append(label.text)
    return names


def _column(concept: Concept, label: Label) -> str:
    """The names of what is regional by itself stand with the other names."""
    if concept.match is Match.REGIONAL and label.kind is LabelKind.REGIONAL:
        return COLUMN_OF[LabelKind.ALT, label.language]
    return COLUMN_OF[label.kind, label.language]


def labels_by_code(labels: Iterable[Label]) -> Mapping[str, list[Label]]:
    """Labels of each concept, in order; those without a code under an empty text."""
    found: defaultdict[str, list[Label]] = defaultdict(list)
    for label in labels:
        found[label.code].append(label)
    return found


def _friends_by_code(friends: Iterable[FalseFriend]) -> Mapping[str, list[FalseFriend]]:
    found: defaultdict[str, list[FalseFriend]] = defaultdict(list)
    for friend in friends:
        found[friend.code].append(friend)
    return found
