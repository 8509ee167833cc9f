"""How well sentences are found, against spaCy's stock sentencizer.

    python benchmarks/sentences.py [--truth tests/data/sentences.txt] [--show]

The passages are parted in halves by a hash of their name: "seen" while working on the rules, "held out" not.
A boundary is right where a sentence starts at the same character; the start of a passage is no boundary.
"""

import argparse
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy

from selaras.extractors.phrases.sentences import find_sentences

TRUTH = Path(__file__).parents[1] / "tests" / "data" / "sentences.txt"
MARK = "‖"
Finder = Callable[[str], set[int]]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and the places where its sentences start, the first left out."""

    name: str
    text: str
    starts: frozenset[int]

    @property
    def half(self) -> str:
        """The half that it belongs to, the same every time."""
        return "held out" if hashlib.sha256(self.name.encode()).digest()[-1] % 2 else "seen"


def read_marked_texts(path: Path) -> list[MarkedText]:
    """Read passages: a line `== name`, then text with "‖" before each sentence; comments stand at the top."""
    _, *parts = path.read_text(encoding="utf-8").split("\n== ")
    return [take_marks(*part.split("\n", 1)) for part in parts]


def take_marks(name: str, marked: str) -> MarkedText:
    """Take the marks out of a text and note where they stood."""
    first, *sentences = marked.strip().removeprefix(MARK).split(MARK)
    starts, length = set(), len(first)
    for sentence in sentences:
        starts.add(length)
        length += len(sentence)
    return MarkedText(name.strip(), "".join((first, *sentences)), frozenset(starts))


def our_starts(text: str) -> set[int]:
    """Where our sentences start."""
    return {start for start, _ in find_sentences(text)} - {0}


def stock_finder() -> Finder:
    """Where those of spaCy's sentencizer start, with the tokenizer for Indonesian that comes with it."""
    nlp = spacy.blank("id")
    nlp.add_pipe("sentencizer")

    def starts(text: str) -> set[int]:
        words = (next((token for token in sent if not token.is_space), sent[0]) for sent in nlp(text).sents)
        return {word.idx for word in words} - {0}

    return starts


@dataclass(frozen=True, slots=True)
class Figures:
    """Boundaries: in truth, found, and right."""

    wanted: int
    found: int
    right: int

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.right / max(self.wanted, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"{self.wanted:6} {self.found:6} {self.right:6} {precision:9.3f} {recall:9.3f} {f1:9.3f}"


def measure(texts: list[MarkedText], finder: Finder) -> Figures:
    """Count boundaries over passages."""
    found = [finder(text.text) for text in texts]
    right = sum(len(text.starts & starts) for text, starts in zip(texts, found, strict=True))
    return Figures(sum(len(text.starts) for text in texts), sum(map(len, found)), right)


def mistakes(text: MarkedText) -> Iterator[str]:
    """Lines that show boundaries missed (-) and wrongly set (+)."""
    found = our_starts(text.text)
    for place in sorted(text.starts ^ found):
        before, after = text.text[max(0, place - 40) : place], text.text[place : place + 40]
        yield f"  {'+' if place in found else '-'} {text.name}: {before!r} | {after!r}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--truth", type=Path, default=TRUTH)
    parser.add_argument("--show", action="store_true", help="list the mistakes of the half that was seen")
    options = parser.parse_args()
    texts = read_marked_texts(options.truth)
    print(f"{sum(len(text.starts) + 1 for text in texts)} sentences in {len(texts)} passages")
    print(f"{'':22} wanted  found  right precision    recall        F1")
    for name, finder in (("selaras", our_starts), ("spaCy's sentencizer", stock_finder())):
        for half in ("seen", "held out"):
            print(f"{name:20} {half:8}{measure([text for text in texts if text.half == half], finder)}")
    for text in texts if options.show else ():
        for line in mistakes(text) if text.half == "seen" else ():
            print(line)


if __name__ == "__main__":
    main()
