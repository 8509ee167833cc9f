"""All trees and cascades of a document become statements and indicators."""

from collections.abc import Sequence
from dataclasses import replace

from selaras.extractors.drafts import Findings
from selaras.extractors.pages.page import Page
from selaras.extractors.trees.cascade_reading import read_cascades
from selaras.models.documents import PlanningDocument


def read_trees(pages: Sequence[Page], document: PlanningDocument) -> tuple[Findings, tuple[Page, ...]]:
    """Read every diagram and every grid drawn as a cascade; the pages come back without those grids."""
    found: list[Findings] = []
    rest: list[Page] = []
    for page in pages:
        findings, places = read_cascades(page, document)
        found.append(findings)
        kept = tuple(grid for place, grid in enumerate(page.grids) if place not in places)
        rest.append(replace(page, grids=kept) if places else page)
    return join_findings(found), tuple(rest)


def join_findings(parts: Sequence[Findings]) -> Findings:
    """Findings of several parts as one, in their order."""
    return Findings(
        tuple(draft for part in parts for draft in part.statements),
        tuple(draft for part in parts for draft in part.indicators),
        tuple(warning for part in parts for warning in part.warnings),
    )
