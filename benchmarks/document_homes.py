"""The region and the agency of the documents of the corpus, for benchmarks that need them; kept in a file."""

import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from selaras.extractors.identity.document import complete_from_name, identify
from selaras.extractors.pdf.sandbox import read_pages
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.documents import PlanKind, PlanningDocument

CACHE = Path(tempfile.gettempdir()) / "selaras_document_homes.json"


@dataclass(frozen=True, slots=True)
class Home:
    """Whose plan a document is: code of the region, name of the agency."""

    region: str | None
    agency: str | None


def find_homes(names: Iterable[str], corpus: Path, cache: Path | None = None) -> dict[str, Home]:
    """Find out whose plans these files are; a file that the corpus lacks is known by its name only."""
    path = cache or CACHE
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for name in sorted(set(names) - set(known)):
        found = identify_file(name, corpus)
        known[name] = [found.region, found.agency]
    path.write_text(json.dumps(known, indent=1, sort_keys=True), encoding="utf-8")
    return {name: Home(*known[name]) for name in names}


def identify_file(name: str, corpus: Path) -> PlanningDocument:
    """Identify a document by its pages, or by its name where there is no such file."""
    stem = Path(name).stem
    path = next(
        (found for found in corpus.glob("*.pdf") if found.stem.removeprefix("typeset_") == stem), None
    )
    nlp = build_pipeline()
    if path is None:
        return complete_from_name(
            PlanningDocument(sha256="", kind=PlanKind.OTHER, pages=0, file_name=name), nlp
        )
    return identify(read_pages(path).pages, nlp, sha256="", file_name=path.name)[0]
