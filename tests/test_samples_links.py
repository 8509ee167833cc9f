"""What was planted in the sample plans: links join what they say, gaps are gaps, figures are printed."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from selaras.samples.content import NAMES

FOLDER = Path(__file__).parents[1] / "samples" / "truth"


@cache
def truth(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@cache
def links() -> dict[str, Any]:
    return truth("links")


def items(file: str) -> dict[str, dict[str, Any]]:
    """Statements and indicators of a document by key; the key None is the document itself."""
    read = truth(file.removesuffix(".pdf"))
    return {item["key"]: item for item in [*read["statements"], *read["indicators"]]} | {
        None: read["document"]
    }


def rows(*checks: str) -> list[dict[str, Any]]:
    """Planted defects of these checks, of all checks where none is named."""
    every = [row for group in links()["planted"].values() for row in group]
    return [row for row in every if not checks or row["check"] in checks]


def planted(*checks: str) -> list[Any]:
    return [pytest.param(row, id=f"{row['check']}-{row['subjects'][0]['key']}") for row in rows(*checks)]


def test_every_link_joins_items_of_the_kinds_it_names() -> None:
    compared = {
        (row["source_file"], row["target_file"], row["relation"], row["source_kind"], row["target_kind"])
        for row in links()["compared"]
    }
    assert links()["links"]
    for link in links()["links"]:
        source = items(link["source_file"])[link["source_key"]].get("kind", "INDICATOR")
        target = items(link["target_file"])[link["target_key"]].get("kind", "INDICATOR")
        assert (link["source_file"], link["target_file"], link["relation"], source, target) in compared, link
        assert (link["strength"], link["difficulty"] in ("easy", "middle", "hard")) in ((1, True), (2, True))


def test_no_link_is_told_twice() -> None:
    ends = [(a["source_file"], a["source_key"], a["target_file"], a["target_key"]) for a in links()["links"]]
    assert len(set(ends)) == len(ends)


def test_links_are_of_every_difficulty() -> None:
    found = [link["difficulty"] for link in links()["links"] if link["relation"] == "serves"]
    assert min(found.count(level) for level in ("easy", "middle", "hard")) >= 10


def strengths(target: dict[str, str], sources: set[str]) -> list[int]:
    """How strongly items of the source documents serve the target."""
    return [
        link["strength"]
        for link in links()["links"]
        if (link["target_file"], link["target_key"]) == (target["file"], target["key"])
        and link["source_file"] in sources
    ]


@pytest.mark.parametrize("row", planted("NOT_DERIVED", "PARTLY_DERIVED"))
def test_gaps_are_gaps(row: dict[str, Any]) -> None:
    found = strengths(row["subjects"][0], {subject["file"] for subject in row["subjects"][1:]})
    assert set(found) == ({1} if row["check"] == "PARTLY_DERIVED" else set())


@pytest.mark.parametrize("row", planted("RPJPD_NOT_ANSWERED", "RPJPD_PARTLY_ANSWERED"))
def test_what_a_candidate_leaves_out_is_served_by_nothing_or_in_part(row: dict[str, Any]) -> None:
    candidate, target = row["subjects"]
    assert set(strengths(target, {candidate["file"]})) == ({1} if "PARTLY" in row["check"] else set())


GAPS = ("NOT_DERIVED", "PARTLY_DERIVED")
ANSWERS = ("RPJPD_NOT_ANSWERED", "RPJPD_PARTLY_ANSWERED")


def told_of(row: dict[str, Any], source: str, target: str) -> str | None:
    """The statement of the target that the row says the source does not serve."""
    keys = {subject["file"].removesuffix(".pdf"): subject["key"] for subject in row["subjects"]}
    return keys.get(target) if source in keys else None


@pytest.mark.parametrize(
    ("source", "target", "kind", "checks"),
    [
        (NAMES[2], NAMES[0], "OBJECTIVE", GAPS),
        (NAMES[2], NAMES[0], "MISSION", GAPS),
        (NAMES[2], NAMES[1], "OBJECTIVE", GAPS),
        (NAMES[2], NAMES[1], "MISSION", GAPS),
        (NAMES[6], NAMES[1], "MISSION", ANSWERS),
        (NAMES[7], NAMES[1], "MISSION", ANSWERS),
    ],
)
def test_every_statement_that_is_not_fully_served_is_told(
    source: str, target: str, kind: str, checks: tuple[str, ...]
) -> None:
    told = {key for row in rows(*checks) if (key := told_of(row, source, target))}
    for item in truth(target)["statements"]:
        full = 2 in strengths({"file": f"{target}.pdf", "key": item["key"]}, {f"{source}.pdf"})
        assert item["kind"] != kind or full or item["key"] in told, item["text"]


@pytest.mark.parametrize("row", planted("CASCADE_BROKEN"))
def test_orphans_serve_nothing(row: dict[str, Any]) -> None:
    orphan = row["subjects"][0]
    sources = {(link["source_file"], link["source_key"]) for link in links()["links"]}
    assert (orphan["file"], orphan["key"]) not in sources


@pytest.mark.parametrize("row", planted("UNIT_MISMATCH"))
def test_mismatched_units_differ(row: dict[str, Any]) -> None:
    left, right = (items(subject["file"])[subject["key"]] for subject in row["subjects"])
    assert left["unit"] != right["unit"]


@pytest.mark.parametrize("row", planted("TARGET_BELOW_PARENT", "TARGET_BELOW_NATIONAL"))
def test_the_figures_of_weak_targets_are_those_printed_for_2029(row: dict[str, Any]) -> None:
    figures = re.findall(r"\d+,\d+(?:–\d+,\d+)?", row["note"])
    for subject, figure in zip(row["subjects"], figures, strict=False):
        targets = items(subject["file"])[subject["key"]]["targets"]
        last = [
            target["text"] for target in targets if target["year"] in (2029, None) and not target.get("final")
        ]
        assert last[-1] == figure, subject


@pytest.mark.parametrize("row", planted())
def test_every_subject_of_a_defect_exists(row: dict[str, Any]) -> None:
    assert all(subject["key"] in items(subject["file"]) for subject in row["subjects"])
    assert row["note"]
