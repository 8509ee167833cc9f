"""The trained part: a linear model over features of wording, with its file among the packaged data.

`data/kinds.bin` holds the weights and `data/kinds.json` what they are for: kinds in the order of the outputs,
size, the checksum of the weights. No word is kept: features are hashed.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model, SparseLinear_v2, chain, softmax_activation
from thinc.types import Floats2d

from selaras.extractors.phrases.wording_features import find_features
from selaras.models.errors import InputError
from selaras.models.messages import message

WEIGHTS, FACTS = "kinds.bin", "kinds.json"
STORED = "<f2"
SIZE = 2**15  # places for the weights of each kind; features share places where hashes meet

TextModel = Model[Sequence[str], Floats2d]
AnyModel = Model[Any, Any]
Gradient = Callable[[Any], Any]
Rows = tuple[Any, Any, Any]  # keys, values, lengths, as thinc's sparse layer wants them


@dataclass(frozen=True, slots=True)
class TrainedKinds:
    """Kinds in the order of the outputs, and the model that gives one probability for each."""

    labels: tuple[str, ...]
    model: TextModel

    def predict(self, texts: Sequence[str]) -> Floats2d:
        """One row a text, one column a label; a row sums up to 1."""
        return self.model.predict(texts)


@registry.architectures("selaras.WordingLinear.v1")  # type: ignore[untyped-decorator] # spaCy has no types
def build_doc_model(size: int = SIZE, nO: int | None = None) -> Model[Sequence[Doc], Floats2d]:  # noqa: N803
    """Build the model for spaCy's text categorizer, which hands over documents; `nO` counts kinds."""
    return chain(Model("doc_texts", _doc_texts), build_text_model(size, nO))


def build_text_model(size: int = SIZE, kinds: int | None = None) -> TextModel:
    """Build the untrained model from texts to probabilities of kinds."""
    layer = SparseLinear_v2(nO=kinds, length=size)
    return chain(Model("wording_features", _feature_rows), layer, softmax_activation())


def _doc_texts(_: AnyModel, docs: Sequence[Doc], is_train: bool) -> tuple[list[str], Gradient]:  # noqa: ARG001, FBT001
    return [doc.text for doc in docs], _no_gradient


def _feature_rows(_: AnyModel, texts: Sequence[str], is_train: bool) -> tuple[Rows, Gradient]:  # noqa: ARG001, FBT001
    """Hash the features of all texts; each row has length 1, so that long texts weigh no more than short."""
    keys = [_keys(text) for text in texts]
    lengths = np.asarray([len(row) for row in keys], dtype="int32")
    values = np.repeat(1 / np.sqrt(lengths, dtype="float32"), lengths)
    flat = np.asarray([key for row in keys for key in row], dtype="uint64")
    return (flat, values, lengths), _no_gradient


@lru_cache(maxsize=20_000)
def _keys(text: str) -> tuple[int, ...]:
    """The hashed features of a text; heads and short cells come back on every page."""
    return tuple(sorted(map(get_string_id, find_features(text))))


def _no_gradient(gradient: Any) -> Any:  # noqa: ANN401 (thinc hands on what the layer below took)
    return gradient


def pack_kinds(trained: TrainedKinds) -> dict[str, bytes]:
    """The two files of a trained model, by name; weights are kept in half precision."""
    layer = model_layer(trained.model)
    weights = b"".join(np.asarray(layer.get_param(name), dtype=STORED).tobytes() for name in ("W", "b"))
    facts = {"labels": trained.labels, "size": layer.get_dim("length"), "sha256": sha256(weights).hexdigest()}
    return {WEIGHTS: weights, FACTS: (json.dumps(facts, indent=1) + "\n").encode()}


@lru_cache(maxsize=1)
def load_kinds() -> TrainedKinds:
    """Read the packaged model, once a process. Raises InputError as `read_kinds`."""
    return read_kinds(files("selaras.extractors").joinpath("data"))


def read_kinds(folder: Traversable) -> TrainedKinds:
    """Read a model. Raises InputError where a file of it is missing, damaged, or not of this version."""
    facts, weights = _read(folder / FACTS), _read(folder / WEIGHTS)
    try:
        return _unpack(json.loads(facts), weights)
    except (ValueError, KeyError, TypeError) as problem:
        raise InputError(message("error.model_damaged", file=folder / WEIGHTS)) from problem


def _read(file: Traversable) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise InputError(message("error.model_missing", file=file)) from problem


def _unpack(facts: Mapping[str, Any], weights: bytes) -> TrainedKinds:
    labels, size = tuple(map(str, facts["labels"])), int(facts["size"])
    numbers: Any = np.frombuffer(weights, dtype=STORED).astype("float32")
    if sha256(weights).hexdigest() != facts["sha256"] or len(numbers) != len(labels) * (size + 1):
        raise ValueError("weights do not fit their description")
    model = build_text_model(size, len(labels))
    model.initialize()
    layer = model_layer(model)
    layer.set_param("W", numbers[: -len(labels)])
    layer.set_param("b", numbers[-len(labels) :])
    return TrainedKinds(labels, model)


def model_layer(model: Model[Any, Any]) -> Model[Any, Any]:
    """The layer of a model that holds its weights."""
    return next(node for node in model.walk() if node.has_param("W"))
