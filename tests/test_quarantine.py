"""Files that failed are put aside once, with the reason, under names that do no harm."""

import json

import pytest

from selaras.flows.quarantine import list_quarantined, quarantine, release, safe_name
from selaras.models.messages import message

REASON = message("error.damaged", file="a.pdf")
SHA = "ab" * 32


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "quarantine"


@pytest.fixture
def bad(tmp_path):
    file = tmp_path / "Rencana Kerja 2025.pdf"
    file.write_bytes(b"%PDF-damaged")
    return file


def names(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_copy_and_the_reason_are_kept(folder, bad):
    entry = quarantine(folder, bad, sha256=SHA, reason=REASON)
    assert names(folder) == [
        "abababababab_Rencana_Kerja_2025.pdf",
        "abababababab_Rencana_Kerja_2025.pdf.json",
    ]
    assert (folder / entry.copy).read_bytes() == bad.read_bytes()
    assert list_quarantined(folder) == (entry,)
    assert (entry.path, entry.reason, entry.sha256) == (str(bad), REASON, SHA)


def test_failing_again_replaces_the_entry(folder, bad):
    quarantine(folder, bad, sha256=SHA, reason=message("error.truncated", file="a.pdf"))
    renamed = bad.rename(bad.with_name("other.pdf"))
    entry = quarantine(folder, renamed, sha256=SHA, reason=REASON)
    assert list_quarantined(folder) == (entry,)
    assert len(names(folder)) == 2


def test_a_file_that_is_read_at_last_leaves(folder, bad):
    other = quarantine(folder, bad, sha256="cd" * 32, reason=REASON)
    quarantine(folder, bad, sha256=SHA, reason=REASON)
    release(folder, SHA)
    assert list_quarantined(folder) == (other,)


def test_a_file_that_was_mended_in_its_place_leaves(folder, bad):
    quarantine(folder, bad, sha256=SHA, reason=REASON)
    release(folder, "ef" * 32, bad)
    assert list_quarantined(folder) == ()


def test_releasing_what_is_not_there_is_no_error(folder):
    release(folder, SHA)
    assert names(folder) == []


def test_a_file_that_is_gone_is_named_without_a_copy(folder, tmp_path):
    entry = quarantine(folder, tmp_path / "gone.pdf", sha256=SHA, reason=REASON)
    assert entry.copy is None
    assert list_quarantined(folder) == (entry,)


def test_a_huge_file_is_named_without_a_copy(folder, bad, monkeypatch):
    monkeypatch.setattr("selaras.flows.quarantine.BIGGEST_COPY", 3)
    assert quarantine(folder, bad, sha256=SHA, reason=REASON).copy is None


@pytest.mark.parametrize(
    "note", ["", "{", "[]", '{"sha256": "x"}', '{"sha256": 1, "path": 2, "code": 3, "params": 4}']
)
def test_a_damaged_note_is_passed_over(folder, bad, note):
    entry = quarantine(folder, bad, sha256=SHA, reason=REASON)
    (folder / "ffffffffffff_x.pdf.json").write_text(note)
    assert list_quarantined(folder) == (entry,)


def test_the_note_tells_where_an_unforeseen_error_arose(folder, bad):
    quarantine(folder, bad, sha256=SHA, reason=REASON, trace="Traceback ...")
    assert json.loads(next(folder.glob("*.json")).read_text())["trace"] == "Traceback ..."


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("rpjmd.pdf", "rpjmd.pdf"),
        ("Rencana Kerja.pdf", "Rencana_Kerja.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a\x1b[31mb\n.pdf", "a_31mb_.pdf"),
        ("a\u202efdp.exe", "a_fdp.exe"),
        (".hidden.pdf", "hidden.pdf"),
        ("日本.pdf", "_.pdf"),
        ("CON:*?.pdf", "CON_.pdf"),
        ("", "_"),
        ("..", "_"),
        ("x" * 300 + ".pdf", "x" * 76 + ".pdf"),
    ],
)
def test_names_do_no_harm(name, safe):
    assert safe_name(name) == safe
