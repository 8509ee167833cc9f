"""The words for which a link was proposed, marked in both texts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from selaras.models.links import Link
from selaras.models.messages import Message

WORD = re.compile(r"[^\W\d_]+")
SHARED_WORDS, COMMON_WORDS = "link.shared_words", "link.common_words"
SAME_TEXT, TOPIC = "link.same_text", "link.topic."


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, marked or not; all pieces in a row are the text."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class MatchedWords:
    """The words that count, in small letters, of the source and of the target."""

    source: frozenset[str]
    target: frozenset[str]


def matched_words(source: str, target: str, reasons: Iterable[Message]) -> MatchedWords:
    """Find the words that the reasons name on each side."""
    sources: set[str] = set()
    targets: set[str] = set()
    for reason in reasons:
        named = dict(reason.params)
        if reason.code == SAME_TEXT:
            sources |= set(WORD.findall(source.casefold()))
            targets |= set(WORD.findall(target.casefold()))
        elif reason.code == SHARED_WORDS:
            sources |= set(WORD.findall(named["words"]))
            targets |= set(WORD.findall(named["words"]))
        elif reason.code == COMMON_WORDS or reason.code.startswith(TOPIC):
            sources |= set(WORD.findall(named["source"]))
            targets |= set(WORD.findall(named["target"]))
    return MatchedWords(frozenset(sources), frozenset(targets))


def mark_link(link: Link) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both passages of a link with the matched words marked."""
    source, target = link.source_passage.text, link.target_passage.text
    words = matched_words(source, target, link.reasons)
    return mark(source, words.source), mark(target, words.target)


def mark(text: str, words: frozenset[str]) -> tuple[Piece, ...]:
    """Cut a text into pieces, so that the words among them are marked."""
    pieces: list[Piece] = []
    done = 0
    for found in WORD.finditer(text):
        if found[0].casefold() in words:
            pieces += [Piece(text[done : found.start()], marked=False), Piece(found[0], marked=True)]
            done = found.end()
    pieces.append(Piece(text[done:], marked=False))
    return tuple(piece for piece in pieces if piece.text)
