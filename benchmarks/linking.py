"""How well links are found, and how honest their probabilities are.

    python benchmarks/linking.py                                # all of it; gold lies in ../shared/gold/links
    python benchmarks/linking.py --only planted --show planted  # what is missed and wrong in the samples
    python benchmarks/linking.py --only sets --sets FOLDER --language en
    python benchmarks/linking.py --plot docs/pictures/reliability.svg

planted      the sample plans are read from their PDFs and linked; what is found of the links planted in them,
             by pair of plans (see `planted.py` for what counts)
sets         the labelled sets of gold, and those of any folder: X.csv with X_targets.csv, columns as in gold,
             or folders with sources.csv and targets.csv (id, text) and links.csv (source_id, target_id); mean
             average precision (MAP), share of sources with a right target first, precision, recall and F1 of
             the pairs at 0.5 or more, and the MAP of plain TF-IDF. The weights were fitted on the sets of
             gold, but for those marked *; see fit_links.py for cross-validated figures
calibration  expected calibration error in ten bands of equal width, and Brier score. Most pairs are trivially
             improbable, so the error is shown among pairs stated at 0.05 or more, too. Gold is
             cross-validated: there a set counts by the fourth root of its number of sources. The scorer was
             never fitted on the others: planted pairs count alike, sets by the root of their sources
"""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fit_links import build_table, cross_validate
from link_figures import Judged, Ranked, bands, brier, calibration_error
from link_sets import GOLD, KEPT_APART, LinkSet, read_folder, read_sets
from planted import Compared, Counts, Ends, compare_samples, count_links, judge_pairs
from reliability import draw, points
from set_tables import judge, rank, show_errors, show_sets

from selaras.flows.list_languages import Wanted
from selaras.models.alignment.scoring import load_weights
from selaras.models.relations import Relation

GOLD_NAME, PLANTED_NAME = "gold, cross-validated", "planted"
DRAWN = {
    GOLD_NAME: "acuan, validasi silang / gold, cross-validated",
    f"{PLANTED_NAME}: {Relation.SERVES}": "dokumen contoh / planted samples",
}
PARTS = ("planted", "sets", "calibration")
TOLD = 0.05  # stated probability from which a pair is not trivially improbable


@dataclass(frozen=True, slots=True)
class Sets:
    """Link sets with what is stated of them."""

    links: Sequence[LinkSet]
    ranked: Sequence[Ranked]

    def judged(self, *, apart: bool) -> list[Judged]:
        """What is stated and said of all pairs, or of those of the sets that were kept apart."""
        both = zip(self.links, self.ranked, strict=True)
        chosen = [one for one in both if one[0].name in KEPT_APART or not apart]
        return [judgement for one in chosen for judgement in judge(*one)]

    def show(self, errors: str | None) -> None:
        """Print the figures, and what is wrong in one set."""
        show_sets(self.links, self.ranked)
        for links, found in zip(self.links, self.ranked, strict=True):
            if links.name == errors:
                show_errors(links, found)


def rank_sets(links: Sequence[LinkSet], language: Wanted) -> Sets:
    """Link all sets."""
    return Sets(links, [rank(one, language) for one in links])


def show_planted(compared: Sequence[Compared], *, errors: bool) -> None:
    """Print a line for each pair of kinds of two plans, and the totals."""
    print(f"  {'planted':66} {'links':>5} {'P':>7} {'R':>7} {'F1':>7}")
    total: dict[Relation, Counts] = {}
    for one in compared:
        counts = count_links(one)
        total[one.relation] = total.get(one.relation, Counts()) + counts
        kinds = one.kinds[0] if one.kinds[0] == one.kinds[1] else " -> ".join(one.kinds)
        show_counts(f"{_short(one.source)} -> {_short(one.target)} {kinds.lower()}", counts)
        if errors:
            show_ends("wrong", counts.wrong, one)
            show_ends("missed", counts.missed, one)
    for relation, counts in total.items():
        show_counts(f"= {relation}", counts)
    show_counts("= all", sum(total.values(), Counts()))


def show_counts(name: str, counts: Counts) -> None:
    """Print one line of figures."""
    clear = len(counts.hits) + len(counts.missed)
    print(f"  {name[:66]:66} {clear:5} {counts.precision:7.3f} {counts.recall:7.3f} {counts.f1:7.3f}")


def show_ends(what: str, ends: Sequence[Ends], compared: Compared) -> None:
    """Print pairs with what is stated of them."""
    for source, target in ends:
        stated = compared.stated.get((source, target))
        told = "unread" if stated is None else f"{stated:.2f}"
        texts = (compared.words.get(end, end[1])[:70] for end in (source, target))
        print(f"      {what} {told}", " | ".join(texts))


def _short(file: str) -> str:
    """The name of a file without its period."""
    return re.sub(r"_\d{4}-\d{4}$", "", Path(file).stem)


def cross_validated(sets: Sequence[LinkSet]) -> list[Judged]:
    """What is stated of each pair of gold by weights that were fitted on sets with other sources."""
    tables = [build_table(links) for links in sets if links.name not in KEPT_APART]
    return cross_validate(tables, load_weights().facts)[1]


def show_calibration(series: dict[str, list[Judged]]) -> None:
    """Print how far what is stated is from what is right."""
    print(f"\n  {'calibration':32} {'pairs':>7} {'right':>6} {'ECE':>7} {'from .05':>9} {'pairs':>6}", end="")
    print(f" {'Brier':>7} {'constant':>8}")
    for name, judged in series.items():
        counted = [one for one in judged if one.weight]
        told = [one for one in counted if one.probability >= TOLD]
        right = sum(one.right for one in counted)
        figures = f"{calibration_error(counted):7.4f} {calibration_error(told):9.4f} {len(told):6}"
        print(f"  {name:32} {len(counted):7} {right:6.0f} {figures} {brier(counted):7.4f}", end="")
        print(f" {brier(_constant(counted)):8.4f}")


def _constant(judged: Sequence[Judged]) -> list[Judged]:
    """The same pairs, with their mean stated of each."""
    total = sum(one.weight for one in judged) or 1.0
    mean = sum(one.right * one.weight for one in judged) / total
    return [Judged(mean, one.right, one.weight) for one in judged]


def show_bands(name: str, judged: list[Judged]) -> None:
    """Print how often pairs of each band of probability were right."""
    print(f"\n  {name:20} {'pairs':>7} {'stated':>7} {'right':>7}")
    for low, high, count, stated, right in bands(judged):
        print(f"  {low:.2f} to {high:.2f}         {count:7} {stated:7.3f} {right:7.3f}")


def parse() -> argparse.Namespace:
    """Read the options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--sets", type=Path, help="another folder of link sets")
    parser.add_argument("--language", choices=("id", "en", "auto"), default="auto", help="that of --sets")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part, or these")
    parser.add_argument("--show", metavar="SET", help='list what is wrong in this set, or in "planted"')
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw how the probabilities hold")
    return parser.parse_args()


def main() -> None:
    """Measure what was asked for."""
    options = parse()
    parts = options.only or PARTS
    series: dict[str, list[Judged]] = {}
    if "sets" in parts or "calibration" in parts:
        series |= measure_sets(options, parts)
    if "planted" in parts or "calibration" in parts:
        compared = compare_samples()
        if "planted" in parts:
            show_planted(compared, errors=options.show == "planted")
        series |= judge_planted(compared)
    if "calibration" in parts:
        report(series, options.plot)


def measure_sets(options: argparse.Namespace, parts: Sequence[str]) -> dict[str, list[Judged]]:
    """Link the sets of gold and of the folder given, and show them if asked to; what is stated of them."""
    gold = read_sets(options.gold)
    ranked = rank_sets(gold, "id")
    other = rank_sets(read_folder(options.sets) if options.sets else [], options.language)
    for sets in (ranked, other):
        if "sets" in parts and sets.links:
            sets.show(options.show)
            print()
    judged = {GOLD_NAME: cross_validated(gold)} if "calibration" in parts else {}
    found = {"sets kept apart": ranked.judged(apart=True), "sets of the folder": other.judged(apart=False)}
    return judged | {name: listed for name, listed in found.items() if listed}


def judge_planted(compared: Sequence[Compared]) -> dict[str, list[Judged]]:
    """What is stated of the planted pairs: of all, and of those of each relation."""
    by_relation: dict[str, list[Judged]] = {PLANTED_NAME: []}
    for one in compared:
        found = judge_pairs(one)
        by_relation[PLANTED_NAME] += found
        by_relation.setdefault(f"{PLANTED_NAME}: {one.relation}", []).extend(found)
    return by_relation


def report(series: dict[str, list[Judged]], plot: Path | None) -> None:
    """Print the calibration, and draw it if asked to."""
    show_calibration(series)
    for name in DRAWN:
        show_bands(name, series[name])
    if plot:
        plot.write_text(draw({told: points(series[name]) for name, told in DRAWN.items()}), encoding="utf-8")


if __name__ == "__main__":
    main()
