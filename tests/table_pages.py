"""Grids of one page each, read into tables, and tables shown as texts; all texts are invented."""

from page_factory import grid, page

from selaras.extractors.tables.logical import logical_tables

HEAD = ["No", "Sasaran", "Indikator", "Target"]
FIRST = (HEAD, ["1", "Laut bersih", "Mutu air", "80"])


def read(*grids, above=(), below=()):
    """Tables of pages with one grid each; `above` and `below` are texts by page."""
    pages = [
        page(
            *((text, 150.0) for text in above[n : n + 1] if text),
            *((text, 700.0) for text in below[n : n + 1] if text),
            number=n + 1,
            grids=[made],
        )
        for n, made in enumerate(grids)
    ]
    return logical_tables(pages)


def on(number, *rows, **options):
    return grid(*rows, number=number, **options)


def shown(made):
    """Rows of a table as texts; "~" marks what was filled in, None what is empty, a string a section."""
    return [
        row.section.text
        if row.section
        else [cell and ("~" if cell.filled else "") + cell.text for cell in row.cells]
        for row in made.rows
    ]
