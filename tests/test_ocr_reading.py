"""Scanned documents from file to pages, with a program that stands in for Tesseract, well or badly."""

import sys
from dataclasses import replace

import pytest
from pdf_factory import pdf, prose
from scan_factory import row, scanned, stand_in, tsv

from selaras.extractors.ocr.reading import read_scans
from selaras.extractors.ocr.settings import NO_OCR, OcrSettings
from selaras.extractors.pages.page import PageKind
from selaras.extractors.pdf.sandbox import read_pages
from selaras.models.messages import LANGUAGES, render

pytestmark = pytest.mark.slow  # each reads a page in two processes

TWO = scanned(pdf(prose("Tujuan pertama"), prose("Sasaran kedua")), dpi=60)
ANSWER = tsv(row("Menata", 100, 100), row("laut", 240, 100, sure=41.0))

if sys.platform == "win32":
    pytest.skip("the stand-in for Tesseract needs a system with #! programs", allow_module_level=True)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(TWO)
    return path


def read(path, tmp_path, *, settings=None, command=None, **how):
    program = stand_in(tmp_path, **how) if how else str(tmp_path / "none")
    chosen = replace(settings or OcrSettings(), program=program, workers=1)
    more = {"command": command} if command else {}
    return read_scans(path, read_pages(path), chosen, **more)


def codes(reading):
    return [(warning.message.code, warning.page) for warning in reading.warnings]


def test_scans_get_the_words_of_their_pictures(file, tmp_path):
    reading = read(file, tmp_path, answer=ANSWER)
    assert [page.kind for page in reading.pages] == [PageKind.TEXT] * 2
    assert [page.ocr for page in reading.pages] == [True] * 2
    assert [word.text for word in reading.pages[1].words] == ["Menata", "laut"]
    assert [word.confidence for word in reading.pages[1].words] == [0.96, 0.41]
    assert reading.pages[0].words[0].box == pytest.approx((24.0, 24.0, 52.8, 33.6), abs=0.3)


def test_the_warning_names_doubtful_words(file, tmp_path):
    warning = read(file, tmp_path, answer=ANSWER).warnings[0]
    assert warning.message.code == "reading.ocr_doubts_page"
    assert dict(warning.message.params) == {
        "page": "1", "sure": "68", "count": "1", "total": "2", "words": '"laut"'
    }  # fmt: skip


def test_sure_pages_are_still_told_to_be_read_by_ocr(file, tmp_path):
    reading = read(file, tmp_path, answer=tsv(row("Menata", 100, 100)))
    assert codes(reading) == [("reading.ocr_page", 1), ("reading.ocr_page", 2)]


def test_a_picture_without_words_stays_a_scan_and_says_so(file, tmp_path):
    reading = read(file, tmp_path, answer=tsv())
    assert {page.kind for page in reading.pages} == {PageKind.SCAN}
    assert codes(reading) == [("reading.ocr_empty_page", 1), ("reading.ocr_empty_page", 2)]


@pytest.mark.parametrize(
    ("how", "told"),
    [
        pytest.param({}, "reading.ocr_missing_", id="no-program"),
        pytest.param({"languages": "eng osd"}, "reading.ocr_language_", id="no-language"),
    ],
)
def test_what_is_missing_is_told_once_with_the_way_to_get_it(file, tmp_path, how, told):
    reading = read(file, tmp_path, **how)
    assert codes(reading)[:2] == [("reading.scan_page", 1), ("reading.scan_page", 2)]
    (warning,) = reading.warnings[2:]
    assert warning.message.code.startswith(told)
    for language in LANGUAGES:
        shown = render(warning.message, language)
        assert "tesseract" in shown.lower()
        assert sys.platform != "linux" or "apt install tesseract-ocr" in shown


def test_documents_without_scans_need_no_tesseract(tmp_path):
    path = tmp_path / "text.pdf"
    path.write_bytes(pdf(prose("Tujuan pertama")))
    assert read(path, tmp_path) == read_pages(path)


def test_switched_off_nothing_is_read(file, tmp_path):
    assert read(file, tmp_path, settings=NO_OCR, answer=ANSWER) == read_pages(file)


@pytest.mark.parametrize(
    ("how", "code"),
    [
        pytest.param({"does": "sys.exit(3)"}, "reading.ocr_crash_page", id="crash"),
        pytest.param({"answer": "Misi pertama"}, "reading.ocr_garbage_page", id="garbage"),
        pytest.param({"does": "time.sleep(60)"}, "reading.ocr_timeout_page", id="hangs"),
        pytest.param({"does": "x = bytearray(9 * 10**9)"}, "reading.ocr_crash_page", id="eats-memory"),
        pytest.param({"does": "open(sys.argv[0] + '.out', 'wb').write(b'x' * 10**6)"}, "reading.ocr_crash_page", id="writes-a-file"),
    ],
)  # fmt: skip
def test_a_failing_program_costs_its_page_only(file, tmp_path, how, code):
    reading = read(file, tmp_path, settings=OcrSettings(page_seconds=1), **how)
    assert codes(reading) == [(code, 1), (code, 2)]
    assert {page.kind for page in reading.pages} == {PageKind.SCAN}


@pytest.mark.parametrize(
    ("ends", "code"),
    [
        pytest.param("os.kill(os.getpid(), signal.SIGSEGV)", "reading.ocr_crash_page", id="dies"),
        pytest.param("print('{}')", "reading.ocr_crash_page", id="says-something-else"),
        pytest.param("print('nonsense')", "reading.ocr_crash_page", id="says-nonsense"),
        pytest.param("print('{\"page\": 1, \"error\": []}')", "reading.ocr_crash_page", id="says-no-reason"),
        pytest.param("print('{\"page\": 7, \"error\": \"crash\"}')", "reading.ocr_crash_page", id="another-page"),
        pytest.param("signal.alarm(1); time.sleep(60)", "reading.ocr_timeout_page", id="hangs"),
    ],
)  # fmt: skip
def test_a_scanning_process_that_ends_is_followed_by_another(file, tmp_path, ends, code):
    """The first page ends its process whenever it is tried; the second is read all the same."""
    worker = (
        "import json, os, signal, sys, time\n"
        "orders = json.loads(sys.argv[1])\n"
        f"if orders['pages'][0] == 1:\n    {ends}\n    sys.exit()\n"
        "for page in orders['pages']:\n    print(json.dumps({'page': page, 'error': 'memory'}), flush=True)\n"
    )
    reading = read(
        file, tmp_path, settings=OcrSettings(workers=1), command=(sys.executable, "-c", worker), answer=ANSWER
    )
    assert codes(reading) == [(code, 1), ("reading.ocr_memory_page", 2)]


def test_a_process_whose_time_runs_out_between_pages_costs_none(file, tmp_path):
    worker = (
        "import json, sys, time\n"
        "page = json.loads(sys.argv[1])['pages'][0]\n"
        "print(json.dumps({'page': page, 'error': 'memory'}), flush=True)\n"
        "if page == 1:\n    time.sleep(60)\n"
    )
    program = stand_in(tmp_path, answer=ANSWER)
    settings = OcrSettings(workers=1, program=program)
    reading = read_scans(
        file, read_pages(file), settings, seconds=2.0, command=(sys.executable, "-c", worker)
    )
    assert codes(reading) == [("reading.ocr_memory_page", 1), ("reading.ocr_memory_page", 2)]


BROKEN = (sys.executable, "-c", "raise SystemExit(1)")


def test_known_pages_cost_nothing(file, tmp_path):
    settings = OcrSettings(cache=tmp_path / "cache")
    first = read(file, tmp_path, settings=settings, answer=ANSWER)
    assert read(file, tmp_path, settings=settings, answer=ANSWER, command=BROKEN) == first


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"dpi": 200}, id="other-settings"),
        pytest.param({"languages": ("ind", "jav")}, id="other-languages"),
    ],
)
def test_other_settings_are_read_anew(file, tmp_path, change):
    settings = OcrSettings(cache=tmp_path / "cache")
    read(file, tmp_path, settings=settings, answer=ANSWER)
    again = read(
        file,
        tmp_path,
        settings=replace(settings, **change),
        answer=ANSWER,
        languages="ind jav",
        command=BROKEN,
    )
    assert codes(again) == [("reading.ocr_crash_page", 1), ("reading.ocr_crash_page", 2)]


def test_the_same_picture_in_another_file_is_known(file, tmp_path):
    settings = OcrSettings(cache=tmp_path / "cache")
    first = read(file, tmp_path, settings=settings, answer=ANSWER)
    file.write_bytes(TWO + b"\n% another version\n")
    again = read(file, tmp_path, settings=settings, does="sys.exit(1)")
    assert [page.words for page in again.pages] == [page.words for page in first.pages]


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"size": [1]}', b'{"size": [1e999, 2]}', b'{"size": [1' + b"0" * 400 + b", 2]}"]
)
def test_a_damaged_cache_is_as_none(file, tmp_path, content):
    settings = OcrSettings(cache=tmp_path / "cache")
    first = read(file, tmp_path, settings=settings, answer=ANSWER)
    for kept in (tmp_path / "cache").rglob("*.json"):
        kept.write_bytes(content)
    assert read(file, tmp_path, settings=settings, answer=ANSWER) == first


def test_a_cache_that_cannot_be_written_is_no_obstacle(file, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    reading = read(file, tmp_path, settings=OcrSettings(cache=tmp_path / "cache"), answer=ANSWER)
    assert [page.ocr for page in reading.pages] == [True, True]
