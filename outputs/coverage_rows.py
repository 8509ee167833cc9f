"""Summaries of coverage as rows of a table and as plain data: counts, shares, and every gap with its page."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from selaras.models.coverage.justifications import Direction, Justification
from selaras.models.coverage.statuses import Coverage, CoverageStatus
from selaras.models.coverage.summaries import PrioritySummary, Summary
from selaras.outputs.chain_things import Things, document_to_json, statement_to_json
from selaras.outputs.coverage_words import describe_side
from selaras.outputs.labels import Labels
from selaras.outputs.plain_json import JsonObject

SCHEMA = 1
S = CoverageStatus
# What stands in one column of the table.
COLUMNS: dict[str, frozenset[CoverageStatus]] = {
    "covered": frozenset({S.COVERED}),
    "crosscut": frozenset({S.CROSS_CUT}),
    "partly": frozenset({S.PARTLY, S.AMBIGUOUS, S.OUTDATED}),
    "gap": frozenset({S.ORPHANED, S.UNCOVERED}),
    "justified": frozenset({S.JUSTIFIED}),
}
GAP_COLUMNS = ("group", "side", "status", "statement", "text", "place", "plan", "signed")
PRIORITY_COLUMNS = ("priority", "text", "status", "plans", "regions", "programs", "missed")
Name = Callable[[str], str]
"""What a group is called, by its key."""


def summary_heads(labels: Labels) -> list[str]:
    """The heads of the table of summaries."""
    return [labels.text(f"coverage.column.{name}") for name in ("group", "side", "judged", *COLUMNS, "share")]


def summary_rows(
    summaries: Iterable[Summary], sides: Sequence[Direction], name: Name, labels: Labels
) -> Iterator[tuple[object, ...]]:
    """One row for each group and each side on which anything was judged."""
    for one in summaries:
        for side in sides:
            if one.judged(side):
                yield (name(one.key), labels.text(f"coverage.side.{side}"), *_figures(one, side, labels))


def _figures(one: Summary, side: Direction, labels: Labels) -> Iterator[object]:
    counts = one.counts[side]
    yield one.judged(side)
    yield from (sum(counts.get(status, 0) for status in group) for group in COLUMNS.values())
    yield percent(one.share(side), labels)


def percent(share: float | None, labels: Labels) -> str:
    """`48 %`, rounded down: what is not whole must not read as 100."""
    return "–" if share is None else labels.text("coverage.percent", share=int(share * 100 + 1e-9))


def gap_heads(labels: Labels) -> list[str]:
    """The heads of the list of gaps."""
    return [labels.text(f"coverage.column.{name}") for name in GAP_COLUMNS]


def gap_rows(  # noqa: PLR0913
    summaries: Iterable[Summary],
    found: dict[str, Coverage],
    sides: Sequence[Direction],
    name: Name,
    *,
    things: Things,
    labels: Labels,
) -> Iterator[tuple[str, ...]]:
    """One row a gap, in reading order, with its page; a justification that has expired is told."""
    for one in summaries:
        for side in sides:
            for node in one.gaps[side]:
                yield (
                    name(one.key),
                    labels.text(f"coverage.side.{side}"),
                    describe_side(side, found[node].side(side), labels),
                    things.name(node, labels),
                    things.statements[node].text,
                    things.place(node, labels),
                    labels.plan(things.document_of(node)),
                    "; ".join(
                        _expired(signed, labels) for signed in found[node].expired if signed.side is side
                    ),
                )


def _expired(signed: Justification, labels: Labels) -> str:
    return labels.text(
        "coverage.expired", reason=signed.reason, author=signed.author, until=labels.day(signed.until)
    )


def priority_heads(labels: Labels) -> list[str]:
    """The heads of the table of priorities."""
    return [labels.text(f"coverage.column.{name}") for name in PRIORITY_COLUMNS]


def priority_rows(
    priorities: Iterable[PrioritySummary], things: Things, labels: Labels
) -> Iterator[tuple[object, ...]]:
    """One row a priority: its status, how many plans, regions, programs it reaches, which plans it misses."""
    for one in priorities:
        documents = [things.documents[plan.document] for plan in one.reached]
        yield (
            things.code(one.node, labels),
            things.statements[one.node].text,
            describe_side("down", one.status, labels) or labels.text("coverage.no_plan_below"),
            len(documents),
            len({document.region for document in documents if document.region}),
            sum(plan.programs for plan in one.reached),
            "; ".join(labels.plan(things.documents[plan]) for plan in one.missed),
        )


def coverage_to_json(
    summaries: Iterable[Summary],
    found: dict[str, Coverage],
    sides: Sequence[Direction],
    name: Name,
    things: Things,
) -> list[JsonObject]:
    """Plain data of summaries: counts by status, shares, and every gap with its page."""
    return [
        {
            "key": one.key,
            "name": name(one.key),
            "statements": len(one.statements),
            **{side.value: _side_to_json(one, side, found, things) for side in sides},
        }
        for one in summaries
    ]


def _side_to_json(one: Summary, side: Direction, found: dict[str, Coverage], things: Things) -> JsonObject:
    return {
        "judged": one.judged(side),
        "counts": {status.value: count for status, count in one.counts[side].items()},
        "share": one.share(side),
        "gaps": [
            {**statement_to_json(node, things), "status": found[node].side(side)} for node in one.gaps[side]
        ],
    }


def priorities_to_json(priorities: Iterable[PrioritySummary], things: Things) -> list[JsonObject]:
    """Plain data of priorities."""
    return [
        {
            **statement_to_json(one.node, things),
            "status": one.status,
            "reached": [
                {
                    **document_to_json(things.documents[plan.document]),
                    "probability": plan.probability,
                    "statements": plan.statements,
                    "programs": plan.programs,
                }
                for plan in one.reached
            ],
            "missed": [document_to_json(things.documents[plan]) for plan in one.missed],
        }
        for one in priorities
    ]
