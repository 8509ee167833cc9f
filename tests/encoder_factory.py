"""A tiny sentence-transformers folder: a tokenizer of a few words and a model that looks up a row for each.

The ONNX file is written field by field as protocol buffers are, so that no library is needed to make it.
"""

import json

import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers

FLOAT, INT64 = 1, 7  # ONNX's numbers of element types
WORDS = {
    "[PAD]": (9.0, 9.0),  # must not count
    "[UNK]": (0.0, 0.0),
    "sehat": (1.0, 0.0),
    "bugar": (0.9, 0.1),
    "jalan": (0.0, 1.0),
    "teks:": (0.0, -4.0),
}


def write_encoder(folder, *, model="onnx/model.onnx", pooling="pooling_mode_mean_tokens", **files):
    """Write a model; `files` are more JSON files of the folder by name, __ for / and without the ending."""
    tokenizer = Tokenizer(
        models.WordLevel({word: place for place, word in enumerate(WORDS)}, unk_token="[UNK]")  # noqa: S106
    )
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.save(str(folder / "tokenizer.json"))
    kept = {"1_Pooling__config": {pooling: True, "word_embedding_dimension": 2}, **files}
    for name, content in kept.items():
        path = folder / f"{name.replace('__', '/')}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    (folder / model).parent.mkdir(exist_ok=True)
    (folder / model).write_bytes(lookup_model(np.array(list(WORDS.values()), dtype=np.float32)))
    return folder


def lookup_model(table):
    """An ONNX model that gives for each token its row of a table."""
    rows, width = table.shape
    tensor = [field(1, rows), field(1, width), field(2, FLOAT), field(8, b"table"), field(9, table.tobytes())]
    node = [field(1, b"table"), field(1, b"input_ids"), field(2, b"tokens"), field(4, b"Gather")]
    graph = [
        field(1, b"".join(node)),
        field(2, b"lookup"),
        field(5, b"".join(tensor)),
        field(11, value(b"input_ids", INT64, (b"texts", b"tokens"))),
        field(11, value(b"attention_mask", INT64, (b"texts", b"tokens"))),
        field(12, value(b"tokens", FLOAT, (b"texts", b"tokens", width))),
    ]
    return b"".join([field(1, 8), field(7, b"".join(graph)), field(8, field(2, 13))])


def value(name, kind, shape):
    """What goes into or comes out of a model."""
    dims = b"".join(field(1, field(1 if isinstance(dim, int) else 2, dim)) for dim in shape)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, dims)))


def field(number, content):
    """One field of a protocol buffer: a whole number, or bytes."""
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    return varint(number << 3 | 2) + varint(len(content)) + content


def varint(number):
    """A whole number, seven bits a byte, the lowest first."""
    parts = []
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])
