"""How well codes survive what happens to names: misprints, lost blanks, cut ends, words around them.

    python benchmarks/resolve_stress.py [--names ../shared/domain/indicator_synonyms.csv] [--show WAY]

Every name that the catalogue knows, and every variant of the list of synonyms, is written in each way of
`name_variants`. Its code should stay what it was; a name of another measure should get none. Prints for each
way the precision of the codes given, the share of codes that were kept, and how stated chances held. The
half that is "held out" by a hash of the name is for looking at last.
"""

import argparse
import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from name_variants import VARIANTS
from resolve import BANDS, half

from selaras.models.catalogue import Catalogue, load_catalogue
from selaras.models.concepts import ConceptSource, LabelKind

NAMES = Path(__file__).parents[2] / "shared" / "domain" / "indicator_synonyms.csv"
SOURCES = frozenset(ConceptSource)
SLASH = "slash list"


@dataclass(frozen=True, slots=True)
class Trial:
    """A name as it was written, the code it should have, and what it got."""

    way: str
    written: str
    wanted: str | None
    got: str | None
    probability: float


def base_names(catalogue: Catalogue, listed: Path) -> dict[str, str | None]:
    """Names with the codes that they have when they are written well."""
    names: dict[str, str | None] = {}
    for label in catalogue.labels:
        if label.kind in (LabelKind.OUTSIDE, LabelKind.FALSE_FRIEND):
            names[label.text] = None
        elif label.kind is not LabelKind.ABBR:
            names[label.text] = catalogue.canonical(label.code)
    if listed.is_file():
        with listed.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                names.setdefault(row["variant"], catalogue.resolve(row["canonical"], sources=SOURCES).code)
    return names


def trials(catalogue: Catalogue, names: dict[str, str | None], seed: int) -> Iterable[Trial]:
    """Write every name in every way, and two names of one code beside each other."""
    rng = random.Random(seed)
    by_code: dict[str, list[str]] = {}
    for name, code in names.items():
        by_code.setdefault(code or "", []).append(name)
        for way, vary in VARIANTS.items():
            written = vary(rng, name)
            if written != name:
                yield _trial(catalogue, way, written, code)
    for code, alike in by_code.items():
        for one, other in pairwise(alike if code else ()):
            yield _trial(catalogue, SLASH, f"{one}/{other}", code)


def _trial(catalogue: Catalogue, way: str, written: str, wanted: str | None) -> Trial:
    found = catalogue.resolve(written, sources=SOURCES)
    return Trial(way, written, wanted, found.code, found.probability)


def show_way(way: str, done: Sequence[Trial]) -> None:
    """Print the figures of one way of writing."""
    given = [trial for trial in done if trial.got]
    right = sum(trial.got == trial.wanted for trial in given)
    wanted = sum(trial.wanted is not None for trial in done)
    print(f"{way:16} {len(done):6} {right / max(len(given), 1):9.3f} {right / max(wanted, 1):6.3f}")


def show_calibration(done: Sequence[Trial]) -> None:
    """Print, for each band of stated probability, how often the answer was right."""
    print(f"\n{'probability':14} {'n':>6} {'stated':>7} {'right':>7}")
    for low, high in pairwise(BANDS):
        chosen = [trial for trial in done if low <= trial.probability < high]
        if chosen:
            stated = sum(trial.probability for trial in chosen) / len(chosen)
            right = sum(trial.got == trial.wanted for trial in chosen) / len(chosen)
            print(f"{low:.2f} to {min(high, 1):.2f}   {len(chosen):6} {stated:7.3f} {right:7.3f}")


def main() -> None:
    """Write names in all ways and print how many codes stay."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=Path, default=NAMES)
    parser.add_argument("--half", choices=("seen", "held out"), default="seen")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--show", help="list what went wrong in this way of writing")
    options = parser.parse_args()
    catalogue = load_catalogue()
    names = {
        name: code
        for name, code in base_names(catalogue, options.names).items()
        if half(name) == options.half
    }
    done = list(trials(catalogue, names, options.seed))
    print(f"{len(names)} names ({options.half})\n{'way':16} {'n':>6} {'precision':>9} {'kept':>6}")
    for way in (*VARIANTS, SLASH):
        show_way(way, [trial for trial in done if trial.way == way])
    show_way("all", done)
    show_calibration(done)
    for trial in done:
        if trial.way == options.show and trial.got != trial.wanted:
            print(f"    {trial.written[:90]:90} want {trial.wanted} got {trial.got} {trial.probability:.2f}")


if __name__ == "__main__":
    main()
