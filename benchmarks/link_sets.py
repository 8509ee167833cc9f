"""Labelled links for the benchmarks: who serves whom, as documents state it or people judged it."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from selaras.models.framework import FrameworkKind, load_rpjpn

GOLD = Path(__file__).parents[2] / "shared" / "gold" / "links"
KEPT_APART = ("misi_rpjmd_dki__rpjpd_misi", "arah_rpjpd_dki__rpjpn_arah")  # never used for fitting
ALSO = re.compile(r"by meaning also (\w+)")


@dataclass(frozen=True, slots=True)
class LinkSet:
    """Sources and targets by id, the right targets of each source, and pairs that people were not sure of.

    `group` is shared by sets with the same sources; for the sources in `either` any one of the right targets
    will do.
    """

    name: str
    group: str
    sources: Mapping[str, str]
    targets: Mapping[str, str]
    right: Mapping[str, frozenset[str]]
    doubtful: frozenset[tuple[str, str]]
    either: frozenset[str] = frozenset()

    def judgement(self, source: str, target: str) -> tuple[float, float]:
        """1 for a link, 0 for none, and how much that counts: doubtful links half, what may be one not."""
        right = target in self.right.get(source, frozenset())
        doubt = (source, target) in self.doubtful
        same = self.sources[source].casefold() == self.targets[target].casefold()
        return float(right), (0.5 if right else 0.0) if doubt or (same and not right) else 1.0


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV file with a head row."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def read_sets(gold: Path = GOLD) -> list[LinkSet]:
    """Read all sets: those of documents, by name, then the two of candidates."""
    paths = sorted(path for path in (gold / "sets").glob("*.csv") if not path.stem.endswith("_targets"))
    return [*map(read_set, paths), *read_candidates(gold / "candidates_rpjpn.csv")]


def read_set(path: Path) -> LinkSet:
    """Read one set and its list of targets."""
    rows = [row for row in read_rows(path) if row["relation"] != "NONE"]
    aims = read_rows(path.with_name(f"{path.stem}_targets.csv"))
    targets = {text: f"t{place}" for place, text in enumerate(_texts([*aims, *rows], "target_text"))}
    sources = {text: f"s{place}" for place, text in enumerate(_texts(rows, "source_text"))}
    by_code: defaultdict[str, set[str]] = defaultdict(set)
    for aim in aims:
        by_code[aim["code"]].add(targets[aim["target_text"]])
    right: defaultdict[str, set[str]] = defaultdict(set)
    doubtful, either = set(), set()
    for row in rows:
        source, target = sources[row["source_text"]], targets[row["target_text"]]
        codes = [code.strip() for code in row["target_code"].split(";")]
        right[source] |= {target}.union(*(by_code[code] for code in codes if len(codes) > 1))
        either |= {source} if len(codes) > 1 else set()
        maybe = {target} if row["certainty"] == "doubt" else set()
        doubtful |= {
            (source, one) for one in maybe.union(*(by_code[code] for code in ALSO.findall(row["note"])))
        }
    return LinkSet(
        path.stem,
        path.stem.split("__")[0],
        _turned(sources),
        _turned(targets),
        {source: frozenset(found) for source, found in right.items()},
        frozenset(doubtful),
        frozenset(either),
    )


def read_folder(folder: Path) -> list[LinkSet]:
    """Read the sets of any folder, by name: X.csv with X_targets.csv, and folders of three lists."""
    paired = [path for path in folder.glob("*.csv") if path.with_name(f"{path.stem}_targets.csv").is_file()]
    listed = [path.parent for path in folder.glob("*/links.csv")]
    return [*map(read_set, sorted(paired)), *map(read_lists, sorted(listed))]


def read_lists(folder: Path) -> LinkSet:
    """Read sources.csv and targets.csv (id, text) and links.csv (source_id, target_id)."""
    lists = [read_rows(folder / name) for name in ("sources.csv", "targets.csv")]
    sources, targets = ({row["id"]: row["text"] for row in rows} for rows in lists)
    right: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_rows(folder / "links.csv"):
        right[row["source_id"]].add(row["target_id"])
    frozen = {source: frozenset(found) for source, found in right.items()}
    return LinkSet(folder.name, folder.name, sources, targets, frozen, frozenset())


def read_candidates(path: Path) -> list[LinkSet]:
    """Read what two candidates promised against the 17 directions and the 8 missions of the RPJPN."""
    kinds = {"candidates_arah": FrameworkKind.ARAH, "candidates_misi": FrameworkKind.MISSION}
    return [_candidate_set(name, kind, read_rows(path)) for name, kind in kinds.items()]


def _candidate_set(name: str, kind: FrameworkKind, rows: list[dict[str, str]]) -> LinkSet:
    targets = {item.code: item.name for item in load_rpjpn().by_kind(kind)}
    judged = [(row["item_id"], row["code"], row["grade"]) for row in rows if row["code"] in targets]
    right: defaultdict[str, set[str]] = defaultdict(set)
    for item, code, grade in judged:
        right[item] |= {code} if grade == "2" else set()
    partly = frozenset((item, code) for item, code, grade in judged if grade != "2")
    sources = {row["item_id"]: row["item_text"] for row in rows}
    frozen = {item: frozenset(codes) for item, codes in right.items()}
    return LinkSet(name, "candidates", sources, targets, frozen, partly)


def _texts(rows: Iterable[Mapping[str, str]], column: str) -> list[str]:
    return list(dict.fromkeys(row[column] for row in rows))


def _turned(ids: Mapping[str, str]) -> dict[str, str]:
    return {key: text for text, key in ids.items()}
