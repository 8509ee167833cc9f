"""An encoder brought along: loaded from a folder, never from the internet; put on the scale of the vectors."""

import builtins
import csv
import json
import os
from dataclasses import replace

import numpy as np
import pytest
from chain_plans import PROVINCE_MEDIUM, REGENCY_MEDIUM, holding, objective
from encoder_factory import write_encoder
from hypothesis import given
from hypothesis import strategies as st

from selaras.flows import text_encoder
from selaras.flows.command_lists import run_align
from selaras.flows.linking import propose_links
from selaras.flows.settings import read_settings
from selaras.flows.text_encoder import load_encoder
from selaras.models.alignment.analysis import english, indonesian
from selaras.models.alignment.encoder import join_rows, on_scale, remembering, unit
from selaras.models.alignment.encoding import with_encoder
from selaras.models.alignment.engine import measure_items
from selaras.models.alignment.items import Item
from selaras.models.errors import InputError


@pytest.fixture(autouse=True)
def _each_folder_anew():
    load_encoder.cache_clear()


def likeness(encode, *texts):
    rows = encode(texts)
    return rows @ rows.T


@pytest.mark.parametrize("model", ["onnx/model.onnx", "model.onnx"])
def test_a_folder_is_loaded_and_tells_texts_apart(tmp_path, model):
    found = likeness(load_encoder(write_encoder(tmp_path, model=model)), "sehat", "bugar bugar", "jalan")
    assert found[0, 1] > 0.9
    assert found[0, 2] == pytest.approx(0)
    assert np.diag(found) == pytest.approx(1)


def test_padding_and_order_change_nothing(tmp_path):
    encode = load_encoder(write_encoder(tmp_path))
    texts = ["sehat bugar jalan sehat", "jalan", "sehat", *[f"sehat {'jalan ' * k}" for k in range(100)]]
    together = encode(texts)
    load_encoder.cache_clear()
    alone = load_encoder(tmp_path)
    for text, row in zip(texts, together, strict=True):
        assert alone([text])[0] == pytest.approx(row, abs=1e-6)


@pytest.mark.parametrize(
    ("pooling", "row"),
    [
        ("pooling_mode_mean_tokens", (0.5, 0.5)),
        ("pooling_mode_cls_token", (1, 0)),
        ("pooling_mode_max_tokens", (1, 1)),
    ],
)
def test_tokens_are_joined_as_the_model_says(tmp_path, pooling, row):
    encode = load_encoder(write_encoder(tmp_path, pooling=pooling))
    assert encode(["sehat jalan", "sehat jalan sehat sehat jalan"])[0] == pytest.approx(
        np.array(row) / np.linalg.norm(row), abs=1e-6
    )


def test_the_prompt_of_the_model_stands_before_every_text(tmp_path):
    config = {"prompts": {"plan": "teks: "}, "default_prompt_name": "plan"}
    encode = load_encoder(write_encoder(tmp_path, config_sentence_transformers=config))
    assert encode(["sehat"])[0, 1] < -0.9


def test_the_longest_text_is_that_of_the_model(tmp_path):
    encode = load_encoder(write_encoder(tmp_path, sentence_bert_config={"max_seq_length": 2}))
    assert encode(["sehat sehat jalan jalan jalan"])[0] == pytest.approx([1, 0])


def test_known_steps_are_run_and_the_internet_is_off(tmp_path, monkeypatch):
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    modules = [
        {"type": f"sentence_transformers.models.{name}"} for name in ("Transformer", "Pooling", "Normalize")
    ]
    load_encoder(write_encoder(tmp_path, modules=modules))
    assert os.environ["HF_HUB_OFFLINE"] == "1"


def without(name):
    return lambda folder: (folder / name).unlink()


def writing(name, content):
    return lambda folder: (folder / name).write_bytes(content)


@pytest.mark.parametrize(
    ("damage", "code", "named"),
    [
        (without("tokenizer.json"), "error.encoder_files", "tokenizer.json"),
        (without("onnx/model.onnx"), "error.encoder_files", "onnx/model.onnx"),
        (writing("onnx/model.onnx", b"no model"), "error.encoder_damaged", ""),
        (writing("tokenizer.json", b"{"), "error.encoder_damaged", ""),
        (writing("1_Pooling/config.json", b"{"), "error.encoder_damaged", "1_Pooling/config.json"),
        (writing("1_Pooling/config.json", b"[]"), "error.encoder_damaged", "1_Pooling/config.json"),
        (
            writing("1_Pooling/config.json", b'{"pooling_mode_lasttoken": true}'),
            "error.encoder_module",
            "pooling_mode_lasttoken",
        ),
        (writing("1_Pooling/config.json", b"{}"), "error.encoder_module", "?"),
        (
            writing(
                "1_Pooling/config.json",
                b'{"pooling_mode_mean_tokens": true, "pooling_mode_max_tokens": true}',
            ),
            "error.encoder_module",
            "pooling_mode_mean_tokens, pooling_mode_max_tokens",
        ),
        (
            writing("modules.json", b'[{"type": "sentence_transformers.models.Dense"}]'),
            "error.encoder_module",
            "Dense",
        ),
        (writing("modules.json", b'["Dense"]'), "error.encoder_damaged", ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_used_is_told(tmp_path, damage, code, named):
    damage(write_encoder(tmp_path))
    with pytest.raises(InputError) as caught:
        load_encoder(tmp_path)
    assert caught.value.message.code == code
    assert named in str(dict(caught.value.message.params))


def test_a_name_on_the_internet_is_no_folder():
    settings = read_settings({"SELARAS_ENCODER": "sentence-transformers/all-MiniLM-L6-v2"})
    with pytest.raises(InputError) as caught:
        load_encoder(settings.encoder)
    assert caught.value.message.code == "error.encoder_missing"


def test_no_encoder_unless_named():
    assert read_settings({}).encoder is None


@pytest.mark.parametrize("name", ["tokenizers", "onnxruntime"])
def test_a_missing_library_says_how_to_install_it(tmp_path, monkeypatch, name):
    def import_module(wanted):
        if wanted == name:
            raise ImportError(wanted)
        return builtins.__import__(wanted)

    monkeypatch.setattr(text_encoder, "import_module", import_module)
    with pytest.raises(InputError) as caught:
        load_encoder(write_encoder(tmp_path))
    assert caught.value.message.code == "error.encoder_library"
    assert dict(caught.value.message.params)["name"] == name


def test_a_model_that_gives_no_numbers_is_refused(tmp_path):
    write_encoder(tmp_path)
    path = tmp_path / "onnx" / "model.onnx"
    path.write_bytes(
        path.read_bytes().replace(np.zeros(2, np.float32).tobytes(), np.full(2, np.nan, np.float32).tobytes())
    )
    with pytest.raises(InputError) as caught:
        load_encoder(tmp_path)
    assert caught.value.message.code == "error.encoder_damaged"


def test_each_text_is_encoded_once():
    asked = []

    def encode(texts):
        asked.extend(texts)
        return np.ones((len(texts), 3), dtype=np.float32)

    once = remembering(encode)
    assert once(["a", "b", "a"]).shape == (3, 3)
    assert once(["b", "c"]).shape == (2, 3)
    assert asked == ["a", "b", "c"]
    assert once([]).shape == (0, 0)


@pytest.mark.parametrize(
    "rows", [np.ones((2, 2)), np.ones(1), np.full((1, 2), np.inf)], ids=["too many", "no rows", "no numbers"]
)
def test_an_encoder_that_breaks_its_promise_is_an_error(rows):
    with pytest.raises(ValueError, match="an encoder gave"):
        remembering(lambda _: rows.astype(np.float32))(["a"])


def products(rows):
    return (rows @ rows.T)[np.triu_indices(len(rows), k=1)]


@given(st.floats(0.2, 5), st.floats(-3, 3), st.integers(0, 99))
def test_an_encoder_gets_the_spread_of_the_vectors(factor, shift, seed):
    known, other = np.random.default_rng(seed).normal(size=(2, 30, 4)).astype(np.float32)
    texts = [str(place) for place in range(30)]
    encode = on_scale(
        lambda some: np.stack([other[int(one)] * factor + shift for one in some]), texts, unit(known)
    )
    assert products(encode(texts)).std() == pytest.approx(products(unit(known)).std(), rel=1e-3)
    assert encode(["3"])[0] == pytest.approx(encode(texts)[3], abs=1e-6)


def test_an_encoder_that_tells_nothing_apart_says_nothing():
    encode = on_scale(
        lambda texts: np.ones((len(texts), 2), dtype=np.float32), ["a", "b"], np.eye(2, dtype=np.float32)
    )
    assert not encode(["a", "c"]).any()


def test_joined_rows_mean_the_mean_of_both():
    one, other = np.random.default_rng(1).normal(size=(2, 5, 3)).astype(np.float32)
    joined = join_rows(one, other[:, :2])
    assert joined @ joined.T == pytest.approx((one @ one.T + other[:, :2] @ other[:, :2].T) / 2, abs=1e-5)


def bugar_is_sehat(texts):
    return np.array(
        [[1, 0] if "bugar" in text or "sehat" in text else [0, 1] for text in texts], dtype=np.float32
    )


def meaning(analysis, *texts):
    rows = measure_items([Item(text, text) for text in texts], analysis=analysis).texts.meaning
    return rows @ rows.T


def test_an_encoder_adds_what_it_knows_to_the_meaning():
    known = meaning(indonesian(), "bugar", "sehat", "jalan")
    more = meaning(with_encoder(indonesian(), bugar_is_sehat), "bugar", "sehat", "jalan")
    assert more[0, 1] > known[0, 1] / 2 + 0.05
    assert more[1, 2] < more[0, 1]


def test_a_language_without_vectors_stays_as_it_is():
    assert with_encoder(english(), bugar_is_sehat) == english()


def test_no_texts_need_no_encoder():
    assert measure_items([], analysis=with_encoder(indonesian(), bugar_is_sehat)).texts.meaning.shape[0] == 0


def test_lists_are_aligned_with_the_encoder_of_the_settings(tmp_path):
    (tmp_path / "a.csv").write_text("id,text\n1,bugar\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("id,text\nx,sehat\ny,jalan\n", encoding="utf-8")
    model = tmp_path / "model"
    model.mkdir()
    chances = [aligned(tmp_path, folder) for folder in (None, write_encoder(model))]
    assert chances[1]["x"] != chances[0]["x"]


def aligned(folder, encoder):
    settings = replace(read_settings({"SELARAS_HOME": str(folder)}), encoder=encoder)
    output = folder / "links.csv"
    run_align(settings, folder / "a.csv", folder / "b.csv", output, "id")
    with output.open(encoding="utf-8", newline="") as stream:
        return {row["target_id"]: float(row["probability"]) for row in csv.DictReader(stream)}


def test_stored_plans_are_linked_with_the_encoder_of_the_settings(tmp_path):
    lower, upper = (
        objective("Warga bugar dan sehat", REGENCY_MEDIUM),
        objective("Kesehatan untuk semua", PROVINCE_MEDIUM),
    )
    plans = (holding(REGENCY_MEDIUM, lower), holding(PROVINCE_MEDIUM, upper))
    plain, asked = propose_links(plans), propose_links(plans, encoder=write_encoder(tmp_path))
    assert [link.id for link in plain] == [link.id for link in asked]
    assert plain[0].probability != asked[0].probability


def test_the_folder_may_hold_what_is_not_needed(tmp_path):
    write_encoder(tmp_path, config={"model_type": "bert"})
    assert json.loads((tmp_path / "config.json").read_bytes())["model_type"] == "bert"
    assert load_encoder(tmp_path)(["sehat"]).shape == (1, 2)
