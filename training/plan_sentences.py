"""Sentences of plans and of the catalogue, for what is learned from the company that words keep."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2

from selaras.models.concepts import read_concepts, read_labels
from selaras.models.framework import load_rpjmn, load_rpjpn

TORN = re.compile(r"[-\x02\ufffe]\s*\n\s*")  # a word cut at the end of a line; pdfium marks some cuts
END = re.compile(r"(?<=[.;:!?])\s+|\s*[•\uf0b7]\s*")


def read_plan_sentences(plans: Iterable[Path]) -> Iterator[str]:
    """The sentences of all pages of plans, in order; pages without text and damaged files give none."""
    for path in plans:
        for page in _page_texts(path):
            yield from split_sentences(page)


def split_sentences(page: str) -> list[str]:
    """Cut the text of a page at full stops, colons and bullets, lines joined."""
    joined = " ".join(TORN.sub("", page).split())
    return [sentence for sentence in END.split(joined) if sentence]


def catalogue_sentences() -> Iterator[str]:
    """What the packaged data says of each indicator, and the statements of the national plans."""
    labels: dict[str, list[str]] = {}
    for label in read_labels():
        if label.language == "id":
            labels.setdefault(label.code, []).append(label.text)
    for concept in read_concepts():
        yield ". ".join((*labels.get(concept.code, [concept.label_id]), concept.note_id))
    for framework in (load_rpjpn(), load_rpjmn()):
        yield from (item.name for item in framework.items)


def _page_texts(path: Path) -> Iterator[str]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return
    with document:
        for page in document:
            yield page.get_textpage().get_text_bounded()
