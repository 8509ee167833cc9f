"""How well mismatched indicators of two plans are found: in the sample PDFs, and in plans with planted ones.

    python benchmarks/mismatches.py [--half seen|apart] [--show] [--names indicator_resolution.csv]

Prints precision and recall of what is found, rule by rule. The samples are read from their PDFs; what was
planted in them counts only between plans that were compared in full. The planted pairs (planted_measures.py)
have names of the catalogue, names of real plans that people resolved, and invented ones; the half "apart" of
the measures is kept for the end.
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from planted_measures import Base, Planted, catalogue_bases, in_half, local_bases, plant

from selaras.extractors.reading import read_plan
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.alignment.plans import link_plans
from selaras.models.catalogue import Catalogue, load_catalogue
from selaras.models.ids import fold
from selaras.models.indicators import Indicator
from selaras.models.measures.chain_comparison import compare_chain
from selaras.models.measures.pairing import Comparison, compare_plans
from selaras.models.measures.rules import TOLD, rule_of
from selaras.models.plans import Plan
from selaras.models.regions import ExtraRegion, load_regions

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = Path(__file__).parents[2] / "shared" / "gold" / "links" / "indicator_resolution.csv"
CHECKED = (
    "UNIT_MISMATCH",
    "OTHER_MEASURE",
    "FALSE_FRIEND",
    "DIRECTION_WRONG",
    "TARGET_BELOW_PARENT",
    "TARGET_BELOW_NATIONAL",
)
# An indicator that moves against the plan above contradicts it; the candidates' are planted as such.
DRAWS = range(1, 9)
LEFT_OUT = ("IUP1", "IUP12a")  # series and proxies that differ by name
SAME_RULE = {"CONTRADICTS": "DIRECTION_WRONG"}
Found = set[tuple[str, str, str]]


def rules_of(comparisons: Iterable[Comparison]) -> Found:
    """What comparisons tell, as pairs with a rule."""
    return {
        (one.own.id, one.other.id, rule)
        for one in comparisons
        for difference in one.differences
        if (rule := rule_of(one, difference)) and difference.sureness in TOLD
    }


def show(title: str, found: Found, wanted: Found) -> None:
    """Print precision and recall of each rule and of all."""
    print(f"\n{title:26} {'found':>6} {'wanted':>6} {'right':>6} {'precision':>9} {'recall':>7}")
    rules = sorted({rule for _, _, rule in found | wanted})
    for rule in (*rules, "all"):
        some, asked = ({one for one in group if rule in ("all", one[2])} for group in (found, wanted))
        right = len(some & asked)
        shares = right / len(some) if some else 1.0, right / len(asked) if asked else 1.0
        print(f"{rule:26} {len(some):6} {len(asked):6} {right:6} {shares[0]:9.3f} {shares[1]:7.3f}")


def read_samples() -> dict[str, Plan]:
    """Read the sample PDFs."""
    nlp = build_pipeline(_regions())
    return {path.stem: read_plan(path, nlp=nlp) for path in sorted(SAMPLES.glob("*.pdf"))}


def _regions() -> tuple[ExtraRegion, ...]:
    with (SAMPLES / "regions.csv").open(encoding="utf-8") as rows:
        return tuple(ExtraRegion(**row) for row in csv.DictReader(rows))


def find_read(name: str, unit: str | None, plan: Plan) -> Indicator | None:
    """The indicator that was read for one of the truth; None where it was not read."""
    squeezed = fold(name).replace(" ", "")
    same = [one for one in plan.indicators if fold(one.name).replace(" ", "") == squeezed]
    return min(same, key=lambda one: one.unit != unit, default=None)


def of_samples(catalogue: Catalogue) -> tuple[Found, Found, list[str]]:
    """What was found in the samples, what was planted, and what of that was not read."""
    plans = read_samples()
    links = link_plans(plans.values(), catalogue, regions=load_regions(_regions()))
    truth = json.loads((SAMPLES / "truth" / "links.json").read_text(encoding="utf-8"))
    compared = {
        (plans[row["source_file"][:-4]].document.sha256, plans[row["target_file"][:-4]].document.sha256)
        for row in truth["compared"]
        if row["relation"] == "same_measure_as"
    }
    wanted, unread = _planted(truth, plans)
    told = compare_chain(plans.values(), catalogue, links)
    inside = [one for one in told if (one.documents[0].sha256, one.documents[1].sha256) in compared]
    found = {one for one in rules_of(inside) if one[2] in CHECKED} | (rules_of(told) & wanted)
    return found, wanted, unread


def _planted(truth: dict[str, Any], plans: dict[str, Plan]) -> tuple[Found, list[str]]:
    wanted: Found = set()
    unread = []
    for row in (row for group in truth["planted"].values() for row in group):
        rule = SAME_RULE.get(str(row["check"]), str(row["check"]))
        ends = [_end(subject, plans) for subject in row["subjects"][:2]]
        read = [one.id for one in ends if one]
        if rule in CHECKED and len(read) > 1:
            wanted.add((read[0], read[1], rule))
        elif rule in CHECKED and row["check"] in CHECKED:
            unread.append(f"{rule} {row['subjects']}")
    return wanted, unread


def _end(subject: dict[str, str], plans: dict[str, Plan]) -> Indicator | None:
    stem = subject["file"].removesuffix(".pdf")
    read = json.loads((SAMPLES / "truth" / f"{stem}.json").read_text(encoding="utf-8"))
    for one in read["indicators"]:
        if one["key"] == subject["key"]:
            return find_read(one["name"], one["unit"], plans[stem])
    return None


def real_bases(path: Path, catalogue: Catalogue) -> list[Base]:
    """Measures under the names that real plans print, with those that people gave one code as synonyms."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    units: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["unit"] and not row["note"]]
    for row in rows:
        if row["code"] in catalogue.concepts and row["code"] not in LEFT_OUT and "ribu" not in row["name"]:
            unit = units.setdefault(row["code"], row["unit"].casefold().replace("persen", "%"))
            if row["unit"].casefold().replace("persen", "%") == unit:
                names[row["code"]].append(row["name"])
    return [
        Base(tuple(sorted(set(some))), units[code], catalogue.concepts[code].direction)
        for code, some in names.items()
    ]


def of_planted(planted: Planted, catalogue: Catalogue, *, listing: bool) -> tuple[Found, Found]:
    """What was found between two plans, and what was planted."""
    told = compare_plans(planted.own, planted.other, catalogue)
    wanted = {(*pair, rule) for pair, rules in planted.expected.items() for rule in rules.split("+") if rule}
    found = rules_of(told)
    if listing:
        both = (*planted.own.indicators, *planted.other.indicators)
        names = {one.id: f"{one.name} [{one.unit}]" for one in both}
        for mark, group in (("FALSE", found - wanted), ("MISSED", wanted - found)):
            for own, other, rule in sorted(group):
                print(f"    {mark:6} {rule:20} {names[own][:70]} | {names[other][:70]}")
    return found, wanted


def planted_figures(bases: list[Base], catalogue: Catalogue, *, listing: bool) -> tuple[Found, Found]:
    """What was found in plans of these measures, and what was planted, over eight draws of mutations."""
    plans = [one for seed in DRAWS for one in plant(bases, seed=seed)]
    sets = [of_planted(one, catalogue, listing=listing) for one in plans]
    return set().union(*(one for one, _ in sets)), set().union(*(one for _, one in sets))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=("seen", "apart"), default="seen")
    parser.add_argument("--names", type=Path, default=NAMES)
    parser.add_argument("--no-samples", action="store_true", help="the planted pairs only")
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    options = parser.parse_args()
    catalogue = load_catalogue()
    if not options.no_samples:
        found, wanted, unread = of_samples(catalogue)
        show("samples, from the PDFs", found, wanted)
        print("\n".join(f"not read: {one}" for one in unread))
    kinds = {"catalogue": catalogue_bases(catalogue), "invented": local_bases()}
    if options.names.exists():
        kinds["real plans"] = real_bases(options.names, catalogue)
    for name, bases in kinds.items():
        chosen = [base for base in bases if in_half(base, options.half)]
        figures = planted_figures(chosen, catalogue, listing=options.show)
        show(f"planted, names of {name}", *figures)


if __name__ == "__main__":
    main()
