"""Whether broken and hostile files cost no more than themselves.

    python benchmarks/fuzz.py                          500 mutations of ten files of ../shared/corpus
    python benchmarks/fuzz.py --files samples/*.pdf --count 50
    python benchmarks/fuzz.py --only many_lines --keep /somewhere    keeps what did not end well

Each mutated file is read in a process of its own and understood, as the ingestion does. It ends well if the
answer is a plan or a failure with a name, within the limits on time and memory. Prints one row a kind of
mutation: files read, files with failed pages, named failures, the slowest file (seconds), the largest reading
process (MiB) so far; the exit status is 1 if any file ended otherwise.
"""

import argparse
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

from mutations import MUTATIONS

from selaras.extractors.pages.limits import Limits
from selaras.extractors.pages.page import PageKind
from selaras.extractors.pdf.sandbox import read_pages
from selaras.extractors.reading import understand
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.errors import SelarasError

CORPUS = Path(__file__).parents[1].parent / "shared" / "corpus"
FILES = 10
LARGEST = 700_000  # bytes; small files leave time for more mutations
LIMITS = Limits(seconds=60, cpu_seconds=60)
GRACE = 10.0  # seconds that starting and ending a process may add to its limit


@dataclass(frozen=True)
class Case:
    """One mutation of one file; the seed makes it again."""

    path: Path
    kind: str
    seed: int


@dataclass(frozen=True)
class Ending:
    """How reading a mutated file ended; `memory` (MiB) is the largest of the processes so far."""

    case: Case
    answer: str
    seconds: float
    memory: float

    @property
    def is_well(self) -> bool:
        """Whether it ended as promised."""
        within = self.seconds <= LIMITS.seconds + GRACE and self.memory <= LIMITS.memory_mb
        return within and not self.answer.startswith("DIED")


def main() -> int:
    """Run the mutations and print the table."""
    options = _options()
    kinds = [kind for kind in MUTATIONS if options.only in (None, kind)]
    build_pipeline()
    cases = _cases(options.files or _chosen(options.corpus), kinds, options.count)
    with ThreadPoolExecutor(options.jobs) as pool:
        endings = list(_told(pool.map(_run, cases)))
    _print(endings)
    bad = [ending for ending in endings if not ending.is_well]
    for ending in bad:
        print(f"BAD {ending.case.path.name} {ending.case.kind} seed {ending.case.seed}: {ending.answer}")
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"{ending.case.kind}-{ending.case.seed}.pdf").write_bytes(_mutated(ending.case))
    return 1 if bad else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder of PDFs to choose ten from")
    parser.add_argument("--files", type=Path, nargs="+", help="these files instead")
    parser.add_argument("--count", type=int, default=500, help="mutations in all")
    parser.add_argument("--only", choices=MUTATIONS, help="one kind of mutation")
    parser.add_argument("--keep", type=Path, help="folder for the files that did not end well")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _chosen(corpus: Path) -> list[Path]:
    """Ten files that are not too large, from the smallest to the largest at even steps."""
    sized = sorted((path.stat().st_size, path) for path in corpus.glob("*.pdf"))
    small = [path for size, path in sized if size <= LARGEST]
    if not small:
        sys.exit(f"no PDF in {corpus}: name files with --files")
    return small[:: max(1, len(small) // FILES)][:FILES]


def _cases(paths: list[Path], kinds: list[str], count: int) -> list[Case]:
    places = ((seed % len(paths), seed // len(paths) % len(kinds), seed) for seed in range(count))
    return [Case(paths[path], kinds[kind], seed) for path, kind, seed in places]


def _mutated(case: Case) -> bytes:
    return MUTATIONS[case.kind](case.path.read_bytes(), Random(case.seed))


def _run(case: Case) -> Ending:
    with TemporaryDirectory() as folder:
        path = Path(folder, case.path.name)
        path.write_bytes(_mutated(case))
        start = time.perf_counter()
        answer = _answer(path)
        seconds = time.perf_counter() - start
    return Ending(case, answer, seconds, getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024)


def _answer(path: Path) -> str:
    try:
        reading = read_pages(path, limits=LIMITS)
        understand(reading, file_name=path.name, nlp=build_pipeline())
    except SelarasError as error:
        return error.message.code
    except Exception as error:  # noqa: BLE001  what must never happen is what is looked for
        return f"DIED {type(error).__name__}: {error}"
    return "some pages failed" if any(page.kind is PageKind.FAILED for page in reading.pages) else "read"


def _told(endings: Iterable[Ending]) -> Iterator[Ending]:
    for done, ending in enumerate(endings, start=1):
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{done}")
        yield ending


def _print(endings: list[Ending]) -> None:
    by_kind: dict[str, list[Ending]] = defaultdict(list)
    for ending in endings:
        by_kind[ending.case.kind].append(ending)
    heads = ("files", "read", "failed pages", "named failure", "slowest s", "MiB")
    print(f"{'mutation':18}" + "".join(f"{head:>{len(head) + 2}}" for head in heads))
    for kind, group in [*by_kind.items(), ("ALL", endings)]:
        answers = Counter(ending.answer for ending in group)
        named = sum(count for answer, count in answers.items() if answer.startswith("error."))
        print(
            f"{kind:18}{len(group):7}{answers['read']:6}{answers['some pages failed']:14}{named:15}"
            f"{max(ending.seconds for ending in group):11.1f}{max(ending.memory for ending in group):6.0f}"
        )
    print(f"ended otherwise: {sum(not ending.is_well for ending in endings)} of {len(endings)}")


if __name__ == "__main__":
    sys.exit(main())
