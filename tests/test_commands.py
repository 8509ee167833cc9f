"""The commands on documents: what they read, store, check, publish and show, and how they end."""

import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from factories import document, indicator, plan, statement

from selaras.flows.checking import parse_formats
from selaras.flows.cli import run
from selaras.flows.command_demo import prepare_folder
from selaras.flows.ingesting import Ingestion, ingest_document
from selaras.flows.outcomes import Source
from selaras.flows.publishing import publish_store
from selaras.flows.settings import Settings
from selaras.flows.store import opened_workplace
from selaras.models.errors import UnreadableDocumentError
from selaras.models.messages import message


@pytest.fixture
def environ(tmp_path):
    return {"SELARAS_HOME": str(tmp_path / "home")}


@pytest.fixture
def empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def made_plans(monkeypatch):
    """Reading is made up: what a file says depends on its name."""

    def read_plan(path, **_):
        if path.stem == "damaged":
            raise UnreadableDocumentError(message("error.damaged", file=path))
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        of = replace(document(sha256=sha256), file_name=path.name)
        if path.stem == "empty":
            return plan(of=of)
        goal = statement("Terwujudnya pesisir \x1b[31mmerah\x07 yang maju", of=of)
        return plan(of=of, statements=[goal], indicators=[indicator(of=of, measures=goal)])

    monkeypatch.setattr("selaras.extractors.reading.read_plan", read_plan)


def pdf(folder, name):
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"%PDF-1.7 " + name.encode())
    return folder / name


# Reading and storing


@pytest.mark.usefixtures("made_plans")
def test_read_shows_a_plan(environ, tmp_path, capsys):
    file = pdf(tmp_path, "a.pdf")
    assert run(["read", str(file)], environ) == 0
    shown = capsys.readouterr().out
    assert "Terwujudnya pesisir" in shown
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert not (tmp_path / "home").exists()


@pytest.mark.usefixtures("made_plans")
def test_read_gives_json(environ, tmp_path, capsys):
    assert run(["read", str(pdf(tmp_path, "a.pdf")), "--json"], environ) == 0
    shown = capsys.readouterr().out
    data = json.loads(shown)
    assert data["document"]["kind"] == "RENSTRA"
    assert data["statements"][0]["text"] == "Terwujudnya pesisir \x1b[31mmerah\x07 yang maju"
    assert "\x1b" not in shown


@pytest.mark.usefixtures("made_plans")
def test_a_folder_goes_into_the_store(environ, tmp_path, capsys):
    folder = tmp_path / "plans"
    for name in ("a.pdf", "b.pdf"):
        pdf(folder, name)
    assert run(["ingest", str(folder), "--no-flow"], environ) == 0
    assert re.search(r"a\.pdf +disimpan +Renstra", capsys.readouterr().out)
    assert run(["ingest", str(folder), "--json"], environ) == 0
    outcomes = json.loads(capsys.readouterr().out)
    assert [outcome["state"] for outcome in outcomes] == ["known", "known"]
    assert outcomes[0]["document"]["kind"] == "RENSTRA"


@pytest.mark.usefixtures("made_plans")
def test_what_is_known_starts_no_flow(environ, tmp_path, capsys, monkeypatch):
    folder = tmp_path / "plans"
    for name in ("a.pdf", "b.pdf"):
        pdf(folder, name)
    run(["ingest", str(folder), "--no-flow"], environ)
    monkeypatch.setattr(
        "selaras.flows.command_ingest.ingest_in_flow", lambda *_: pytest.fail("a flow was started")
    )
    pdf(folder, "c.pdf")
    assert run(["ingest", str(folder)], environ) == 0
    assert "1 dokumen disimpan" in capsys.readouterr().out


@pytest.mark.usefixtures("made_plans")
def test_a_batch_with_failures_ends_with_code_1(environ, tmp_path, capsys):
    folder = tmp_path / "plans"
    for name in ("a.pdf", "damaged.pdf"):
        pdf(folder, name)
    assert run(["ingest", str(folder), "--no-flow", "--lang", "en"], environ) == 1
    shown = capsys.readouterr().out
    assert "1 documents stored" in shown
    assert "damaged.pdf" in shown
    assert run(["status", "--json"], environ) == 0
    status = json.loads(capsys.readouterr().out)
    assert [failure["code"] for failure in status["failures"]] == ["error.damaged"]
    assert status["documents"][0]["given"]["statements"] == 1


@pytest.mark.usefixtures("made_plans")
def test_stored_plans_are_linked_exported_and_shown(environ, tmp_path, capsys):
    run(["ingest", str(pdf(tmp_path, "a.pdf"))], environ)
    capsys.readouterr()
    assert run(["link", "--json"], environ) == 0
    assert json.loads(capsys.readouterr().out) == {"documents": 1, "links": {}, "likely": {}}
    out = tmp_path / "graph.json"
    assert run(["export", "--format", "json", "--output", str(out)], environ) == 0
    assert {node["node_type"] for node in json.loads(out.read_text())["nodes"]} == {
        "document",
        "statement",
        "indicator",
    }
    assert run(["status"], environ) == 0
    assert "RENSTRA" in capsys.readouterr().out


def test_status_of_an_empty_home_makes_nothing(environ, tmp_path, capsys):
    assert run(["status"], environ) == 0
    assert "Belum ada dokumen" in capsys.readouterr().out
    assert not (tmp_path / "home").exists()


# Checking and publishing


@pytest.mark.usefixtures("made_plans")
def test_a_draft_is_checked_against_several_plans(environ, tmp_path, capsys):
    draft, *plans = (str(pdf(tmp_path, name)) for name in ("draft.pdf", "one.pdf", "two.pdf"))
    out = tmp_path / "reports"
    arguments = ["check", draft, "--against", *plans, "--format", "json,html", "--output", str(out)]
    assert run(arguments, environ) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "selaras" in shown
    assert sorted(path.name for path in out.iterdir()) == ["draft-check.html", "draft-check.json"]
    assert len(json.loads((out / "draft-check.json").read_text())["plans"]) == 2
    assert not (tmp_path / "home").exists()


@pytest.mark.usefixtures("made_plans")
def test_a_check_gives_json(environ, tmp_path, capsys):
    draft, one = str(pdf(tmp_path, "draft.pdf")), str(pdf(tmp_path, "one.pdf"))
    arguments = ["check", draft, "--against", one, "--output", str(tmp_path), "--json"]
    assert run(arguments, environ) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == 1


@pytest.mark.usefixtures("made_plans")
def test_a_check_that_finds_errors_ends_with_code_1(environ, tmp_path, monkeypatch):
    monkeypatch.setattr("selaras.flows.command_check.has_errors", lambda found: bool(found.items))
    draft, one = str(pdf(tmp_path, "draft.pdf")), str(pdf(tmp_path, "one.pdf"))
    assert run(["check", draft, "--against", one, "--output", str(tmp_path)], environ) == 1


@pytest.mark.usefixtures("made_plans")
def test_a_plan_that_is_stored_is_not_read_again(environ, tmp_path, monkeypatch):
    draft, one = str(pdf(tmp_path, "draft.pdf")), str(pdf(tmp_path, "one.pdf"))
    run(["ingest", draft, one, "--no-flow"], environ)
    monkeypatch.setattr("selaras.extractors.reading.read_plan", lambda *_, **__: pytest.fail("read again"))
    assert run(["check", draft, "--against", one, "--output", str(tmp_path)], environ) == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("damaged.pdf --against one.pdf", "damaged.pdf"),
        ("draft.pdf --against damaged.pdf", "damaged.pdf"),
        ("draft.pdf --against draft.pdf", "draft.pdf"),
        ("empty.pdf --against one.pdf", "empty.pdf"),
        ("draft.pdf --against one.pdf empty.pdf", "empty.pdf"),
        ("draft.pdf --against one.pdf --format pdf", "pdf"),
        ("draft.pdf --against one.pdf --format ,", "html, json"),
        ("draft.pdf --against one.pdf --format html,exe", "exe"),
        ("draft.pdf --against one.pdf --output one.pdf/reports", "one.pdf"),
    ],
)
@pytest.mark.usefixtures("made_plans", "empty_folder")
def test_a_check_of_wrong_files_is_one_line(tmp_path, capsys, arguments, words):
    for name in ("damaged.pdf", "draft.pdf", "empty.pdf", "one.pdf"):
        pdf(tmp_path, name)
    assert run(["check", *arguments.split()], {"SELARAS_HOME": "home"}) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert words in shown.err
    assert not list(tmp_path.glob("*-check*"))


@pytest.mark.parametrize(
    ("given", "names"),
    [("html", ("html",)), ("json, HTML ,json", ("json", "html")), ("html,", ("html",))],
)
def test_formats_are_listed_with_commas(given, names):
    assert parse_formats(given) == names


@pytest.mark.usefixtures("made_plans")
def test_everything_stored_is_published(tmp_path):
    settings = Settings(tmp_path / "home")
    with opened_workplace(settings) as work:
        job = Ingestion(work.store, settings, "1")
        for name in ("a.pdf", "damaged.pdf"):
            path = pdf(tmp_path, name)
            ingest_document(job, Source(path, hashlib.sha256(path.read_bytes()).hexdigest()))
        done = publish_store(work, tmp_path / "out")
    assert [path.name for path in done.files] == ["index.html", "graph.graphml", "graph.json"]
    assert set((tmp_path / "out").iterdir()) == set(done.files)
    assert (done.documents, done.statements, done.indicators, done.failures) == (1, 1, 1, 1)


# The demo


def test_the_demo_takes_no_folder_of_others(environ, tmp_path, capsys):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    assert run(["demo", "--output", str(tmp_path / "mine")], environ) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_the_demo_starts_afresh_and_leaves_what_it_has_not_made(tmp_path):
    prepare_folder(tmp_path / "demo")
    (tmp_path / "demo" / "home").mkdir()
    (tmp_path / "demo" / "home" / "selaras.db").touch()
    (tmp_path / "demo" / "notes.txt").touch()
    prepare_folder(tmp_path / "demo")
    assert sorted(path.name for path in (tmp_path / "demo").iterdir()) == [".selaras-demo", "notes.txt"]


def test_the_demo_needs_a_folder_that_can_be_made(environ, tmp_path, capsys):
    (tmp_path / "file").touch()
    assert run(["demo", "--output", str(tmp_path / "file" / "demo")], environ) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.slow
def test_the_demo_does_the_whole_job(tmp_path):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", "from selaras.flows.cli import main; main()", "demo"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**kept, "SELARAS_HOME": str(tmp_path / "untouched")},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    demo = tmp_path / "selaras-demo"
    names = ["graph.graphml", "graph.json", "index.html"]
    names += [f"visi-misi_calon-{number}-check.{name}" for number in (1, 2) for name in ("html", "json")]
    assert sorted(path.name for path in demo.iterdir()) == [".selaras-demo", *sorted([*names, "home"])]
    assert str(demo / "index.html") in done.stdout
    assert "Provinsi Arunika" in done.stdout
    assert not (tmp_path / "untouched").exists()
    graph = json.loads((demo / "graph.json").read_text())
    documents = [node for node in graph["nodes"] if node["node_type"] == "document"]
    assert len([node for node in documents if "law" not in node]) == 9
    assert [(node["kind"], node["law"]) for node in documents if "law" in node] == [("RPJPN", "UU 59/2024")]
    assert {"serves", "same measure as"} <= {edge["relation"] for edge in graph["links"]}
