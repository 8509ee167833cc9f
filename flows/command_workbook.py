"""`selaras review export` and `import`: the workbook goes out to planners, and their decisions come back."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from selaras.flows.atomic_files import atomic_file
from selaras.flows.command_decide import outcome_to_json
from selaras.flows.command_review import Asked, choose, make_filter, survey_store
from selaras.flows.labels import labels_of
from selaras.flows.merging import Editor, Merge, RowNote, merge_rows
from selaras.flows.progress import waiting
from selaras.flows.review_books import read_book
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.flows.surveying import Survey
from selaras.flows.terminal import show_json, show_lines, tell
from selaras.models.decisions.conflicts import Verdict
from selaras.models.decisions.gaps import OpenGap, open_gaps
from selaras.models.decisions.review import Filter, ReviewItem, rivals
from selaras.models.decisions.settling import settle_gaps
from selaras.models.errors import InputError
from selaras.models.messages import message
from selaras.outputs.labels import Labels
from selaras.outputs.plain_json import JsonObject
from selaras.outputs.review_book import BookLink, write_book


def run_export(settings: Settings, output: Path, asked: Asked, *, limit: int) -> int:
    """Write a workbook of links and gaps."""
    if output.suffix.casefold() != ".xlsx":
        raise InputError(message("error.review_ending", file=output))
    labels = labels_of(settings)
    with opened_store(settings) as store, waiting(labels.text("cli.progress.weighing")):
        survey = survey_store(store)
        links = choose(survey, asked, labels)[:limit]
        gaps = find_gaps(survey, make_filter(asked, survey, labels))[:limit]
        with atomic_file(output) as stream:
            write_book(_with_rivals(links, survey.items()), gaps, labels, stream)
    tell("review.book.written", settings.language, links=len(links), gaps=len(gaps), file=output)
    return 0


def find_gaps(survey: Survey, wanted: Filter) -> list[OpenGap]:
    """The gaps of the plans that are asked for."""
    from selaras.models.coverage.status import coverage  # noqa: PLC0415
    from selaras.models.graph import build_graph  # noqa: PLC0415

    graph = build_graph(survey.plans, survey.current_links())
    signed = settle_gaps(survey.log, survey.plans)
    found = coverage(graph, signed, today=datetime.now(UTC).date())
    gaps = open_gaps(found, survey.ends, survey.documents, survey.log)
    return [gap for gap in gaps if wanted.asks_for(gap.statement.document)]


def _with_rivals(links: Sequence[ReviewItem], items: Sequence[ReviewItem]) -> Iterable[BookLink]:
    by_source: dict[str, list[ReviewItem]] = {}
    for item in items:
        if not item.lost:
            by_source.setdefault(item.link.source, []).append(item)
    for link in links:
        others = rivals(link, by_source.get(link.link.source, ()))
        yield BookLink(link, tuple(one.target for one in others))


def run_import(settings: Settings, workbook: Path, author: str | None, *, force: bool, as_json: bool) -> int:
    """Take in the decisions of a workbook; code 1 where a row could not be taken."""
    labels = labels_of(settings)
    rows = read_book(workbook)
    with opened_store(settings) as store, store.writing() as session:
        merge = merge_rows(session, rows, Editor(author or settings.author, force))
    if as_json:
        show_json(merge_to_json(merge, labels))
    else:
        show_lines(merge_lines(merge, labels))
    return int(bool(merge.problems))


def merge_to_json(merge: Merge, labels: Labels) -> JsonObject:
    """What became of the rows as plain data."""
    return {
        "schema": 1,
        "taken": merge.count(Verdict.TAKEN),
        "known": merge.count(Verdict.KNOWN),
        "left": merge.left,
        "outcomes": [outcome_to_json(one) for one in merge.outcomes],
        "problems": [_note_to_json(one, labels) for one in merge.problems],
        "notes": [_note_to_json(one, labels) for one in merge.notes],
    }


def merge_lines(merge: Merge, labels: Labels) -> Iterable[str]:
    """What became of the rows, in words."""
    for note in merge.notes:
        yield labels.text("review.book.note", row=_row_name(note, labels), note=labels.render(note.message))
    for problem in merge.problems:
        row = _row_name(problem, labels)
        yield labels.text("review.book.problem", row=row, problem=labels.render(problem.message))
    counts = {"taken": merge.count(Verdict.TAKEN), "known": merge.count(Verdict.KNOWN)}
    yield labels.text("review.book.merged", left=merge.left, problems=len(merge.problems), **counts)


def _row_name(note: RowNote, labels: Labels) -> str:
    return labels.text("review.book.row", sheet=note.sheet, row=note.number)


def _note_to_json(note: RowNote, labels: Labels) -> JsonObject:
    words = labels.render(note.message)
    return {"sheet": note.sheet, "row": note.number, "code": note.message.code, "message": words}
