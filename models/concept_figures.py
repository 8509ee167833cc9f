"""Baselines and targets of the national plans for the concepts of the catalogue: joined, never copied.

>>> [figure.text for figure in figures_of("PN6.1")]
['9,03', '7,0–8,0', '4,5–5,0']

Where a plan prints the values of several measures in one cell ("a) 18,37; b) 26,67"), each part has its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from selaras.models.framework import RPJMN_LAW, FrameworkItem, load_rpjmn, load_rpjpn

INFERRED = {"inferred-from-RPJMN-2025": RPJMN_LAW}  # the annex of the law was not at hand
PARTS = re.compile(r"([a-z]+)\)\s*([^;]+)")


@dataclass(frozen=True, slots=True)
class ConceptFigure:
    """A figure as printed, what it is, for when, where it comes from and how sure it is."""

    role: str  # baseline or target
    period: str  # a year, or a date such as "Sept 2024"
    text: str
    source: str
    certainty: str


def figures_of(code: str) -> list[ConceptFigure]:
    """The figures that national plans give for a code: the baseline first; none where none is known."""
    whole, _, part = code.rpartition(".")
    if _find(code):
        return [figure for figure in _figures(_find(code)) if not PARTS.match(figure.text)]
    return [
        replace(figure, text=text.strip())
        for figure in _figures(_find(whole))
        for letter, text in PARTS.findall(figure.text)
        if letter == part
    ]


def _find(code: str) -> FrameworkItem | None:
    return load_rpjpn().get(code) or load_rpjmn().get(code)


def _figures(item: FrameworkItem | None) -> Iterator[ConceptFigure]:
    if item is None:
        return
    baseline = [("baseline", item.baseline)] if item.baseline else []
    for role, figure in (*baseline, *(("target", target) for target in item.targets)):
        source = INFERRED.get(figure.certainty, item.source)
        yield ConceptFigure(role, figure.period, figure.text, source, figure.certainty)
