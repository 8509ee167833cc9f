"""The links planted in the sample plans, and which of them are found when the samples are read from PDFs.

A statement or indicator is known by its kind and its words, so that what is read can be told apart from what
was written. Kinds of two plans that `samples/truth/links.json` compares were compared in full: what it does
not name there is no link. A partial link may be drawn or not: it counts neither as wrong nor as missed. What
a plan quotes from another is left out.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from unittest import mock

from link_figures import LINKED, Judged

from selaras.extractors.reading import read_plan
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.alignment import matching
from selaras.models.alignment.plans import link_plans
from selaras.models.catalogue import load_catalogue
from selaras.models.ids import fold
from selaras.models.plans import Plan
from selaras.models.regions import ExtraRegion, load_regions
from selaras.models.relations import Relation

SAMPLES = Path(__file__).parents[1] / "samples"
INDICATOR = "INDICATOR"
CLEAR = 2

Named = tuple[str, str]
"""Kind and words, without blanks, case and punctuation."""
Ends = tuple[Named, Named]


@dataclass(frozen=True, slots=True)
class Compared:
    """Kinds of two plans that were compared in full: all pairs, what is stated of them, and what is true.

    `stated` holds probabilities, `true` the strength of each link: clear (2) or partial (1), `words` how each
    name is written. An end of a true link that was not read is in no pair.
    """

    source: str
    target: str
    relation: Relation
    kinds: tuple[str, str]
    pairs: Sequence[Ends]
    stated: Mapping[Ends, float]
    true: Mapping[Ends, int]
    words: Mapping[Named, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counts:
    """Links drawn that are true, drawn that are not, and true ones that are not drawn."""

    hits: tuple[Ends, ...] = ()
    wrong: tuple[Ends, ...] = ()
    missed: tuple[Ends, ...] = ()

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.hits + other.hits, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of what is drawn that is true; 1 where nothing is drawn."""
        return _share(len(self.hits), len(self.wrong))

    @property
    def recall(self) -> float:
        """Share of what is true that is drawn; 1 where nothing is true."""
        return _share(len(self.hits), len(self.missed))

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def count_links(compared: Compared) -> Counts:
    """Count the pairs stated at 0.5 or more against the truth."""
    drawn = {ends for ends in compared.pairs if compared.stated.get(ends, 0.0) >= LINKED}
    clear = {ends for ends, strength in compared.true.items() if strength >= CLEAR}
    return Counts(
        tuple(sorted(drawn & clear)),
        tuple(sorted(drawn - compared.true.keys())),
        tuple(sorted(clear - drawn)),
    )


def judge_pairs(compared: Compared) -> list[Judged]:
    """What is stated of each pair and what is true; 0 is stated where nothing is, partial links count not."""
    return [
        Judged(compared.stated.get(ends, 0.0), float(strength >= CLEAR), float(strength in (0, CLEAR)))
        for ends in compared.pairs
        for strength in (compared.true.get(ends, 0),)
    ]


def compare_samples() -> list[Compared]:
    """Read the samples from their PDFs, link them, and lay the links beside the truth."""
    truth = read_truth("links")
    regions = read_regions()
    nlp = build_pipeline(regions)
    files = sorted({row[end] for row in truth["compared"] for end in ("source_file", "target_file")})
    plans = {file: read_plan(SAMPLES / file, nlp=nlp) for file in files}
    stated = state_links(plans.values(), regions)
    facts = {file: read_truth(Path(file).stem) for file in files}
    written = {file: written_names(one) for file, one in facts.items()}
    words = dict(pair for one in facts.values() for pair in write_out(one))
    compared = [compare(row, plans, written, truth["links"], stated) for row in truth["compared"]]
    return [replace(one, words=words) for one in compared]


def read_truth(name: str) -> dict[str, Any]:
    """What the generator of the samples wrote down."""
    found: dict[str, Any] = json.loads((SAMPLES / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def read_regions() -> tuple[ExtraRegion, ...]:
    """The invented regions of the samples."""
    with (SAMPLES / "regions.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(ExtraRegion(**row) for row in csv.DictReader(rows))


def state_links(plans: Iterable[Plan], regions: tuple[ExtraRegion, ...]) -> dict[tuple[str, str], float]:
    """The probability of every pair that is looked at, also of those too improbable to be proposed."""
    with mock.patch.multiple(matching, DRAWN=0.0, MOST=10**6, MOST_OF_KIND=10**6):
        links = link_plans(plans, load_catalogue(), regions=load_regions(regions))
    return {(link.source, link.target): link.probability for link in links}


def compare(
    row: Mapping[str, str],
    plans: Mapping[str, Plan],
    written: Mapping[str, Mapping[str, Named]],
    links: Iterable[Mapping[str, Any]],
    stated: Mapping[tuple[str, str], float],
) -> Compared:
    """Lay what is stated of two kinds of two plans beside what is true; `written` has names by key."""
    files, kinds = (row["source_file"], row["target_file"]), (row["source_kind"], row["target_kind"])
    sides = [dict(read_names(plans[file], kind)) for file, kind in zip(files, kinds, strict=True)]
    ids = [(source, target) for source in sides[0] for target in sides[1]]
    found: dict[Ends, float] = {}
    for source, target in ids:
        ends = sides[0][source], sides[1][target]
        found[ends] = max(found.get(ends, 0.0), stated.get((source, target), 0.0))
    return Compared(
        *files, Relation[row["relation"].upper()], kinds, list(found), found, true_ends(row, written, links)
    )


def true_ends(
    row: Mapping[str, str],
    written: Mapping[str, Mapping[str, Named]],
    links: Iterable[Mapping[str, Any]],
) -> dict[Ends, int]:
    """The true links of two kinds of two plans; those of what is quoted are left out."""
    sources, targets = written[row["source_file"]], written[row["target_file"]]
    files = ("source_file", "target_file", "relation")
    own = (link for link in links if all(link[field] == row[field] for field in files))
    return {
        (source, target): link["strength"]
        for link in own
        if (source := sources.get(link["source_key"])) and (target := targets.get(link["target_key"]))
        if (source[0], target[0]) == (row["source_kind"], row["target_kind"])
    }


def read_names(plan: Plan, kind: str) -> Iterator[tuple[str, Named]]:
    """The ids and names of what was read of one kind, without what is quoted."""
    if kind == INDICATOR:
        yield from ((one.id, name(kind, one.name)) for one in plan.indicators)
    for statement in plan.statements:
        if statement.kind == kind and statement.owner is None:
            yield statement.id, name(kind, statement.text)


def written_names(truth: Mapping[str, Any]) -> dict[str, Named]:
    """The names of what the generator wrote, by key, without what is quoted."""
    own = (row for row in truth["statements"] if not row.get("of"))
    return {
        **{row["key"]: name(row["kind"], row["text"]) for row in own},
        **{row["key"]: name(INDICATOR, row["name"]) for row in truth["indicators"]},
    }


def write_out(truth: Mapping[str, Any]) -> Iterator[tuple[Named, str]]:
    """Names of what the generator wrote, with their words."""
    yield from ((name(row["kind"], row["text"]), row["text"]) for row in truth["statements"])
    yield from ((name(INDICATOR, row["name"]), row["name"]) for row in truth["indicators"])


def name(kind: str, words: str) -> Named:
    """What a statement or indicator is known by."""
    return str(kind), fold(words).replace(" ", "")


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 1.0
