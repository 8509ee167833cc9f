"""How well regions and agencies are found in mentions that people marked.

    python benchmarks/regions.py [--gold MENTIONS.csv] [--corpus FOLDER] [--cache FILE] [--show]

Each mention is resolved twice: alone, and in context. Context is what a reader of the document has: whose
plan it is (read from its pages, or told by its file's name where it is not at hand; kept in --cache, for
reading takes minutes), and the other mentions on its page and the next. The halves are split by a hash of the
mention: "seen" while working on names, "held out" not. None is a fair answer where the mention alone does not
say. Names of agencies are compared in their normal form.
"""

import argparse
import csv
import hashlib
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from document_homes import Home, find_homes

from selaras.extractors.phrases.agency_names import full_name
from selaras.extractors.phrases.offices import office_level, office_name
from selaras.models.region_context import place
from selaras.models.regions import Mention, load_regions

SHARED = Path(__file__).parents[2] / "shared"
GOLD, CORPUS = SHARED / "gold" / "wilayah_mentions.csv", SHARED / "corpus"
Row = dict[str, str]
Resolve = Callable[[Row], str]
TABLE = load_regions()


@dataclass(frozen=True, slots=True)
class InContext:
    """Resolves mentions with what their document and their page tell."""

    rows: Sequence[Row]
    homes: dict[str, Home]

    def region(self, row: Row) -> str:
        """Code of the region that a mention stands for, NONE where none is found."""
        home = self.homes[row["source_doc"]].region
        level = office_level(row["mention"])
        found = place(row["mention"], TABLE, home=home, beside=self.beside(row), level=level)
        return found.region.code if found else "NONE"

    def agency(self, row: Row) -> str:
        """Normal name of the agency, "" where none is found."""
        return office_name(row["mention"], TABLE, of=self.homes[row["source_doc"]].agency) or ""

    def beside(self, row: Row) -> list[Mention]:
        """The other mentions that are names alone, on the same page and the next: lists run over."""
        near = [
            other
            for other in self.rows
            if other is not row
            and other["source_doc"] == row["source_doc"]
            and abs(page_of(other) - page_of(row)) <= 1
        ]
        found = [(other, TABLE.find(other["mention"])) for other in near]
        return [named[0] for other, named in found if len(named) == 1 and is_whole(other, named[0])]


def region_alone(row: Row) -> str:
    """Code of the region that a mention names by itself, NONE where it names none."""
    region = TABLE.resolve(row["mention"])
    return region.code if region else "NONE"


def agency_alone(row: Row) -> str:
    """Normal name of the agency, without knowing the document."""
    return office_name(row["mention"], TABLE) or ""


def page_of(row: Row) -> int:
    """Number of the page, or of the line in texts without pages."""
    return int(re.sub(r"\D", "", row["line_or_page"]) or 0)


def is_whole(row: Row, mention: Mention) -> bool:
    """Whether a mention holds nothing but the name."""
    return row["mention"].strip() == mention.text


def half(key: str) -> str:
    """Put a row in one of two halves, the same way every time."""
    return "held out" if hashlib.sha256(key.encode()).digest()[-1] % 2 else "seen"


def verdict(got: str, wanted: str) -> str:
    """Compare what was found with what people marked."""
    if got == wanted:
        return "right"
    return "none" if got in {"NONE", ""} else "wrong"


def show_table(
    title: str, rows: Sequence[Row], ways: dict[str, Resolve], wanted: Resolve, details: str
) -> None:
    """Print a line for each half and way, and the rows that the way named by `details` gets wrong."""
    print(f"\n{title:12} {'way':10} {'n':>4} {'right':>6} {'none':>6} {'wrong':>6} {'accuracy':>9}")
    for name in ("seen", "held out", "all"):
        chosen = [row for row in rows if name in {"all", half(row["mention"])}]
        for way, resolve in ways.items():
            counts = Counter(verdict(resolve(row), wanted(row)) for row in chosen)
            figures = " ".join(f"{counts[found]:6}" for found in ("right", "none", "wrong"))
            print(f"{name:12} {way:10} {len(chosen):4} {figures} {counts['right'] / (len(chosen) or 1):9.3f}")
    for row in rows if details in ways else ():
        if (got := ways[details](row)) != wanted(row):
            print(f"    {got:32} {row['mention'][:60]:60} want {wanted(row)}  {row['note']}")


def show_speed(pages: int = 300) -> None:
    """Print how long the search takes in a text as long as a plan."""
    page = (
        "Pertumbuhan ekonomi Kabupaten Kapuas dan Kota Palangka Raya di atas rata-rata nasional tahun ini. "
        * 25
    )
    text = page * pages
    start = time.perf_counter()
    found = TABLE.find(text)
    took = time.perf_counter() - start
    print(f"\n{pages} pages, {len(text):,} characters, {len(found):,} mentions: {took:.2f} s")


def main() -> None:
    """Read the gold file and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--cache", type=Path, help="JSON file that keeps what the documents are")
    parser.add_argument("--show", action="store_true", help="list the mentions that are not right in context")
    options = parser.parse_args()
    with options.gold.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    context = InContext(rows, find_homes({row["source_doc"] for row in rows}, options.corpus, options.cache))
    details = "context" if options.show else ""
    show_table(
        "regions", rows, {"alone": region_alone, "context": context.region}, lambda row: row["code"], details
    )
    offices = [row for row in rows if row["agency"]]
    ways = {"alone": agency_alone, "context": context.agency}
    show_table("agencies", offices, ways, lambda row: full_name(row["agency"], of=row["agency"]), details)
    show_speed()


if __name__ == "__main__":
    main()
