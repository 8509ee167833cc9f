"""A workbook comes back: what is taken, what is told by its row, and what changes nothing."""

import pytest
from decision_example import AGENCY, CLEAN, LINKS, PLANS, SAFE, SEA, TRADE, K, link
from factories import plan, statement
from openpyxl import Workbook, load_workbook
from review_books import (
    GAPS,
    ask,
    change,
    fill,
    row_of,
    sheet_rows,
    states,
    store_plans,
)

from selaras.models.links import link_id
from selaras.models.relations import Relation

pytest_plugins = ("review_fixtures",)

ONE, TWO, THREE, SAME = (link.id for link in LINKS)
OTHER = link_id(Relation.SERVES, SAFE.id, SEA.id)


def codes(found):
    return [(one["row"], one["code"]) for one in found["problems"]]


def test_decisions_come_back(home, book, take):
    fill(
        book,
        {
            ONE: {"decision": "Terima", "reason": "sudah dibahas", "author": "Rina"},
            TWO: {"decision": " tolak "},
            THREE: {"decision": "Ganti", "target": f"{SEA.id}  Misi 1: Terwujudnya laut"},
            SAME: {"decision": "Biarkan"},
        },
    )
    code, found = take(book)
    assert (code, found["taken"], found["problems"], found["notes"]) == (0, 4, [], [])
    assert states(home) == {
        ONE: "confirmed",
        TWO: "rejected",
        THREE: "rejected",
        OTHER: "confirmed",
        SAME: "proposed",
    }
    decided = {one["id"]: one["decision"] for one in found["outcomes"]}
    assert (decided[ONE]["author"], decided[ONE]["reason"]) == ("Rina", "sudah dibahas")
    assert decided[TWO]["author"] == "Siti"


def test_a_workbook_in_another_language_comes_back_all_the_same(home, take):
    path = home / "en.xlsx"
    ask(home, "export", path, language="en")
    fill(path, {ONE: {"decision": "Accept"}, TWO: {"decision": "Tolak"}})
    assert take(path)[0] == 0
    assert (states(home)[ONE], states(home)[TWO]) == ("confirmed", "rejected")


def test_an_untouched_workbook_changes_nothing(home, book, take):
    code, found = take(book)
    assert (code, found["taken"], found["problems"]) == (0, 0, [])
    assert set(states(home).values()) == {"proposed"}


def test_taking_the_same_workbook_in_twice_changes_nothing(home, book, take):
    fill(book, {ONE: {"decision": "Terima"}, THREE: {"decision": "Ganti", "target": SEA.id}})
    take(book)
    before = states(home)
    code, found = take(book)
    assert (code, found["taken"], found["known"]) == (0, 0, 3)
    assert states(home) == before


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param({"decision": "Setuju"}, "review.row.wrong_word", id="a-word-of-ones-own"),
        pytest.param({"decision": 1}, "review.row.wrong_word", id="a-number"),
        pytest.param({"decision": "=A1"}, "review.row.formula", id="a-formula"),
        pytest.param(
            {"decision": "Terima", "reason": "=1+1"}, "review.row.formula", id="a-formula-as-reason"
        ),
        pytest.param(
            {"decision": "Terima", "target": TRADE.id}, "review.row.needless_target", id="accept-and-target"
        ),
        pytest.param({"decision": "Ganti"}, "review.row.no_target", id="replace-by-nothing"),
        pytest.param({"decision": "Ganti", "target": "Misi 2"}, "error.review_bad_id", id="replace-by-words"),
        pytest.param(
            {"decision": "Ganti", "target": "s-ffffffff"}, "error.review_no_id", id="replace-by-nobody"
        ),
        pytest.param(
            {"decision": "Ganti", "target": SEA.id}, "error.review_same_target", id="replace-by-itself"
        ),
        pytest.param(
            {"decision": "Ganti", "target": SAFE.id}, "error.review_same_plan", id="replace-in-the-same-plan"
        ),
        pytest.param(
            {"decision": "Terima", "id": "l-ffffffffffffffff"}, "review.row.unknown", id="unknown-link"
        ),
        pytest.param({"decision": "Terima", "id": None}, "review.row.unknown", id="a-row-of-ones-own"),
        pytest.param({"decision": "Terima", "revision": "x"}, "review.row.damaged", id="damaged-revision"),
        pytest.param(
            {"decision": "Terima", "revision": "=1"}, "review.row.formula", id="a-formula-as-revision"
        ),
        pytest.param(
            {"decision": "Terima", "fingerprint": "0"}, "review.row.changed", id="another-fingerprint"
        ),
    ],
)
def test_a_row_that_cannot_be_taken_is_told_and_the_others_are_taken(home, book, take, answer, code):
    number = row_of(book, ONE)
    fill(book, {ONE: answer, SAME: {"decision": "Terima"}})
    exit_code, found = take(book)
    assert (exit_code, found["taken"], codes(found)) == (1, 1, [(number, code)])
    assert (states(home)[ONE], states(home)[SAME]) == ("proposed", "confirmed")


def test_a_row_without_an_author_is_told(home, book, take):
    fill(book, {ONE: {"decision": "Terima"}, TWO: {"decision": "Terima", "author": "Rina"}})
    code, found = take(book, author="")
    assert (code, [one["code"] for one in found["problems"]]) == (1, ["error.review_no_author"])
    assert (states(home)[ONE], states(home)[TWO]) == ("proposed", "confirmed")


def test_removed_and_moved_rows_are_no_problem(home, book, take):
    fill(book, {ONE: {"decision": "Terima"}})

    def edit(sheet):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
        sheet.delete_rows(3, len(rows))
        for row in [row for row in rows if row[-4] != TWO][::-1]:
            sheet.append([None] * len(row))
            sheet.append(row)

    change(book, edit)
    assert take(book)[0] == 0
    assert (states(home)[ONE], states(home)[TWO]) == ("confirmed", "proposed")


@pytest.mark.parametrize(("second", "taken"), [("Terima", 1), ("Tolak", 0), (None, 1)])
def test_a_copied_row_is_taken_where_both_say_the_same(book, take, second, taken):
    fill(book, {ONE: {"decision": "Terima"}})

    def edit(sheet):
        [row] = [row for row in sheet_rows(sheet) if row["id"].value == ONE]
        sheet.append([second if key == "decision" else cell.value for key, cell in row.items()])

    change(book, edit)
    code, found = take(book)
    assert found["taken"] == taken
    assert code == (not taken)
    assert {one["code"] for one in found["problems"]} <= {"review.row.twice"}


def test_typing_into_the_shown_texts_is_noted_and_changes_nothing(book, take):
    number = row_of(book, ONE)
    fill(book, {ONE: {"decision": "Terima", "target_text": "Laut yang kotor"}})
    code, found = take(book)
    assert (code, found["taken"]) == (0, 1)
    assert [(one["row"], one["code"]) for one in found["notes"]] == [(number, "review.row.edited")]


@pytest.mark.parametrize("text", ["panjang " * 6000, "a\x00b\u202ec\r\nd", " =1+1 ", "garis\u2028baru"])
def test_texts_that_a_cell_cannot_hold_as_they_are_count_as_untouched(home, take, text):
    goal = statement(text, K.OBJECTIVE, number="1", of=AGENCY)
    own = link(goal, SEA)
    store_plans(home, (plan(of=AGENCY, statements=[goal]), PLANS[1]), (own,))
    ask(home, "export", home / "aneh.xlsx")
    fill(home / "aneh.xlsx", {own.id: {"decision": "Terima", "revision": 0.0}})
    code, found = take(home / "aneh.xlsx")
    assert (code, found["taken"], found["notes"]) == (0, 1, [])


def test_a_text_that_changed_since_is_not_decided_blindly(home, book, take):
    fill(book, {ONE: {"decision": "Terima"}, THREE: {"decision": "Terima"}})
    edited = statement("Meningkatnya kebersihan kawasan pesisir", K.OBJECTIVE, number="1", of=AGENCY)
    store_plans(home, (plan(of=AGENCY, statements=[edited, SAFE]), PLANS[1]))
    code, found = take(book)
    assert (code, found["taken"], [one["code"] for one in found["problems"]]) == (
        1,
        1,
        ["review.row.unknown"],
    )
    assert states(home)[THREE] == "confirmed"


def test_values_that_changed_since_are_not_decided_blindly(home, book, take):
    fill(book, {SAME: {"decision": "Terima"}})
    measure = PLANS[0].indicators[0]
    less = type(measure)(measure.id, measure.name, measure.passage, measure.unit, statement=measure.statement)
    store_plans(home, (plan(of=AGENCY, statements=[CLEAN, SAFE], indicators=[less]), PLANS[1]))
    code, found = take(book)
    assert (code, [one["code"] for one in found["problems"]]) == (1, ["review.row.changed"])


# What is no workbook of ours


def no_file(path):
    path.unlink()


def text_file(path):
    path.write_text("bukan buku kerja")


def cut_off(path):
    path.write_bytes(path.read_bytes()[:2000])


def another_workbook(path):
    Workbook().save(path)


def without_hidden_row(path):
    for sheet in (1, GAPS):
        change(path, lambda found: found.delete_rows(1), sheet=sheet)


def without_a_column(path):
    change(path, lambda found: found.delete_cols(18))


def an_entity(path):
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(path, "a") as parts:
        parts.writestr("xl/evil.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>')


@pytest.mark.parametrize(
    "spoil", [no_file, text_file, cut_off, another_workbook, without_hidden_row, without_a_column, an_entity]
)
def test_what_is_no_workbook_of_ours_is_one_line(home, book, capsys, spoil):
    fill(book, {ONE: {"decision": "Terima"}})
    spoil(book)
    capsys.readouterr()
    assert ask(home, "import", book) == 2
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1
    assert book.name in shown.err
    assert set(states(home).values()) == {"proposed"}


def test_nothing_of_a_workbook_steers_the_terminal(home, book, capsys):
    fill(book, {ONE: {"decision": "Terima\u202e"}, TWO: {"decision": "_x001b_[31m"}})
    capsys.readouterr()
    assert ask(home, "import", book) == 1
    shown = capsys.readouterr()
    assert "\x1b" not in shown.out + shown.err
    assert "\u202e" not in shown.out + shown.err


def test_the_example_workbook_has_one_sheet_of_each(book):
    assert len(load_workbook(book).worksheets) == 4
