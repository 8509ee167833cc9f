"""The check of a draft against plans, from files to report files."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version as installed_version
from pathlib import Path

from selaras.flows.atomic_files import atomic_file
from selaras.flows.labels import labels_of
from selaras.flows.own_catalogue import load_own_catalogue
from selaras.flows.own_weights import link_weights
from selaras.flows.plan_store import known_versions, load_plan
from selaras.flows.quarantine import safe_name
from selaras.flows.reading import read_document, reading_version
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store, store_exists
from selaras.flows.walking import read_hash
from selaras.models.checks.candidate import DraftCheck, check_draft
from selaras.models.errors import InputError
from selaras.models.findings import Severity
from selaras.models.framework_plans import framework_plans
from selaras.models.ids import DocumentId
from selaras.models.messages import message, text
from selaras.models.plans import Plan
from selaras.outputs.report.rows import Imprint
from selaras.outputs.report.writers import WRITERS

Read = Callable[[Path, Settings], Plan]


def parse_formats(given: str) -> tuple[str, ...]:
    """Formats of the report, as "html,json". Raises InputError for one that is not known."""
    names = tuple(dict.fromkeys(name.strip().casefold() for name in given.split(",") if name.strip()))
    unknown = [name for name in names if name not in WRITERS]
    if unknown or not names:
        shown = ", ".join(unknown) or given or '""'
        raise InputError(message("error.unknown_format", given=shown, known=", ".join(WRITERS)))
    return names


def check_files(
    draft: Path, against: Sequence[Path], settings: Settings, *, read: Read = read_document
) -> DraftCheck:
    """Check a draft against plans: PDFs, or `rpjpn` and `rpjmn` for the packaged national framework.

    Raises InputError for a file that cannot be read or that holds nothing to compare.
    """
    checked = _with_statements(draft, read_known(draft, settings, read=read))
    plans = [
        _packaged(path) or _with_statements(path, read_known(path, settings, read=read)) for path in against
    ]
    if all(plan.document.sha256 == checked.document.sha256 for plan in plans):
        raise InputError(message("error.check_itself", file=draft))
    regions = labels_of(settings).regions
    weights = link_weights(settings.own_weights)
    return check_draft(checked, plans, load_own_catalogue(settings), regions=regions, weights=weights)


def _packaged(path: Path) -> Plan | None:
    """The packaged national plan of this name; None where a file has it, or none has."""
    named = (plan for plan in framework_plans() if plan.document.kind.casefold() == str(path).casefold())
    return None if path.exists() else next(named, None)


def read_known(path: Path, settings: Settings, *, read: Read = read_document) -> Plan:
    """The stored plan of a file that this version has read before; else what reading it now gives."""
    stored = _find_stored(read_hash(path), settings)
    if stored is None:
        return read(path, settings)
    return replace(stored, document=replace(stored.document, file_name=path.name))


def _find_stored(sha256: str, settings: Settings) -> Plan | None:
    if not store_exists(settings):
        return None
    with opened_store(settings) as store, store.reading() as session:
        if known_versions(session).get(sha256) != reading_version(settings):
            return None
        return load_plan(session, DocumentId(sha256))


def _with_statements(path: Path, plan: Plan) -> Plan:
    if not plan.statements:
        raise InputError(message("error.no_statements", file=path))
    return plan


def has_errors(check: DraftCheck) -> bool:
    """Tell whether the check found what is certainly wrong."""
    return any(finding.severity is Severity.ERROR for finding in check.findings)


def write_reports(check: DraftCheck, formats: Sequence[str], folder: Path, settings: Settings) -> list[Path]:
    """Write the report in each format into a folder, named after the draft's file. Raises OutputError."""
    labels, imprint = labels_of(settings), make_imprint(settings)
    paths = [report_path(check, name, folder) for name in formats]
    for name, path in zip(formats, paths, strict=True):
        with atomic_file(path) as stream:
            WRITERS[name](check, imprint, stream, labels=labels)
    return paths


def report_path(check: DraftCheck, name: str, folder: Path) -> Path:
    """Where a report goes; it replaces a report of its own draft only, never that of a namesake."""
    stem, sha256 = safe_name(Path(check.draft.file_name).stem), check.draft.sha256
    path = folder / f"{stem}-check.{name}"
    if path.is_file() and sha256.encode() not in path.read_bytes():
        return folder / f"{stem}-{sha256[:8]}-check.{name}"
    return path


def make_imprint(settings: Settings) -> Imprint:
    """Which program made a report, and when."""
    reader = (text("flow.check.reader", settings.language), reading_version(settings))
    return Imprint(installed_version("selaras"), datetime.now(UTC).date(), (reader,))
