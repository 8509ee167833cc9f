"""The truth of a sample document, in the shape of a reading by hand, and that of the links between them."""

import hashlib
from typing import Any

from selaras.samples.content import Content, Item, Measure, Series, read_table
from selaras.samples.pages import Made

Truth = dict[str, Any]


def build_truth(content: Content, made: Made) -> Truth:
    """Tell what stands in a document and on which page; KeyError where something was never drawn."""
    document = {key: content.meta.get(key) for key in ("kind", "level", "region", "agency", "period")}
    return {
        "file": f"{content.name}.pdf",
        "sha256": hashlib.sha256(made.data).hexdigest(),
        "annotator": "generated",
        "document": document,
        "pages": list(range(1, made.pages + 1)),
        "statements": [_statement(item, made) for item in content.statements],
        "indicators": [
            _indicator(measure, content.series[measure.series], made) for measure in content.measures
        ],
        "notes": content.meta.get("notes", ""),
    }


def _statement(item: Item, made: Made) -> Truth:
    page = made.marks["statement", item.key]
    fields = {
        "kind": item.kind,
        "number": item.number,
        "text": item.text,
        "parent": item.parent,
        "page": page,
    }
    return {"key": item.key, **fields, **({"of": item.of} if item.of else {})}


def _indicator(measure: Measure, series: Series, made: Made) -> Truth:
    page = made.marks["indicator", measure.key]
    base = {"baseline": {"year": series.base_year, "text": measure.base}} if measure.base else {}
    return {
        "key": measure.key,
        "name": measure.name,
        "unit": measure.unit,
        "statement": measure.of,
        "page": page,
        **base,
        "targets": [*_targets(measure, series), *_final(measure, series)],
    }


def _targets(measure: Measure, series: Series) -> list[Truth]:
    """List the targets; a dash in a cell is no target."""
    pairs = zip(series.years, measure.targets, strict=True)
    return [{"year": year, "text": text} for year, text in pairs if text != "-"]


def _final(measure: Measure, series: Series) -> list[Truth]:
    return [{"year": series.final_year, "text": measure.final, "final": True}] if measure.final else []


def build_links() -> Truth:
    """Tell which items of the documents serve which, and every defect that was put into them on purpose."""
    table = read_table("links")
    names = {alias: f"{name}.pdf" for alias, name in table["files"].items()}
    links = [_link(pair, row, names) for pair in table["pairs"] for row in pair["links"]]
    planted = {group: [_defect(row, names) for row in rows] for group, rows in table["planted"].items()}
    return {
        "compared": [_compared(pair, names) for pair in table["pairs"]],
        "links": links,
        "planted": planted,
    }


def _compared(pair: dict[str, Any], names: dict[str, str]) -> Truth:
    """Name two sets of items that were compared in full: a pair of them not among the links is none."""
    return {**_ends(pair, names), **{key: pair[key] for key in ("relation", "source_kind", "target_kind")}}


def _link(pair: dict[str, Any], row: list[Any], names: dict[str, str]) -> Truth:
    source, target, strength, difficulty = row
    keys = {"source_key": source, "target_key": target}
    return {
        **_ends(pair, names),
        **keys,
        "relation": pair["relation"],
        "strength": strength,
        "difficulty": difficulty,
    }


def _ends(pair: dict[str, Any], names: dict[str, str]) -> Truth:
    return {"source_file": names[pair["source"]], "target_file": names[pair["target"]]}


def _defect(row: dict[str, Any], names: dict[str, str]) -> Truth:
    subjects = [{"file": names[alias], "key": key or None} for alias, key in row["subjects"]]
    return {"check": row["check"], "subjects": subjects, "note": row["note"]}
