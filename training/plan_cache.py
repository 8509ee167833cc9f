"""Plans are read once: what they hold is kept by the hash of the file and the version of the reading."""

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from passages import Passage, read_passages, write_passages
from weak_labels import label_plan

from selaras.extractors.ocr.settings import NO_OCR, OcrSettings
from selaras.extractors.pages.page import PageReading
from selaras.extractors.reading import read_all_pages, understand
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.extractors.version import EXTRACTOR_VERSION
from selaras.models.errors import InputError
from selaras.models.plans import Plan

LABELS_VERSION = "1"  # changes whenever a plan may get other labels
PROCESSES = 2


@dataclass(frozen=True, slots=True)
class LabelledPlan:
    """The passages of one plan, and whose plan it is."""

    name: str  # of the file, without its ending
    kind: str
    region: str | None
    agency: str | None
    passages: tuple[Passage, ...]


def read_labelled(plans: Sequence[Path], cache: Path, *, ocr: bool = False) -> Iterator[LabelledPlan]:
    """Read plans, two at a time, or what an earlier run kept of them; unreadable files are left out."""
    cache.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(PROCESSES) as pool:
        for found in pool.map(partial(_labelled, cache=cache, ocr=ocr), plans):
            if found:
                yield found


def read_unjudged(path: Path, ocr: OcrSettings) -> tuple[PageReading, Plan]:
    """Read a plan by labels, headings and tables only: nothing that the wording told."""
    reading = read_all_pages(path, ocr=ocr)
    return reading, understand(reading, file_name=path.name, nlp=build_pipeline())


def _labelled(path: Path, cache: Path, *, ocr: bool) -> LabelledPlan | None:
    mark = mark_of(path, f"{LABELS_VERSION} {ocr}")
    facts, texts = cache / f"{mark}.json", cache / f"{mark}.jsonl"
    if not facts.is_file() and not _keep(path, facts, texts, OcrSettings() if ocr else NO_OCR):
        return None
    return LabelledPlan(path.stem, **json.loads(facts.read_bytes()), passages=tuple(read_passages(texts)))


def mark_of(path: Path, version: str) -> str:
    """What a thing read from a file is kept under: another file, reading or version has another mark."""
    return sha256(path.read_bytes() + f"{EXTRACTOR_VERSION} {version}".encode()).hexdigest()[:16]


def _keep(path: Path, facts: Path, texts: Path, ocr: OcrSettings) -> bool:
    """Read a plan and keep its passages; False where the file cannot be read."""
    try:
        reading, plan = read_unjudged(path, ocr)
    except InputError:
        return False
    document = plan.document
    write_passages(texts, label_plan(plan, reading.pages, path.stem))
    told = {"kind": document.kind.value, "region": document.region, "agency": document.agency}
    facts.write_text(json.dumps(told), encoding="utf-8")
    return True
