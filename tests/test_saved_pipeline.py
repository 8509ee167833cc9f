"""Saved pipelines: what comes back from a folder, and what is refused before any of it runs."""

import json
import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from selaras.extractors.tagging.pipeline import VERSION_KEY, build_pipeline
from selaras.extractors.tagging.saved import load_pipeline, open_pipeline
from selaras.extractors.tagging.saved_files import LARGEST, pipeline_digest
from selaras.flows.cli import run
from selaras.flows.reading import reading_version
from selaras.flows.settings import read_settings
from selaras.models.errors import InputError
from selaras.models.messages import LANGUAGES, render
from selaras.models.regions import ExtraRegion

REGIONS = (ExtraRegion("99.01", "KABUPATEN", "Kabupaten Teluk Embun"),)
TEXT = "Renstra Dinas Sosial Kabupaten Teluk Embun Tahun 2025-2029. Luas Kab. itu tetap."


def shown(nlp, text=TEXT):
    doc = nlp(text)
    groups = {key: [(span.text, span.label_) for span in doc.spans[key]] for key in doc.spans}
    return groups, [sent.text for sent in doc.sents]


@pytest.fixture
def saved(tmp_path):
    build_pipeline(REGIONS).to_disk(tmp_path / "pipeline")
    return tmp_path / "pipeline"


def change_config(folder, old, new):
    path = folder / "config.cfg"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def change_meta(folder, **values):
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8")) | values
    path.write_text(json.dumps({key: value for key, value in meta.items() if value is not None}))


def refusal(folder):
    with pytest.raises(InputError) as error:
        load_pipeline(folder)
    for language in LANGUAGES:
        assert str(folder) in render(error.value.message, language)
    return error.value.message.code.removeprefix("error.pipeline_")


def test_a_saved_pipeline_finds_what_it_found(saved):
    assert shown(load_pipeline(saved)) == shown(build_pipeline(REGIONS))


def test_a_saved_pipeline_is_loaded_once(saved):
    assert load_pipeline(saved) is load_pipeline(saved)
    change_meta(saved, description="lain")
    assert load_pipeline(saved).meta["description"] == "lain"


def test_extra_regions_join_those_that_were_saved(saved):
    nlp = load_pipeline(saved, (ExtraRegion("99.02", "KABUPATEN", "Kabupaten Rimba Raya"),))
    groups, _ = shown(nlp, "Kabupaten Rimba Raya dan Kabupaten Teluk Embun")
    assert [label for _, label in groups["regions"]] == ["99.02", "99.01"]


def test_without_a_folder_the_packaged_one_is_used():
    assert open_pipeline(None) is build_pipeline()


def test_a_fresh_process_loads_it_with_spacy_alone(saved):
    code = "import spacy, sys; d = spacy.load(sys.argv[1])(sys.argv[2]); print([s.text for s in d.spans['regions']])"
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-c", code, str(saved), TEXT],
        capture_output=True,
        text=True,
        check=False,
        cwd=saved.parent,
    )
    assert done.stdout.strip() == "['Kabupaten Teluk Embun']", done.stderr


# What must not run. Each names code that any installation of spaCy has.
HOSTILE = {
    "callback": ("after_creation = null", 'after_creation = {"@callbacks": "spacy.copy_from_base_model.v1"}'),
    "early-callback": ("before_creation = null", "before_creation = \"kode jahat\""),
    "late-callback": ("after_pipeline_creation = null", 'after_pipeline_creation = {"@misc": "x"}'),
    "tokenizer": ("selaras.PlanTokenizer.v1", "spacy.Tokenizer.v1"),
    "language": ('lang = "id"', 'lang = "en"'),
    "factory-of-spacy": ('factory = "selaras_wording"', 'factory = "entity_ruler"'),
    "factory-of-nobody": ('factory = "selaras_wording"', 'factory = "jahat"'),
    "source": ('factory = "selaras_wording"', 'source = "lain"'),
    "call-in-a-setting": ("extra = [", 'lain = {"a": [{"@readers": "spacy.read_labels.v1", "path": "/etc/passwd"}]}\nextra = ['),
    "call-in-a-block": ("[components.selaras_agencies]", '[components.selaras_regions.lain]\n@architectures = "spacy.Tok2Vec.v2"\n\n[components.selaras_agencies]'),
    "variable": ('factory = "selaras_wording"', 'factory = "selaras_wording"\nlain = ${nlp.lang}'),
    "factory-that-is-a-list": ('factory = "selaras_wording"', 'factory = ["selaras_wording"]'),
    "factory-as-a-variable": ('factory = "selaras_wording"', "factory = ${paths.train}"),
}  # fmt: skip


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_what_is_not_ours_is_refused(saved, change, monkeypatch):
    monkeypatch.setattr("selaras.extractors.tagging.saved.make_pipeline", _must_not_run)
    change_config(saved, *change)
    assert refusal(saved) == "foreign"


def _must_not_run(*_):
    pytest.fail("a pipeline was made of a configuration that is not ours")


def test_the_vocabulary_and_the_tokenizer_of_a_folder_are_not_read(saved):
    (saved / "tokenizer").write_bytes(b"\x80\x04cposix\nsystem\n.")
    for path in (saved / "vocab").iterdir():
        path.write_bytes(b"\x80\x04cposix\nsystem\n.")
    assert shown(load_pipeline(saved)) == shown(build_pipeline(REGIONS))


def test_variables_that_name_each_other_are_left_alone(saved):
    blocks = [f'v{n} = "{f"${{paths.v{n - 1}}}" * 50}"' for n in range(1, 9)]
    change_config(saved, "[paths]\n", "\n".join(["[paths]", f'v0 = "{"x" * 50}"', *blocks]) + "\n")
    assert shown(load_pipeline(saved)) == shown(build_pipeline(REGIONS))


def deep_json(folder):
    (folder / "meta.json").write_text("[" * 100_000)


def bomb(folder):
    with (folder / "besar.bin").open("wb") as stream:
        stream.truncate(LARGEST + 1)


DAMAGE = {
    "no-config": (lambda folder: (folder / "config.cfg").unlink(), "no_pipeline"),
    "no-meta": (lambda folder: (folder / "meta.json").unlink(), "no_pipeline"),
    "empty-config": (lambda folder: (folder / "config.cfg").write_text(""), "foreign"),
    "half-a-config": (lambda folder: (folder / "config.cfg").write_text("[nlp\nlang"), "damaged"),
    "config-of-bytes": (lambda folder: (folder / "config.cfg").write_bytes(bytes(range(256))), "damaged"),
    "huge-config": (lambda folder: (folder / "config.cfg").write_text("#" * 1_000_001), "too_big"),
    "zipped-config": (lambda folder: (folder / "config.cfg").write_bytes(zlib.compress(b"a" * 9999)), "damaged"),
    "meta-is-no-json": (lambda folder: (folder / "meta.json").write_text("{"), "damaged"),
    "meta-is-a-list": (lambda folder: (folder / "meta.json").write_text("[]"), "foreign"),
    "meta-too-deep": (deep_json, "damaged"),
    "older": (lambda folder: change_meta(folder, **{VERSION_KEY: 0}), "version"),
    "newer": (lambda folder: change_meta(folder, **{VERSION_KEY: 99}), "version"),
    "of-somebody-else": (lambda folder: change_meta(folder, **{VERSION_KEY: None}), "foreign"),
    "too-big": (bomb, "too_big"),
    "a-link": (lambda folder: (folder / "tautan").symlink_to("/etc"), "foreign"),
    "a-pipe": (lambda folder: os.mkfifo(folder / "pipa"), "foreign"),
    "component-left-out": (lambda folder: change_config(folder, '"selaras_periods",', ""), "incomplete"),
    "unknown-name": (lambda folder: change_config(folder, 'pipeline = [', 'pipeline = ["lain",'), "damaged"),
    "pipeline-is-a-word": (lambda folder: change_config(folder, 'pipeline = [', 'pipeline = 3\nlain = ['), "foreign"),
    "unknown-setting": (lambda folder: change_config(folder, "extra = [", "lain = 1\nextra = ["), "damaged"),
    "wrong-region": (lambda folder: change_config(folder, 'extra = [[', 'extra = [[1,2,3,4,5,6],['), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("damage", "code"), DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_pipeline_says_what_to_do(saved, damage, code):
    damage(saved)
    assert refusal(saved) == code


def test_a_missing_pipeline_says_what_to_do(tmp_path):
    assert refusal(tmp_path / "tidak-ada") == "missing"


@pytest.mark.parametrize("by", ["option", "variable"])
def test_the_command_line_names_a_pipeline(tmp_path, capsys, by):
    given = str(tmp_path / "tidak-ada")
    arguments = ["tag", str(Path(__file__).parents[1] / "samples" / "bukan_rencana.pdf")]
    option = ["--pipeline", given] if by == "option" else []
    environ = {} if by == "option" else {"SELARAS_PIPELINE": given}
    assert run([*arguments, *option], environ) == 2
    assert given in capsys.readouterr().err


def test_another_pipeline_is_another_way_of_reading(saved):
    settings = read_settings({"SELARAS_PIPELINE": str(saved)})
    assert reading_version(settings) == f"{reading_version(read_settings({}))}+{pipeline_digest(saved)[:8]}"
