"""From a folder to the store: what is found, what is skipped, what fails, and what stays as it was."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest
from factories import document, indicator, plan, statement

from selaras.flows import ingesting
from selaras.flows.ingesting import Ingestion, choose_sources, ingest_document, ingest_documents
from selaras.flows.outcomes import Source, State
from selaras.flows.plan_store import known_versions, load_plans
from selaras.flows.quarantine import list_quarantined
from selaras.flows.reading import read_extra_regions, reading_version
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.flows.walking import find_pdfs, read_hash
from selaras.models.errors import InputError, LimitExceededError, MissingFileError, UnreadableDocumentError
from selaras.models.messages import message
from selaras.models.regions import ExtraRegion


def touch(path: Path, content: bytes = b"%PDF-1.7 ") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content + path.name.encode())
    return path


def relative(walk, top):
    return [file.relative_to(top).as_posix() for file in walk.files]


def test_folders_are_walked_to_the_bottom_in_order(tmp_path):
    for name in ("b.pdf", "a/2.PDF", "a/1.pdf", "a/deep/er/3.Pdf", "notes.txt", "pdf", "a.pdf.zip"):
        touch(tmp_path / name)
    (tmp_path / "folder.pdf").mkdir()
    assert relative(find_pdfs([tmp_path]), tmp_path) == ["a/1.pdf", "a/2.PDF", "a/deep/er/3.Pdf", "b.pdf"]


def test_a_file_that_is_named_is_taken_whatever_its_ending(tmp_path):
    file = touch(tmp_path / "unduhan")
    assert find_pdfs([file, file]).files == (file,)


def test_links_are_followed_but_never_in_a_circle(tmp_path):
    touch(tmp_path / "a" / "x.pdf")
    outside = touch(tmp_path.parent / "outside" / "y.pdf")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    (tmp_path / "b").symlink_to(outside.parent)
    (tmp_path / "c").symlink_to(outside.parent)
    (tmp_path / "twin.pdf").symlink_to(tmp_path / "a" / "x.pdf")
    (tmp_path / "dangling.pdf").symlink_to(tmp_path / "nothing")
    (tmp_path / "loop.pdf").symlink_to(tmp_path / "loop.pdf")
    assert relative(find_pdfs([tmp_path]), tmp_path) == ["a/x.pdf", "b/y.pdf"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_read_for_ever(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    touch(tmp_path / "a.pdf")
    assert relative(find_pdfs([tmp_path]), tmp_path) == ["a.pdf"]
    with pytest.raises(MissingFileError) as caught:
        read_hash(tmp_path / "pipe.pdf")
    assert caught.value.message.code == "error.no_regular_file"


@pytest.mark.parametrize(
    ("paths", "error", "code"),
    [
        (["empty"], InputError, "error.no_pdfs"),
        (["empty", "empty"], InputError, "error.no_pdfs"),
        (["nothing"], MissingFileError, "error.missing_file"),
        (["empty", "nothing.pdf"], MissingFileError, "error.missing_file"),
        (["a\0b.pdf"], MissingFileError, "error.missing_file"),
        (["x" * 400 + ".pdf"], MissingFileError, "error.missing_file"),
    ],
)
def test_paths_that_lead_nowhere_are_refused(tmp_path, paths, error, code):
    (tmp_path / "empty").mkdir()
    with pytest.raises(error) as caught:
        find_pdfs([tmp_path / path for path in paths])
    assert caught.value.message.code == code


def test_a_folder_that_cannot_be_opened_is_a_problem_not_an_end(tmp_path, monkeypatch):
    touch(tmp_path / "a.pdf")
    (tmp_path / "closed").mkdir()
    scan = os.scandir

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    walk = find_pdfs([tmp_path])
    assert relative(walk, tmp_path) == ["a.pdf"]
    assert [problem.code for problem in walk.problems] == ["error.unreadable_folder"]


def fake_read(path: Path, settings: Settings):
    """Read a made file: its name tells what comes of it."""
    del settings
    errors = {
        "damaged": UnreadableDocumentError(message("error.damaged", file=path)),
        "endless": LimitExceededError(message("error.limit_time", file=path, limit=1, page=2)),
        "surprise": KeyError("odd"),
        "deep": RecursionError("too deep"),
    }
    if path.stem in errors:
        raise errors[path.stem]
    return read_plan(path)


def read_plan(path: Path, items: int = 8):
    of = document(sha256=hashlib.sha256(path.read_bytes()).hexdigest())
    made = [statement(f"Sasaran {number} {path.stem}", of=of) for number in range(items)]
    return plan(of=of, statements=made, indicators=[indicator(of=of, measures=made[0])])


@pytest.fixture
def job(tmp_path):
    settings = Settings(tmp_path / "home")
    with opened_store(settings) as store:
        yield Ingestion(store, settings, "1", fake_read)


def ingest_all(job, *files):
    sources, known = choose_sources(job, files)
    return [*known, *ingest_documents(job, sources, workers=2)]


def stored(job):
    with job.store.reading() as session:
        return load_plans(session)


def test_a_document_is_read_and_kept(job, tmp_path):
    file = touch(tmp_path / "a.pdf")
    (outcome,) = ingest_all(job, file)
    assert (outcome.state, outcome.path) == (State.STORED, file)
    assert (outcome.given.statements, outcome.given.indicators) == (8, 1)
    assert stored(job) == (read_plan(file),)


def test_what_is_known_is_not_read_again(job, tmp_path):
    ingest_all(job, touch(tmp_path / "a.pdf"))
    copy = tmp_path / "copy.pdf"
    copy.write_bytes((tmp_path / "a.pdf").read_bytes())
    unread = replace(job, read=lambda *_: pytest.fail("read again"))
    outcomes = ingest_all(unread, tmp_path / "a.pdf", copy)
    assert [(outcome.path.name, outcome.state) for outcome in outcomes] == [
        ("a.pdf", State.KNOWN),
        ("copy.pdf", State.KNOWN),
    ]
    assert {outcome.given.statements for outcome in outcomes} == {8}


def test_twins_of_a_batch_are_read_once(job, tmp_path):
    file = touch(tmp_path / "a.pdf")
    twin = tmp_path / "b.pdf"
    twin.write_bytes(file.read_bytes())
    outcomes = {outcome.path.name: outcome for outcome in ingest_all(job, file, twin)}
    assert outcomes["a.pdf"].state is State.STORED
    assert outcomes["b.pdf"].state is State.SAME
    assert dict(outcomes["b.pdf"].problem.params)["other"] == str(file)


def test_a_newer_version_reads_again_in_place(job, tmp_path):
    file = touch(tmp_path / "a.pdf")
    ingest_all(job, file)
    newer = replace(job, version="2", read=lambda path, _: read_plan(path, items=9))
    (outcome,) = ingest_all(newer, file)
    assert outcome.state is State.REPLACED
    assert stored(job) == (read_plan(file, items=9),)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("damaged.pdf", "error.damaged"),
        ("endless.pdf", "error.limit_time"),
        ("surprise.pdf", "error.unexpected"),
        ("deep.pdf", "error.unexpected"),
    ],
)
def test_a_file_that_fails_does_not_stop_the_others(job, tmp_path, name, code):
    files = [touch(tmp_path / "a.pdf"), touch(tmp_path / name), touch(tmp_path / "z.pdf")]
    outcomes = {outcome.path.name: outcome for outcome in ingest_all(job, *files)}
    assert outcomes[name].state is State.FAILED
    assert outcomes[name].problem.code == code
    assert {outcomes["a.pdf"].state, outcomes["z.pdf"].state} == {State.STORED}
    assert len(stored(job)) == 2
    assert [entry.reason.code for entry in list_quarantined(job.settings.quarantine)] == [code]


def test_a_quarantine_that_cannot_be_written_stops_nothing(job, tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ingesting, "quarantine", full)
    files = [touch(tmp_path / "a.pdf"), touch(tmp_path / "damaged.pdf"), touch(tmp_path / "z.pdf")]
    outcomes = {outcome.path.name: outcome for outcome in ingest_all(job, *files)}
    assert outcomes["damaged.pdf"].problem.code == "error.not_set_aside"
    assert {outcomes["a.pdf"].state, outcomes["z.pdf"].state} == {State.STORED}


def test_a_file_that_is_gone_is_a_failure_of_its_own(job, tmp_path):
    outcomes = ingest_all(job, touch(tmp_path / "a.pdf"), tmp_path / "gone.pdf")
    assert sorted(outcome.state for outcome in outcomes) == [State.FAILED, State.STORED]


def test_a_file_read_at_last_leaves_quarantine(job, tmp_path):
    file = touch(tmp_path / "damaged.pdf")
    ingest_all(job, file)
    ingest_all(job, file)
    assert len(list_quarantined(job.settings.quarantine)) == 1
    (outcome,) = ingest_all(replace(job, read=lambda path, _: read_plan(path)), file)
    assert outcome.state is State.STORED
    assert list_quarantined(job.settings.quarantine) == ()


def refuse_twins(path, settings):
    del settings
    made = read_plan(path)
    return replace(made, statements=made.statements + made.statements)


def change_while_reading(path, settings):
    del settings
    path.write_bytes(path.read_bytes() + b"more")
    return read_plan(path)


@pytest.mark.parametrize(
    ("read", "code"),
    [
        (refuse_twins, "error.store_refused"),
        (change_while_reading, "error.file_changed"),
        (lambda path, _: read_plan(path, items=1), "error.yield_lost"),
    ],
)
def test_a_reading_that_is_not_right_leaves_the_store_as_it_was(job, tmp_path, read, code):
    file = touch(tmp_path / "a.pdf")
    ingest_all(job, file)
    before = stored(job)
    (outcome,) = ingest_all(replace(job, version="2", read=read), file)
    assert (outcome.state, outcome.problem.code) == (State.FAILED, code)
    assert stored(job) == before
    with job.store.reading() as session:
        assert set(known_versions(session).values()) == {"1"}


def test_a_loss_is_accepted_on_demand(job, tmp_path):
    file = touch(tmp_path / "a.pdf")
    ingest_all(job, file)
    poorer = replace(job, version="2", accept_loss=True, read=lambda path, _: read_plan(path, items=1))
    (outcome,) = ingest_all(poorer, file)
    assert outcome.state is State.REPLACED


def test_an_interruption_drops_what_waits(job, tmp_path):
    files = [touch(tmp_path / f"{number}.pdf") for number in range(20)]
    sources, _ = choose_sources(job, files)
    outcomes = ingest_documents(job, sources, workers=1)
    next(outcomes)
    outcomes.close()
    assert 1 <= len(stored(job)) < len(files)


def test_ingest_document_needs_no_pool(job, tmp_path):
    file = touch(tmp_path / "a.pdf")
    assert ingest_document(job, Source(file, read_hash(file))).state is State.STORED


REGIONS = "code,kind,name,aliases\n98,PROVINCE,Provinsi Samudra,Samudra|Prov. Samudra\n"


def test_extra_regions_are_part_of_the_version(tmp_path):
    listed = tmp_path / "regions.csv"
    listed.write_text(REGIONS, encoding="utf-8-sig")
    plain, extended = Settings(tmp_path), Settings(tmp_path, regions=listed)
    assert read_extra_regions(listed) == (
        ExtraRegion("98", "PROVINCE", "Provinsi Samudra", "Samudra|Prov. Samudra"),
    )
    assert reading_version(extended).startswith(reading_version(plain) + "+")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "error.bad_regions"),
        (b"\xff\xfe\x00", "error.bad_regions"),
        (b"code,kind,name\n98,PLANET,Provinsi Samudra\n", "error.bad_region"),
        (b"code,kind,name\n,PROVINCE,Provinsi Samudra\n", "error.bad_region"),
        (b"kode;jenis\n98;PROVINCE\n", "error.bad_region"),
    ],
)
def test_a_bad_list_of_regions_is_refused(tmp_path, content, code):
    listed = tmp_path / "regions.csv"
    if content is not None:
        listed.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_extra_regions(listed)
    assert caught.value.message.code == code
