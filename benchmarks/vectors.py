"""What each source of knowledge brings to linking: none, the thesaurus, vectors, an encoder.

    python benchmarks/vectors.py [--gold ../shared/gold/links]

Prints for scorers of each choice of measures the mean average precision, precision, recall and F1 of links at
0.5 and the Brier score, cross-validated as in fit_links.py: sets with the same sources are left out together,
two sets never used. Then the same for what the national plans say themselves: which part of them each
indicator and direction belongs to. Figures are means over sets; `pool` is the MAP over all sources.
SELARAS_ENCODER names the folder of an encoder to measure, too.
"""

import argparse
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from fit_links import build_table
from knowledge import Measured, judge, pair_likeness
from link_figures import Figures, Judged, brier, mean_figures
from link_sets import GOLD, KEPT_APART, LinkSet, read_sets

from selaras.flows.settings import read_settings
from selaras.flows.text_encoder import load_encoder
from selaras.models.alignment.encoder import Encode
from selaras.models.framework import Framework, load_rpjmn, load_rpjpn

CHOICES = {
    "words alone": ("words",),
    "thesaurus alone": ("topics",),
    "vectors alone": ("vectors",),
    "words and thesaurus": ("words", "topics"),
    "words and vectors": ("words", "vectors"),
    "words, thesaurus and vectors": ("words", "topics", "vectors"),
}
FEWEST_SOURCES, FEWEST_TARGETS = 5, 4


def measure_set(links: LinkSet, encode: Encode | None) -> Measured:
    """All measures of the pairs of a set."""
    table = build_table(links)
    texts = [*links.sources.values(), *links.targets.values()]
    likeness = table.found.likeness
    columns = {
        "words": likeness.wording,
        "topics": likeness.topics,
        "vectors": likeness.meaning,
    }
    return Measured(table, columns | ({"encoder": pair_likeness(table, encode(texts))} if encode else {}))


def framework_sets(frameworks: Iterable[Framework]) -> Iterator[LinkSet]:
    """Which part of its plan each indicator and direction of a national plan belongs to."""
    for framework in frameworks:
        items = {item.code: item for item in framework.items}
        pairs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for item in framework.items:
            if item.parent in items:
                above = items[item.parent]
                pairs[f"{framework.period[0]} {item.kind} {above.kind}"].append((item.name, above.name))
        yield from (links for name, found in pairs.items() if (links := _set_of(name, found)))


def _set_of(name: str, pairs: Sequence[tuple[str, str]]) -> LinkSet | None:
    """A set of its own sources, or None where it is too small to tell anything."""
    right: defaultdict[str, set[str]] = defaultdict(set)
    for source, target in pairs:
        right[source].add(target)
    targets = dict.fromkeys(target for _, target in pairs)
    if len(right) < FEWEST_SOURCES or len(targets) < FEWEST_TARGETS:
        return None
    frozen = {source: frozenset(found) for source, found in right.items()}
    return LinkSet(
        name, name, {one: one for one in right}, {one: one for one in targets}, frozen, frozenset()
    )


def show(name: str, figures: Sequence[Figures], judged: Sequence[Judged]) -> None:
    """Print one line."""
    mean = mean_figures(figures)
    pool = sum(one.map * one.sources for one in figures) / mean.sources
    columns = (mean.map, pool, mean.first, mean.precision, mean.recall, mean.f1)
    print(f"{name:32}", *(f"{column:7.3f}" for column in columns), f"{brier(judged):8.4f}")


def show_table(title: str, tables: Sequence[Measured], choices: Mapping[str, Sequence[str]]) -> None:
    """Print a line for each choice of measures."""
    print(f"{title:32} {'MAP':>7} {'pool':>7} {'first':>7} {'P':>7} {'R':>7} {'F1':>7} {'Brier':>8}")
    for name, measures in choices.items():
        show(name, *judge(tables, measures))
    print()


def choices_with(encoder: bool) -> dict[str, tuple[str, ...]]:  # noqa: FBT001
    """All choices of measures, those with an encoder only where one is given."""
    more = {
        "encoder alone": ("encoder",),
        "words and encoder": ("words", "encoder"),
        "words, thesaurus and encoder": ("words", "topics", "encoder"),
        "all of them": ("words", "topics", "vectors", "encoder"),
    }
    return CHOICES | more if encoder else CHOICES


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    options = parser.parse_args()
    folder = read_settings(os.environ).encoder
    encode = load_encoder(folder) if folder else None
    labelled = [links for links in read_sets(options.gold) if links.name not in KEPT_APART]
    stated = list(framework_sets((load_rpjpn(), load_rpjmn())))
    choices = choices_with(encode is not None)
    show_table("people's links", [measure_set(links, encode) for links in labelled], choices)
    show_table("national plans", [measure_set(links, encode) for links in stated], choices)


if __name__ == "__main__":
    main()
