"""Fitting with spaCy's own training: config.cfg, a fixed seed, the CPU; then honest probabilities."""

import io
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from passages import Passage, read_passages, write_passages
from preparing import balance
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config, load_model, registry

import selaras.extractors.tagging.tokenizer  # noqa: F401 (registers the tokenizer that config.cfg names)
from selaras.extractors.tagging.kind_model import TrainedKinds, model_layer
from selaras.extractors.tagging.kinds import PassageKind

CONFIG = Path(__file__).with_name("config.cfg")
WATCHED = 20
LABELS = tuple(kind.value for kind in PassageKind)
TEMPERATURES = tuple(round(0.5 + step * 0.05, 2) for step in range(71))


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage and the chances that a model gives to each kind, in the order of `LABELS`."""

    passage: Passage
    chances: tuple[float, ...]

    @property
    def guess(self) -> PassageKind:
        """The likeliest kind."""
        return PassageKind(LABELS[max(range(len(LABELS)), key=self.chances.__getitem__)])


@registry.readers("selaras.Passages.v1")  # type: ignore[untyped-decorator] # spaCy has no types
def make_reader(path: Path) -> Callable[[Language], Iterator[Example]]:
    """Make spaCy's reader of passages: a document a text, its kind as the only category."""

    def read(nlp: Language) -> Iterator[Example]:
        for passage in read_passages(Path(path)):
            cats = {label: float(label == passage.kind) for label in LABELS}
            # One token holds the whole text: the model looks at texts, not at tokens.
            yield Example.from_dict(Doc(nlp.vocab, words=[passage.text], spaces=[False]), {"cats": cats})

    return read


def fit(learned: Sequence[Passage], *, epochs: int | None = None) -> TrainedKinds:
    """Train on passages, for as many epochs as config.cfg says, unless told otherwise.

    The number of epochs is fixed, so nothing is chosen on the way: spaCy is shown few texts to watch.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = {"paths.train": str(Path(folder, "train.jsonl")), "paths.dev": str(Path(folder, "dev.jsonl"))}
        own = {"training.max_epochs": epochs} if epochs else {}
        config = load_config(CONFIG, overrides={**paths, **own})
        write_passages(Path(paths["paths.train"]), balance(learned, config["training"]["seed"]))
        write_passages(Path(paths["paths.dev"]), learned[:WATCHED])
        train(init_nlp(config), Path(folder), stdout=io.StringIO(), stderr=io.StringIO())
        # What spaCy writes holds the averages of the weights, what it returns their last values.
        nlp = load_model(Path(folder, "model-last"))
    textcat: Any = nlp.get_pipe("textcat")
    _, text_model = textcat.model.layers
    return TrainedKinds(tuple(textcat.labels), text_model)


def calibrate(judged: Sequence[Judged]) -> float:
    """The temperature at which texts that were not learned are likeliest; 1 where there are none.

    Source: Guo et al., On Calibration of Modern Neural Networks, 2017.
    """
    if not judged:
        return 1.0
    logits = np.log(np.maximum(np.asarray([one.chances for one in judged]), 1e-12))
    right = np.asarray([LABELS.index(one.passage.kind) for one in judged])
    return min(TEMPERATURES, key=lambda temperature: _surprise(logits / temperature, right))


def cool(trained: TrainedKinds, temperature: float) -> None:
    """Divide the weights by a temperature: above 1, all probabilities become less extreme."""
    layer = model_layer(trained.model)
    for name in ("W", "b"):
        layer.set_param(name, layer.get_param(name) / np.float32(temperature))


def judge(trained: TrainedKinds, passages: Sequence[Passage]) -> list[Judged]:
    """Ask a model about passages."""
    rows: Any = trained.predict([passage.text for passage in passages]) if passages else []
    order = [trained.labels.index(label) for label in LABELS]
    return [
        Judged(passage, tuple(float(row[place]) for place in order))
        for passage, row in zip(passages, rows, strict=True)
    ]


def _surprise(logits: Any, right: Any) -> float:  # noqa: ANN401
    """Mean of the negative logarithm of the probability of what is right."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    chances = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return float(-chances[np.arange(len(right)), right].mean())
