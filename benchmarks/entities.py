"""How well the pipeline finds regions, agencies, regulations, periods and quantities in marked sentences.

    python benchmarks/entities.py [--truth tests/data/entities.txt] [--show]

Precision, recall and F1 for each group and half; the halves are split by a hash of the sentence: "seen" while
working on the rules, "held out" not. A mention is right where both ends and the label are.
"""

import argparse
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from selaras.extractors.tagging.pipeline import build_pipeline

TRUTH = Path(__file__).parents[1] / "tests" / "data" / "entities.txt"
GROUPS = ("regions", "agencies", "regulations", "periods", "quantities")


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence, the region whose plan it is from, and its mentions with their places."""

    text: str
    home: str | None
    marks: frozenset[tuple[int, int, str, str]]  # start, end, group, label

    @property
    def half(self) -> str:
        """The half that it belongs to, the same every time."""
        return "held out" if hashlib.sha256(self.text.encode()).digest()[-1] % 2 else "seen"


def read_sentences(path: Path) -> list[MarkedSentence]:
    """Read marked sentences, one a line; lines with "#" in front are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [parse(line) for line in lines if line and not line.startswith("#")]


def parse(line: str) -> MarkedSentence:
    """Take the marks `[text|group|label]` out of a line."""
    home, _, body = line[1:].partition(" ") if line.startswith("@") else ("", "", line)
    text, marks, opened = "", set(), []
    position = 0
    while position < len(body):
        char = body[position]
        if char == "[":
            opened.append(len(text))
        elif char == "|":
            end = body.index("]", position)
            group, label = body[position + 1 : end].split("|")
            marks.add((opened.pop(), len(text), group, label))
            position = end
        else:
            text += "\n" if char == "⏎" else char
        position += 1
    return MarkedSentence(text, home or None, frozenset(mark for mark in marks if mark[2] in GROUPS))


def find(nlp: Language, sentence: MarkedSentence) -> set[tuple[int, int, str, str]]:
    """Mentions that the pipeline finds."""
    doc = nlp.make_doc(sentence.text)
    doc._.region = sentence.home
    doc = nlp(doc)
    return {(span.start_char, span.end_char, key, span.label_) for key in GROUPS for span in doc.spans[key]}


def show(
    sentences: Sequence[MarkedSentence], found: Iterable[set[tuple[int, int, str, str]]], title: str
) -> None:
    """Print a line for each group."""
    pairs = list(zip(sentences, found, strict=True))
    for group in (*GROUPS, "all"):
        wanted = {(i, *m) for i, (one, _) in enumerate(pairs) for m in one.marks if group in {m[2], "all"}}
        got = {(i, *m) for i, (_, marks) in enumerate(pairs) for m in marks if group in {m[2], "all"}}
        right = len(wanted & got)
        precision, recall = right / (len(got) or 1), right / (len(wanted) or 1)
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        print(f"{title:10} {group:12} {len(wanted):4} {precision:10.3f} {recall:7.3f} {f1:6.3f}")


def show_errors(sentence: MarkedSentence, found: set[tuple[int, int, str, str]]) -> None:
    """Print what was missed and what was found wrongly."""
    for sign, marks in (("-", sentence.marks - found), ("+", found - sentence.marks)):
        for start, end, group, label in sorted(marks):
            print(f"  {sign} {group:12} {sentence.text[start:end]!r} {label}")


def main() -> None:
    """Tag the sentences and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--truth", type=Path, default=TRUTH)
    parser.add_argument("--show", action="store_true", help="list what is not right")
    options = parser.parse_args()
    nlp = build_pipeline()
    print(f"{'half':10} {'group':12} {'n':>4} {'precision':>10} {'recall':>7} {'F1':>6}")
    for half in ("seen", "held out"):
        sentences = [one for one in read_sentences(options.truth) if one.half == half]
        found = [find(nlp, one) for one in sentences]
        show(sentences, found, half)
        for one, marks in zip(sentences, found, strict=True) if options.show else ():
            show_errors(one, marks)


if __name__ == "__main__":
    main()
