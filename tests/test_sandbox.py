"""Reading happens in a process with limits: whatever the file, the answer is all pages or a clear error."""

import hashlib
import sys
import time
from io import BytesIO

import pytest
from pdf_factory import encrypted, pdf, prose, without_pages

from selaras.extractors.pages.limits import Limits
from selaras.extractors.pages.page import PageKind
from selaras.extractors.pages.page_json import page_from_json
from selaras.extractors.pages.page_kinds import page_warnings
from selaras.extractors.pdf import file_pages
from selaras.extractors.pdf.page_reading import read_page
from selaras.extractors.pdf.sandbox import read_pages
from selaras.models.errors import LimitExceededError, MissingFileError, UnreadableDocumentError
from selaras.models.messages import LANGUAGES, render

TWO_PAGES = pdf(prose("Tujuan pertama"), prose("Sasaran kedua"))


JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(200)


@pytest.fixture
def file_of(tmp_path):
    def make(data: bytes):
        path = tmp_path / "rencana.pdf"
        path.write_bytes(data)
        return path

    return make


def words(reading):
    return [" ".join(word.text for word in page.words) for page in reading.pages]


def acting(*statements: str) -> tuple[str, ...]:
    """A reading process that does something else instead."""
    return (sys.executable, "-c", "import os, sys, time\n" + "\n".join(statements))


PAGE = '{"number":1,"size":[1,1],"kind":"text","turned":0,"words":[],"grids":[]}'


def test_all_pages_are_read_in_order(file_of):
    reading = read_pages(file_of(TWO_PAGES))
    assert words(reading) == ["Tujuan pertama", "Sasaran kedua"]
    assert reading.sha256 == hashlib.sha256(TWO_PAGES).hexdigest()
    assert reading.warnings == ()


def test_reading_twice_gives_the_same(file_of):
    path = file_of(TWO_PAGES)
    assert read_pages(path) == read_pages(path)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"junk before the header\n" * 20 + TWO_PAGES, id="header-within-the-first-1024-bytes"),
        pytest.param(TWO_PAGES + b"\n" * 1500, id="blanks-after-the-end"),
        pytest.param(encrypted(TWO_PAGES, ""), id="locked-against-changes-only"),
        pytest.param(TWO_PAGES.replace(b"xref\n0 ", b"xref\n1 "), id="table-of-objects-counts-from-one"),
        pytest.param(TWO_PAGES.replace(b"startxref\n", b"startxref\n9"), id="table-of-objects-not-found"),
        pytest.param(TWO_PAGES.replace(b"ReportLab", b"Own", 1), id="table-of-objects-a-few-bytes-off"),
    ],
)
def test_slightly_wrong_files_are_read(file_of, data):
    assert words(read_pages(file_of(data))) == ["Tujuan pertama", "Sasaran kedua"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "error.empty_file", id="empty"),
        pytest.param(JPEG, "error.other_format", id="renamed-jpeg"),
        pytest.param(b"PK\x03\x04" + bytes(100), "error.other_format", id="renamed-docx"),
        pytest.param(
            b"\xef\xbb\xbf\n<!DOCTYPE HTML><title>404</title>", "error.other_format", id="saved-error-page"
        ),
        pytest.param(b"just some text, no plan", "error.not_pdf", id="text"),
        pytest.param(b"\0" * 1100 + TWO_PAGES, "error.not_pdf", id="header-too-late"),
        pytest.param(encrypted(TWO_PAGES, "x"), "error.encrypted", id="password"),
        pytest.param(b"%PDF-1.7\n" + b"no object here " * 50, "error.damaged", id="header-only"),
        pytest.param(TWO_PAGES[: len(TWO_PAGES) // 3], "error.damaged", id="cut-before-the-catalogue"),
        pytest.param(without_pages(), "error.no_pages", id="no-pages"),
        pytest.param(
            TWO_PAGES.replace(b"/Count 2", b"/Count 1"), "error.damaged", id="more-pages-than-claimed"
        ),
    ],
)
def test_unreadable_files_say_why(file_of, data, code):
    path = file_of(data)
    with pytest.raises(UnreadableDocumentError) as caught:
        read_pages(path)
    assert caught.value.message.code == code
    assert all(str(path) in render(caught.value.message, language) for language in LANGUAGES)


def test_renamed_file_is_named_by_what_it_looks_like(file_of):
    with pytest.raises(UnreadableDocumentError) as caught:
        read_pages(file_of(JPEG))
    assert "JPEG" in render(caught.value.message, "en")


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(b"/Count 2", id="page-tree-lost"),
        pytest.param(b"9 0 obj", id="contents-of-the-last-page-lost"),
        pytest.param(b"%%EOF", id="closing-mark-and-table-lost"),
    ],
)
def test_nothing_partial_is_passed_off_as_whole(file_of, end):
    cut = TWO_PAGES[: TWO_PAGES.index(end)].replace(b"startxref", b"")
    with pytest.raises(UnreadableDocumentError) as caught:
        read_pages(file_of(cut))
    assert caught.value.message.code in ("error.truncated", "error.damaged")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("nowhere.pdf", "error.missing_file", id="missing"),
        pytest.param("", "error.is_folder", id="folder"),
    ],
)
def test_paths_without_a_file(tmp_path, name, code):
    with pytest.raises(MissingFileError) as caught:
        read_pages(tmp_path / name)
    assert caught.value.message.code == code


@pytest.mark.parametrize(
    ("whole", "broken"),
    [
        pytest.param(b"/Type /Page\n", b"/Type /Fage\n", id="no-page-at-its-place"),
        pytest.param(b"/Kids [ 3 0 R", b"/Kids [ 9 9 R", id="page-missing"),
    ],
)
def test_a_damaged_page_fails_alone(file_of, whole, broken):
    data = TWO_PAGES.replace(whole, broken, 1)
    assert data != TWO_PAGES
    reading = read_pages(file_of(data))
    assert [page.kind for page in reading.pages] == [PageKind.FAILED, PageKind.TEXT]
    assert [(warning.page, warning.message.code) for warning in reading.warnings] == [
        (1, "reading.failed_page")
    ]


def test_a_page_without_a_usable_size_is_read(file_of):
    data = TWO_PAGES.replace(b"/MediaBox [ 0 0 595.2756", b"/MediaBox [ 0 0 (x)     ", 1)
    assert data != TWO_PAGES
    assert words(read_pages(file_of(data))) == ["Tujuan pertama", "Sasaran kedua"]


def test_a_defect_of_ours_fails_one_page_and_says_where(monkeypatch):
    def stumble(source, number):
        if number == 1:
            raise ValueError("an invented defect")
        return read_page(source, number)

    monkeypatch.setattr(file_pages, "read_page", stumble)
    pages = [page_from_json(record) for record in file_pages.open_pages(BytesIO(TWO_PAGES))[1]]
    assert [page.kind for page in pages] == [PageKind.FAILED, PageKind.TEXT]
    (warning,) = page_warnings(pages)
    assert warning.message.code == "reading.defect_page"
    assert dict(warning.message.params)["cause"].startswith("ValueError, test_sandbox.py:")


def test_a_want_of_memory_is_no_fault_of_one_page(monkeypatch):
    def drain(*_):
        raise MemoryError

    monkeypatch.setattr(file_pages, "read_page", drain)
    with pytest.raises(MemoryError):
        list(file_pages.open_pages(BytesIO(TWO_PAGES))[1])


def test_documents_with_too_many_pages_are_refused(file_of):
    with pytest.raises(LimitExceededError) as caught:
        read_pages(file_of(TWO_PAGES), limits=Limits(pages=1))
    assert caught.value.message.code == "error.too_many_pages"


@pytest.mark.parametrize(
    ("command", "limits", "code", "page"),
    [
        pytest.param(
            acting("time.sleep(60)"), Limits(seconds=0.3), "error.limit_time", "1", id="never-answers"
        ),
        pytest.param(
            acting("print('{\"pages\":2}')", f"print('{PAGE}', flush=True)", "time.sleep(60)"),
            Limits(seconds=1.0),
            "error.limit_time",
            "2",
            id="stops-half-way",
        ),
        pytest.param(acting("os.kill(os.getpid(), 9)"), Limits(), "error.limit_reader", "1", id="killed"),
        pytest.param(
            acting("print('{\"pages\":2}')", f"print('{PAGE}')"),
            Limits(),
            "error.limit_reader",
            "2",
            id="dies-early",
        ),
        pytest.param(acting("print('[1]')"), Limits(), "error.limit_reader", "1", id="no-object"),
        pytest.param(acting("print('{')"), Limits(), "error.limit_reader", "1", id="no-json"),
        pytest.param(acting("print('[' * 10**5)"), Limits(), "error.limit_reader", "1", id="deeply-nested"),
        pytest.param(
            acting("print('{\"pages\":1}')", "print('{\"number\":true}')"),
            Limits(),
            "error.limit_reader",
            "1",
            id="no-page",
        ),
        pytest.param(
            acting("sys.stdout.write('x' * 3_000_000)"),
            Limits(output_mb=1),
            "error.limit_output",
            "1",
            id="flood",
        ),
        pytest.param(
            acting('print(\'{"error":"memory"}\')'), Limits(), "error.limit_memory", "1", id="no-memory"
        ),
    ],
)
def test_a_reading_process_that_misbehaves_is_an_error(file_of, command, limits, code, page):
    with pytest.raises(LimitExceededError) as caught:
        read_pages(file_of(TWO_PAGES), limits=limits, command=command)
    assert caught.value.message.code == code
    assert dict(caught.value.message.params)["page"] == page


def test_children_of_a_late_process_end_with_it(file_of, tmp_path):
    mark = tmp_path / "alive"
    child = f"import time; time.sleep(2); open({str(mark)!r}, 'w')"
    command = acting("import subprocess", f"subprocess.run([sys.executable, '-c', {child!r}])")
    with pytest.raises(LimitExceededError):
        read_pages(file_of(TWO_PAGES), limits=Limits(seconds=0.5), command=command)
    time.sleep(2.5)
    assert not mark.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process")
def test_memory_limit_holds(file_of):
    with pytest.raises(LimitExceededError) as caught:
        read_pages(file_of(TWO_PAGES), limits=Limits(memory_mb=20))
    assert caught.value.message.code in ("error.limit_memory", "error.limit_reader")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process")
def test_processor_limit_is_a_limit_of_time(file_of):
    burn = acting("import resource", "resource.setrlimit(resource.RLIMIT_CPU, (1, 2))", "while True: pass")
    with pytest.raises(LimitExceededError) as caught:
        read_pages(file_of(TWO_PAGES), command=burn)
    assert caught.value.message.code == "error.limit_time"


def test_the_environment_is_not_handed_over(file_of, monkeypatch):
    monkeypatch.setenv("SELARAS_SECRET", "x")
    tell = acting("print('{\"pages\":' + str(2 if 'SELARAS_SECRET' in os.environ else 0) + '}')")
    assert read_pages(file_of(TWO_PAGES), command=tell).pages == ()


@pytest.mark.parametrize("name", ["seconds", "cpu_seconds", "memory_mb", "pages", "output_mb"])
def test_a_limit_of_nothing_is_refused(name):
    with pytest.raises(ValueError, match=name):
        Limits(**{name: 0})
