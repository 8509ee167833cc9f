"""All trees and cascades of a document become statements and indicators."""

from collections.abc import Sequence
from dataclasses import replace

from selaras.extractors.drafts import Findings
from selaras.extractors.pages.page import Page
from selaras.extractors.trees.cascade_reading import read_cascades
from selaras.extractors.trees.diagram_reading import read_diagram
from selaras.extractors.trees.layer_titles import Title, find_titles
from selaras.models.documents import PlanningDocument


def read_trees(pages: Sequence[Page], document: PlanningDocument) -> tuple[Findings, tuple[Page, ...]]:
    """Read every diagram and every grid drawn as a cascade; the pages come back without those grids."""
    found: list[Findings] = []
    rest: list[Page] = []
    titles: tuple[Title, ...] = ()
    for page in pages:
        titles = _titles(page, titles)
        if page.diagram:
            found.append(read_diagram(page.diagram, titles, document))
        findings, places = read_cascades(page, document)
        found.append(findings)
        kept = tuple(grid for place, grid in enumerate(page.grids) if place not in places)
        rest.append(replace(page, grids=kept) if places else page)
    return join_findings(found), tuple(rest)


def _titles(page: Page, before: Sequence[Title]) -> tuple[Title, ...]:
    """The titles of a page; a tree that goes on from the page before keeps those over its columns."""
    if page.diagram is None:
        return ()
    own = tuple(find_titles(page, page.diagram))
    if any(title.layer for title in own):
        return own
    carried = (replace(title, box=(title.box[0], 0.0, title.box[2], 0.0)) for title in before)
    return (*carried, *own)


def join_findings(parts: Sequence[Findings]) -> Findings:
    """Findings of several parts as one, in their order."""
    return Findings(
        tuple(draft for part in parts for draft in part.statements),
        tuple(draft for part in parts for draft in part.indicators),
        tuple(warning for part in parts for warning in part.warnings),
    )
