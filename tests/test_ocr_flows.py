"""OCR in the flows: settings, the option to leave it, and what is read again once Tesseract is there."""

import hashlib
import sys
from dataclasses import replace

import pytest
from factories import document, indicator, plan, statement
from scan_factory import stand_in

from selaras.extractors.assembly import build_plan
from selaras.extractors.drafts import Findings, IndicatorDraft, Place, ValueDraft
from selaras.extractors.ocr.settings import OcrSettings
from selaras.flows.cli import run
from selaras.flows.ingesting import Ingestion, choose_sources, ingest_documents
from selaras.flows.ocr_state import ocr_state
from selaras.flows.outcomes import State
from selaras.flows.settings import Settings, read_settings, without_ocr
from selaras.flows.store import opened_store
from selaras.models.errors import InputError
from selaras.models.messages import message
from selaras.models.passages import Passage
from selaras.models.plans import ReadingWarning
from selaras.models.values import ValueKind
from selaras.outputs.labels import Labels

PLACE = Place(1, ((72.0, 100.0, 300.0, 120.0),))


@pytest.mark.parametrize(
    ("variable", "given", "read"),
    [
        ("SELARAS_OCR", "off", lambda ocr: not ocr.enabled),
        ("SELARAS_OCR", "", lambda ocr: ocr.enabled),
        ("SELARAS_OCR_LANGUAGES", "ind+jav", lambda ocr: ocr.languages == ("ind", "jav")),
        ("SELARAS_OCR_DPI", "200", lambda ocr: ocr.dpi == 200),
        ("SELARAS_OCR_WORKERS", "8", lambda ocr: ocr.workers == 8),
        ("SELARAS_OCR_TIMEOUT_SECONDS", "30", lambda ocr: ocr.page_seconds == 30),
        ("SELARAS_OCR_CACHE", "/scans", lambda ocr: str(ocr.cache) == "/scans"),
        ("SELARAS_HOME", "/data", lambda ocr: str(ocr.cache) == "/data/ocr"),
    ],
)
def test_a_variable_is_read(variable, given, read):
    assert read(read_settings({variable: given}).ocr)


@pytest.mark.parametrize(
    ("variable", "given", "code"),
    [
        ("SELARAS_OCR", "yes", "error.bad_switch"),
        ("SELARAS_OCR_LANGUAGES", "ind+../x", "error.bad_models"),
        ("SELARAS_OCR_LANGUAGES", "-c", "error.bad_models"),
        ("SELARAS_OCR_LANGUAGES", "+", "error.bad_models"),
        ("SELARAS_OCR_DPI", "0", "error.bad_number"),
    ],
)
def test_a_bad_variable_is_named(variable, given, code):
    with pytest.raises(InputError) as caught:
        read_settings({variable: given})
    assert caught.value.message.code == code
    assert dict(caught.value.message.params)["name"] == variable


@pytest.mark.parametrize(
    "change", [{"languages": ()}, {"languages": ("../ind",)}, {"dpi": 0}, {"workers": -1}]
)
def test_settings_that_make_no_sense_are_refused(change):
    with pytest.raises(ValueError):  # noqa: PT011
        OcrSettings(**change)


@pytest.mark.parametrize(("options", "enabled"), [([], True), (["--no-ocr"], False)])
def test_ocr_can_be_left(options, enabled, tmp_path, monkeypatch):
    seen = []

    def read_plan(_, *, ocr, **__):
        seen.append(ocr.enabled)
        return plan()

    monkeypatch.setattr("selaras.extractors.reading.read_plan", read_plan)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 a")
    environ = {"SELARAS_HOME": str(tmp_path / "home")}
    assert run(["read", str(tmp_path / "a.pdf"), "--json", *options], environ) == 0
    assert run(["ingest", str(tmp_path / "a.pdf"), "--json", "--no-flow", *options], environ) in (0, 1)
    assert seen == [enabled, enabled]


needs_programs = pytest.mark.skipif(
    sys.platform == "win32", reason="the stand-in for Tesseract is a #! program"
)


@needs_programs
@pytest.mark.parametrize(
    ("code", "how", "again"),
    [
        pytest.param("reading.scan_page", {}, True, id="ocr-was-missing"),
        pytest.param("reading.soup_page", {}, True, id="a-soup-was-left"),
        pytest.param("reading.ocr_timeout_page", {}, False, id="ocr-was-tried"),
        pytest.param("reading.scan_page", {"languages": "eng"}, False, id="the-language-is-still-missing"),
        pytest.param("reading.scan_page", {"version": "bash 5"}, False, id="still-no-tesseract"),
    ],
)
def test_scans_that_were_left_are_read_once_tesseract_is_there(tmp_path, code, how, again):
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"%PDF-1.7 scan")
    of = document(sha256=hashlib.sha256(file.read_bytes()).hexdigest())
    made = statement("Sasaran pertama", of=of)
    known = plan(of=of, statements=[made], indicators=[indicator(of=of, measures=made)])
    known = replace(known, warnings=(ReadingWarning(message(code, page=1), 1),))
    settings = Settings(tmp_path / "home", ocr=OcrSettings(program=stand_in(tmp_path, **how)))
    with opened_store(settings) as store:
        job = Ingestion(store, settings, "1", lambda *_: known)
        list(ingest_documents(job, choose_sources(job, [file])[0], workers=1))
        sources, outcomes = choose_sources(job, [file])
        assert bool(sources) is again
        assert [outcome.state for outcome in outcomes] == ([] if again else [State.KNOWN])
        unwilling = replace(job, settings=without_ocr(settings))
        assert choose_sources(unwilling, [file])[0] == []


@needs_programs
def test_a_cached_reading_depends_on_the_ocr(tmp_path):
    ocr = OcrSettings(program=stand_in(tmp_path))
    states = [
        ocr,
        replace(ocr, dpi=200),
        replace(ocr, enabled=False),
        replace(ocr, program=str(tmp_path / "no")),
    ]
    assert len({ocr_state(state) for state in states}) == 3
    assert ocr_state(states[2]) == ocr_state(states[3]) == "no-ocr"


@pytest.mark.parametrize(
    ("confidence", "kind", "low"),
    [(None, ValueKind.NUMBER, 81.5), (0.95, ValueKind.NUMBER, 81.5), (0.71, ValueKind.UNREADABLE, None)],
    ids=["text-layer", "sure", "doubtful"],
)
def test_a_doubtful_value_is_kept_as_text(confidence, kind, low):
    draft = IndicatorDraft("Nilai SAKIP", PLACE, targets=(ValueDraft(2026, "81,5", confidence=confidence),))
    made = build_plan(document(), [Findings(indicators=(draft,))])
    (target,) = made.indicators[0].targets
    assert (target.value.text, target.value.kind, target.value.low) == ("81,5", kind, low)
    assert target.confidence == confidence
    told = [dict(warning.message.params) for warning in made.warnings]
    assert told == ([] if low else [{"value": "81,5", "indicator": "Nilai SAKIP", "sure": "71"}])


def test_a_missing_value_needs_no_doubt():
    draft = IndicatorDraft("Nilai SAKIP", PLACE, targets=(ValueDraft(2026, "n/a", confidence=0.3),))
    made = build_plan(document(), [Findings(indicators=(draft,))])
    assert made.indicators[0].targets[0].value.kind is ValueKind.MISSING


@pytest.mark.parametrize(
    ("language", "confidence", "shown"),
    [
        ("id", None, "hlm. 5"),
        ("id", 0.714, "hlm. 5, dibaca dengan OCR, keyakinan 71 %"),
        ("en", 0.714, "p. 5, read by OCR, confidence 71 %"),
    ],
)
def test_a_place_tells_how_sure_ocr_is(language, confidence, shown):
    passage = Passage(document().sha256, 5, (), "Menata laut", confidence)
    assert Labels(language=language).place(passage) == shown
