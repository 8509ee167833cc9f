"""A file becomes a plan, within the limits of the settings; the libraries are loaded when first used."""

import csv
import hashlib
from pathlib import Path

from selaras.extractors.tagging.saved_files import pipeline_digest
from selaras.extractors.version import EXTRACTOR_VERSION
from selaras.flows.own_catalogue import read_own_entries
from selaras.flows.settings import Settings
from selaras.models.errors import InputError
from selaras.models.messages import message
from selaras.models.plans import Plan
from selaras.models.region_names import RegionKind
from selaras.models.regions import ExtraRegion

COLUMNS = ("code", "kind", "name")


def read_document(path: Path, settings: Settings) -> Plan:
    """Read a PDF in a process of its own. Raises InputError with the reason why it cannot be read.

    So it does where the pipeline or the catalogue of the settings cannot be used.
    """
    from selaras.extractors.reading import read_plan  # noqa: PLC0415  spaCy costs 1.7 s
    from selaras.extractors.tagging.saved import open_pipeline  # noqa: PLC0415

    return read_plan(
        path,
        limits=settings.limits,
        ocr=settings.ocr,
        guess=settings.guess,
        nlp=open_pipeline(settings.pipeline, read_extra_regions(settings.regions)),
        own=read_own_entries(settings),
    )


def reading_version(settings: Settings) -> str:
    """What tells one way of reading from another: the extractor's version, and what is set beside it."""
    own = (*read_extra_regions(settings.regions), *read_own_entries(settings).labels)
    parts = [EXTRACTOR_VERSION]
    if own:
        parts.append(hashlib.sha256(repr(own).encode()).hexdigest()[:8])
    if settings.pipeline:
        parts.append(pipeline_digest(settings.pipeline)[:8])
    if not settings.guess:
        parts.append("told")
    return "+".join(parts)


def read_extra_regions(path: Path | None) -> tuple[ExtraRegion, ...]:
    """Read a CSV of regions: code, kind, name and, optional, aliases joined by "|". Raises InputError."""
    if path is None:
        return ()
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(message("error.bad_regions", file=path, reason=error)) from error
    return tuple(_region(row, path, line) for line, row in enumerate(rows, start=2))


def _region(row: dict[str, str], path: Path, line: int) -> ExtraRegion:
    code, kind, name = (row.get(column) or "" for column in COLUMNS)
    if not code or not name or kind not in list(RegionKind):
        reason = f"{', '.join(COLUMNS)}: {code}, {kind}, {name}"
        raise InputError(message("error.bad_region", file=path, line=line, reason=reason))
    return ExtraRegion(code, kind, name, row.get("aliases") or "")
