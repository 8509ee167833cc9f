"""The command line: help, languages, exit codes, and what it never shows on a terminal."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from selaras.flows.cli import run, take_option
from selaras.flows.cli_commands import app
from selaras.flows.cli_help import spread_values
from selaras.flows.terminal import printable, show_json, show_table
from selaras.models.messages import LANGUAGES, catalogue

COMMANDS = [
    "demo",
    "read",
    "ingest",
    "link",
    "compare",
    "check",
    "align",
    "resolve",
    "catalogue",
    "tables",
    "tag",
    "export",
    "coverage",
    "trace",
    "status",
    "review",
]
REVIEW = [
    "list",
    "show",
    "confirm",
    "reject",
    "retarget",
    "justify",
    "withdraw",
    "log",
    "export",
    "import",
    "learn",
]
HEAVY = {"spacy", "prefect", "sqlalchemy", "alembic", "pdfplumber", "networkx", "openpyxl", "rich", "jinja2"}


@pytest.fixture
def environ(tmp_path):
    return {"SELARAS_HOME": str(tmp_path / "home")}


@pytest.fixture
def empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


# Help


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_an_example(command, language, capsys):
    assert run([command, "--help", "--lang", language], {}) == 0
    shown = capsys.readouterr().out
    assert catalogue(language)[f"cli.{command}.help"].split()[0] in shown
    assert f"selaras {command}" in shown.partition(catalogue(language)["cli.example"])[2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", REVIEW)
def test_each_command_of_a_group_has_help_with_an_example(command, language, capsys):
    assert run(["review", command, "--help", "--lang", language], {}) == 0
    shown = capsys.readouterr().out
    assert catalogue(language)[f"cli.review.{command}.help"].split()[0] in shown
    assert f"selaras review {command}" in shown.partition(catalogue(language)["cli.example"])[2]


@pytest.mark.parametrize("asked", [["review"], ["review", "--help"]])
def test_a_group_lists_its_commands(asked, capsys):
    assert run(asked, {}) == 0
    assert re.findall(r"^  (\w+) ", capsys.readouterr().out.partition("\n\nOpsi")[0], re.MULTILINE) == REVIEW


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_parameter_is_explained_in_both_languages(language):
    texts = catalogue(language)
    program = get_command(app).commands
    grouped = {f"review.{name}": command for name, command in program["review"].commands.items()}
    for name, command in {**program, **grouped}.items():
        for parameter in command.params:
            assert {f"cli.{name}.{parameter.name}", f"cli.option.{parameter.name}"} & texts.keys(), (
                name,
                parameter.name,
            )


def test_the_commands_are_those_that_are_built(capsys):
    assert list(get_command(app).commands) == COMMANDS
    assert run([], {}) == 0
    shown = capsys.readouterr().out
    assert re.findall(r"^  (\w+) ", shown, re.MULTILINE) == COMMANDS


@pytest.mark.parametrize(
    ("arguments", "environ", "first"),
    [
        (["--help"], {}, "Pemakaian:"),
        (["--help"], {"SELARAS_LANG": "en"}, "Usage:"),
        (["--lang", "en", "--help"], {}, "Usage:"),
        (["--help", "--lang=en"], {}, "Usage:"),
        (["read", "--lang", "en", "--help"], {"SELARAS_LANG": "id"}, "Usage:"),
        (["--lang", "id", "--help"], {"SELARAS_LANG": "en"}, "Pemakaian:"),
    ],
)
def test_the_language_is_chosen(arguments, environ, first, capsys):
    assert run(arguments, environ) == 0
    assert capsys.readouterr().out.startswith(first)


@pytest.mark.parametrize(
    ("arguments", "taken"),
    [
        (["status"], (None, ["status"])),
        (["--lang", "en", "status"], ("en", ["status"])),
        (["status", "--lang=en"], ("en", ["status"])),
        (["read", "--", "--lang", "en"], (None, ["read", "--", "--lang", "en"])),
        (["status", "--lang"], (None, ["status", "--lang"])),
    ],
)
def test_the_option_of_language_stands_anywhere(arguments, taken):
    assert take_option(arguments, "--lang") == taken


@pytest.mark.parametrize(
    ("arguments", "spread"),
    [
        (["d", "--against", "a", "b"], ["d", "--against", "a", "--against", "b"]),
        (
            ["d", "--against", "a", "b", "--format", "json"],
            ["d", "--against", "a", "--against", "b", "--format", "json"],
        ),
        (["d", "--against", "a", "--against", "b"], ["d", "--against", "a", "--against", "b"]),
        (["d", "--against=a", "--json"], ["d", "--against=a", "--json"]),
        (["d"], ["d"]),
    ],
)
def test_an_option_takes_many_values(arguments, spread):
    assert list(spread_values(arguments, {"--against"})) == spread


def test_help_imports_nothing_heavy():
    code = "import sys; from selaras.flows.cli import run; run(['--help'], {}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}
    assert "selaras" in loaded
    assert not loaded & HEAVY


def test_the_installed_command_answers():
    done = subprocess.run(
        ["selaras", "--version"], capture_output=True, text=True, check=True, env=path_of_python()
    )
    assert re.fullmatch(r"selaras \d+\.\d+\.\d+\S*\n", done.stdout)


def path_of_python():
    return {**os.environ, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}


# Wrong input: one line, exit code 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nope"], "nope"),
        (["--nope"], "--nope"),
        (["ingest"], "PATH..."),
        (["read"], "FILE"),
        (["read", "a.pdf", "--nope"], "--nope"),
        (["read", "a.pdf", "b.pdf"], "b.pdf"),
        (["read", "missing.pdf"], "missing.pdf"),
        (["tag", "missing.pdf"], "missing.pdf"),
        (["check", "a.pdf"], "--against"),
        (["check", "--against", "a.pdf"], "DRAFT"),
        (["ingest", "missing"], "missing"),
        (["ingest", "."], "."),
        (["link"], "selaras.db"),
        (["export", "--format", "graphml", "--output", "g"], "selaras.db"),
        (["export", "--format", "exe", "--output", "g"], "exe"),
        (["align", "missing.csv", "missing.csv", "--output", "o.csv"], "missing.csv"),
        (["align", "a.pdf", "b.pdf", "--output", "o.csv"], "a.pdf"),
        (["resolve", "missing.csv", "--output"], "--output"),
        (["review", "nope"], "nope"),
        (["review", "confirm"], "ID..."),
        (["review", "list"], "selaras.db"),
        (["review", "confirm", "1a2b3c4d"], "SELARAS_AUTHOR"),
        (["review", "show", "1a2b3c4d"], "selaras.db"),
        (["status", "--lang", "fr"], "fr"),
        (["status", "--lang"], "--lang"),
    ],
)
@pytest.mark.usefixtures("empty_folder")
def test_wrong_input_is_one_line_and_code_2(arguments, words, environ, capsys):
    assert run(arguments, environ) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert words in shown.err


def test_a_bad_environment_is_named(capsys):
    assert run(["status"], {"SELARAS_MAX_PAGES": "many"}) == 2
    assert "SELARAS_MAX_PAGES" in capsys.readouterr().err


def test_a_corrupt_store_is_one_line(environ, tmp_path, capsys):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "selaras.db").write_bytes(b"no database" * 100)
    assert run(["status"], environ) == 2
    assert capsys.readouterr().err.count("\n") == 1


# The terminal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", "a\ufffd[2Jb"),
        ("a\x9b31mb", "a\ufffd31mb"),
        ("a\r\nb\tc", "a b c"),
        ("a\x00b\x07\x08", "a\ufffdb\ufffd\ufffd"),
        ("a\u202eb", "a\ufffdb"),
        ("\ud800", "\ufffd"),
        ("Rp – 5", "Rp – 5"),
    ],
)
def test_text_cannot_steer_the_terminal(text, shown):
    assert printable(text) == shown


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x9b2J", "\u202e", "\ud800", "\x7f"])
def test_json_is_safe_and_says_the_same(hostile, capsys):
    show_json({"text": f"a{hostile}b"})
    shown = capsys.readouterr().out
    assert hostile not in shown
    assert json.loads(shown) == {"text": f"a{hostile}b"}


def test_tables_take_no_markup(capsys):
    show_table(["[bold]kepala[/bold]"], [["[red]merah[/red] :smile: [link=x]y[/link]"]])
    assert "[red]merah[/red] :smile: [link=x]y[/link]" in capsys.readouterr().out


def test_tables_are_whole_where_no_terminal_is(capsys):
    show_table(["a", "b"], [["x" * 90, "y" * 90]])
    assert "x" * 90 in capsys.readouterr().out


@pytest.mark.parametrize("asked", [["--help"], ["status"], ["status", "--json"]])
def test_a_reader_that_goes_away_is_no_error(asked, environ):
    arguments = [sys.executable, "-c", "from selaras.flows.cli import main; main()", *asked]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ) as child:
        child.stdout.close()
        assert child.stderr.read() == b""
