"""All texts that stand on pages, cut as a reader would point at them: sentences, cells, heads, lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from passages import Source

from selaras.extractors.layout.lines import body_lines
from selaras.extractors.pages.page import Page, Table
from selaras.extractors.phrases.sentences import find_sentences
from selaras.extractors.prose.blocks import build_blocks
from selaras.extractors.reading import cell_lines, find_known_words
from selaras.extractors.tables.joining import join_lines
from selaras.extractors.tables.logical import logical_tables


@dataclass(frozen=True, slots=True)
class PageText:
    """A text, how it stands on the page, and the page from 1."""

    text: str
    source: Source
    page: int


def find_page_texts(pages: Sequence[Page]) -> Iterator[PageText]:
    """All texts of the pages: blocks of prose cut into sentences, cells and heads of tables, single lines."""
    lines = body_lines(pages)
    tables = logical_tables(pages, lines)
    known = find_known_words([*(line.text for line in lines), *cell_lines(tables)])
    for block in build_blocks(lines, known=known):
        for start, end in find_sentences(block.text):
            yield PageText(block.text[start:end].strip(), Source.SENTENCE, block.page)
    for table in tables:
        yield from _table_texts(table, known)
    for line in lines:
        yield PageText(line.text.strip(), Source.LINE, line.page)


def _table_texts(table: Table, known: frozenset[str]) -> Iterator[PageText]:
    for head in (table.title or "", *table.heads):
        yield PageText(head.replace(" | ", " "), Source.HEAD, table.pages[0])
    for row in table.rows:
        for cell in (*row.cells, row.section):
            if cell and not cell.filled:
                yield PageText(join_lines(cell.text.splitlines(), known=known), Source.CELL, row.page)
