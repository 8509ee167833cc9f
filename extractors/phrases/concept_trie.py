"""Labels of the catalogue as paths of words, so that a text is compared with all of them at once.

Words are compared in their normal forms: "Prosentase" is "persentase", "kemiskinan" is "miskin", and
"dan" is nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from selaras.models.indicator_names import BRACKETS, load_words

WORD = re.compile(r"[^\W_]+")
LONGEST_BRACKET = 60
SHORTEST_MISPRINT, LONG = 5, 9  # letters from which one slip is forgiven, and two
# What may stand between two words of a name; brackets are looked over.
SOFT = re.compile(r"""(?:[-–/\s"“”]|\([^()]{0,60}\))*""")


@dataclass(slots=True, eq=False)
class Node:
    """A place on the way through labels: what may follow, and the label that ends here, if any."""

    children: dict[str, "Node"] = field(default_factory=dict)
    label: int | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text in small letters, and its place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A label found in a text: the numbers of its first and last word, and how many it has."""

    label: int
    first: int
    last: int


def split_words(text: str) -> list[Word]:
    """Cut a text into words."""
    return [Word(found[0].lower(), *found.span()) for found in WORD.finditer(text)]


def normal_forms(word: str) -> tuple[str, ...]:
    """The words that a word counts as; () for one that says nothing."""
    table = load_words()
    return tuple(w for w in table.rewritten.get(word, (word,)) if w not in table.dropped)


def label_words(label: str) -> tuple[str, ...]:
    """The words by which a label is looked for, without what stands in brackets.

    >>> label_words("Prevalensi Stunting (pendek) pada Balita")
    ('prevalensi', 'stunting', 'balita')
    """
    bare = BRACKETS.sub(" ", label)
    return tuple(form for word in split_words(bare) for form in normal_forms(word.text))


def build_trie(labels: Iterable[tuple[int, tuple[str, ...]]]) -> Node:
    """Arrange labels by their words; of those with the same words the first counts."""
    root = Node()
    for number, words in labels:
        node = root
        for word in words:
            node = node.children.setdefault(word, Node())
        if words and node.label is None:
            node.label = number
    return root


def first_words(root: Node, rewritten: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """All words in small letters with which a label may begin in a text."""
    others = {word for word, forms in rewritten.items() if forms and forms[0] in root.children}
    return frozenset(root.children.keys() | others)


def longest_match(root: Node, text: str, words: list[Word], first: int) -> Match | None:
    """The longest label that begins with a word of the text, or None."""
    found: Match | None = None
    for last, node in _walk(root, text, words, first):
        if node.label is not None:
            found = Match(node.label, first, last)
    return found


def _walk(root: Node, text: str, words: list[Word], first: int) -> Iterator[tuple[int, Node]]:
    """The places in the trie that the words of a text lead to, each with the number of the word there."""
    node, slips = root, 0
    for at in joined_words(text, words, first):
        forms = normal_forms(words[at].text)
        for form in forms:
            child = node.children.get(form)
            slips += child is None
            following = child or (nearest_child(node, form) if node is not root and slips == 1 else None)
            if following is None:
                return
            node = following
        if forms:
            yield at, node


def joined_words(text: str, words: list[Word], first: int) -> Iterator[int]:
    """The numbers of the words from one on that nothing parts; what stands in brackets is looked over."""
    behind, resume = words[first].start, 0
    for at in range(first, len(words)):
        word = words[at]
        if word.start < resume:
            continue
        gap = text[behind : word.start]
        if not SOFT.fullmatch(gap) or gap.count("\n") > 1:
            resume = _bracket_end(text, gap, word.start)
            if not resume:
                return
            continue
        behind = word.end
        yield at


def _bracket_end(text: str, gap: str, start: int) -> int:
    """Where the bracket ends that opens right before a place; 0 where none does, or none closes soon."""
    opened = gap.strip() == "("
    return text.find(")", start, start + LONGEST_BRACKET) + 1 if opened else 0


@lru_cache(maxsize=20_000)
def nearest_child(node: Node, word: str) -> Node | None:
    """Where a misprint of what may follow leads to: one slip off, or two in a long word."""
    if len(word) < SHORTEST_MISPRINT or not word.isalpha():
        return None
    slips = 2 if len(word) >= LONG else 1
    alike = [
        known
        for known in node.children
        if known[0] == word[0] and OSA.distance(word, known, score_cutoff=slips) <= slips
    ]
    return node.children[min(alike)] if len(alike) == 1 else None
