"""A trace as rows of a table, one a path, and as plain data."""

from collections.abc import Iterator

from selaras.models.coverage.trace import Path, Reached, Trace
from selaras.outputs.chain_things import Things, document_to_json, statement_to_json
from selaras.outputs.labels import Labels
from selaras.outputs.plain_json import JsonObject
from selaras.outputs.proofs import proof_to_json
from selaras.outputs.trace_tree import end_words, how, measures

SCHEMA = 1
COLUMNS = (
    "probability", "end", "start", "start_text", "start_place", "region", "agency", "plan", "statement",
    "text", "place", "indicators", "path",
)  # fmt: skip
REACHED = ("plan", "best", "statements", "programs", "first", "place")


def trace_heads(labels: Labels) -> list[str]:
    """The heads of the columns."""
    return [labels.text(f"coverage.column.{name}") for name in COLUMNS]


def trace_rows(trace: Trace, things: Things, labels: Labels) -> Iterator[tuple[str, ...]]:
    """One row a path, the most probable first: where it starts and ends, and all that lies between."""
    for path in trace.paths:
        start, last = path.steps[0].node, path.steps[-1].node
        document = things.document_of(last)
        yield (
            f"{path.probability:.4f}",
            end_words(path, labels),
            things.name(start, labels),
            things.statements[start].text,
            things.place(start, labels),
            labels.region(document),
            document.agency or "",
            labels.plan(document),
            things.name(last, labels),
            things.statements[last].text,
            things.place(last, labels),
            measures(last, things),
            path_words(path, things, labels),
        )


def path_words(path: Path, things: Things, labels: Labels) -> str:
    """All steps in one line: `Arah pembangunan IE3 (…) → 0,93 Sasaran 3 (RPJPD …, hlm. 12) → …`."""
    words = []
    for step in path.steps:
        place = f"({things.whole_place(step.node, labels)})"
        words.append(" ".join(filter(None, (how(step, labels), things.name(step.node, labels), place))))
    return " → ".join(words)


def reached_heads(labels: Labels) -> list[str]:
    """The heads of the table of plans that are reached."""
    return [labels.text(f"coverage.column.{name}") for name in REACHED]


def reached_row(one: Reached, things: Things, labels: Labels) -> tuple[object, ...]:
    """A plan that is reached: how surely, with how many statements, and the surest of them."""
    node = one.best[-1].node
    return (
        labels.plan(things.documents[one.document]),
        labels.probability(one.probability),
        one.statements,
        one.programs,
        things.name(node, labels),
        things.place(node, labels),
    )


def trace_to_json(trace: Trace, things: Things) -> JsonObject:
    """Plain data of a trace; `pending` ways were not followed to their end."""
    return {
        "schema": SCHEMA,
        "start": statement_to_json(trace.start, things),
        "direction": trace.direction.value,
        "paths": [_path(path, things) for path in trace.paths],
        "pending": trace.pending,
        "reached": [_reached(one, things) for one in trace.reached],
        "missed": [document_to_json(things.documents[one]) for one in trace.missed],
    }


def _path(path: Path, things: Things) -> JsonObject:
    return {
        "probability": path.probability,
        "end": path.end.value,
        "weaker": path.weaker,
        "steps": [
            {
                **statement_to_json(step.node, things),
                "relation": step.relation.value if step.relation else None,
                "probability": step.probability,
                "state": step.state.value if step.state else None,
                "crossing": step.crossing,
            }
            for step in path.steps
        ],
        "indicators": [
            {
                "id": one.id,
                "name": one.name,
                "unit": one.unit,
                "concept": one.concept,
                **proof_to_json(one.passage),
            }
            for one in things.measures.get(path.steps[-1].node, ())
        ],
    }


def _reached(one: Reached, things: Things) -> JsonObject:
    return {
        **document_to_json(things.documents[one.document]),
        "probability": one.probability,
        "statements": one.statements,
        "programs": one.programs,
        "best": one.best[-1].node,
    }
