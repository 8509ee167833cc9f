"""Whether pages read with pdfium's characters and paths hold what they hold with pdfminer's.

    python benchmarks/equality.py FILE-OR-FOLDER... [--every 5] [--show 3]

Both go through the same rules; the reference is pdfplumber's own page, which shows clipped text, too. One row
a file: the share of words and of cells of tables that are equal, and how far boxes of equal words lie apart.
`--show` prints what differs on the first pages that do: "-" only pdfminer, "+" only pdfium.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pdfplumber
from pypdfium2 import PdfDocument

from selaras.extractors.pages.page import Page
from selaras.extractors.pdf.page_reading import read_page
from selaras.extractors.pdf.shown_page import ShownPage, SourceFile

_UNMAPPED = re.compile(r"\(cid:\d+\)")


@dataclass(slots=True)
class Difference:
    """What differs in a file: how much there is, how much of it is equal, and the words of single pages."""

    words: int = 0
    equal_words: int = 0
    cells: int = 0
    equal_cells: int = 0
    shifts: list[float] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)

    def add(self, reference: Page, page: Page) -> None:
        """Compare one page."""
        old, new = (Counter(word.text for word in side.words) for side in (reference, page))
        old_cells, new_cells = cell_texts(reference), cell_texts(page)
        self.words += max(old.total(), new.total())
        self.equal_words += (old & new).total()
        self.cells += max(old_cells.total(), new_cells.total())
        self.equal_cells += (old_cells & new_cells).total()
        self.shifts += shifts(reference, page)
        if old != new or old_cells != new_cells:
            self.pages.append(
                f"page {page.number}: {signed(old, new)} | cells: {signed(old_cells, new_cells)}"
            )


def cell_texts(page: Page) -> Counter[str]:
    """Texts of all cells, without their line breaks."""
    cells = (cell for grid in page.grids for row in grid.rows for cell in row)
    return Counter(" ".join(cell.text.split()) for cell in cells if cell and cell.text)


def shifts(reference: Page, page: Page) -> list[float]:
    """How far the middles of words lie apart that stand once on both pages."""
    old, new = (
        {word.text: word.box for word in side.words if count[word.text] == 1}
        for side, count in ((side, Counter(word.text for word in side.words)) for side in (reference, page))
    )
    pairs = [(old[text], new[text]) for text in old.keys() & new.keys()]
    return [
        max(abs(one[n] + one[n + 2] - other[n] - other[n + 2]) / 2 for n in (0, 1)) for one, other in pairs
    ]


def signed(old: Counter[str], new: Counter[str]) -> str:
    """What only one side has."""
    return " ".join(f"-{text!r}" for text in old - new) + "  " + " ".join(f"+{text!r}" for text in new - old)


def reference_page(source: Any) -> Any:  # noqa: ANN401  pdfplumber's page
    """pdfplumber's own page, cut to what viewers show, without its marks for unmapped characters."""
    x0, top, x1, bottom = source.cropbox
    page = source.crop((x0, top, x1, bottom), strict=False) if source.cropbox != source.bbox else source
    for char in page.chars:
        char["text"] = _UNMAPPED.sub("\ufffd", char["text"])
    for shape in (*page.rects, *page.lines):
        for colour in ("stroking_color", "non_stroking_color"):
            shape[colour] = tuple(shape[colour]) if isinstance(shape[colour], list) else shape[colour]
    return page


def compare(path: Path, every: int) -> Difference:
    """Read every so many pages of a file both ways."""
    found = Difference()
    with pdfplumber.open(path) as document, path.open("rb") as stream:
        source = SourceFile(stream, PdfDocument(stream))
        for old in document.pages[::every]:
            with closing(ShownPage(source, old.page_number)) as new:
                page = read_page(new, old.page_number)
            found.add(read_page(reference_page(old), old.page_number), page)
            old.close()
    return found


def show(name: str, found: Difference, pages: int) -> None:
    """Print a row, and the first pages that differ."""
    shift = max(found.shifts, default=0.0)
    far = sum(shift > 1 for shift in found.shifts)
    print(
        f"{name[:56]:56} words {share(found.equal_words, found.words)} of {found.words:6}"
        f" cells {share(found.equal_cells, found.cells)} of {found.cells:5}"
        f" shift {shift:5.1f}, {far} above 1; {len(found.pages)} pages differ",
        flush=True,
    )
    for line in found.pages[:pages]:
        print("   ", line[:2000])


def share(part: int, whole: int) -> str:
    """A share in per cent."""
    return f"{100 * part / whole:6.2f}%" if whole else "      -"


def find_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Files as given, and the PDFs of folders."""
    for path in paths:
        yield from sorted(path.rglob("*.pdf")) if path.is_dir() else [path]


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1, help="compare every so many pages")
    parser.add_argument("--show", type=int, default=0, help="print what differs on so many pages")
    options = parser.parse_args()
    for path in find_files(options.paths):
        show(path.name, compare(path, options.every), options.show)


if __name__ == "__main__":
    main()
