"""The flow `ingest`: one task a document reads it; what was read is kept one document at a time.

A reading is cached by the hash of the file and the version of the extractor, so that a run that was
killed goes on where it was. A document that fails is put aside and reported, and does not stop the others.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.client.schemas.objects import State as RunState
from prefect.client.schemas.objects import TaskRun
from prefect.context import TaskRunContext
from prefect.futures import PrefectFuture, as_completed
from prefect.serializers import JSONSerializer
from prefect.states import Completed, Failed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.tasks import Task, exponential_backoff
from prefect.utilities.annotations import unmapped

from selaras.flows.artifacts import keep_summary, keep_table
from selaras.flows.ingesting import Ingestion, choose_sources, core_count, keep_reading, opened_ingestion
from selaras.flows.labels import labels_of
from selaras.flows.ocr_state import ocr_state
from selaras.flows.outcome_rows import outcome_heads, outcome_rows, outcome_sentences
from selaras.flows.outcomes import Outcome, Source, State
from selaras.flows.progress import Note
from selaras.flows.settings import Settings, read_settings
from selaras.flows.walking import Walk, find_pdfs
from selaras.models.plans import Plan
from selaras.outputs.plain_json import JsonObject
from selaras.outputs.plan_json import plan_from_json, plan_to_json

RETRIES = 2
# Reading ends itself by its own limits; this is for what may hang beside it.
SPARE_SECONDS = 120.0
# Plain JSON: Prefect's own additions would make objects of what a result says.
PLAIN_JSON = JSONSerializer(object_encoder=None, object_decoder=None)


def may_recover(task: Task[Any, Any], run: TaskRun, state: RunState[Any]) -> bool:
    """Tell whether another try may help: where the system failed, not where the file is bad."""
    del task, run
    error = state.result(raise_on_failure=False)
    cause = getattr(error, "__cause__", None)
    return any(isinstance(item, OSError) and not isinstance(item, LASTING) for item in (error, cause))


LASTING = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError)


def content_key(context: TaskRunContext, parameters: dict[str, Any]) -> str:
    """What a reading depends on: the content of the file, the version that reads it, and the OCR."""
    del context
    source, job = parameters["source"], parameters["job"]
    return f"{source.sha256}-{job.version}-{ocr_state(job.settings.ocr)}"


@task(
    task_run_name="read {source.path.name}",
    cache_key_fn=content_key,
    persist_result=True,
    result_serializer=PLAIN_JSON,
    retries=RETRIES,
    retry_delay_seconds=exponential_backoff(backoff_factor=2),
    retry_jitter_factor=0.5,
    retry_condition_fn=may_recover,
)
def read(source: Source, job: Ingestion) -> JsonObject:
    """Read one document."""
    return plan_to_json(job.read(source.path, job.settings))


RUNNER: TaskRunner[PrefectFuture[Any]] = ThreadPoolTaskRunner(max_workers=core_count())  # type: ignore[assignment]


@flow(name="ingest", task_runner=RUNNER, validate_parameters=False)
def ingest(paths: Sequence[Path], job: Ingestion | None = None, note: Note | None = None) -> RunState[Any]:
    """Read and keep the documents that paths name; the run fails where one of them did, after all were tried.

    Without a job, that of the environment's settings is done. `note` is told of each outcome.
    """
    with nullcontext(job) if job else opened_ingestion(read_settings(os.environ)) as work:
        outcomes = list(_ingest_all(work, find_pdfs(paths), note or (lambda _: None)))
        keep_artifacts(outcomes, work.settings)
        return end_state(outcomes)


def keep_artifacts(outcomes: Sequence[Outcome], settings: Settings) -> None:
    """Keep the table of documents and how many came to which end."""
    labels = labels_of(settings)
    keep_table("ingest", outcome_heads(labels), outcome_rows(outcomes, labels))
    keep_summary("ingest", labels.text("flow.ingest.title"), outcome_sentences(outcomes, labels))


def _ingest_all(job: Ingestion, walk: Walk, note: Note) -> Iterator[Outcome]:
    sources, known = choose_sources(job, walk.files)
    for outcome in chain(known, _read_all(job, sources)):
        note(outcome)
        yield outcome


def _read_all(job: Ingestion, sources: Sequence[Source]) -> Iterator[Outcome]:
    limit = 2 * job.settings.limits.seconds + SPARE_SECONDS  # once for the text, once for the pictures
    futures = read.with_options(timeout_seconds=limit).map(sources, job=unmapped(job))
    by_future = dict(zip(futures, sources, strict=True))
    try:
        for future in as_completed(futures):
            yield keep_reading(job, by_future[future], partial(_plan, future))
    except KeyboardInterrupt:
        job.stop()
        raise


def _plan(future: PrefectFuture[JsonObject]) -> Plan:
    return plan_from_json(future.result())


def end_state(outcomes: Sequence[Outcome]) -> RunState[Any]:
    """The state that a run ends in, with its outcomes."""
    count = sum(outcome.state is State.FAILED for outcome in outcomes)
    if count:
        return Failed(message=f"{count} of {len(outcomes)} documents failed", data=outcomes)
    return Completed(message=f"{len(outcomes)} documents", data=outcomes)
