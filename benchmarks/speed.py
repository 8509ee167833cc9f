"""How fast pages are read, beside pdfplumber as one would call it and beside pdfium's text alone.

    python benchmarks/speed.py FILE-OR-FOLDER... [--pages 20] [--repeats 3]
    python benchmarks/speed.py FILE --length      PDFs of 50, 200 and 1000 pages, made of the pages of a file

Each way runs in a process of its own, the ways take turns, and the shortest of all repeats counts. What is
counted is the time of the processor, in milliseconds a page: others may use the machine. The last columns say
how many times faster page reading is than pdfplumber, and how many times slower than pdfium's text are page
reading and all of Selaras; memory is the largest resident size of the process that reads pages.
"""

# ruff: noqa: PLC0415  each way loads its own libraries only, or memory would tell nothing

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

LENGTHS = (50, 200, 1000)
Work = Callable[[], object]


def read_text(path: Path) -> Work:
    """The floor: pdfium's text of each page."""
    from pypdfium2 import PdfDocument

    def work() -> None:
        with PdfDocument(path) as document:
            for page in document:
                text = page.get_textpage()
                text.get_text_range()
                text.close()
                page.close()

    return work


def read_naively(path: Path) -> Work:
    """Text and tables of each page, as pdfplumber's manual shows it."""
    import pdfplumber

    def work() -> None:
        with pdfplumber.open(path) as document:
            for page in document.pages:
                page.extract_text()
                page.extract_tables()
                page.close()

    return work


def read_careful_pages(path: Path) -> Work:
    """What the reading process does; its limits hold for this process, too."""
    from selaras.extractors.pages.limits import DEFAULT_LIMITS
    from selaras.extractors.pdf import worker

    import_module(
        "selaras.extractors.pdf.file_pages"
    )  # the worker loads it late; here, before the clock starts
    limits = DEFAULT_LIMITS
    arguments = [str(limit) for limit in (limits.memory_mb, limits.cpu_seconds, limits.pages)]

    def work() -> None:
        with path.open("rb") as stream, Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
            os.dup2(stream.fileno(), sys.stdin.fileno())
            worker.main(arguments)

    return work


def read_whole(path: Path) -> Work:
    """From the file to the plan, with the start of the reading process."""
    from selaras.extractors.pdf.sandbox import read_pages
    from selaras.extractors.reading import understand
    from selaras.extractors.tagging.pipeline import build_pipeline

    nlp = build_pipeline()
    return lambda: understand(read_pages(path), file_name=path.name, nlp=nlp)


WAYS: dict[str, Callable[[Path], Work]] = {
    "text": read_text,
    "naive": read_naively,
    "pages": read_careful_pages,
    "whole": read_whole,
}


@dataclass(frozen=True, slots=True)
class Measure:
    """Milliseconds of the processor, and the largest resident size in mebibytes."""

    milliseconds: float
    peak: float


def measure_here(way: str, path: Path) -> None:
    """Do the work in this process and print what it cost; the time to load libraries does not count."""
    work = WAYS[way](path)
    start = _processor_time()
    work()
    milliseconds = (_processor_time() - start) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([milliseconds, peak]))


def _processor_time() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def measure(way: str, path: Path) -> Measure:
    """Do the work in a process of its own."""
    command = [sys.executable, __file__, str(path), "--way", way]
    output = subprocess.run(command, check=True, capture_output=True).stdout
    return Measure(*json.loads(output.splitlines()[-1]))


def measure_all(path: Path, ways: Sequence[str], repeats: int) -> dict[str, Measure]:
    """Let the ways take turns; of each the shortest time and the smallest peak."""
    turns = [{way: measure(way, path) for way in ways} for _ in range(repeats)]
    return {
        way: Measure(min(turn[way].milliseconds for turn in turns), min(turn[way].peak for turn in turns))
        for way in ways
    }


def count_pages(path: Path) -> int:
    """How many pages a PDF has."""
    from pypdfium2 import PdfDocument

    with PdfDocument(path) as document:
        return len(document)


def with_pages(path: Path, folder: Path, numbers: Sequence[int]) -> Path:
    """A copy of a PDF with these pages, counted from 0."""
    from pypdfium2 import PdfDocument

    copy = folder / f"{len(numbers)}-{path.name}"
    with PdfDocument(path) as source, PdfDocument.new() as target:
        target.import_pages(source, pages=list(numbers))
        target.save(copy)
    return copy


def compare(paths: Sequence[Path], most_pages: int | None, repeats: int) -> None:
    """Print a row a file, and one for all."""
    print(
        f"{'ms a page':56} pages {' '.join(f'{way:>6}' for way in WAYS)} | pages, pages and whole, peak MiB"
    )
    total, pages = dict.fromkeys(WAYS, 0.0), 0
    peak = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            count = count_pages(path)
            kept = min(count, most_pages or count)
            chosen = [place * count // kept for place in range(kept)]
            file = path if kept == count else with_pages(path, Path(folder), chosen)
            found = measure_all(file, list(WAYS), repeats)
            show(path.name, kept, {way: found[way].milliseconds for way in WAYS}, found["pages"].peak)
            total = {way: total[way] + found[way].milliseconds for way in WAYS}
            pages, peak = pages + kept, max(peak, found["pages"].peak)
    show("ALL", pages, total, peak)


def show(name: str, pages: int, times: dict[str, float], peak: float) -> None:
    """Print one row."""
    each = " ".join(f"{times[way] / pages:6.1f}" for way in WAYS)
    print(
        f"{name[:56]:56} {pages:5} {each} | {times['naive'] / times['pages']:4.1f}x faster,"
        f" {times['pages'] / times['text']:4.1f}x {times['whole'] / times['text']:4.1f}x, {peak:4.0f}",
        flush=True,
    )


def compare_lengths(path: Path) -> None:
    """Print time and memory of page reading for documents of several lengths."""
    count = count_pages(path)
    with tempfile.TemporaryDirectory() as folder:
        for length in LENGTHS:
            file = with_pages(path, Path(folder), [place % count for place in range(length)])
            found = measure("pages", file)
            print(
                f"{length:5} pages {found.milliseconds / length:6.1f} ms a page, peak {found.peak:4.0f} MiB"
            )


def find_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Files as given, and the PDFs of folders."""
    for path in paths:
        yield from sorted(path.rglob("*.pdf")) if path.is_dir() else [path]


def main() -> None:
    """Print the comparison, or what one way costs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, help="read no more pages of a file, spread over it")
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--length", action="store_true", help="PDFs of several lengths, made of one file")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        measure_here(options.way, options.paths[0])
    elif options.length:
        compare_lengths(options.paths[0])
    else:
        compare(list(find_files(options.paths)), options.pages, options.repeats)


if __name__ == "__main__":
    main()
