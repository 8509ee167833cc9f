"""Indicators beside those of the plans above, as rows of a table and as plain data: what differs, both pages.

write_sheet(path, comparison_heads(labels), comparison_rows(comparisons, labels))
"""

from collections.abc import Iterable, Iterator, Sequence

from selaras.models.documents import PlanningDocument
from selaras.models.framework_plans import law_of
from selaras.models.indicators import Indicator
from selaras.models.measures.comparing import course
from selaras.models.measures.difference import Difference
from selaras.models.measures.pairing import Comparison
from selaras.models.measures.rules import is_finding, is_mismatch, rule_of
from selaras.outputs.labels import Labels
from selaras.outputs.plain_json import JsonObject

SCHEMA = 1
HEADS = (
    "plan",
    "place",
    "indicator",
    "unit",
    "values",
    "plan_above",
    "place_above",
    "indicator_above",
    "unit_above",
    "values_above",
    "standing",
    "chance",
    "rule",
    "sureness",
    "difference",
    "reasons",
)


def mismatches(comparisons: Iterable[Comparison]) -> list[Comparison]:
    """Those of which at least one difference is more than information on a regional form."""
    return [one for one in comparisons if any(is_mismatch(difference) for difference in one.differences)]


def comparison_heads(labels: Labels) -> list[str]:
    """The heads of the columns, in the language of the labels."""
    return [labels.text(f"comparison.{name}") for name in HEADS]


def comparison_rows(comparisons: Iterable[Comparison], labels: Labels) -> Iterator[Sequence[str]]:
    """One row a difference; a pair without one has a row, too."""
    for one in comparisons:
        for difference in one.differences or (None,):
            yield (
                *_end(one.own, one.documents[0], labels),
                *_end(one.other, one.documents[1], labels),
                *_verdict(one, difference, labels),
            )


def comparison_lines(comparisons: Iterable[Comparison], labels: Labels) -> Iterator[str]:
    """For a terminal: both indicators with values, plans and pages, how likely they match, what differs."""
    for one in comparisons:
        yield _name_line(one.own, one.documents[0], labels)
        yield f"  → {_name_line(one.other, one.documents[1], labels)}"
        standing = labels.text(f"comparison.standings.{one.standing}")
        sure = labels.probability(one.probability)
        yield f"  {labels.text('comparison.likely', standing=standing, sure=sure)}"
        for difference in filter(is_finding, one.differences):
            yield f"  {rule_of(one, difference)}: {labels.render(difference.message)}"
        yield ""


def _name_line(indicator: Indicator, document: PlanningDocument, labels: Labels) -> str:
    """Name, unit, values as printed, plan and page."""
    name = " ".join(indicator.name.split())
    told = not indicator.unit or name.casefold().endswith(f"({indicator.unit.casefold()})")
    named = name if told else f"{name} ({indicator.unit})"
    values = course(indicator)
    framework = law_of(document.sha256) is not None  # its name says the law; it has no pages
    place = [] if framework else [labels.place(indicator.passage)]
    facts = [named, *([values] if values else []), ", ".join([labels.plan(document), *place])]
    return " · ".join(facts)


def plain_comparisons(comparisons: Iterable[Comparison], labels: Labels) -> JsonObject:
    """All comparisons as plain data; texts of people in the language of the labels, codes in English."""
    return {"schema": SCHEMA, "comparisons": [_plain(one, labels) for one in comparisons]}


def _end(indicator: Indicator, document: PlanningDocument, labels: Labels) -> tuple[str, ...]:
    return (
        labels.plan(document),
        labels.place(indicator.passage),
        indicator.name,
        indicator.unit or "",
        course(indicator),
    )


def _verdict(one: Comparison, difference: Difference | None, labels: Labels) -> tuple[str, ...]:
    told = ("", "", "")
    if difference:
        sureness = labels.text(f"comparison.sure.{difference.sureness}")
        told = rule_of(one, difference) or "", sureness, labels.render(difference.message)
    reasons = " ".join(map(labels.render, one.reasons))
    standing = labels.text(f"comparison.standings.{one.standing}")
    return standing, labels.probability(one.probability), *told, reasons


def _plain(one: Comparison, labels: Labels) -> JsonObject:
    return {
        "own": _plain_end(one.own, one.documents[0]),
        "other": _plain_end(one.other, one.documents[1]),
        "standing": one.standing.value,
        "probability": round(one.probability, 4),
        "reasons": [labels.render(reason) for reason in one.reasons],
        "differences": [_plain_difference(one, difference, labels) for difference in one.differences],
    }


def _plain_end(indicator: Indicator, document: PlanningDocument) -> JsonObject:
    return {
        "document": document.sha256,
        "file": document.file_name,
        "page": indicator.passage.page,
        "boxes": [list(box) for box in indicator.passage.boxes],
        "indicator": indicator.id,
        "name": indicator.name,
        "unit": indicator.unit,
    }


def _plain_difference(one: Comparison, difference: Difference, labels: Labels) -> JsonObject:
    return {
        "kind": difference.kind.value,
        "rule": rule_of(one, difference),
        "sureness": difference.sureness.value,
        "finding": is_finding(difference),
        "year": difference.year,
        "own": difference.own,
        "other": difference.other,
        "message": labels.render(difference.message),
    }
