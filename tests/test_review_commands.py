"""`selaras review` as a planner uses it: list, show, decide, take back, and the log."""

import json

import pytest
from decision_example import CLEAN, LINKS, PLANS, SAFE, SEA, TRADE
from factories import plan, statement

from selaras.flows.cli import run
from selaras.flows.link_store import save_links
from selaras.flows.plan_store import save_plan
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store


@pytest.fixture
def home(tmp_path):
    with opened_store(Settings(tmp_path)) as store, store.writing() as session:
        for item in PLANS:
            save_plan(session, item, version="1")
        save_links(session, LINKS, PLANS)
    return tmp_path


@pytest.fixture
def ask(home, capsys):
    """Run a command of `selaras review`; gives its exit code and what it showed, JSON where it was asked for."""

    def run_one(*arguments, author="Siti"):
        environ = {"SELARAS_HOME": str(home), "SELARAS_AUTHOR": author}
        code = run(["review", *arguments], environ)
        shown = capsys.readouterr()
        return code, json.loads(shown.out) if "--json" in arguments else shown.out + shown.err

    return run_one


FIRST = LINKS[0].id


def listed(ask, *arguments):
    code, data = ask("list", "--json", *arguments)
    assert code == 0
    return [one["id"] for one in data["links"]]


def test_links_are_listed_with_both_texts_and_pages(ask):
    code, shown = ask("list")
    assert code == 0
    for words in (CLEAN.text, SEA.text, "hlm. 3", "RPJMD", "4 dari 4 tautan"):
        assert words in shown


def test_what_settles_most_and_is_least_certain_comes_first(ask):
    _, data = ask("list", "--json")
    weights = [one["priority"] for one in data["links"]]
    assert weights == sorted(weights, reverse=True)
    assert data["links"][0]["id"] == LINKS[2].id
    assert data["links"][0]["effect"] > 0
    assert data["links"][-1]["relation"] == "same measure as"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--plan", "rpjmd"], 4),
        (["--plan", "2029 RPJMD"], 4),
        (["--plan", "1111"], 4),
        (["--region", "98"], 4),
        (["--region", "9"], 0),
        (["--relation", "same-measure-as"], 1),
        (["--relation", "same measure as"], 1),
        (["--state", "suspect"], 0),
        (["--state", "proposed"], 4),
        (["--limit", "2"], 2),
    ],
)
def test_the_list_is_filtered(ask, arguments, found):
    assert len(listed(ask, *arguments)) == found


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["list", "--state", "maybe"], "suspect"),
        (["list", "--relation", "loves"], "serves"),
        (["list", "--plan", "tiada"], "tiada"),
        (["list", "--plan", "rpjmd 1111"], "1111"),
        (["show", "zzzz"], "zzzz"),
        (["show", "ffffffffffff"], "ffffffffffff"),
        (["confirm", FIRST, "s-0000"], "s-0000"),
        (["retarget", FIRST, SEA.id], SEA.id[:10]),
        (["justify", CLEAN.id, "--side", "left", "--reason", "x", "--until", "2097-01-01"], "down"),
        (["justify", CLEAN.id, "--side", "up", "--reason", "x", "--until", "31/12/2097"], "31/12/2097"),
        (["justify", CLEAN.id, "--side", "up", "--reason", "x", "--until", "2001-12-31"], "2001"),
        (["confirm", FIRST, "--revision", "9" * 30], "--revision"),
        (["justify", CLEAN.id, "--side", "up", "--reason", " ", "--until", "2097-01-01"], "alasan"),
        (
            ["justify", PLANS[0].indicators[0].id, "--side", "up", "--reason", "x", "--until", "2097-01-01"],
            "indikator",
        ),
    ],
)
def test_wrong_input_is_one_line_and_changes_nothing(ask, arguments, words):
    code, shown = ask(*arguments)
    assert code == 2
    assert words in shown
    assert shown.count("\n") == 1
    assert ask("log", "--json")[1]["count"] == 0


def test_nobody_decides_without_a_name(ask):
    code, shown = ask("confirm", FIRST, author="")
    assert code == 2
    assert "SELARAS_AUTHOR" in shown


def test_a_link_is_shown_with_its_other_candidates(ask):
    code, shown = ask("show", FIRST[2:9])
    assert code == 0
    for words in (CLEAN.text, SEA.text, "pesisir", TRADE.text, "0,60", "usulan program"):
        assert words in shown
    _, data = ask("show", FIRST, "--json")
    assert [one["id"] for one in data["candidates"]] == [LINKS[1].id]


def test_a_planner_decides_and_the_list_grows_shorter(ask):
    code, shown = ask("confirm", FIRST, LINKS[3].id[:8], "--reason", "sudah dibahas")
    assert code == 0
    assert shown.count("disetujui oleh Siti") == 2
    assert ask("reject", LINKS[1].id)[0] == 0
    assert listed(ask) == [LINKS[2].id]
    assert listed(ask, "--state", "rejected") == [LINKS[1].id]
    assert ask("withdraw", LINKS[1].id)[0] == 0
    assert set(listed(ask)) == {LINKS[1].id, LINKS[2].id}
    _, log = ask("log", "--json")
    assert [(one["action"], one["author"]) for one in log["decisions"]] == [
        ("withdraw", "Siti"),
        ("reject", "Siti"),
        ("confirm", "Siti"),
        ("confirm", "Siti"),
    ]
    assert "sudah dibahas" in ask("log", "--id", FIRST)[1]


def test_a_second_editor_is_told_who_decided_what_and_why(ask):
    ask("confirm", FIRST, "--reason", "sudah dibahas")
    code, shown = ask("reject", FIRST, author="Budi")
    assert code == 1
    for words in ("disetujui oleh Siti", "sudah dibahas", "--revision 1", "--force"):
        assert words in shown
    assert listed(ask, "--state", "confirmed") == [FIRST]
    assert ask("reject", FIRST, "--revision", "1", author="Budi")[0] == 0
    assert listed(ask, "--state", "rejected") == [FIRST]
    code, data = ask("confirm", FIRST, "--json")
    assert (code, data["outcomes"][0]["outcome"]) == (1, "conflict")
    assert ask("confirm", FIRST, "--force")[0] == 0


def test_a_link_gets_another_target(ask):
    code, data = ask("retarget", LINKS[2].id, SEA.id[:10], "--json")
    assert code == 0
    assert [one["decision"]["action"] for one in data["outcomes"]] == ["retarget", "confirm"]
    assert data["outcomes"][0]["decision"]["other"] == data["outcomes"][1]["id"]
    code, shown = ask("show", data["outcomes"][1]["id"])
    assert code == 0
    assert "Ditetapkan oleh penelaah" in shown


def test_a_gap_is_signed_and_taken_back(ask):
    given = (
        "justify",
        TRADE.id,
        "--side",
        "down",
        "--reason",
        "ditangani pusat",
        "--until",
        "2097-12-31",
        "--json",
    )
    code, data = ask(*given)
    assert code == 0
    [outcome] = data["outcomes"]
    assert (outcome["decision"]["side"], outcome["decision"]["until"]) == ("down", "2097-12-31")
    assert ask(*given)[1]["outcomes"][0]["outcome"] == "known"
    assert ask(*given, author="Budi")[1]["outcomes"][0]["outcome"] == "known"
    assert ask("withdraw", outcome["id"][:8], author="Budi")[0] == 1
    assert ask("withdraw", outcome["id"][:8])[0] == 0
    assert ask("withdraw", outcome["id"])[1].startswith(outcome["id"][:10])


def test_a_signed_gap_of_an_edited_statement_is_told(ask, home):
    given = ("--side", "up", "--reason", "ditangani pusat", "--until", "2097-12-31")
    ask("justify", SAFE.id, *given)
    assert "suspect_gaps" in ask("list", "--json")[1]
    edited = statement("Meningkatnya keamanan semua pelabuhan", SAFE.kind, number="2", of=PLANS[0].document)
    with opened_store(Settings(home)) as store, store.writing() as session:
        save_plan(session, plan(of=PLANS[0].document, statements=[CLEAN, edited]), version="2")
    shown = ask("list")[1]
    assert "keamanan {+semua+} pelabuhan" in shown
    assert "ditangani pusat" in shown
    [signed] = ask("list", "--json")[1]["suspect_gaps"]
    assert signed["now"]["id"] == edited.id
    ask("justify", edited.id, *given)
    ask("withdraw", signed["subject"])
    assert ask("list", "--json")[1]["suspect_gaps"] == []


def test_what_changed_is_shown_word_by_word(ask, home):
    ask("confirm", FIRST)
    edited = statement(
        "Meningkatnya kebersihan kawasan pesisir", CLEAN.kind, number="1", of=PLANS[0].document
    )
    with opened_store(Settings(home)) as store, store.writing() as session:
        plans = (plan(of=PLANS[0].document, statements=[edited, SAFE]), PLANS[1])
        save_plan(session, plans[0], version="2")
        save_links(session, (), plans)
    [suspect] = listed(ask, "--state", "suspect")
    code, shown = ask("show", suspect)
    assert code == 0
    assert "Meningkatnya kebersihan {+kawasan+} pesisir" in shown
    assert "disetujui oleh Siti" in shown
    _, data = ask("show", suspect, "--json")
    [change] = data["changes"]
    assert (change["end"], change["fact"], change["old"]) == ("source", "text", CLEAN.text)
    assert ask("confirm", suspect, author="Budi")[0] == 0
    assert listed(ask, "--state", "suspect") == []


def test_a_lost_decision_is_listed_by_itself_and_taken_back(ask, home):
    ask("confirm", FIRST)
    with opened_store(Settings(home)) as store, store.writing() as session:
        plans = (plan(of=PLANS[0].document, statements=[SAFE]), PLANS[1])
        save_plan(session, plans[0], version="2")
        save_links(session, LINKS[2:3], plans)
    assert listed(ask) == [LINKS[2].id]
    assert listed(ask, "--state", "lost") == [FIRST]
    code, shown = ask("show", FIRST)
    assert code == 0
    assert "kehilangan ujung" in shown
    assert CLEAN.text in shown
    assert ask("confirm", FIRST)[0] == 0  # it is confirmed already: nothing to be done
    assert ask("reject", FIRST)[0] == 2
    assert ask("withdraw", FIRST)[0] == 0
    assert listed(ask, "--state", "lost") == []
