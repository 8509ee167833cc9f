"""How fast pages are read, and what is seen on them.

    python benchmarks/pages.py FILE...            one row a file: pages by kind, time a page, peak memory
    python benchmarks/pages.py FILE --page 12     lines and tables of a page, as text

Time is measured on the wall, from start to end of the reading process; memory is the largest resident size of
any reading process so far, so files are best given from small to large.
"""

import argparse
import resource
import time
from collections import Counter
from pathlib import Path

from selaras.extractors.layout.lines import body_lines
from selaras.extractors.pages.page import Cell, PageReading, Table
from selaras.extractors.pdf.sandbox import read_pages
from selaras.extractors.tables.logical import logical_tables
from selaras.models.errors import SelarasError
from selaras.models.messages import render


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--page", type=int, help="show what is seen on this page")
    options = parser.parse_args()
    for path in options.files:
        try:
            show_page(path, options.page) if options.page else measure(path)
        except SelarasError as error:
            print(f"{path.name:60} {render(error.message, 'en')}")


def measure(path: Path) -> None:
    """Print one row: pages by kind, milliseconds a page, peak memory, lines and tables."""
    start = time.perf_counter()
    pages = read_pages(path).pages
    read = time.perf_counter()
    lines, tables = body_lines(pages), logical_tables(pages)
    shaped = time.perf_counter()
    kinds = " ".join(
        f"{kind}={count}" for kind, count in sorted(Counter(page.kind for page in pages).items())
    )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{path.name:60} {len(pages):4} pages {(read - start) * 1000 / len(pages):5.0f} ms a page read"
        f" {(shaped - read) * 1000 / len(pages):5.1f} shaped, peak {peak:4.0f} MiB, {len(lines)} lines,"
        f" {len(tables)} tables, {kinds}"
    )


def show_page(path: Path, number: int) -> None:
    """Print kind, lines and tables of one page, read as part of the whole document."""
    reading = read_pages(path)
    page = reading.pages[number - 1]
    print(f"page {number}: {page.kind}, {page.width:g} x {page.height:g}, {len(page.grids)} grids")
    for line in body_lines(reading.pages):
        if line.page == number:
            print(
                f"{line.box[0]:6.1f} {line.box[1]:6.1f} {line.size:4.1f}{'B' if line.bold else ' '}",
                line.text,
            )
    show_tables(reading, number)


def show_tables(reading: PageReading, number: int) -> None:
    """Print the rows of all tables that touch a page."""
    for table in logical_tables(reading.pages):
        if number in table.pages:
            print(f"\ntable on pages {table.pages}: {table.title or '(no title)'}")
            show_rows(table, number)


def show_rows(table: Table, number: int) -> None:
    """Print heads, then the rows that start on a page."""
    for place, head in enumerate(table.heads):
        print(f"  [{place}] {head!r}")
    for row in table.rows:
        if row.page == number:
            print(
                "  section " + as_text(row.section)
                if row.section
                else "  " + " | ".join(map(as_text, row.cells))
            )


def as_text(cell: Cell | None) -> str:
    """Text of a cell on one line; a dot where there is no cell."""
    return "." if cell is None else cell.text.replace("\n", "/")


if __name__ == "__main__":
    main()
