"""A bad text layer against OCR anew: which of them is more of a language. Invented texts."""

import pytest

from selaras.extractors.ocr.choice import better_page
from selaras.extractors.pages.language import is_known, language_share
from selaras.extractors.pages.page import Page, PageKind, Word
from selaras.extractors.pages.page_kinds import page_warnings

GOOD = (
    "Meningkatnya pengelolaan sumber daya kelautan serta ketersediaan pelabuhan perikanan untuk nelayan " * 5
)
FAIR = (
    "Meningkatnya pengeloiaan sumber daya keiautan serta keterseciaan pelabuhan perikaman untuk nelayan " * 5
)
SOUP = "frngk xqrt bdwv plkj zzgh tsspp mnbv qwrt hjkl vbnm " * 8


def page(text, kind=PageKind.SOUP, *, ocr=False):
    words = tuple(
        Word(word, (0.0, 0.0, 10.0, 10.0), 10.0, confidence=0.9 if ocr else None) for word in text.split()
    )
    return Page(1, 600.0, 800.0, kind, words, ocr=ocr)


@pytest.mark.parametrize(
    "word",
    [
        "daya",
        "pengelolaan",
        "ketersediaan",
        "memakai",
        "menulis",
        "menyusunnya",
        "bersama-sama",
        "diperlukan",
    ],
)
def test_words_with_affixes_are_known(word):
    assert is_known(word)


@pytest.mark.parametrize("word", ["kebljakan", "kine~a", "peme1intah", "diperfukan", "tfianspor", "prwinsl"])
def test_misread_words_are_not_known(word):
    assert not is_known(word)


def test_numbers_and_short_words_are_not_judged():
    assert language_share(["2025", "di", "Rp", "81,5"] * 50) is None


@pytest.mark.parametrize(
    ("own", "anew", "expected"),
    [
        pytest.param(FAIR, GOOD, (GOOD, PageKind.TEXT, True), id="ocr-anew-is-better"),
        pytest.param(SOUP, GOOD, (GOOD, PageKind.TEXT, True), id="ocr-anew-instead-of-soup"),
        pytest.param(GOOD, FAIR, (GOOD, PageKind.TEXT, False), id="the-layer-was-better"),
        pytest.param(GOOD, GOOD, (GOOD, PageKind.TEXT, False), id="no-better-is-no-reason"),
        pytest.param(SOUP, "", (SOUP, PageKind.SOUP, True), id="nothing-was-found"),
        pytest.param("hlm 3", GOOD, (GOOD, PageKind.TEXT, True), id="a-stamp-on-a-scan"),
        pytest.param("", GOOD, (GOOD, PageKind.TEXT, True), id="no-text-layer"),
    ],
)
def test_the_better_reading_stays(own, anew, expected):
    kept = better_page(page(own), page(anew, PageKind.TEXT, ocr=True))
    text = " ".join(word.text for word in kept.words)
    assert (text, kept.kind, kept.ocr) == (" ".join(expected[0].split()), *expected[1:])


def test_a_stamped_picture_without_text_is_told_to_be_one():
    kept = better_page(page("hlm 3", PageKind.SCAN), page("", PageKind.SCAN, ocr=True))
    (warning,) = page_warnings([kept])
    assert warning.message.code == "reading.ocr_empty_page"
