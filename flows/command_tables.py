"""`selaras tables`: the tables of a PDF as they are printed, whatever kind of document it is."""

from dataclasses import asdict
from pathlib import Path

from selaras.flows.progress import waiting
from selaras.flows.settings import Settings
from selaras.flows.terminal import say, show_json, show_lines, show_table
from selaras.models.messages import render, text


def run_tables(settings: Settings, file: Path, *, as_json: bool) -> int:
    """Show each table with its page; as JSON with the place and span of each cell."""
    from selaras.extractors.reading import read_all_pages  # noqa: PLC0415  spaCy costs 1.7 s
    from selaras.extractors.tables.placed import place_tables  # noqa: PLC0415

    language = settings.language
    with waiting(text("cli.progress.one", language)):
        reading = read_all_pages(file, limits=settings.limits, ocr=settings.ocr)
    tables = place_tables(reading.pages)
    if as_json:
        show_json({"file": file.name, "pages": len(reading.pages), "tables": [asdict(one) for one in tables]})
        return 0
    for table in tables:
        say(text("cli.tables.found", language, page=table.page, rows=table.rows, columns=table.columns))
        first, *rest = ([" ".join(cell.split()) for cell in row] for row in table.texts())
        show_table(first, rest)
        say()
    show_lines([text("cli.tables.count", language, count=len(tables), pages=len(reading.pages))])
    show_lines(render(item.message, language) for item in reading.warnings)
    return 0
