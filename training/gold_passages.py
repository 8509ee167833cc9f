"""Passages of the gold: what people read on the pages of a plan, and the texts there that are none of it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from page_texts import PageText, find_page_texts
from passages import Passage, Source, passage_kind, read_passages, write_passages
from plan_cache import mark_of
from weak_labels import find_others, is_whole

from selaras.extractors.ocr.settings import NO_OCR
from selaras.extractors.reading import read_all_pages
from selaras.extractors.tagging.kinds import PassageKind
from selaras.models.statements import StatementKind

TEXTS_VERSION = "texts 1"


def read_gold(file: Path, plans: Path, cache: Path) -> list[Passage]:
    """The passages of one file of gold, each text of a kind once, in the order of the pages."""
    gold = json.loads(file.read_bytes())
    name = Path(gold["file"]).stem
    stated = [*_statements(gold, name), *_indicators(gold, name)]
    texts = [*(passage.text for passage in stated), *_also(gold)]
    others = find_others(_page_texts(plans / gold["file"], set(gold["pages"]), cache), texts)
    found = [
        *stated,
        *(
            Passage(text.text, PassageKind.OTHER, text.source, name, text.page)
            for text in others
            if is_whole(text.text)
        ),
    ]
    once: dict[tuple[PassageKind, str], Passage] = {}
    for passage in found:
        once.setdefault((passage.kind, passage.key), passage)
    return sorted(once.values(), key=lambda passage: passage.page)


def _statements(gold: Mapping[str, Any], name: str) -> Iterator[Passage]:
    for one in gold["statements"]:
        kind = passage_kind(StatementKind(one["kind"]))
        yield Passage(one["text"], kind, Source.STATEMENT, name, one["page"])


def _indicators(gold: Mapping[str, Any], name: str) -> Iterator[Passage]:
    for one in gold["indicators"]:
        yield Passage(one["name"], PassageKind.INDICATOR, Source.INDICATOR, name, one["page"])


def _also(gold: Mapping[str, Any]) -> Iterator[str]:
    """Other wordings that the document prints for the same statement."""
    return (text for one in gold["statements"] for text in one.get("also", ()))


def _page_texts(path: Path, pages: set[int], cache: Path) -> Iterator[PageText]:
    """The texts of some pages of a plan; single lines, which are pieces, are left out."""
    kept = cache / f"{mark_of(path, f'{TEXTS_VERSION} {sorted(pages)}')}.jsonl"
    if not kept.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        read = [page for page in read_all_pages(path, ocr=NO_OCR).pages if page.number in pages]
        write_passages(
            kept, (Passage(t.text, PassageKind.OTHER, t.source, "", t.page) for t in find_page_texts(read))
        )
    passages = read_passages(kept)
    return (PageText(p.text, p.source, p.page) for p in passages if p.source is not Source.LINE)
