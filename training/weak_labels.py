"""Weak labels: what the reading is certain of in a plan, and what on the same pages is near none of it.

Certain is a statement whose kind a label, a heading or the head of a column told, and an indicator that
stands with a unit or targets; what only the wording told is left out, or the model would learn from itself.
OTHER are texts that share no run of words with anything stated.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from page_texts import PageText, find_page_texts
from passages import Passage, Source, passage_kind, squeeze

from selaras.extractors.pages.page import Page
from selaras.extractors.tagging.kinds import PassageKind
from selaras.models.ids import fold
from selaras.models.indicators import Indicator
from selaras.models.plans import Plan
from selaras.models.statements import Statement

FEWEST_WORDS, MOST_WORDS = 2, 60
FEWEST_LETTERS = 8
RUN = 3  # words; texts that share such a run may be pieces of each other
MOST_SHARED = 0.3  # share of the runs of a text that stated texts may have, too
LONG_ENOUGH = 12  # letters of a stated text that makes every text around it doubtful


def label_plan(plan: Plan, pages: Sequence[Page], document: str) -> list[Passage]:
    """All passages of a plan whose kind is certain, in the order of the plan, OTHER last."""
    stated = [*(each.text for each in plan.statements), *(each.name for each in plan.indicators)]
    certain = [
        *(_of_statement(each, document) for each in plan.statements if is_certain(each)),
        *(_of_indicator(each, document) for each in plan.indicators if is_measured(each)),
    ]
    others = find_others(find_page_texts(pages), stated)
    return [*certain, *(_of_other(text, document) for text in others)]


def is_certain(statement: Statement) -> bool:
    """Whether a label, a heading or a column told the kind of a statement, and its text is whole."""
    return statement.kind_probability is None and is_whole(statement.text)


def is_measured(indicator: Indicator) -> bool:
    """Whether an indicator stands with a unit or targets, as in a table that was understood."""
    return bool(indicator.unit or indicator.targets) and is_whole(indicator.name)


def is_whole(text: str) -> bool:
    """Whether a text has as many words and letters as statements and indicators have."""
    words = text.split()
    return FEWEST_WORDS <= len(words) <= MOST_WORDS and sum(map(str.isalpha, text)) >= FEWEST_LETTERS


def find_others(texts: Iterable[PageText], stated: Sequence[str]) -> Iterator[PageText]:
    """Texts that are near nothing stated, each once."""
    keys = {squeeze(text) for text in stated}
    printed = " ".join(keys)
    long_keys = [key for key in keys if len(key) >= LONG_ENOUGH]
    runs = {run for text in stated for run in _runs(text)}
    seen: set[str] = set()
    for text in texts:
        key = squeeze(text.text)
        if not key or key in seen or key in printed:
            continue
        seen.add(key)
        if not any(long in key for long in long_keys) and not _shares(text.text, runs):
            yield text


def _shares(text: str, runs: set[str]) -> bool:
    own = list(_runs(text))
    return bool(own) and sum(run in runs for run in own) > MOST_SHARED * len(own)


def _runs(text: str) -> Iterator[str]:
    words = fold(text).split()
    return (" ".join(run) for run in zip(*(islice(words, skip, None) for skip in range(RUN)), strict=False))


def _of_statement(statement: Statement, document: str) -> Passage:
    kind = passage_kind(statement.kind)
    return Passage(statement.text, kind, Source.STATEMENT, document, statement.passage.page)


def _of_indicator(indicator: Indicator, document: str) -> Passage:
    place = indicator.passage.page
    return Passage(indicator.name, PassageKind.INDICATOR, Source.INDICATOR, document, place)


def _of_other(text: PageText, document: str) -> Passage:
    return Passage(text.text, PassageKind.OTHER, text.source, document, text.page)
