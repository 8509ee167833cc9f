"""`selaras tag`: formats, pages, groups, text files, and how it ends where a file cannot be tagged."""

import json
import os
from importlib.resources import files
from pathlib import Path

import pytest
from chain_example import HOSTILE
from jsonschema import Draft202012Validator
from pdf_factory import encrypted, pdf, prose
from scan_factory import scanned

from selaras.flows.cli import run
from selaras.flows.page_ranges import parse_pages
from selaras.models.errors import InputError

FIRST = ("RPJMD Kota Semarang Tahun 2021-2026", "berdasarkan UU Nomor 59 Tahun 2024")
SECOND = ("Dinas Sosial Kota Semarang",)
TWO_PAGES = pdf(prose(*FIRST), prose(*SECOND))
SCHEMA = json.loads(files("selaras.outputs").joinpath("data", "tags.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def in_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def plan(tmp_path):
    (tmp_path / "rpjmd.pdf").write_bytes(TWO_PAGES)
    return "rpjmd.pdf"


def tag(*arguments, lang="id"):
    return run(["tag", *arguments, "--lang", lang], {"SELARAS_HOME": "home"})


def as_json(capsys, *arguments):
    assert tag(*arguments, "--json") == 0
    return json.loads(capsys.readouterr().out)


# Formats


def test_text_shows_pages_sentences_and_counts(plan, capsys):
    assert tag(plan) == 0
    shown = capsys.readouterr().out
    assert "Halaman 1: " in shown
    assert "Wilayah: “Kota Semarang”; Kota Semarang (33.74)" in shown
    assert "Jumlah tanda pada 2 halaman" in shown
    assert "Perangkat daerah dan instansi: 1 pada 1 halaman" in shown
    assert "\x1b" not in shown


def test_text_is_english_where_it_is_asked_for(plan, capsys):
    assert tag(plan, lang="en") == 0
    assert "Regions: “Kota Semarang”" in capsys.readouterr().out


def test_json_follows_its_schema_and_offsets_lead_to_the_text(plan, capsys):
    data = as_json(capsys, plan)
    Draft202012Validator(SCHEMA).validate(data)
    assert (data["file"], data["document"]["pages"]) == ("rpjmd.pdf", 2)
    assert [page["page"] for page in data["pages"]] == [1, 2]
    tags = [(page["text"], item) for page in data["pages"] for item in page["tags"]]
    assert all(text[item["start"] : item["end"]] == item["text"] for text, item in tags)
    region = next(item for _, item in tags if item["group"] == "regions")
    assert (region["code"], region["name"], region["guess"]) == ("33.74", "Kota Semarang", False)
    assert data["groups"]["regions"] == sum(item["group"] == "regions" for _, item in tags)


def test_boxes_lead_to_the_printed_words(plan, capsys):
    page = as_json(capsys, plan)["pages"][0]
    region, law = (
        next(item for item in page["tags"] if item["group"] == group) for group in ("regions", "regulations")
    )
    (box,) = region["boxes"]
    assert box[0] > 72 + 20  # behind "RPJMD"
    assert box[2] > box[0]
    assert law["boxes"][0][1] > box[1]  # on the line below


def test_json_lines_are_one_page_each(plan, capsys):
    assert tag(plan, "--format", "jsonl") == 0
    pages = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(page["schema"], page["file"], page["page"]) for page in pages] == [
        (1, "rpjmd.pdf", 1),
        (1, "rpjmd.pdf", 2),
    ]


@pytest.mark.parametrize(
    ("arguments", "name", "start"),
    [
        ("--format html", "rpjmd-tags.html", "<!DOCTYPE html>"),
        ("--output out/a.html", "out/a.html", "<!DOCTYPE html>"),
        ("--output a.json", "a.json", '{"schema": 1'),
        ("--output a.jsonl", "a.jsonl", '{"schema": 1'),
        ("--output a.txt", "a.txt", "Halaman 1"),
        ("--json --output a.dat", "a.dat", '{"schema": 1'),
    ],
)
def test_a_file_is_written_in_the_format_of_its_ending(plan, capsys, arguments, name, start):
    assert tag(plan, *arguments.split()) == 0
    assert name in capsys.readouterr().out
    assert Path(name).read_text(encoding="utf-8").startswith(start)


# Pages and groups


@pytest.mark.parametrize(
    ("given", "pages"),
    [("2", [2]), ("1-2", [1, 2]), ("2-", [2]), (" 1 , 2 ", [1, 2]), ("2,90-99", [2])],
)
def test_only_the_pages_that_are_asked_for_are_tagged(plan, capsys, given, pages):
    assert [page["page"] for page in as_json(capsys, plan, "--pages", given)["pages"]] == pages


@pytest.mark.parametrize("given", ["", "0", "3-2", "a", "1,,2", "-3", "1;2", "1-2-3", "²"])
def test_page_numbers_that_are_none_are_refused(given):
    with pytest.raises(InputError):
        parse_pages(given)


def test_only_the_groups_that_are_asked_for_are_tagged(plan, capsys):
    data = as_json(capsys, plan, "--groups", "regions, Regulations")
    assert data["groups"].keys() == {"regions", "regulations"}


def test_text_of_one_group_still_stands_in_its_sentences(plan, capsys):
    assert tag(plan, "--groups", "agencies") == 0
    shown = capsys.readouterr().out
    assert "  Dinas Sosial Kota Semarang\n" in shown
    assert "Wilayah:" not in shown


# Text files


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Kota Semarang – 2045".encode(), "Kota Semarang – 2045"),
        ("\ufeffKota Semarang".encode(), "Kota Semarang"),
        ("Kota Semarang – 2045".encode("cp1252"), "Kota Semarang – 2045"),
        ("Kota Semarang".encode("utf-16"), "Kota Semarang"),
        (b"Kota\r\nSemarang\rx", "Kota\nSemarang\nx"),
    ],
    ids=["utf-8", "mark", "windows-1252", "utf-16", "line-ends"],
)
def test_text_is_read_in_its_encoding(tmp_path, capsys, data, words):
    (tmp_path / "a.txt").write_bytes(data)
    data = as_json(capsys, "a.txt")
    assert [page["text"] for page in data["pages"]] == [words]
    assert data["document"] is None
    Draft202012Validator(SCHEMA).validate(data)


def test_form_feeds_part_pages_and_empty_ones_keep_their_number(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("satu\f\fKota Semarang\f")
    pages = as_json(capsys, "a.txt")["pages"]
    assert [page["text"] for page in pages] == ["satu", "", "Kota Semarang"]


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "html"])
def test_hostile_text_steers_nothing(tmp_path, capsys, name):
    (tmp_path / "a.txt").write_text(f"{HOSTILE} Kota Semarang\u2069", encoding="utf-8")
    assert tag("a.txt", "--format", name) == 2  # a zero byte: no text
    (tmp_path / "a.txt").write_text(HOSTILE.replace("\0", "") + " Kota Semarang", encoding="utf-8")
    assert tag("a.txt", "--format", name, "--output", "out") == 0
    assert tag("a.txt", "--format", name) == 0
    for written in (capsys.readouterr().out, (tmp_path / "out").read_text(encoding="utf-8")):
        assert not {"\x1b", "\u202e"} & set(written)
    if name == "html":
        assert "<script" not in (tmp_path / "out").read_text(encoding="utf-8")


# Files that cannot be tagged, and those that can in part


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", encrypted(TWO_PAGES, "x"), "kata sandi"),
        ("a.pdf", TWO_PAGES[:300], "a.pdf"),
        ("a.pdf", b"", "kosong"),
        ("a.pdf", None, "tidak ditemukan"),
        ("a.txt", None, "tidak ditemukan"),
        ("a.txt", b"", "kosong"),
        ("a.txt", b" \n \n", "tidak ada teks"),
        ("a.txt", TWO_PAGES, "seperti PDF"),
        ("a.txt", b"PK\x03\x04docx", "ZIP"),
        ("a.txt", b"a\0b", "bukan teks biasa"),
        ("a.docx", b"PK\x03\x04docx", "bukan PDF"),
    ],
)
def test_a_file_that_cannot_be_tagged_is_one_line(tmp_path, capsys, name, data, code):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert tag(name, "--json") == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert code in shown.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
@pytest.mark.parametrize("name", ["a.pdf", "a.txt"])
def test_a_pipe_does_not_keep_us_waiting(tmp_path, capsys, name):
    os.mkfifo(tmp_path / name)
    assert run(["tag", name], {}) == 2
    assert "bukan berkas biasa" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("--pages 9", "halaman 9"),
        ("--pages x", "--pages"),
        ("--groups regions,nothing", "nothing"),
        ("--groups ,", "regions"),
        ("--format pdf", "pdf"),
        ("--format html --json", "--json"),
        ("--output rpjmd.pdf", "menimpa"),
        ("--output rpjmd.pdf/a.html", "a.html"),
    ],
)
def test_wrong_options_are_one_line_and_destroy_nothing(plan, tmp_path, capsys, arguments, words):
    assert tag(plan, *arguments.split()) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert words in shown.err
    assert (tmp_path / plan).read_bytes() == TWO_PAGES
    assert [path.name for path in tmp_path.iterdir()] == [plan]


def test_pictures_and_other_documents_come_with_their_warnings(tmp_path, capsys):
    (tmp_path / "a.pdf").write_bytes(scanned(pdf(prose("Kota Semarang")), dpi=72))
    data = as_json(capsys, "a.pdf", "--no-ocr")
    assert [item["code"] for item in data["warnings"]] == ["reading.scan_page", "tag.no_plan"]
    assert [item["code"] for item in data["pages"][0]["warnings"]] == ["reading.scan_page"]
    assert data["pages"][0]["text"] == ""
