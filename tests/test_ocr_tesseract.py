"""Tesseract as a program: what is installed, what it answers, and what becomes of nonsense."""

import numpy as np
import pytest
from scan_factory import row, stand_in, tsv

from selaras.extractors.ocr.tesseract import Tesseract, TesseractError, find_tesseract, parse_words

WIDTH, HEIGHT = 600, 400
PICTURE = np.full((HEIGHT, WIDTH), 255, dtype=np.uint8)


def texts(*rows: str) -> list[str]:
    return [word.text for word in parse_words(tsv(*rows), WIDTH, HEIGHT)]


def test_a_word_comes_with_its_box_and_confidence():
    (word,) = parse_words(tsv(row("Sasaran", 100, 50, sure=91.5)), WIDTH, HEIGHT)
    assert (word.text, word.box, word.confidence) == ("Sasaran", (100.0, 50.0, 240.0, 90.0), 0.915)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(row("Blok", 0, 0, level=2), id="a-block-is-no-word"),
        pytest.param(row("  ", 0, 0), id="blank"),
        pytest.param(row("x", 0, 0, sure=-1), id="no-confidence"),
        pytest.param(row("x", 0, 0, sure=101), id="more-than-sure"),
        pytest.param(row("x", 0, 0, sure=float("nan")), id="not-a-number"),
        pytest.param(row("keluar", 590, 0), id="beyond-the-picture"),
        pytest.param(row("keluar", -5, 0), id="left-of-the-picture"),
        pytest.param("5\t1\t1", id="cut-off"),
        pytest.param(row("x", 0, 0) + "\tlebih", id="too-many-columns"),
        pytest.param(row("x", 0, 0).replace("\t40\t", "\tempat\t"), id="a-size-that-is-a-word"),
    ],
)
def test_a_row_that_is_no_word_is_left_out(line):
    assert texts(row("satu", 0, 100), line, row("dua", 0, 200)) == ["satu", "dua"]


@pytest.mark.parametrize("table", ["", "halo", "level\tpage_num\n5\t1\n", "\x00\x01"])
def test_a_table_without_its_head_is_an_error(table):
    with pytest.raises(TesseractError) as caught:
        parse_words(table, WIDTH, HEIGHT)
    assert caught.value.reason == "garbage"


def test_what_is_installed_is_found(tmp_path):
    found = find_tesseract(stand_in(tmp_path, languages="eng ind"))
    assert found is not None
    assert (found.version, found.languages) == ("tesseract 5.3.0", {"eng", "ind"})


def test_a_missing_program_is_not_found(tmp_path):
    assert find_tesseract(str(tmp_path / "tesseract")) is None


@pytest.mark.parametrize("version", ["", "bash 5.2"])
def test_another_program_is_not_taken_for_tesseract(tmp_path, version):
    assert find_tesseract(stand_in(tmp_path, version=version)) is None


def read_with(tmp_path, **how) -> list[str]:
    program = Tesseract(stand_in(tmp_path, **how), ("ind",), 300, 5.0)
    return [word.text for word in program.read(PICTURE)]


def test_a_picture_is_read(tmp_path):
    assert read_with(tmp_path, answer=tsv(row("Misi", 10, 10))) == ["Misi"]


@pytest.mark.parametrize(
    ("does", "answer", "reason"),
    [
        pytest.param("sys.exit(1)", "", "crash", id="fails"),
        pytest.param("os.kill(os.getpid(), signal.SIGKILL)", "", "crash", id="is-killed"),
        pytest.param("pass", "Misi pertama\n", "garbage", id="plain-text"),
        pytest.param("sys.stdout.buffer.write(b'\\xff\\xfe')", "", "garbage", id="no-utf-8"),
    ],
)
def test_a_failure_has_its_reason(tmp_path, does, answer, reason):
    with pytest.raises(TesseractError) as caught:
        read_with(tmp_path, does=does, answer=answer)
    assert caught.value.reason == reason


def test_a_program_that_hangs_is_ended(tmp_path):
    slow = Tesseract(stand_in(tmp_path, does="time.sleep(60)"), ("ind",), 300, 0.5)
    with pytest.raises(TesseractError) as caught:
        slow.read(PICTURE)
    assert caught.value.reason == "timeout"


def test_a_program_that_is_gone_is_a_crash(tmp_path):
    with pytest.raises(TesseractError) as caught:
        Tesseract(str(tmp_path / "gone"), ("ind",), 300, 5.0).read(PICTURE)
    assert caught.value.reason == "crash"
