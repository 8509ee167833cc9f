"""Passages where viewers show them: pages set sideways are turned to be read, and turned back to be shown."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from selaras.extractors.pages.page import Page
from selaras.extractors.pages.shown_place import shown_box
from selaras.models.passages import Passage
from selaras.models.plans import Plan


def show_passages(plan: Plan, pages: Iterable[Page]) -> Plan:
    """Turn the boxes of a plan back on pages that were turned or straightened to be read; others stay."""
    turned = {page.number: page for page in pages if page.turned or page.skew}
    return replace(
        plan,
        statements=tuple(replace(s, passage=_shown(s.passage, turned)) for s in plan.statements),
        indicators=tuple(replace(i, passage=_shown(i.passage, turned)) for i in plan.indicators),
    )


def _shown(passage: Passage, turned: Mapping[int, Page]) -> Passage:
    page = turned.get(passage.page)
    if page is None:
        return passage
    return replace(passage, boxes=tuple(shown_box(page, box) for box in passage.boxes))
