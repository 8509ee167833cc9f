"""How well tables are found and taken apart, beside pdfplumber's defaults on the same pages.

    python benchmarks/tables.py                    # pages drawn for it, with their truth
    python benchmarks/tables.py --seed 900         # other pages of the same kinds
    python benchmarks/tables.py FOLDER             # PDFs with NAME-str.xml or NAME-reg.xml (ICDAR-2013)

One row a document, ours and pdfplumber's (`find_tables` without settings) by turns, then the totals:

tables      F1 of tables found: a found one counts if it shares half of all characters with a true one
area        F1 of the characters that lie in tables
complete    share of true tables of which no character is missing in some found table
pure        share of found tables without a character that lies outside a true one
relations   F1 of adjacency relations: cells with text and their next neighbours to the right and below
rows        the same for neighbours in a row only; columns: in a column only
counts      how near the counts of rows and of columns are to the truth, mean over true tables
texts       F1 of cells with the same text; numbers: the same for cells that hold a number
joined      share of tables over several pages that come out as one

Tables of which only the region is known count for the first four. A region of several pages is one table in
the truth; parts are compared page by page, and `joined` tells whether they were put together.
"""

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, parse

import pdfplumber
from table_measures import Glyph, Score, TableCell, TablePart, Tally, score_tables
from table_pages import draw_documents

from selaras.extractors.pages.page import Page
from selaras.extractors.pdf.sandbox import read_pages
from selaras.extractors.tables.logical import logical_tables
from selaras.extractors.tables.placed import PlacedTable, place_tables

Truth = list[list[TablePart]]
"""The tables of a document, each with its parts."""

HEADS = ("tables", "area", "complete", "pure", "relations", "rows", "columns", "counts", "", "texts")


def main() -> None:
    """Score a folder, or pages drawn for it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, help="PDFs with their truth")
    parser.add_argument("--seed", type=int, default=1, help="what the drawn pages hold")
    parser.add_argument("--keep", type=Path, help="keep the drawn pages here")
    parser.add_argument("--ours", action="store_true", help="leave pdfplumber out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or options.keep or Path(scratch)
        if options.folder is None:
            folder.mkdir(parents=True, exist_ok=True)
            draw_documents(folder, options.seed)
        score_folder(folder, naive=not options.ours)


def score_folder(folder: Path, *, naive: bool) -> None:
    """Print a row for each document and reader, and the totals."""
    readers = {"selaras": our_tables} | ({"pdfplumber": naive_tables} if naive else {})
    totals = {name: Score() for name in readers}
    print(f"{'':44}" + "".join(f"{head:>10}" for head in (*HEADS, "numbers", "joined")))
    for path in sorted(folder.rglob("*.pdf")):
        truth = read_truth(path)
        if truth is None:
            continue
        glyphs = list(_glyphs(path))
        for name, reader in readers.items():
            score = _score(truth, *reader(path), glyphs)
            totals[name].add(score)
            print(f"{path.stem[:32]:33}{name:11}{show_score(score)}")
    for name, score in totals.items():
        print(f"{'ALL':33}{name:11}{show_score(score)}")


def _score(
    truth: Truth, found: Sequence[TablePart], joined: Sequence[set[int]], glyphs: Sequence[Glyph]
) -> Score:
    score = score_tables([part for table in truth for part in table], found, glyphs)
    split = [{part.page for part in table} for table in truth if len({part.page for part in table}) > 1]
    right = sum(any(pages == other for other in joined) for pages in split)
    score.joined = Tally(right, len(split), len(split))
    return score


def show_score(score: Score) -> str:
    """The measures as one row of numbers; a dot where there is nothing to measure."""
    true = score.tables.true
    shares = (
        score.tables.f1,
        score.characters.f1,
        score.complete / true if true else None,
        score.pure / score.tables.found if score.tables.found else None,
        *(tally.f1 if tally.true else None for tally in (score.relations, score.rows, score.columns)),
        *(total / true if score.texts.true else None for total in (score.row_counts, score.column_counts)),
        *(tally.f1 if tally.true else None for tally in (score.texts, score.numbers, score.joined)),
    )
    return "".join(f"{'.':>10}" if share is None else f"{share:10.3f}" for share in shares)


def read_truth(path: Path) -> Truth | None:
    """The tables of the file beside a PDF that ends in -str.xml, or in -reg.xml; None where there is none."""
    for ending in ("-str.xml", "-reg.xml"):
        truth = path.with_name(path.stem + ending)
        if truth.is_file():
            root = parse(truth).getroot()  # noqa: S314  files of our own, or of a known set
            return [[_part(region) for region in table.iter("region")] for table in root.iter("table")]
    return None


def _part(region: Element) -> TablePart:
    cells = list(region.iter("cell"))
    known = region.find("bounding-box")
    boxes = [_box(known)] if known is not None else [_box(cell.find("bounding-box")) for cell in cells]
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    page = int(region.get("page") or 1)
    return TablePart(page, (min(x0), min(y0), max(x1), max(y1)), tuple(map(_cell, cells)))


def _box(element: Element | None) -> tuple[float, float, float, float]:
    if element is None:
        raise ValueError("a cell without its box")
    x0, y0, x1, y1 = (float(element.get(edge, "0")) for edge in ("x1", "y1", "x2", "y2"))
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _cell(element: Element) -> TableCell:
    row, column = int(element.get("start-row", "0")), int(element.get("start-col", "0"))
    rows = (row, int(element.get("end-row") or row))
    return TableCell(element.findtext("content") or "", rows, (column, int(element.get("end-col") or column)))


def our_tables(path: Path) -> tuple[list[TablePart], list[set[int]]]:
    """The grids of all pages, and the pages of each table that was joined."""
    pages = read_pages(path).pages
    parts = [_part_of(pages[table.page - 1], table) for table in place_tables(pages)]
    return parts, [set(table.pages) for table in logical_tables(pages)]


def _part_of(page: Page, table: PlacedTable) -> TablePart:
    height = page.width if page.turned in (90, 270) else page.height
    x0, top, x1, bottom = table.box
    cells = tuple(
        TableCell(
            cell.text,
            (cell.row, cell.row + cell.rows - 1),
            (cell.column, cell.column + cell.columns - 1),
        )
        for cell in table.cells
    )
    return TablePart(page.number, (x0, height - bottom, x1, height - top), cells)


def naive_tables(path: Path) -> tuple[list[TablePart], list[set[int]]]:
    """What pdfplumber finds without settings; it joins nothing over pages."""
    with pdfplumber.open(path) as pdf:
        return [part for page in pdf.pages for part in _naive_parts(page)], []


def _naive_parts(page: pdfplumber.page.Page) -> Iterator[TablePart]:
    for table in page.find_tables():
        rows = table.extract()
        x0, top, x1, bottom = table.bbox
        cells = tuple(_naive_cells(rows))
        if cells:
            yield TablePart(page.page_number, (x0, page.height - bottom, x1, page.height - top), cells)


def _naive_cells(rows: Iterable[Sequence[str | None]]) -> Iterator[TableCell]:
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text is not None:
                yield TableCell(text, (row, row), (column, column))


def _glyphs(path: Path) -> Iterator[Glyph]:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            for char in page.chars:
                if not char["text"].isspace():
                    y = page.height - (char["top"] + char["bottom"]) / 2
                    yield Glyph(page.page_number, (char["x0"] + char["x1"]) / 2, y)


if __name__ == "__main__":
    main()
