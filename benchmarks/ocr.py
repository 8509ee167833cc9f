"""How well pictures of pages are read, and what it costs beside Tesseract alone.

    python benchmarks/ocr.py FILE...                 # pages of PDFs with a text layer, made pictures
    python benchmarks/ocr.py FILE... --pages 6 --skew 1.5 --noise 20 --turn 90

Pages are rendered, laid askew, blurred and sprinkled with noise (seeded), read from the picture, and compared
with their text layer: words at their places, characters, and cells of drawn tables. The table of confidences
tells how many words were right; `DOUBTFUL` in extractors/pages/confidence.py comes from it. Times are of the
processor: what our own work adds to Tesseract's, and on the wall with one and two pages in flight.
"""

import argparse
import os
import random
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from itertools import pairwise
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter
from pypdfium2 import PdfDocument
from rapidfuzz.distance import Levenshtein

from selaras.extractors.ocr.page_scan import scan_page
from selaras.extractors.ocr.pictures import WHITE, Grey
from selaras.extractors.ocr.reading import read_scans
from selaras.extractors.ocr.rendering import render
from selaras.extractors.ocr.settings import DEFAULT_OCR, OcrSettings
from selaras.extractors.ocr.shaping import build_page
from selaras.extractors.ocr.tesseract import SIGNS, Tesseract
from selaras.extractors.pages.page import Cell, Page, PageKind, Word
from selaras.extractors.pdf.sandbox import read_pages
from selaras.models.passages import Box

FEWEST_WORDS = 60
SAME_PLACE = 4.0  # points
BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.01)


@dataclass(frozen=True, slots=True)
class Wear:
    """What is done to a picture: degrees askew and turned, strength of the noise, blur in pixels."""

    skew: float
    turn: int
    noise: float
    blur: float


@dataclass(slots=True)
class Tally:
    """What was compared so far."""

    words: int = 0
    found: int = 0
    told: int = 0
    right: int = 0
    characters: int = 0
    errors: int = 0
    cells: int = 0
    drawn: int = 0
    same: int = 0
    sure: list[tuple[float, bool, bool]] = field(default_factory=list)  # confidence, right, is a number
    own: float = 0.0
    tesseract: float = 0.0
    alone: float = 0.0

    def add(self, other: "Tally") -> None:
        """Add what was compared elsewhere."""
        for item in fields(self):
            setattr(self, item.name, getattr(self, item.name) + getattr(other, item.name))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, default=4, help="pages of each file")
    parser.add_argument("--skew", type=float, default=0.8, help="degrees, to either side by turns")
    parser.add_argument("--turn", type=int, default=0, choices=(0, 90, 180, 270))
    parser.add_argument("--noise", type=float, default=12.0)
    parser.add_argument("--blur", type=float, default=0.7)
    parser.add_argument("--no-flight", action="store_true", help="leave out the times on the wall")
    options = parser.parse_args()
    wear = Wear(options.skew, options.turn, options.noise, options.blur)
    os.environ["OMP_THREAD_LIMIT"] = "1"  # as in the scanning process
    total, pictures = Tally(), []
    for path in options.files:
        tally = Tally()
        for page, grey, scale in worn_pages(path, options.pages, wear):
            measure(page, grey, scale, tally)
            pictures.append(grey)
        show(path.name, tally)
        total.add(tally)
    show("all", total)
    show_confidences(total)
    if not options.no_flight:
        show_flight(pictures)


def worn_pages(path: Path, most: int, wear: Wear) -> Iterator[tuple[Page, Grey, float]]:
    """Pages with a text layer and their worn pictures, spread over the file; tables first."""
    good = [page for page in read_pages(path).pages if is_good(page)]
    good.sort(key=lambda page: (not page.grids, page.number))
    step = max(1, len(good) // most)
    source = random.Random(path.name)
    with PdfDocument(path) as document:
        for page in good[::step][:most]:
            grey, scale = render(document, page.number, dpi=300, most_pixels=DEFAULT_OCR.most_pixels)
            yield page, worn(grey, wear, source), scale


def is_good(page: Page) -> bool:
    """Whether the text layer can be trusted to be what the page shows, the right way up."""
    return (
        page.kind not in (PageKind.SCAN, PageKind.SOUP, PageKind.FAILED)
        and not page.turned
        and len(page.words) >= FEWEST_WORDS
    )


def worn(grey: Grey, wear: Wear, source: random.Random) -> Grey:
    """A picture as a scanner might have made it."""
    image = Image.fromarray(grey)
    skew = wear.skew * source.choice((-1, 1))
    image = image.rotate(-skew, resample=Image.Resampling.BICUBIC, fillcolor=WHITE)
    image = image.rotate(wear.turn, expand=True).filter(ImageFilter.GaussianBlur(wear.blur))
    noise = np.random.default_rng(source.getrandbits(32)).normal(0, wear.noise, (image.height, image.width))
    return np.clip(np.asarray(image, dtype=np.float64) + noise, 0, WHITE).astype(np.uint8)


def measure(page: Page, grey: Grey, scale: float, tally: Tally) -> None:
    """Read a picture and compare it with the page that it shows."""
    tesseract = Tesseract("tesseract", DEFAULT_OCR.languages, DEFAULT_OCR.dpi, 120.0, (SIGNS,))
    alone = children_time()
    tesseract.read(grey)
    start, children = time.process_time(), children_time()
    tally.alone += children - alone
    read = build_page(scan_page(grey, scale, tesseract), page.number)
    tally.own += time.process_time() - start
    tally.tesseract += children_time() - children
    compare_words(page.words, read.words, tally)
    compare_cells(page, read, tally)


def children_time() -> float:
    """Processor seconds of all programs that were run and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare_words(true: Sequence[Word], read: Sequence[Word], tally: Tally) -> None:
    """Count words that are read right at their places, and wrong characters of the true ones."""
    tally.words += len(true)
    tally.told += len(read)
    for word in true:
        near = [other for other in read if is_inside(middle(other.box), word.box)]
        text = "".join(other.text for other in near)
        tally.characters += len(word.text)
        tally.errors += min(Levenshtein.distance(word.text, text), len(word.text))
        tally.found += any(other.text == word.text for other in read if are_near(word.box, other.box))
    for other in read:
        right = any(other.text == word.text for word in true if are_near(word.box, other.box))
        tally.right += right
        number = any(char.isdigit() for char in other.text)
        tally.sure.append((other.confidence or 0.0, right, number))


def compare_cells(true: Page, read: Page, tally: Tally) -> None:
    """Count cells with text that are drawn at the same place, and those that say the same there."""
    ours = list(filled_cells(read))
    for cell in filled_cells(true):
        tally.cells += 1
        same = [other for other in ours if overlap(cell.box, other.box) > 0.5]
        tally.drawn += bool(same)
        tally.same += any(squeezed(cell) == squeezed(other) for other in same)


def filled_cells(page: Page) -> Iterator[Cell]:
    """Cells with text."""
    return (cell for grid in page.grids for row in grid.rows for cell in row if cell and cell.text.strip())


def squeezed(cell: Cell) -> str:
    """Text of a cell without blanks and breaks."""
    return "".join(cell.text.split())


def middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def is_inside(point: tuple[float, float], box: Box) -> bool:
    x, y = point
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - SAME_PLACE <= y <= box[3] + SAME_PLACE


def are_near(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= 2 * SAME_PLACE for a, b in zip(middle(one), middle(other), strict=True))


def overlap(one: Box, other: Box) -> float:
    """Common area as a share of both together."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    common = max(wide, 0.0) * max(high, 0.0)
    return common / (
        (one[2] - one[0]) * (one[3] - one[1]) + (other[2] - other[0]) * (other[3] - other[1]) - common
    )


def show(name: str, tally: Tally) -> None:
    """One line: words, characters, cells, times."""
    words = f"words {share(tally.found, tally.words)} found {share(tally.right, tally.told)} right"
    cells = (
        f"{tally.cells:5} cells {share(tally.drawn, tally.cells)} drawn {share(tally.same, tally.cells)} same"
    )
    ratio = (tally.own + tally.tesseract) / max(tally.alone, 0.001)
    print(f"{name[:44]:44} {words}, characters {share(tally.errors, tally.characters)} wrong, {cells};")
    print(
        f"{'':44} own {tally.own:.1f} s, Tesseract {tally.tesseract:.1f} s, one look of it alone"
        f" {tally.alone:.1f} s: {ratio:.2f}"
    )


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f} %" if whole else "    –  "


def show_confidences(tally: Tally) -> None:
    """Words and numbers by confidence: how many, and how many of them are right."""
    print(f"\n{'confidence':14}{'words':>7}{'right':>9}{'numbers':>9}{'right':>9}")
    for low, high in pairwise(BINS):
        here = [(right, number) for sure, right, number in tally.sure if low <= sure < high]
        words = [right for right, number in here if not number]
        numbers = [right for right, number in here if number]
        print(
            f"{low:.2f} to {min(high, 1):.2f} {len(words):7} {share(sum(words), len(words))}"
            f" {len(numbers):8} {share(sum(numbers), len(numbers))}"
        )


def show_flight(pictures: Sequence[Grey]) -> None:
    """Time on the wall for all pictures as one scanned PDF, with one and with two pages in flight."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.pdf"
        first, *others = (Image.fromarray(grey) for grey in pictures)
        first.save(path, save_all=True, append_images=others, resolution=300)
        reading = read_pages(path)
        for workers in (1, 2):
            start = time.perf_counter()
            read_scans(path, reading, OcrSettings(workers=workers))
            seconds = time.perf_counter() - start
            print(f"{workers} in flight: {seconds / len(pictures):.2f} s a page on the wall")


if __name__ == "__main__":
    main()
