"""How well mentions of indicators are found in running text, and how fast.

    python benchmarks/concepts.py [--show] [--half seen]

Scores the sentences of data/concept_sentences.txt by halves (split by a hash: "seen" while rules were made,
"held out" not). A mention counts as found where it overlaps one that was marked and has its code; one that
nothing decides ("?") has to be found without a code. Each sentence is a page of its own.
"""

import argparse
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from resolve import half

from selaras.extractors.phrases.concepts import load_finder

SENTENCES = Path(__file__).parent / "data" / "concept_sentences.txt"
MARKED = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
OPEN = "?"
PAGES, PAGE = 300, 2500


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an indicator is mentioned, half-open, and its code; "?" where it is left open."""

    start: int
    end: int
    code: str

    def agrees(self, other: "Mention") -> bool:
        """Whether the two are the same mention with the same meaning."""
        return self.code == other.code and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and the mentions that people marked in it."""

    text: str
    mentions: tuple[Mention, ...]


def read_marked(line: str) -> Marked:
    """Take the marks out of a sentence."""
    text, mentions, position = "", [], 0
    for found in MARKED.finditer(line):
        text += line[position : found.start()]
        mentions.append(Mention(len(text), len(text) + len(found[1]), found[2]))
        text += found[1]
        position = found.end()
    return Marked(text + line[position:], tuple(mentions))


def read_sentences(path: Path = SENTENCES) -> list[Marked]:
    """All sentences of the file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [read_marked(line) for line in lines if line and not line.startswith("#")]


def find(text: str) -> list[Mention]:
    """What the finder finds."""
    return [
        Mention(found.start, found.end, found.resolution.code or OPEN) for found in load_finder().find(text)
    ]


def differences(sentence: Marked) -> Iterator[tuple[str, Mention]]:
    """What was found and is not marked, and what was missed."""
    found = find(sentence.text)
    for mention in found:
        if not any(mention.agrees(other) for other in sentence.mentions):
            yield "wrong", mention
    for mention in sentence.mentions:
        if not any(mention.agrees(other) for other in found):
            yield "missed", mention


def show_half(name: str, sentences: Sequence[Marked], *, show: bool) -> None:
    """Print precision, recall and F1 of one half."""
    wrong = missed = 0
    for sentence in sentences:
        for kind, mention in differences(sentence):
            wrong, missed = wrong + (kind == "wrong"), missed + (kind == "missed")
            if show:
                printed = sentence.text[mention.start : mention.end]
                print(f"    {kind:7} {printed} = {mention.code} in: {sentence.text}")
    marked = sum(len(sentence.mentions) for sentence in sentences)
    right = marked - missed
    precision, recall = right / (right + wrong), right / marked
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name:10} {len(sentences):9} {marked:8} {precision:9.3f} {recall:7.3f} {f1:7.3f}")


def seconds_for_pages(sentences: Sequence[Marked]) -> float:
    """Seconds of the processor for PAGES pages of PAGE characters, made of the sentences."""
    long = "\n".join(sentence.text for sentence in sentences)
    text = long * (2 + PAGE // len(long))
    pages = [text[at % len(long) :][:PAGE] for at in range(0, 37 * PAGES, 37)]
    start = time.process_time()
    for page in pages:
        list(load_finder().find(page))
    return time.process_time() - start


def main() -> None:
    """Print the figures of both halves, and the speed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="list what is wrong or missed")
    parser.add_argument("--half", choices=("seen", "held out"), help="only this half")
    options = parser.parse_args()
    sentences = read_sentences()
    print(f"{'half':10} {'sentences':>9} {'mentions':>8} {'precision':>9} {'recall':>7} {'F1':>7}")
    for name in ("seen", "held out"):
        if options.half in (None, name):
            chosen = [sentence for sentence in sentences if half(sentence.text) == name]
            show_half(name, chosen, show=options.show)
    print(f"{seconds_for_pages(sentences):.2f} s of CPU for {PAGES} pages of {PAGE} characters")


if __name__ == "__main__":
    main()
