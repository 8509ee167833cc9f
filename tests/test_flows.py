"""The flows: what a task does, what is tried again, what is cached, what people find in Prefect afterwards.

Those marked slow start Prefect's server once for all of them; the others call plain functions.
"""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from factories import document, indicator, plan, statement
from prefect.artifacts import Artifact
from prefect.settings import PREFECT_RESULTS_LOCAL_STORAGE_PATH, temporary_settings
from prefect.states import Failed
from prefect.testing.utilities import prefect_test_harness

from selaras.flows.artifacts import escaped
from selaras.flows.check import check
from selaras.flows.ingest import content_key, ingest, may_recover, read
from selaras.flows.ingesting import Ingestion, ingest_document
from selaras.flows.link import link, link_documents
from selaras.flows.outcomes import Source, State
from selaras.flows.plan_store import load_plans
from selaras.flows.publish import publish
from selaras.flows.quarantine import list_quarantined
from selaras.flows.quiet_prefect import QUIET, quiet_prefect, run_flow
from selaras.flows.settings import Settings
from selaras.flows.store import Workplace, opened_store
from selaras.models.errors import InputError, MissingFileError, StoreError, UnreadableDocumentError
from selaras.models.messages import message
from selaras.outputs.plan_json import plan_from_json

DAMAGED = UnreadableDocumentError(message("error.damaged", file="a.pdf"))


class Reader:
    """Reads made files, and counts how often; `shaky` ones fail at the first try, `damaged` ones always."""

    def __init__(self):
        self.tries = Counter()

    def __call__(self, path, settings):
        del settings
        self.tries[path.stem] += 1
        if path.stem == "damaged":
            raise DAMAGED
        if path.stem == "surprise":
            raise KeyError("odd")
        if path.stem == "shaky" and self.tries[path.stem] == 1:
            raise OSError(5, "Input/output error")
        of = document(sha256=hashlib.sha256(path.read_bytes()).hexdigest())
        goal = statement(of=of)
        return plan(of=of, statements=[goal], indicators=[indicator(of=of, measures=goal)])


def files(folder, *names):
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.pdf").write_bytes(b"%PDF " + name.encode())
    return [folder / f"{name}.pdf" for name in names]


@pytest.fixture
def job(tmp_path):
    settings = Settings(tmp_path / "home")
    with opened_store(settings) as store:
        yield Ingestion(store, settings, "1", Reader())


def source(path):
    return Source(path, hashlib.sha256(path.read_bytes()).hexdigest())


def test_the_task_gives_the_reading_as_plain_data(job, tmp_path):
    (path,) = files(tmp_path, "a")
    assert plan_from_json(read.fn(source(path), job)) == Reader()(path, job.settings)


def test_a_reading_is_known_by_content_and_version(job, tmp_path):
    first, second = files(tmp_path, "a", "b")
    keys = {
        content_key(None, {"source": source(path), "job": replace(job, version=version)})
        for path in (first, second)
        for version in ("1", "2")
    }
    assert len(keys) == 4
    moved = first.rename(tmp_path / "moved.pdf")
    assert content_key(None, {"source": source(moved), "job": job}) in keys


def with_cause(error, cause):
    error.__cause__ = cause
    return error


MISSING = MissingFileError(message("error.missing_file", file="a.pdf"))


@pytest.mark.parametrize(
    ("error", "again"),
    [
        (OSError(5, "Input/output error"), True),
        (TimeoutError(), True),
        (ConnectionResetError(), True),
        (with_cause(MissingFileError(MISSING.message), OSError(5, "Input/output error")), True),
        (with_cause(MissingFileError(MISSING.message), FileNotFoundError()), False),
        (FileNotFoundError(), False),
        (PermissionError(), False),
        (MISSING, False),
        (DAMAGED, False),
        (KeyError("odd"), False),
        (MemoryError(), False),
    ],
    ids=repr,
)
def test_only_what_may_recover_is_tried_again(error, again):
    assert may_recover(read, None, Failed(data=error)) is again


def test_no_parameter_of_a_flow_reaches_the_server(tmp_path):
    secret = Settings(tmp_path, database_url=f"sqlite:///{tmp_path}/secret.db")
    with opened_store(secret) as store:
        job = Ingestion(store, secret, "1", Reader())
        assert ingest.serialize_parameters({"job": job}) == {"job": "<Ingestion>"}
        place = Workplace(store, secret)
        for flow in (link, check, publish):
            assert flow.serialize_parameters({"place": place}) == {"place": "<Workplace>"}


def test_what_the_user_has_set_for_prefect_stays(tmp_path):
    environ = {"PREFECT_HOME": "/own", "PREFECT_LOGGING_LEVEL": "DEBUG"}
    quiet_prefect(Settings(tmp_path), environ)
    assert environ["PREFECT_HOME"] == "/own"
    assert environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"
    assert environ["DO_NOT_TRACK"] == "1"
    assert environ.keys() >= QUIET.keys()


def test_the_state_of_prefect_lies_in_the_home(tmp_path):
    environ = {}
    quiet_prefect(Settings(tmp_path), environ)
    assert environ["PREFECT_HOME"] == str(tmp_path / "prefect")


def test_a_server_that_does_not_start_is_said_clearly():
    def flow(*, return_state):
        assert return_state
        raise RuntimeError("Timed out")

    with pytest.raises(StoreError) as caught:
        run_flow(flow)
    assert caught.value.message.code == "error.no_flow_server"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a_b*c", r"a\_b\*c"),
        ("<script>", r"\<script\>"),
        ("[x](http://y)", r"\[x\]\(http://y\)"),
        ("![x](y)", r"\!\[x\]\(y\)"),
        ("a|b\n# c", r"a\|b \# c"),
        ("\x1b[31m", "\ufffd\\[31m"),
    ],
)
def test_markdown_shows_text_as_it_is(text, markdown):
    assert escaped(text) == markdown


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    results = {PREFECT_RESULTS_LOCAL_STORAGE_PATH: tmp_path_factory.mktemp("results")}
    with prefect_test_harness(server_startup_timeout=180), temporary_settings(results):
        yield


@pytest.fixture
def quick(monkeypatch):
    """Do not wait between tries."""
    monkeypatch.setattr(read, "retry_delay_seconds", [0.0, 0.0])


def stored(job):
    with job.store.reading() as session:
        return load_plans(session)


@pytest.mark.slow
@pytest.mark.usefixtures("server", "quick")
def test_one_bad_file_fails_the_run_but_not_the_others(job, tmp_path):
    paths = files(tmp_path / "in", "a", "b", "damaged", "surprise")
    told = []
    state = ingest(paths, job, told.append, return_state=True)
    assert state.is_failed()
    outcomes = {outcome.path.stem: outcome for outcome in state.result(raise_on_failure=False)}
    assert {name: outcome.state for name, outcome in outcomes.items()} == {
        "a": State.STORED,
        "b": State.STORED,
        "damaged": State.FAILED,
        "surprise": State.FAILED,
    }
    assert len(told) == 4
    assert len(stored(job)) == 2
    assert job.read.tries == {"a": 1, "b": 1, "damaged": 1, "surprise": 1}
    assert len(list_quarantined(job.settings.quarantine)) == 2


@pytest.mark.slow
@pytest.mark.usefixtures("server", "quick")
def test_a_shaky_disk_is_tried_again(job, tmp_path):
    state = ingest(files(tmp_path / "in", "shaky"), job, return_state=True)
    assert state.is_completed()
    assert job.read.tries == {"shaky": 2}


@pytest.mark.slow
@pytest.mark.usefixtures("server")
def test_a_reading_is_cached_across_runs(job, tmp_path):
    paths = files(tmp_path / "in", "cached one", "cached two")
    run_flow(ingest, paths, job)
    with opened_store(Settings(tmp_path / "other home")) as other:
        again = replace(job, store=other, read=Reader())
        run_flow(ingest, paths, again)
        assert again.read.tries == {}
        assert stored(again) == stored(job)
        newer = replace(again, version="2")
        run_flow(ingest, paths, newer)
        assert newer.read.tries == {"cached one": 1, "cached two": 1}


@pytest.mark.slow
@pytest.mark.usefixtures("server")
def test_a_run_leaves_artifacts_for_people(job, tmp_path):
    run_flow(ingest, files(tmp_path / "in", "left", "damaged"), job)
    table = Artifact.get("ingest-table").data
    assert "left.pdf" in table
    summary = Artifact.get("ingest-summary").data
    assert summary.startswith("# ")
    run_flow(link, Workplace(job.store, replace(job.settings, language="en")))
    assert Artifact.get("link-summary").data.startswith("# Links")


@pytest.mark.slow
@pytest.mark.usefixtures("server")
def test_a_draft_is_checked_and_everything_published(job, tmp_path, monkeypatch):
    monkeypatch.setattr("selaras.flows.checking.reading_version", lambda _: job.version)
    draft, one = files(tmp_path / "in", "draft", "one")
    for path in (draft, one):
        ingest_document(job, source(path))
    place = Workplace(job.store, job.settings)
    checked = run_flow(check, draft, [one], ["json"], tmp_path / "out", place)
    assert [path.suffix for path in checked.files] == [".json"]
    assert checked.files[0].exists()
    assert Artifact.get("check-table").data != "[]"
    published = run_flow(publish, tmp_path / "out", place)
    assert published.files[0].exists()
    assert "index.html" in Artifact.get("publish-table").data


@pytest.mark.slow
@pytest.mark.usefixtures("server")
def test_an_empty_store_is_not_linked(job):
    with pytest.raises(InputError):
        run_flow(link, Workplace(job.store, job.settings))


def test_the_task_links_what_is_stored(job, tmp_path):
    ingest_document(job, source(files(tmp_path, "a")[0]))
    assert link_documents.fn(Workplace(job.store, job.settings)).documents == 1


@pytest.mark.slow
def test_the_command_is_quiet_and_leaves_no_server(tmp_path):
    folder = Path(__file__).parents[1] / "samples"
    chosen = [folder / "visi-misi_calon-1.pdf", folder / "bukan_rencana.pdf"]
    kept = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT")
    environ = {name: os.environ[name] for name in kept if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", "from selaras.flows.cli import main; main()", "ingest", *map(str, chosen)],
        capture_output=True,
        text=True,
        env={**environ, "SELARAS_HOME": str(tmp_path / "home")},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 dokumen disimpan" in done.stdout
    assert (tmp_path / "home" / "prefect" / "prefect.db").exists()
    assert not servers(tmp_path / "home")


def servers(home):
    """Running processes that keep their Prefect state in this home."""
    if not Path("/proc/self/environ").exists():
        pytest.skip("this system does not tell the environment of processes")
    found = []
    for place in Path("/proc").glob("[0-9]*/environ"):
        try:
            found += [place] if f"PREFECT_HOME={home}".encode() in place.read_bytes() else []
        except OSError:
            continue
    return found
