"""Workbooks as planners send them back: a filled store, its workbook, what is written into it, what it gives."""

from decision_example import LINKS, PLANS
from openpyxl import load_workbook

from selaras.flows.cli import run
from selaras.flows.decision_store import load_log
from selaras.flows.link_store import load_links, save_links
from selaras.flows.plan_store import save_plan
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.flows.tables import Base
from selaras.models.decisions.ends import plan_ends
from selaras.outputs.review_sheets import FIRST, KEYS

PROPOSALS, GAPS = 1, 2  # the places of the sheets


def sheet_rows(sheet):
    """The rows of a sheet by the keys of its columns, as cells."""
    keys = [cell.value for cell in sheet[KEYS]]
    return [dict(zip(keys, row, strict=True)) for row in sheet.iter_rows(min_row=FIRST)]


def change(path, edit, *, sheet=PROPOSALS):
    """Open a workbook, let `edit` change a sheet, save it."""
    book = load_workbook(path)
    edit(book.worksheets[sheet])
    book.save(path)


def fill(path, answers, *, sheet=PROPOSALS):
    """Fill in cells, by the id of a row and the key of a column."""

    def edit(found):
        for row in sheet_rows(found):
            for key, value in answers.get(row["id"].value, {}).items():
                row[key].value = value

    change(path, edit, sheet=sheet)


def store_plans(home, plans=PLANS, links=LINKS, *, forget=False):
    """Store plans and link them anew; the log of decisions stays, unless it is to be forgotten."""
    with opened_store(Settings(home)) as store, store.writing() as session:
        for table in reversed(Base.metadata.sorted_tables):
            if forget or table.name != "decisions":
                session.execute(table.delete())
        for item in plans:
            save_plan(session, item, version="1")
        ends = plan_ends(plans)
        save_links(session, [one for one in links if {one.source, one.target} <= ends.keys()], plans)


def ask(home, *arguments, author="Siti", language="id"):
    """Run a command of `selaras review`; gives its exit code."""
    environ = {"SELARAS_HOME": str(home), "SELARAS_AUTHOR": author, "SELARAS_LANG": language}
    return run(["review", *map(str, arguments)], environ)


def states(home):
    """The states of all links by id."""
    with opened_store(Settings(home)) as store, store.reading() as session:
        return {one.id: one.state.value for one in load_links(session)}


def log_of(home):
    """The log of decisions."""
    with opened_store(Settings(home)) as store, store.reading() as session:
        return load_log(session)


def row_of(path, name):
    """The row of the sheet of proposals in which a link stands."""
    found = sheet_rows(load_workbook(path).worksheets[PROPOSALS])
    return next(row["id"].row for row in found if row["id"].value == name)
