"""Link sets linked as `selaras align` does, and their figures beside plain TF-IDF."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from link_figures import Figures, Judged, Ranked, mean_figures, measure, rank_by_tfidf
from link_sets import KEPT_APART, LinkSet

from selaras.flows.list_languages import Wanted, choose_text_language, look_at
from selaras.models.alignment.analysis import ANALYSES
from selaras.models.alignment.items import Item
from selaras.models.alignment.lists import Settings, align

Line = tuple[Figures, float]
"""Figures of a set, and the mean average precision of the baseline."""


def rank(links: LinkSet, wanted: Wanted = "id") -> Ranked:
    """Link a set as `selaras align` does."""
    sources, targets = _items(links.sources), _items(links.targets)
    looks = look_at(Path("sources"), sources), look_at(Path("targets"), targets)
    language = choose_text_language(wanted, *looks)
    ranked: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for pair in align(sources, targets, Settings(analysis=ANALYSES[language]())):
        ranked[pair.source_id].append((pair.target_id, pair.probability))
    return ranked


def _items(texts: Mapping[str, str]) -> list[Item]:
    return [Item(key, text) for key, text in texts.items()]


def judge(links: LinkSet, ranked: Ranked) -> list[Judged]:
    """What is stated of each pair and what people say; a set counts by the root of its number of sources."""
    share = len(links.sources) ** -0.5 / len(links.targets)
    return [
        Judged(probability, right, weight * share)
        for source, pairs in ranked.items()
        for target, probability in pairs
        for right, weight in (links.judgement(source, target),)
    ]


def show_sets(sets: Sequence[LinkSet], ranked: Sequence[Ranked]) -> None:
    """Print the figures of all sets and of each group of them."""
    print(f"  {'set':40} {'n':>4} {'MAP':>7} {'first':>7} {'P':>7} {'R':>7} {'F1':>7} {'TF-IDF MAP':>10}")
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for links, found in zip(sets, ranked, strict=True):
        line = measure(found, links), measure(rank_by_tfidf(links), links).map
        show_line(links.name, line)
        for group in _groups(links):
            groups[group].append(line)
    for group, lines in groups.items():
        show_line(f"= {group}", mean_line(lines))


def _groups(links: LinkSet) -> Iterator[str]:
    """The means that a set is part of."""
    yield "mean of candidates" if links.group == "candidates" else "mean of sets"
    if links.name in KEPT_APART:
        yield "mean of those kept apart"


def mean_line(lines: Iterable[Line]) -> Line:
    """Means over sets."""
    listed = list(lines)
    return mean_figures([one for one, _ in listed]), sum(base for _, base in listed) / len(listed)


def show_line(name: str, line: Line) -> None:
    """Print one line; a set that was kept apart is marked."""
    figures, baseline = line
    columns = (figures.map, figures.first, figures.precision, figures.recall, figures.f1, baseline)
    mark = "*" if name in KEPT_APART else " "
    print(f"{mark} {name[:40]:40} {figures.sources:4} ", " ".join(f"{column:7.3f}" for column in columns))


def show_errors(links: LinkSet, ranked: Ranked) -> None:
    """Print the sources whose first target is wrong."""
    for source, right in links.right.items():
        target, probability = ranked[source][0]
        if right and target not in right:
            wanted = " / ".join(sorted(links.targets[one][:40] for one in right))
            told = f"want {wanted} got {links.targets[target][:40]} {probability:.2f}"
            print(f"    {links.sources[source][:70]:70} {told}")
