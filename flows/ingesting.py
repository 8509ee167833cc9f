"""Documents go into the store: each is read, then kept in one transaction, or put aside with the reason.

job = Ingestion(store, settings, version="1")
sources, outcomes = choose_sources(job, files)
outcomes += [ingest_document(job, source) for source in sources]
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event
from traceback import format_exception

from sqlalchemy import select

from selaras.extractors.pdf.processes import stop_all
from selaras.flows.ocr_state import usable_tesseract, waiting_documents
from selaras.flows.outcomes import Outcome, Source, State, explain, failed
from selaras.flows.plan_rows import document_from_row
from selaras.flows.plan_store import known_versions, save_plan
from selaras.flows.quarantine import quarantine, release
from selaras.flows.reading import read_document, reading_version
from selaras.flows.settings import Settings
from selaras.flows.store import Store, opened_store
from selaras.flows.tables import DocumentRow
from selaras.flows.versioning import Placed, mark_newer, place_version
from selaras.flows.walking import read_hash
from selaras.flows.yields import is_lost, plan_yield, stored_yield, stored_yields
from selaras.models.errors import InputError, MissingFileError, SelarasError
from selaras.models.messages import Message, message
from selaras.models.plans import Plan


@dataclass(frozen=True, slots=True)
class Ingestion:
    """Where documents go, how they are read, and whether a new reading may lose much of an old one."""

    store: Store
    settings: Settings
    version: str
    read: Callable[[Path, Settings], Plan] = read_document
    accept_loss: bool = False
    stopped: Event = field(default_factory=Event)

    def stop(self) -> None:
        """End what is being read: the user has interrupted, which is no failure of a file."""
        self.stopped.set()
        stop_all()


@contextmanager
def opened_ingestion(settings: Settings, *, accept_loss: bool = False) -> Iterator[Ingestion]:
    """Open the store for documents that are read as the settings say."""
    with opened_store(settings) as store:
        yield Ingestion(store, settings, reading_version(settings), accept_loss=accept_loss)


def core_count() -> int:
    """How many documents are read at a time: one a core."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def choose_sources(job: Ingestion, files: Iterable[Path]) -> tuple[list[Source], list[Outcome]]:
    """Part files into those to read and those whose outcome is known: stored already, or not readable."""
    sources: dict[str, Source] = {}
    outcomes: list[Outcome] = []
    known = known_outcomes(job)
    for file in files:
        try:
            source = Source(file, read_hash(file))
        except MissingFileError as error:
            outcomes.append(failed(file, error.message))
            continue
        if source.sha256 in known:
            outcomes.append(replace(known[source.sha256], path=file))
        elif twin := sources.get(source.sha256):
            outcomes.append(Outcome(file, State.SAME, problem=message("flow.same_content", other=twin.path)))
        else:
            sources[source.sha256] = source
    return list(sources.values()), outcomes


def known_outcomes(job: Ingestion) -> dict[str, Outcome]:
    """What is said of a file that this version has read before, by its hash."""
    with job.store.reading() as session:
        known = select(DocumentRow).where(DocumentRow.extractor_version == job.version)
        rows: Iterable[DocumentRow] = session.scalars(known)
        yields = stored_yields(session)
        waiting = waiting_documents(session)
        if waiting and usable_tesseract(job.settings.ocr):  # installed since: now there is more to read
            rows = (row for row in rows if row.sha256 not in waiting)
        return {
            row.sha256: Outcome(Path(row.file_name), State.KNOWN, document_from_row(row), yields[row.sha256])
            for row in rows
        }


def ingest_documents(job: Ingestion, sources: Iterable[Source], *, workers: int) -> Iterator[Outcome]:
    """Ingest documents, several at a time; outcomes come when ready. Leaving early drops those that wait."""
    pool = ThreadPoolExecutor(workers, thread_name_prefix="ingest")
    try:
        futures = [pool.submit(ingest_document, job, source) for source in sources]
        for future in as_completed(futures):
            yield future.result()
    except KeyboardInterrupt:
        job.stop()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def ingest_document(job: Ingestion, source: Source) -> Outcome:
    """Read one document and keep it; where that fails, put the file aside and leave the store as it was."""
    return keep_reading(job, source, lambda: job.read(source.path, job.settings))


def keep_reading(job: Ingestion, source: Source, read: Callable[[], Plan]) -> Outcome:
    """Keep what `read` gives; where it or the keeping fails, put the file aside."""
    try:
        outcome = keep_plan(job, source, read())
    except Exception as error:  # one file, whatever it holds, never stops the others
        if job.stopped.is_set():
            raise
        return set_aside(job, source, error)
    with suppress(OSError):  # the plan is stored; a note that stays behind only tells of an older failure
        release(job.settings.quarantine, source.sha256, source.path)
    return outcome


def keep_plan(job: Ingestion, source: Source, plan: Plan) -> Outcome:
    """Store a plan in one transaction. Raises InputError where the file changed, or too much was lost."""
    if plan.document.sha256 != source.sha256:
        raise InputError(message("error.file_changed", file=source.path))
    with job.store.writing() as session:
        again = source.sha256 in known_versions(session)
        given = plan_yield(plan)
        before = stored_yield(session, source.sha256)
        if not job.accept_loss and is_lost(before, given):
            raise InputError(
                message("error.yield_lost", file=source.path, before=before.found, after=given.found)
            )
        placed = place_version(session, plan)
        save_plan(session, placed.plan, version=job.version)
        mark_newer(session, placed)
    state = State.REPLACED if again else State.STORED
    return Outcome(source.path, state, placed.plan.document, given, _version_note(source, placed))


def _version_note(source: Source, placed: Placed) -> Message | None:
    """Which document takes the place of which, where one does."""
    if placed.other is None:
        return None
    names = (source.path.name, placed.other.file_name)
    newer, older = names[::-1] if placed.newer else names
    return message("flow.new_version", newer=newer, older=older)


def set_aside(job: Ingestion, source: Source, error: Exception) -> Outcome:
    """Put a file into quarantine with the reason and, for an error nobody foresaw, where it arose.

    Where the quarantine itself cannot be written, the file is still told as failed and the batch goes on.
    """
    reason = explain(source.path, error)
    trace = "" if isinstance(error, SelarasError) else "".join(format_exception(error))
    try:
        quarantine(job.settings.quarantine, source.path, sha256=source.sha256, reason=reason, trace=trace)
    except (OSError, SelarasError):
        return failed(source.path, message("error.not_set_aside", file=source.path))
    return failed(source.path, reason)
