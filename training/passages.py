"""Texts with their kinds, as the training and the benchmark know them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from selaras.extractors.tagging.kinds import PassageKind
from selaras.models.ids import fold
from selaras.models.statements import StatementKind

_KINDS = {
    StatementKind.VISION_TARGET: PassageKind.OBJECTIVE,
    StatementKind.SUBACTIVITY: PassageKind.ACTIVITY,
}


class Source(StrEnum):
    """Where a text is from: what the reading took from a plan, how it stands on the page, or invented."""

    STATEMENT = "statement"
    INDICATOR = "indicator"
    SENTENCE = "sentence"
    CELL = "cell"
    HEAD = "head"
    LINE = "line"
    INVENTED = "invented"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a document, its kind, where it is from, and its place among the texts of the document."""

    text: str
    kind: PassageKind
    source: Source
    document: str = ""
    page: int = 0

    @property
    def key(self) -> str:
        """What two prints of the same text share."""
        return squeeze(self.text)


def squeeze(text: str) -> str:
    """Fold a text and take its blanks out, which narrow columns lose and add."""
    return fold(text).replace(" ", "")


def passage_kind(kind: StatementKind) -> PassageKind:
    """The kind of a passage that states something: targets of a vision are objectives."""
    return _KINDS.get(kind) or PassageKind(kind.value)


def write_passages(path: Path, passages: Iterable[Passage]) -> None:
    """Write passages, one JSON object a line."""
    lines = (json.dumps(asdict(passage), ensure_ascii=False) for passage in passages)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def read_passages(path: Path) -> Iterator[Passage]:
    """Read what `write_passages` wrote."""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            yield Passage(**{**row, "kind": PassageKind(row["kind"]), "source": Source(row["source"])})
