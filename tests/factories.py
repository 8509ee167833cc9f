"""Small things with defaults for tests; all names and texts are invented."""

from collections.abc import Sequence

from selaras.extractors.pages.page import Cell, Line, Table, TableRow
from selaras.models.documents import DocumentStatus, Period, PlanKind, PlanLevel, PlanningDocument
from selaras.models.ids import DocumentId
from selaras.models.indicators import Indicator, YearlyValue, indicator_id
from selaras.models.passages import Box, Passage
from selaras.models.plans import Plan, ReadingWarning
from selaras.models.statements import Statement, StatementKind, statement_id
from selaras.models.values import parse_value

SHA = DocumentId("0" * 64)
LINE_HEIGHT = 14.0
CELL_SIZE = (80.0, 20.0)


def document(
    kind: PlanKind = PlanKind.RENSTRA,
    *,
    level: PlanLevel | None = PlanLevel.PROVINCE,
    region: str | None = "98",
    agency: str | None = "Dinas Samudra",
    period: tuple[int, int] | None = (2025, 2029),
    sha256: str = SHA,
    title: str = "Rencana Strategis Dinas Samudra",
    pages: int = 3,
    status: DocumentStatus = DocumentStatus.UNKNOWN,
) -> PlanningDocument:
    """A plan of an invented agency."""
    years = Period(*period) if period else None
    return PlanningDocument(
        DocumentId(sha256), kind, level, region, agency, years, title, pages, status=status, file_name="a.pdf"
    )


def line(
    text: str,
    *,
    row: int = 0,
    page: int = 1,
    left: float = 72.0,
    right: float | None = None,
    size: float = 11.0,
    bold: bool = False,
) -> Line:
    """A line of text; `row` counts lines from the top of the page."""
    top = 72.0 + row * LINE_HEIGHT
    end = right if right is not None else min(left + 5.5 * len(text), 520.0)
    return Line(text, page, (left, top, end, top + 11.0), size, bold)


def lines(*texts: str, page: int = 1) -> tuple[Line, ...]:
    """Lines under each other; `**text**` is bold and centred, an empty text leaves a gap."""
    made = []
    for row, text in enumerate(texts):
        if text.startswith("**"):
            words = text.strip("*")
            half = 2.75 * len(words)
            made.append(line(words, row=row, page=page, left=296 - half, right=296 + half, bold=True))
        elif text:
            made.append(line(text, row=row, page=page))
    return tuple(made)


def cell(text: str, *, column: int = 0, row: int = 0) -> Cell:
    """A cell at its place in a grid of equal cells."""
    width, height = CELL_SIZE
    return Cell(text, (column * width, row * height, (column + 1) * width, (row + 1) * height))


def table(
    heads: Sequence[str],
    *rows: Sequence[str | None] | str,
    title: str | None = None,
    page: int = 1,
) -> Table:
    """A table; a row given as one text is a section row, None is an empty cell."""
    made = []
    for place, row in enumerate(rows, 1):
        if isinstance(row, str):
            made.append(TableRow(page, (None,) * len(heads), cell(row, row=place)))
        else:
            cells = tuple(cell(text, column=at, row=place) if text else None for at, text in enumerate(row))
            made.append(TableRow(page, cells))
    return Table((page,), tuple(heads), tuple(made), title)


def statement(
    text: str = "Meningkatnya mutu layanan pesisir",
    kind: StatementKind = StatementKind.OBJECTIVE,
    *,
    number: str | None = None,
    parent: Statement | None = None,
    owner: str | None = None,
    page: int = 1,
    of: PlanningDocument | None = None,
) -> Statement:
    """A statement of `of`, by default of the invented agency's plan."""
    plan_document = of or document()
    passage = Passage(plan_document.sha256, page, (box(),), text)
    own = statement_id(plan_document, kind, number, text)
    return Statement(own, kind, text, passage, number, parent.id if parent else None, owner)


def indicator(
    name: str = "Persentase pelabuhan yang aman",
    *,
    unit: str | None = "%",
    measures: Statement | None = None,
    concept: str | None = None,
    baseline: tuple[int | None, str] | None = (2024, "61,5"),
    targets: Sequence[tuple[int | None, str]] = ((2025, "63,0"), (2026, "65,0")),
    page: int = 1,
    of: PlanningDocument | None = None,
) -> Indicator:
    """An indicator with values as they are printed."""
    plan_document = of or document()
    measured = measures.id if measures else None
    return Indicator(
        indicator_id(plan_document, measured, name, unit),
        name,
        Passage(plan_document.sha256, page, (box(),), name),
        unit,
        statement=measured,
        concept=concept,
        baseline=yearly(*baseline) if baseline else None,
        targets=tuple(yearly(year, text) for year, text in targets),
    )


def yearly(year: int | None, text: str, *, final: bool = False) -> YearlyValue:
    """A printed value with its year."""
    return YearlyValue(year, parse_value(text), final)


def box(top: float = 100.0) -> Box:
    """A box of one line."""
    return (72.0, top, 520.0, top + 11.0)


def plan(
    *,
    of: PlanningDocument | None = None,
    statements: Sequence[Statement] = (),
    indicators: Sequence[Indicator] = (),
    warnings: Sequence[ReadingWarning] = (),
) -> Plan:
    """A plan; empty unless told otherwise."""
    return Plan(of or document(), tuple(statements), tuple(indicators), tuple(warnings))
