"""How well regions are found in mentions that people marked.

    python benchmarks/regions.py [--gold ../shared/gold/wilayah_mentions.csv] [--show]

Prints for each half (split by a hash of the mention: "seen" while working on names, "held out" not) how many
mentions got the right code, none, or a wrong one. None is a fair answer where the mention alone does not say.
"""

import argparse
import csv
import hashlib
import time
from collections import Counter
from pathlib import Path

from selaras.models.regions import load_regions

GOLD = Path(__file__).parents[2] / "shared" / "gold" / "wilayah_mentions.csv"
Row = dict[str, str]


def half(key: str) -> str:
    """Put a row in one of two halves, the same way every time."""
    return "held out" if hashlib.sha256(key.encode()).digest()[-1] % 2 else "seen"


def judge(row: Row) -> str:
    """Compare the region that the mention resolves to with the one that people marked."""
    region = load_regions().resolve(row["mention"])
    got = region.code if region else "NONE"
    if got == row["code"]:
        return "right"
    return "none" if got == "NONE" else "wrong"


def show(rows: list[Row], *, details: bool) -> None:
    """Print a line for each half, and the rows that are not right if asked."""
    print(f"{'half':10} {'n':>4} {'right':>6} {'none':>6} {'wrong':>6} {'accuracy':>9}")
    for name in ("seen", "held out"):
        chosen = [row for row in rows if half(row["mention"]) == name]
        counts = Counter(judge(row) for row in chosen)
        figures = " ".join(f"{counts[verdict]:6}" for verdict in ("right", "none", "wrong"))
        print(f"{name:10} {len(chosen):4} {figures} {counts['right'] / len(chosen):9.3f}")
        for row in chosen if details else ():
            if (found := judge(row)) != "right":
                print(f"    {found:5} {row['mention'][:70]:70} want {row['code']}  {row['note']}")


def show_speed(pages: int = 300) -> None:
    """Print how long the search takes in a text as long as a plan."""
    page = (
        "Pertumbuhan ekonomi Kabupaten Kapuas dan Kota Palangka Raya di atas rata-rata nasional tahun ini. "
        * 25
    )
    text = page * pages
    start = time.perf_counter()
    found = load_regions().find(text)
    took = time.perf_counter() - start
    print(f"{pages} pages, {len(text):,} characters, {len(found):,} mentions: {took:.2f} s")


def main() -> None:
    """Read the gold file and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--show", action="store_true", help="list the mentions that are not right")
    options = parser.parse_args()
    with options.gold.open(encoding="utf-8", newline="") as stream:
        show(list(csv.DictReader(stream)), details=options.show)
    show_speed()


if __name__ == "__main__":
    main()
