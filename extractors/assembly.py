"""Drafts become statements and indicators with ids: each statement once, parents that exist, no cycles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from selaras.extractors.drafts import (
    Findings,
    IndicatorDraft,
    Place,
    StatementDraft,
    StatementKey,
    ValueDraft,
)
from selaras.extractors.name_contexts import find_neighbours, name_context
from selaras.extractors.pages.confidence import is_doubtful
from selaras.extractors.torn import find_torn
from selaras.extractors.twins import find_twins
from selaras.models.catalogue import Catalogue
from selaras.models.documents import PlanKind, PlanningDocument
from selaras.models.ids import IndicatorId, StatementId, fold, make_id
from selaras.models.indicators import Indicator, YearlyValue, indicator_id
from selaras.models.messages import Message, message
from selaras.models.passages import Passage
from selaras.models.plans import Plan, ReadingWarning
from selaras.models.statements import Statement, StatementKind, statement_id
from selaras.models.values import Value, ValueKind, parse_value


def build_plan(
    document: PlanningDocument, findings: Iterable[Findings], catalogue: Catalogue | None = None
) -> Plan:
    """Put all findings of a document together, in the order of its pages."""
    found = tuple(findings)
    statements = build_statements(document, [draft for part in found for draft in part.statements])
    drafts = [draft for part in found for draft in part.indicators]
    indicators = build_indicators(document, drafts, statements, catalogue)
    warnings = [warning for part in found for warning in part.warnings]
    return Plan(
        document,
        tuple(dict.fromkeys(statements.values())),
        indicators,
        (*warnings, *value_warnings(indicators)),
    )


def build_statements(
    document: PlanningDocument, drafts: Iterable[StatementDraft]
) -> Mapping[StatementKey, Statement]:
    """Each statement by the keys of all its mentions; number and parent come from the first that has them."""
    ordered = sorted(drafts, key=_page if document.kind is PlanKind.VISI_MISI else _place_on_page)
    torn = find_torn(ordered)
    twins = find_twins(draft for draft in ordered if draft.key not in torn)
    twins = {**twins, **{piece: twins[whole] for piece, whole in torn.items()}}
    merged: dict[StatementKey, StatementDraft] = {}
    # The whole text counts, not the piece of it that a page break tore off.
    for draft in sorted(ordered, key=lambda draft: draft.key in torn):
        first = twins[draft.key]
        told = replace(draft, parent=twins.get(draft.parent) if draft.parent else None)
        merged[first] = _merge(merged[first], told) if first in merged else told
    parents = find_parents(adopt_missions(merged))
    ids = {key: statement_id(document, key.kind, draft.number, draft.text) for key, draft in merged.items()}
    made = {
        key: _statement(document, draft, ids[key], _id_of(parents[key], ids)) for key, draft in merged.items()
    }
    return {key: made[first] for key, first in twins.items()}


def _id_of(key: StatementKey | None, ids: Mapping[StatementKey, StatementId]) -> StatementId | None:
    return ids[key] if key else None


def adopt_missions(drafts: Mapping[StatementKey, StatementDraft]) -> Mapping[StatementKey, StatementDraft]:
    """A mission without a parent belongs to the vision of its owner, where that owner has just one."""
    visions: dict[str | None, list[StatementKey]] = {}
    for key, draft in drafts.items():
        if key.kind is StatementKind.VISION:
            visions.setdefault(draft.owner, []).append(key)
    only = {owner: keys[0] for owner, keys in visions.items() if len(keys) == 1}
    return {
        key: replace(draft, parent=draft.parent or only.get(draft.owner))
        if key.kind is StatementKind.MISSION
        else draft
        for key, draft in drafts.items()
    }


def find_parents(drafts: Mapping[StatementKey, StatementDraft]) -> dict[StatementKey, StatementKey | None]:
    """Parents that exist; one that would close a circle is left out, the earlier statement keeps its own."""
    parents: dict[StatementKey, StatementKey | None] = {}
    for key, draft in drafts.items():
        above, closes = draft.parent, False
        while above is not None and not closes:
            closes = above == key
            above = parents.get(above)
        parents[key] = draft.parent if draft.parent in drafts and not closes else None
    return parents


def build_indicators(
    document: PlanningDocument,
    drafts: Iterable[IndicatorDraft],
    statements: Mapping[StatementKey, Statement],
    catalogue: Catalogue | None = None,
) -> tuple[Indicator, ...]:
    """Indicators in reading order; one that is printed in two tables counts twice, with an id for each."""
    indicators: dict[IndicatorId, Indicator] = {}
    ordered = sorted(
        drop_repeats(drafts), key=lambda draft: _reading_order(draft.place.page, draft.place.boxes)
    )
    for position, draft in enumerate(ordered):
        neighbours = find_neighbours(ordered, position)
        indicator = _indicator(document, draft, statements, catalogue, neighbours)
        while indicator.id in indicators:
            # Printed again, in another table or row: an id of its own, made from its values.
            indicator = replace(indicator, id=IndicatorId(make_id("i", indicator.id, *_values(indicator))))
        indicators[indicator.id] = indicator
    return tuple(indicators.values())


def drop_repeats(drafts: Iterable[IndicatorDraft]) -> list[IndicatorDraft]:
    """Leave out mentions in running text of what is printed elsewhere with the same values."""
    kept: list[IndicatorDraft] = []
    printed: dict[str, set[tuple[int | None, str]]] = {}
    for draft in sorted(drafts, key=lambda draft: draft.mention):
        name, values = fold(draft.name), {(value.year, value.text) for value in draft.targets}
        if not draft.mention or name not in printed or not values <= printed[name]:
            kept.append(draft)
        printed.setdefault(name, set()).update(values)
    return kept


def value_warnings(indicators: Iterable[Indicator]) -> tuple[ReadingWarning, ...]:
    """A warning for each value that was kept as text."""
    return tuple(
        ReadingWarning(_unreadable(yearly, indicator.name), indicator.passage.page)
        for indicator in indicators
        for yearly in (indicator.baseline, *indicator.targets)
        if yearly and yearly.value.kind is ValueKind.UNREADABLE
    )


def _unreadable(yearly: YearlyValue, indicator: str) -> Message:
    if is_doubtful(yearly.confidence):
        sure = round(100 * (yearly.confidence or 0))
        return message("extraction.doubtful_value", value=yearly.value.text, indicator=indicator, sure=sure)
    return message("extraction.unreadable_value", value=yearly.value.text, indicator=indicator)


def _page(draft: StatementDraft) -> int:
    """Candidates set their drafts in columns: on a page the order of reading is kept, not the height."""
    return draft.place.page


def _place_on_page(draft: StatementDraft) -> tuple[int, float]:
    return _reading_order(draft.place.page, draft.place.boxes)


def _reading_order(page: int, boxes: Sequence[tuple[float, float, float, float]]) -> tuple[int, float]:
    return page, min((box[1] for box in boxes), default=0.0)


def _merge(first: StatementDraft, other: StatementDraft) -> StatementDraft:
    return replace(
        first,
        number=first.number or other.number,
        parent=first.parent or other.parent,
        owner=first.owner,
        kind_probability=_surer(first.kind_probability, other.kind_probability),
    )


def _surer(one: float | None, other: float | None) -> float | None:
    """A kind that the document tells anywhere is no guess."""
    return None if one is None or other is None else max(one, other)


def _passage(document: PlanningDocument, place: Place, text: str) -> Passage:
    return Passage(document.sha256, place.page, place.boxes, text, place.confidence)


def _statement(
    document: PlanningDocument, draft: StatementDraft, own: StatementId, parent: StatementId | None
) -> Statement:
    passage = _passage(document, draft.place, draft.text)
    return Statement(
        own, draft.kind, draft.text, passage, draft.number, parent, draft.owner, draft.kind_probability
    )


def _indicator(
    document: PlanningDocument,
    draft: IndicatorDraft,
    statements: Mapping[StatementKey, Statement],
    catalogue: Catalogue | None,
    neighbours: tuple[str, ...],
) -> Indicator:
    measured = statements.get(draft.statement) if draft.statement else None
    context = name_context(document, draft, measured.text if measured else "", neighbours)
    resolution = catalogue.resolve(draft.name, draft.unit, context=context) if catalogue else None
    return Indicator(
        id=indicator_id(document, measured.id if measured else None, draft.name, draft.unit),
        name=draft.name,
        passage=_passage(document, draft.place, draft.name),
        unit=draft.unit,
        statement=measured.id if measured else None,
        concept=resolution.code if resolution else None,
        baseline=_yearly(draft.baseline, draft) if draft.baseline else None,
        targets=tuple(_yearly(value, draft) for value in draft.targets),
    )


def _yearly(printed: ValueDraft, indicator: IndicatorDraft) -> YearlyValue:
    """A doubtful value is kept as text: a number that OCR misread must not be reckoned with."""
    measure = indicator.unit or indicator.name
    value = parse_value(printed.text, decimal_mark=indicator.decimal_mark, measure=measure)
    if is_doubtful(printed.confidence) and value.kind is not ValueKind.MISSING:
        value = Value(printed.text, ValueKind.UNREADABLE)
    return YearlyValue(printed.year or value.year, value, printed.final, printed.confidence)


def _values(indicator: Indicator) -> list[str]:
    baseline = [indicator.baseline.value.text] if indicator.baseline else []
    return baseline + [f"{target.year}:{target.value.text}" for target in indicator.targets]
