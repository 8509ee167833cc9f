"""What OCR is unsure of is known to be unsure, from the word to the passage. All texts are invented."""

from dataclasses import replace

import pytest
from factories import document, line
from page_factory import page

from selaras.extractors.assembly import build_plan
from selaras.extractors.layout.lines import page_lines
from selaras.extractors.pages.confidence import least_sure
from selaras.extractors.prose.statements import read_prose


@pytest.mark.parametrize(
    ("confidences", "least"),
    [((), None), ((None, None), None), ((0.9, None, 0.4), 0.4), ((0.0, 0.7), 0.0)],
)
def test_a_text_is_as_sure_as_its_least_sure_word(confidences, least):
    assert least_sure(confidences) == least


def test_a_line_is_as_sure_as_its_least_sure_word():
    read = page(("Menata laut bersama", 100.0))
    words = tuple(
        replace(word, confidence=sure) for word, sure in zip(read.words, (0.9, 0.4, 0.8), strict=True)
    )
    (made,) = page_lines(replace(read, words=words))
    assert made.confidence == 0.4


@pytest.mark.parametrize(
    ("confidences", "sure"), [((None, None), None), ((0.9, 0.5), 0.5)], ids=["text-layer", "ocr"]
)
def test_the_passage_of_a_statement_is_as_sure_as_its_lines(confidences, sure):
    printed = [line("Misi 1 : Menata laut bersama"), line("warga pulau kecil", row=1)]
    read = [replace(made, confidence=one) for made, one in zip(printed, confidences, strict=True)]
    (statement,) = build_plan(document(), [read_prose(read, document())]).statements
    assert statement.passage.confidence == sure
