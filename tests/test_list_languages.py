"""Which language two lists are read in, and what is said where that may be wrong."""

from pathlib import Path

import pytest

from selaras.flows.cli import run
from selaras.flows.list_languages import Listed, choose_text_language, notes_on_language

ENGLISH = "id,text\n1,The system shall keep a log of all errors\n2,A user can delete an account\n"
INDONESIAN = "id,text\n1,Pendidikan bermutu untuk semua\n2,Masyarakat yang sehat dan sejahtera\n"


def seen(looks):
    return Listed(Path("a.csv"), looks)


@pytest.mark.parametrize(
    ("wanted", "sources", "targets", "used"),
    [
        ("auto", "en", "en", "en"),
        ("auto", "en", None, "en"),  # the targets are too few words to tell
        ("auto", "id", "id", "id"),
        ("auto", None, None, "id"),
        ("auto", "en", "id", "id"),  # two languages: in doubt Indonesian
        ("en", "id", "id", "en"),
        ("id", "en", "en", "id"),
    ],
)
def test_the_language_is_the_one_wanted_else_the_one_seen_else_indonesian(wanted, sources, targets, used):
    assert choose_text_language(wanted, seen(sources), seen(targets)) == used


@pytest.mark.parametrize(
    ("wanted", "used", "sources", "targets", "codes"),
    [
        ("auto", "id", "id", "id", []),
        ("auto", "id", None, None, []),
        ("auto", "en", "en", "en", ["list.language_chosen"]),
        ("auto", "id", "en", "id", ["list.language_mixed"]),
        ("en", "en", "en", "en", []),
        ("en", "en", "en", None, []),
        ("en", "en", "id", "en", ["list.language_mixed"]),
        ("en", "en", "id", "id", ["list.language_told"] * 2),
        ("id", "id", None, "en", ["list.language_told"]),
    ],
)
def test_what_looks_wrong_is_said(wanted, used, sources, targets, codes):
    notes = notes_on_language(wanted, used, seen(sources), seen(targets), "en")
    assert [note.code for note in notes] == codes


@pytest.mark.parametrize(
    ("lists", "options", "words"),
    [
        ((ENGLISH, ENGLISH), [], "Inggris"),
        ((ENGLISH, ENGLISH), ["--language", "en"], ""),
        ((ENGLISH, ENGLISH), ["--language", "id"], "--language en"),
        ((ENGLISH, INDONESIAN), [], "Terjemahkan"),
        ((INDONESIAN, INDONESIAN), [], ""),
    ],
)
def test_a_note_never_stops_the_work(tmp_path, capsys, lists, options, words):
    paths = [tmp_path / "s.csv", tmp_path / "t.csv"]
    for path, text in zip(paths, lists, strict=True):
        path.write_text(text, encoding="utf-8")
    assert run(["align", *map(str, paths), "--output", str(tmp_path / "o.csv"), *options], {}) == 0
    shown = capsys.readouterr().err
    assert words in shown
    assert bool(words) == bool(shown)
    assert (tmp_path / "o.csv").exists()


def test_an_unknown_language_is_refused_with_those_known(tmp_path, capsys):
    (tmp_path / "l.csv").write_text(ENGLISH)
    given = str(tmp_path / "l.csv")
    assert run(["align", given, given, "--output", str(tmp_path / "o.csv"), "--language", "fr"], {}) == 2
    assert "id, en, auto" in capsys.readouterr().err
