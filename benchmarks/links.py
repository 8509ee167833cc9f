"""How well statements are linked, on links that documents state or people judged, against plain TF-IDF.

    python benchmarks/links.py [--gold ../shared/gold/links] [--show SET]

Prints for every set the mean average precision (MAP), the share of sources with a right target first,
precision, recall and F1 of the pairs at 0.5 or more, and the MAP of the baseline; then how the stated
probabilities held. Sets marked + were used to fit the weights (see fit_links.py for cross-validated figures),
those marked * never.
"""

import argparse
import time
from collections import defaultdict
from pathlib import Path

from link_figures import Figures, Judged, Ranked, bands, brier, mean_figures, measure, rank_by_tfidf
from link_sets import GOLD, KEPT_APART, LinkSet, read_sets

from selaras.models.alignment.items import Item
from selaras.models.alignment.lists import align


def rank(links: LinkSet) -> Ranked:
    """Link a set as `selaras align` does."""
    ranked: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    sources = [Item(key, text) for key, text in links.sources.items()]
    for pair in align(sources, [Item(key, text) for key, text in links.targets.items()]):
        ranked[pair.source_id].append((pair.target_id, pair.probability))
    return ranked


def show(mark: str, name: str, figures: Figures, baseline: float) -> None:
    """Print one line."""
    columns = (figures.map, figures.first, figures.precision, figures.recall, figures.f1, baseline)
    print(f"{mark} {name[:40]:40} {figures.sources:4} ", " ".join(f"{column:7.3f}" for column in columns))


def show_sets(sets: list[LinkSet], ranked: list[Ranked]) -> None:
    """Print the figures of all sets and their means."""
    print(f"  {'set':40} {'n':>4} {'MAP':>7} {'first':>7} {'P':>7} {'R':>7} {'F1':>7} {'TF-IDF MAP':>9}")
    groups: defaultdict[str, list[tuple[Figures, float]]] = defaultdict(list)
    for links, found in zip(sets, ranked, strict=True):
        mark = "*" if links.name in KEPT_APART else "+"
        line = measure(found, links), measure(rank_by_tfidf(links), links).map
        show(mark, links.name, *line)
        for group in ("candidates" if links.group == "candidates" else "documents", mark):
            groups[group].append(line)
    names = {
        "documents": "mean of documents",
        "candidates": "mean of candidates",
        "*": "mean of those kept apart",
    }
    for group, name in names.items():
        lines = groups[group]
        show(" ", name, mean_figures([one for one, _ in lines]), sum(base for _, base in lines) / len(lines))


def show_calibration(sets: list[LinkSet], ranked: list[Ranked]) -> None:
    """Print how often pairs of each band of probability were right, sets weighed alike."""
    judged = [judgement for pair in zip(sets, ranked, strict=True) for judgement in _judged(*pair)]
    print(f"\n{'probability':14} {'n':>6} {'stated':>7} {'right':>7}")
    for low, high, count, stated, right in bands(judged):
        print(f"{low:.2f} to {high:.2f}   {count:6} {stated:7.3f} {right:7.3f}")
    print(f"Brier {brier(judged):.4f}")


def _judged(links: LinkSet, ranked: Ranked) -> list[Judged]:
    share = len(links.sources) ** -0.5 / len(links.targets)
    return [
        Judged(probability, right, weight * share)
        for source, pairs in ranked.items()
        for target, probability in pairs
        for right, weight in (links.judgement(source, target),)
    ]


def show_errors(links: LinkSet, ranked: Ranked) -> None:
    """Print the sources whose first target is wrong."""
    for source, text in links.sources.items():
        right = links.right.get(source, frozenset())
        target, probability = ranked[source][0]
        if target not in right:
            wanted = " / ".join(sorted(links.targets[one][:40] for one in right)) or "NONE"
            print(f"    {text[:70]:70} want {wanted} got {links.targets[target][:40]} {probability:.2f}")


def main() -> None:
    """Read the labelled sets and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--show", metavar="SET", help="list what is wrong in this set")
    options = parser.parse_args()
    sets = read_sets(options.gold)
    start = time.perf_counter()
    ranked = [rank(links) for links in sets]
    took = time.perf_counter() - start
    show_sets(sets, ranked)
    show_calibration(sets, ranked)
    print(f"{sum(len(links.sources) for links in sets)} sources in {took:.2f} s")
    for links, found in zip(sets, ranked, strict=True):
        if links.name == options.show:
            show_errors(links, found)


if __name__ == "__main__":
    main()
