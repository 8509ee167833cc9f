"""A sentence-transformers model from a folder on this machine, run with ONNX Runtime.

The folder is one that sentence-transformers saves: `tokenizer.json`, the model as `onnx/model.onnx` or
`model.onnx`, and where they stand `modules.json`, `1_Pooling/config.json`, `sentence_bert_config.json` and
`config_sentence_transformers.json`. Nothing is downloaded: a name that is no folder is an error. Why ONNX and
not PyTorch: docs/dependencies.md.
"""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from selaras.models.alignment.analysis import Analysis
from selaras.models.alignment.encoder import Encode, remembering
from selaras.models.alignment.encoding import with_encoder
from selaras.models.errors import InputError
from selaras.models.messages import message

MODELS = ("onnx/model.onnx", "model.onnx")
TOKENIZER = "tokenizer.json"
KNOWN_MODULES = ("Transformer", "Pooling", "Normalize")
BATCH = 64  # texts
LONGEST = 512  # tokens of a text that count, where the model does not say
PADDING = ("[PAD]", "<pad>")

Floats = NDArray[np.float32]
Pool = Callable[[Floats, Floats], Floats]


@dataclass(frozen=True, slots=True)
class _Model:
    """What a folder holds, ready to run."""

    tokenizer: Any
    session: Any
    pool: Pool
    prompt: str


@cache
def load_encoder(folder: Path) -> Encode:
    """Load the model of a folder once a run; texts are encoded in batches, each once.

    Raises InputError where the folder, a file in it or a library is missing, or the model cannot be used.
    """
    if not folder.is_dir():
        raise InputError(message("error.encoder_missing", place=str(folder)))
    try:
        _check_modules(folder)
        model = _load(folder, _find_model(folder))
        rows = _encode_batch(model, ["perencanaan pembangunan"])
    except InputError:
        raise
    except Exception as error:  # the libraries raise plain Exception for files that are damaged
        raise _unusable(folder, error) from error
    if not np.isfinite(rows).all():
        raise InputError(message("error.encoder_damaged", place=str(folder), reason="NaN"))
    return remembering(lambda texts: _encode(model, texts))


def use_encoder(analysis: Analysis, folder: Path | None) -> Analysis:
    """The same analysis, with the model of a folder where one is named."""
    return with_encoder(analysis, load_encoder(folder)) if folder else analysis


def _unusable(folder: Path, error: Exception) -> InputError:
    first = (str(error).splitlines() or [type(error).__name__])[0]
    return InputError(message("error.encoder_damaged", place=str(folder), reason=first))


def _find_model(folder: Path) -> Path:
    missing = [] if (folder / TOKENIZER).is_file() else [TOKENIZER]
    found = next((folder / name for name in MODELS if (folder / name).is_file()), None)
    if missing or found is None:
        names = [*missing, *([] if found else [MODELS[0]])]
        raise InputError(message("error.encoder_files", place=str(folder), names=", ".join(names)))
    return found


def _check_modules(folder: Path) -> None:
    """Refuse a model with steps that are not run here: what it gives would not be what it should."""
    modules = _read_json(folder, "modules.json", [])
    names = [str(module.get("type", "")).rpartition(".")[2] for module in modules]
    foreign = [name for name in names if name not in KNOWN_MODULES]
    if foreign:
        raise InputError(message("error.encoder_module", place=str(folder), names=", ".join(foreign)))


def _load(folder: Path, path: Path) -> _Model:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    tokenizers, runtime = _library("tokenizers"), _library("onnxruntime")
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / TOKENIZER))
    longest = _read_json(folder, "sentence_bert_config.json", {}).get("max_seq_length") or LONGEST
    tokenizer.enable_truncation(max_length=int(longest))
    _enable_padding(tokenizer)
    session = runtime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return _Model(tokenizer, session, _choose_pool(folder), _find_prompt(folder))


def _library(name: str) -> Any:  # noqa: ANN401  a library that may be missing has no types here
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(message("error.encoder_library", name=name)) from error


def _enable_padding(tokenizer: Any) -> None:  # noqa: ANN401
    if tokenizer.padding is None:
        token = next((one for one in PADDING if tokenizer.token_to_id(one) is not None), PADDING[0])
        tokenizer.enable_padding(pad_id=tokenizer.token_to_id(token) or 0, pad_token=token)


def _find_prompt(folder: Path) -> str:
    """What the model wants before every text."""
    config = _read_json(folder, "config_sentence_transformers.json", {})
    return str((config.get("prompts") or {}).get(config.get("default_prompt_name"), ""))


def _choose_pool(folder: Path) -> Pool:
    """How the rows of tokens become one row: as the model says, else their mean."""
    config = _read_json(folder, "1_Pooling/config.json", {"pooling_mode_mean_tokens": True})
    chosen = [name for name, on in config.items() if name.startswith("pooling_mode_") and on is True]
    if len(chosen) != 1 or chosen[0] not in _POOLS:
        raise InputError(message("error.encoder_module", place=str(folder), names=", ".join(chosen) or "?"))
    return _POOLS[chosen[0]]


def _read_json(folder: Path, name: str, otherwise: Any) -> Any:  # noqa: ANN401
    path = folder / name
    if not path.is_file():
        return otherwise
    try:
        found = json.loads(path.read_bytes())
    except ValueError as error:
        raise InputError(message("error.encoder_damaged", place=str(folder), reason=name)) from error
    if not isinstance(found, type(otherwise)):
        raise InputError(message("error.encoder_damaged", place=str(folder), reason=name))
    return found


def _encode(model: _Model, texts: Sequence[str]) -> Floats:
    """Encode texts, those of a length together: short ones need no padding then."""
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    rows = [_encode_batch(model, [texts[place] for place in batch]) for batch in batches]
    joined = np.concatenate(rows)
    return np.asarray(joined[np.argsort(order)], dtype=np.float32)


def _encode_batch(model: _Model, texts: Sequence[str]) -> Floats:
    encoded = model.tokenizer.encode_batch([model.prompt + text for text in texts])
    mask = np.array([one.attention_mask for one in encoded], dtype=np.int64)
    inputs = {
        "input_ids": np.array([one.ids for one in encoded], dtype=np.int64),
        "attention_mask": mask,
        "token_type_ids": np.array([one.type_ids for one in encoded], dtype=np.int64),
    }
    wanted = {one.name for one in model.session.get_inputs()}
    tokens = model.session.run(None, {name: inputs[name] for name in inputs if name in wanted})[0]
    return model.pool(np.asarray(tokens, dtype=np.float32), mask.astype(np.float32)[:, :, None])


def _mean(tokens: Floats, mask: Floats) -> Floats:
    return np.asarray((tokens * mask).sum(axis=1) / np.maximum(mask.sum(axis=1), 1), dtype=np.float32)


def _first(tokens: Floats, _mask: Floats) -> Floats:
    return tokens[:, 0]


def _largest(tokens: Floats, mask: Floats) -> Floats:
    return np.asarray(np.where(mask > 0, tokens, -np.inf).max(axis=1), dtype=np.float32)


_POOLS: dict[str, Pool] = {
    "pooling_mode_mean_tokens": _mean,
    "pooling_mode_cls_token": _first,
    "pooling_mode_max_tokens": _largest,
}
