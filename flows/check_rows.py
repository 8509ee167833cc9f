"""A check as the rows of a table and as sentences."""

from collections.abc import Iterator

from selaras.models.checks.candidate import DraftCheck, ItemCheck
from selaras.models.framework_plans import law_of
from selaras.models.messages import render
from selaras.outputs.labels import Labels

COLUMNS = ("item", "page", "recommendation", "plan_page", "probability", "serves")


def check_heads(labels: Labels) -> list[str]:
    """The heads of the columns."""
    return [labels.text(f"flow.column.{name}") for name in COLUMNS]


def check_rows(check: DraftCheck, labels: Labels) -> list[tuple[object, ...]]:
    """One line an item: what is recommended, and the statement that it most likely serves."""
    return [_row(item, labels) for item in check.items]


def _row(item: ItemCheck, labels: Labels) -> tuple[object, ...]:
    recommendation = labels.text(f"check.recommendation.{item.recommendation}")
    head = (item.item.text, item.item.passage.page, recommendation)
    if not item.matches:
        return (*head, "", "", "")
    best = item.matches[0]
    passage = best.statement.passage
    place = law_of(passage.document) or passage.page
    return (*head, place, labels.probability(best.probability), best.statement.text)


def check_sentences(check: DraftCheck, labels: Labels) -> Iterator[str]:
    """How many items have each recommendation, what is left out, and what was found besides."""
    for recommendation, count in check.counts.items():
        if count:
            yield labels.text(f"flow.check.{recommendation}", count=count)
    yield labels.text("flow.check.left_out", count=len(check.left_out), asked=len(check.answers))
    for finding in check.findings:
        yield render(finding.message, labels.language)
