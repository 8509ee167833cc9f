"""What a plan prints around the name of an indicator, for abbreviations that mean several things."""

from collections.abc import Sequence

from selaras.extractors.drafts import IndicatorDraft
from selaras.extractors.pages.confidence import is_doubtful
from selaras.models.documents import PlanningDocument
from selaras.models.name_context import NameContext
from selaras.models.values import parse_value

NEIGHBOURS = 10  # indicators before and behind
PAGES = 1  # how far away, in pages


def find_neighbours(drafts: Sequence[IndicatorDraft], position: int) -> tuple[str, ...]:
    """The names of the indicators that are printed near one, in reading order."""
    page = drafts[position].place.page
    around = range(max(position - NEIGHBOURS, 0), min(position + NEIGHBOURS + 1, len(drafts)))
    near = (drafts[at] for at in around if at != position)
    return tuple(draft.name for draft in near if abs(draft.place.page - page) <= PAGES)


def name_context(
    document: PlanningDocument, draft: IndicatorDraft, statement: str, neighbours: tuple[str, ...]
) -> NameContext:
    """What is known around a name: what it measures, whose plan it is, its numbers."""
    return NameContext(neighbours, statement, document.agency or "", _numbers(draft))


def _numbers(draft: IndicatorDraft) -> tuple[float, ...]:
    """The printed numbers of which OCR is sure, baseline first; a range counts by its lower end."""
    sure = (one.text for one in draft.values if not is_doubtful(one.confidence))
    values = (parse_value(text, decimal_mark=draft.decimal_mark) for text in sure)
    return tuple(float(value.low) for value in values if value.low is not None)
