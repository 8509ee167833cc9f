"""How long the pipeline takes to tag a plan's worth of prose on one core, component by component.

    python benchmarks/tagging.py [--pages 300] [--folder PDFS] [--goal 10]

Pages of 2,500 characters are generated (passages of tests/data/sentences.txt in a random order, between them
sentences that name regions, regulations, periods and amounts), or taken from the PDFs of a folder. Seconds
are those of the processor; fails where all components together take more than the goal.
"""

import argparse
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sentences import TRUTH, read_marked_texts
from spacy.tokens import Doc

from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.regions import load_regions

LENGTH = 2500  # characters of a page
SEED = 7
TEMPLATES = (
    "Pertumbuhan ekonomi {region} mencapai {number} persen pada tahun {year}, di atas rata-rata nasional.",
    "Sesuai Peraturan Daerah {region} Nomor {count} Tahun {year}, target {year}-2029 ditetapkan kembali.",
    "Persentase konflik yang diselesaikan oleh Badan Kesatuan Bangsa dan Politik {region} naik {number} %.",
    "Dinas Kesehatan {region} mengalokasikan Rp {count}.500.000.000 untuk menurunkan prevalensi stunting.",
    "Meningkatnya Indeks Pembangunan Manusia {region} menjadi {number} merupakan sasaran RPJMD.",
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--folder", type=Path, help="take the pages of these PDFs instead")
    parser.add_argument("--goal", type=float, default=10.0, help="seconds that all may take")
    options = parser.parse_args()
    loaded, nlp = timed(build_pipeline)
    pages = list(printed_pages(options.folder) if options.folder else made_pages())[: options.pages]
    pages = (pages * (options.pages // max(len(pages), 1) + 1))[: options.pages]
    nlp(made_page(random.Random(SEED), [""]))  # what is read once from data files is no time of a page
    times = measure(pages)
    show(times, pages, loaded)
    if sum(times.values()) > options.goal:
        sys.exit(f"more than {options.goal} s")


def made_pages() -> Iterator[str]:
    """Pages of generated prose, the same every time, without end in sight: 1000."""
    chance = random.Random(SEED)
    passages = [text.text for text in read_marked_texts(TRUTH)]
    return (made_page(chance, passages) for _ in range(1000))


def made_page(chance: random.Random, passages: Sequence[str]) -> str:
    """One page: passages and sentences with names and numbers."""
    parts, regions = [], list(load_regions().regions.values())
    while sum(map(len, parts)) < LENGTH:
        parts.append(chance.choice(passages))
        facts = {"number": f"{chance.uniform(1, 99):.2f}".replace(".", ","), "count": chance.randint(1, 30)}
        region = chance.choice(regions).name
        parts.append(chance.choice(TEMPLATES).format(region=region, year=chance.randint(2015, 2025), **facts))
    return "\n".join(parts)[:LENGTH]


def printed_pages(folder: Path) -> Iterator[str]:
    """Pages of PDFs as the pipeline gets them, cut or joined to nothing: as long as they are."""
    from selaras.extractors.reading import read_all_pages  # noqa: PLC0415  only needed here
    from selaras.extractors.tagging.placed_text import place_text  # noqa: PLC0415

    for path in sorted(folder.glob("*.pdf")):
        yield from (text for page in read_all_pages(path).pages if (text := place_text(page).text).strip())


def measure(pages: Sequence[str]) -> dict[str, float]:
    """Seconds of the processor that each part took for all pages."""
    nlp, times = build_pipeline(), defaultdict[str, float](float)
    for page in pages:
        seconds, doc = timed(lambda page=page: nlp.make_doc(page))
        times["tokenizer"] += seconds
        for name, component in nlp.pipeline:
            seconds, doc = timed(lambda doc=doc, component=component: component(doc))
            times[name] += seconds
    return dict(times)


def timed(act: Callable[[], Doc]) -> tuple[float, Doc]:
    """Seconds of the processor that something took, and what it gave."""
    start = time.process_time()
    given = act()
    return time.process_time() - start, given


def show(times: dict[str, float], pages: Sequence[str], loaded: float) -> None:
    """Print the table."""
    total = sum(times.values())
    print(f"{len(pages)} pages, {sum(map(len, pages)):,} characters; pipeline built in {loaded:.2f} s")
    print("\n| part | seconds | ms a page |\n|---|---|---|")
    for name, seconds in sorted(times.items(), key=lambda item: -item[1]):
        print(f"| {name} | {seconds:.2f} | {1000 * seconds / len(pages):.1f} |")
    print(f"| all | {total:.2f} | {1000 * total / len(pages):.1f} |")
    print(f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
